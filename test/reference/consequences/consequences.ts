/**
 * What follows from verdicts, for the reference (§3.7, §4.4, §4.6, §7.6): the findings of a result.
 *
 * Each consequence has a file of its own beside this one, written from its paragraphs of SPEC.md: `events` counts over
 * verdicts, `money` and its helpers make credits and bonuses, then points, escalations, ratchets, scorecards and tiers.
 */
