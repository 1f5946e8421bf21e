/** What random cases were made of: kinds of verdicts, constructs of the language, windows without rows. */
import type { ReferenceFinding } from "../reference/consequences/finding.ts";
import type { Outcome } from "./agreement-of-runtimes.ts";
import { countSides, oneSided, type Sides } from "./sides.ts";

export interface Statistics {
  agreements: number;
  cases: number;
  refused: number;
  readonly verdicts: Map<string, number>;
  readonly limits: Map<string, number>;
  readonly constructs: Map<string, number>;
  /** Findings by kind, and of those that found something. */
  readonly findings: Map<string, number>;
  /** Terms that may act or not, and how often they did either. */
  readonly sides: Map<string, Sides>;
  /** Cases judged by several versions, verdicts and findings by each, and verdicts that an earlier result said otherwise. */
  readonly together: Map<string, number>;
  windows: number;
  emptyWindows: number;
}

export const statistics = (): Statistics => ({
  agreements: 0,
  cases: 0,
  refused: 0,
  verdicts: new Map(),
  limits: new Map(),
  constructs: new Map(),
  findings: new Map(),
  sides: new Map(),
  together: new Map(),
  windows: 0,
  emptyWindows: 0,
});

/** Constructs by the words that show them in a text. */
const constructs: Readonly<Record<string, RegExp>> = {
  "half years in a row": /half years in a row/,
  attestation: /^attestation/m,
  "valid for a time": /^ {2}valid (\d|until)/m,
  "once due": /^ {2}due (on \d{4}|within .* of )/m,
  "duty after each span": /^ {2}due .* after each/m,
  "duty that asks": /^ {2}due .* after each.*\n {2}when /m,
  "duty that counts as missed": /^ {2}if missed/m,
  "percent of": /percent of/,
  "number of": /metric \w+ number of (?!different)/,
  "number of different": /number of different/,
  "average of": /average of \w+ in/,
  "sum of": /sum of/,
  "median of": /median of/,
  "percentile of": /percentile \S+ of/,
  "lowest or highest of": /(lowest|highest) of/,
  "net score of": /net score of/,
  "rate of": /rate of/,
  "ratio of": /ratio of/,
  "latest of a field": /metric \w+ latest/,
  "average of a metric each span": /average of \w+ each/,
  "metric dated": /\n {2}dated \w+\n(?! {2}(field|missing|keeps|duplicates))/,
  final: /final/,
  "counts at most": /counts at most/,
  and: / and /,
  or: / or /,
  not: /where not |\(not | not \w+ (is|at|more)/,
  "is given": /is given/,
  "is one of": /is one of/,
  "date of": /date of/,
  "partner.FIELD in rows": /metric.*partner\./,
  "look-up": /has \w+ with same/,
  "look-up in a stretch of time": /in the \d+ \w+ after/,
  matches: /matches/,
  "for each": /for each/,
  tolerates: /tolerates/,
  "or-limits": /requires .* or /,
  "limit by partner": /(least|most|than|is|to) \S+( \w+)? where partner/,
  "limit by date": /from \d{4}-\d\d-\d\d\n/,
  amendment: /\namendment/,
  exclusion: /excluding/,
  "affected partners": /partners affected/,
  evidence: /recorded in/,
  "needs a dataset or count": /needs at least/,
  "needs by partner": /needs at least .* where/,
  "missing data counts as": /missing data counts/,
  "applies to": /applies to/,
  "applies when": /applies when/,
  "warns when": /warns when/,
  "calendar windows": /measured each calendar/,
  "rolling days or weeks": /rolling \d+ (days|weeks)/,
  "rolling months or longer": /rolling \d+ (months|quarters|years)/,
  "rolling calendar spans": /rolling \d+ calendar/,
  "latest N": /over latest/,
  adaptive: /measured .* when/,
  "assessed at the end of": /assessed at the end/,
  "assessed on day": /assessed on day/,
  rounding: /rounding \d/,
  "year starts on": /year starts/,
  "brand standards": /requires .*[\s\S]*survey/,
  "partners found in the data": /^(?![\s\S]*\npartners from)/,
  active: /active from/,
  "partner in": /partner \w+ in/,
  "dated in": /dated \w+ in/,
  "keeps latest": /keeps latest/,
  "duplicates once": /duplicates counted once/,
  "valid from": /valid from/,
  "missing is": /missing is/,
  "one row per key": /one row per vid/,
  "clock of a log": /clock \w+ on events/,
  "clock of rows": /clock \w+ on tickets/,
  "starts at": /starts at filed_at/,
  "stops when last": /stops when state last/,
  restarts: /restarts when/,
  pauses: /pauses while/,
  "counts time in": /counts time in/,
  "due at": /due at/,
  "due within": /due within/,
  "due by conditions": /due within .* where/,
  "due in business days": /within \d business days/,
  "due the same day": /within 0 business days/,
  "cases by due date": /dated due_at/,
  "time outside": /percent of time outside/,
  calendar: /\ncalendar/,
  "calendar by partner": /closed holidays by/,
  holidays: /closed holidays "/,
  "cut off": /cut off/,
  "calendar in another zone": /\ncalendar \w+\n {2}time zone/,
  "business days in a look-up": /in the \d business days after/,
  "assessed on business day": /assessed on business day/,
  confidence: /judged with/,
  "peer average": /peer average/,
  "best of peers": /in best/,
  "peers by a field": /(average|peers) by /,
  "partner years": /each partner year/,
  "ramp-up for a time": /ramp_up[^\n]*\n {2}lasts/,
  "ramp-up for so many rows": /ramp_up[^\n]*\n {2}until/,
  "ramp-up that suspends": /suspends/,
  "business days between dates": /days from \w+ to \w+ in/,
  "puts at risk": /puts .* at risk/,
  "pays for rows": /pays for rows/,
  "points below the limit": /percentage point below/,
  "started units": /for each started/,
  "gives with bands": /gives .* when/,
  forgives: /forgives/,
  "capped credits": /capped at .* each/,
  unless: /unless/,
  "ignores amounts": /ignores amounts/,
  "earns back": /earns back/,
  bonus: /\nbonus/,
  points: /\npoints/,
  doubled: /doubled when/,
  escalation: /\nescalation/,
  cure: /cure within/,
  "steps by steps": /is not cured|is cured/,
  resets: /resets after/,
  exceeded: /exceeded/,
  ratchet: /\nratchet/,
  "ratchet with a cap": /\nratchet[\s\S]*?\n {2}capped at \d\S*%\n/,
  "`on` beside `puts`": /\ncredit \w+ "[^"]*" on \w+\n {2}puts/,
  "`on` beside `puts` and `forgives`": /\ncredit \w+ "[^"]*" on \w+\n {2}puts(?:.*\n {2})*?forgives/,
  "started seconds, minutes, hours": /for each started (second|minute|hour)/,
  "started days": /for each started day/,
  "started weeks": /for each started week/,
  "times in rolling days or weeks": /times in rolling \d+ (days|weeks)/,
  "times in rolling months or longer": /times in rolling \d+ (months|quarters|years)/,
  "two caps": /capped at .* each.*\n {2}capped at .* each/,
  "several gates": /applies when .*\n {2}applies when/,
  "several warnings": /warns when .*\n {2}warns when/,
  "adaptive with three lines": /measured .* when .*\n {2}measured .* when/,
  "partner years from an instant": /partner year from joined_at/,
  "ramp-up since an instant": /since joined_at/,
  "ramp-up that suspends two": /suspends \w+, /,
  "stops when a number or yes": /stops when (ok|level)/,
  "date of two columns": /from "Y", "M"\n/,
  "closed on": /closed on \d/,
  contains: /contains "/,
  "steps of verdicts alone": /\nescalation \w+ "[^"]*"\n/,
  notice: /notice within/,
  "weight to an attestation or duty": /weight \S+ to h\d/,
  "tiers on a business day": /\ntiers \w+ "[^"]*"\n {2}assessed on business/,
  touchpoint: /\ntouchpoint/,
  report: /\nreport/,
  scorecard: /\nscorecard/,
  tiers: /\ntiers/,
};

/** Adds a case. */
export function record(into: Statistics, text: string, outcome: Outcome): void {
  const { results, prepared } = outcome;
  into.agreements += 1;
  recordTogether(into.together, outcome);
  for (const [name, pattern] of Object.entries(constructs))
    if (pattern.test(text)) count(into.constructs, name);
  for (const result of results) {
    const { verdicts, findings, isRefused } = result;
    if (prepared.model !== null) countSides(into.sides, prepared.model, result);
    for (const finding of findings) count(into.findings, foundBy(finding));
    into.cases += 1;
    if (isRefused) into.refused += 1;
    for (const { verdict, limits, used } of verdicts) {
      count(into.verdicts, verdict);
      into.windows += 1;
      if (used === 0) into.emptyWindows += 1;
      for (const { met } of limits) count(into.limits, met === null ? "undecided" : met ? "met" : "missed");
    }
  }
}

function recordTogether(into: Map<string, number>, { versions, restated }: Outcome): void {
  if (restated > 0) count(into, "restated verdicts", restated);
  if (versions === null || versions.isRefused) return;
  count(into, `cases of ${versions.runs.length} versions`);
  for (const { version } of versions.verdicts) count(into, `verdicts of ${version}`);
  for (const { version, finding } of versions.findings) {
    count(into, `findings of ${version}`);
    if (finding.details.earnedBack !== undefined && Number(finding.details.earnedBack) > 0)
      count(into, `earned back under ${version}`);
  }
}

/** `credit of something`, `points of nothing`. */
function foundBy({ kind, value, exact }: ReferenceFinding): string {
  const isNothing = exact === null ? value === null || value === "none" : exact.n === 0n;
  return `${kind} of ${isNothing ? "nothing" : "something"}`;
}

const count = (into: Map<string, number>, key: string, times = 1): void => {
  into.set(key, (into.get(key) ?? 0) + times);
};

/** Constructs that no case used, and terms of which only one side was seen. */
export const unused = ({ constructs: used, sides }: Statistics): readonly string[] => [
  ...Object.keys(constructs).filter((name) => !used.has(name)),
  ...oneSided(sides).map((name) => `both sides of: ${name}`),
];

/** The statistics in a few lines. */
export function report(found: Statistics): string {
  const list = (counts: ReadonlyMap<string, number>): string =>
    [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([name, times]) => `${name} ${times}`)
      .join(", ");
  return [
    `${found.agreements} agreements, ${found.cases} cases, ${found.refused} of them with data that is refused`,
    `verdicts: ${list(found.verdicts)}; ${found.emptyWindows} of ${found.windows} windows without rows`,
    `limits: ${list(found.limits)}`,
    `findings: ${list(found.findings)}`,
    `agreements with: ${list(found.constructs)}`,
    `sides: ${[...found.sides].map(([name, { acts, rests }]) => `${name} ${acts} of ${acts + rests}`).join(", ")}`,
    `judged together or again: ${list(found.together)}`,
  ].join("\n");
}
