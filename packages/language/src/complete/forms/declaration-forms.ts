/** Whole declarations, as they read: the head and the sentences that must stand. */

/** The declaration word, the text with holes, and what the declaration is. */
export type DeclarationForm = readonly [word: string, text: string, says: string];

export const declarationForms: readonly DeclarationForm[] = [
  [
    "agreement",
    `agreement <name> "<What it is about>"
  version <1.0.0>
  effective from <2026-01-01> until <2026-12-31>
  time zone "<Europe/Paris>"`,
    "Says who agreed what, from when to when; a file with one is an agreement, any other a library.",
  ],
  ["uses", 'uses "<shared.tenet>"', "Reads another file, so that what it declares can be named here."],
  [
    "partners",
    `partners from "<partners.csv>" key <partner_id>
  field <partner_id> text`,
    "Declares who the partners are, a row each.",
  ],
  [
    "dataset",
    `dataset <name> from "<file.csv>" one row per <id>
  partner <partner_id>
  dated <happened_on>
  field <id> text
  field <partner_id> text
  field <happened_on> date`,
    "Declares a table of rows and what its columns mean.",
  ],
  [
    "metric",
    "metric <name> percent of <dataset> where <field> is <value> out of <dataset>",
    "Declares something that is measured: a share, a count, an average.",
  ],
  [
    "standard",
    `standard <name> "<What is promised>"
  requires <metric> at least <95%>
  measured each calendar <month|week|quarter|year>
  needs at least <30> <dataset> otherwise <not_enough_data|met|missed>`,
    "Declares what is promised: limits, over which window, on how many rows.",
  ],
  [
    "calendar",
    `calendar <name>
  open <monday> to <friday> <09:00> to <17:00>`,
    "Declares when somebody is open.",
  ],
  [
    "clock",
    `clock <name> on <dataset> by <key>
  starts when <state> becomes <opened>
  stops when <state> becomes <closed>
  dated <started_at|due_at|stopped_at>
  due within <2> business days`,
    "Declares how long cases run, and by when they must stop.",
  ],
  [
    "exclusion",
    `exclusion <name>
  removes <dataset> where <field> is given`,
    "Declares rows that standards may leave out.",
  ],
  [
    "amendment",
    `amendment <name> to <standard> for partner "<P1>"
  effective from <2026-06-01> until <2026-08-31>
  changes limit of <metric> to at least <90%>
  because "<reason>"`,
    "Changes one limit for one partner for a time.",
  ],
  [
    "credit",
    `credit <name>
  puts <10%> of <base> at risk each calendar <month|quarter|year>
  weight <100%> to <standard> when missed`,
    "Declares what a miss costs.",
  ],
  [
    "bonus",
    `bonus <name> on <standard>
  gives <50> EUR`,
    "Declares what is paid for success.",
  ],
  [
    "points",
    `points <name> on <standard>
  gives <0> points when <metric> at least <97%>
  gives <5> points otherwise`,
    "Declares points that verdicts give.",
  ],
  [
    "escalation",
    `escalation <name> on <standard>
  step <letter> when missed <2> times in rolling <3> months`,
    "Declares the steps that repeated misses lead to.",
  ],
  [
    "ratchet",
    `ratchet <name> on <standard>
  when met <12> months in a row
  raises limit to halfway between limit and average`,
    "Declares after which run a stricter limit is proposed.",
  ],
  [
    "scorecard",
    `scorecard <name>
  weight <100%> to <metric> scaled from <80%> to <100%>
  measured each calendar <month|quarter|year>`,
    "Declares a score of several metrics.",
  ],
  [
    "tiers",
    `tiers <name>
  level <gold> when <scorecard> at least <90>
  level <silver> otherwise
  assessed at the end of each calendar <half year|quarter|year>`,
    "Declares the levels that partners can reach.",
  ],
  [
    "ramp_up",
    `ramp_up <name>
  lasts <6> <months|weeks|days> since <opened_on>`,
    "Gives new partners time before anything is held against them.",
  ],
  [
    "attestation",
    `attestation <name> "<What is stated>"
  given by <partner|brand>
  recorded in <dataset>`,
    "Declares a fact that somebody states and proves.",
  ],
  [
    "duty",
    `duty <name> by <partner|brand>
  recorded in <dataset>
  due within <10> days after each calendar <month|quarter|year>`,
    "Declares something that is to be delivered.",
  ],
  [
    "touchpoint",
    `touchpoint <name>
  stage <stage>
  channel <channel>`,
    "Declares where customers meet the brand.",
  ],
  [
    "report",
    `report <name> for <partner|brand>
  shows <standards>`,
    "Declares an edition of a report.",
  ],
  [
    "test",
    `test <name> "<What is shown>"
  given <dataset> for "<P1>" in <2026-01>
  | rows |
  | <10> |
  expect <standard> for "<P1>" in <2026-01> is <met|missed|not_enough_data>`,
    "Gives rows and says what must come out.",
  ],
];
