/** Results in a few words, for the margin of a text: `3 of 12 partners missed in 2026-03`. */
import type { JudgeResult, LimitResult, Verdict } from "@tenet-lang/evaluator";

/** How many partners are named, and not only counted. */
const MOST_NAMED = 3;

/** The newest period in which a standard, attestation or duty was judged, in one line; null if it never was. */
export function headline(result: JudgeResult, name: string): string | null {
  const newest = newestOf(result, name);
  const [first] = newest;
  if (first === undefined) return null;
  const missed = newest.filter(({ verdict }) => verdict === "missed").length;
  const { label } = first.period;
  if (first.party.kind === "brand") return `${first.verdict} in ${label}`;
  const partners = newest.length === 1 ? "partner" : "partners";
  const judged =
    missed === 0
      ? `${newest.length} of ${newest.length} ${partners} met in ${label}`
      : `${missed} of ${newest.length} ${partners} missed in ${label}`;
  return `${judged}${unjudgedBeside(first, result)}`;
}

/** Who had too few rows to be judged in the same period: all would seem to be counted otherwise. */
function unjudgedBeside({ standard, period }: Verdict, { verdicts }: JudgeResult): string {
  const few = verdicts.filter(
    (one) =>
      one.standard === standard &&
      one.verdict === "not_enough_data" &&
      one.period.start === period.start &&
      one.period.end === period.end,
  );
  return few.length === 0 ? "" : `, ${few.length} without enough data`;
}

/** The same with the first who missed it, and by what; for a hover. */
export function details(result: JudgeResult, name: string): readonly string[] {
  const newest = newestOf(result, name);
  const shown = newest.filter(({ verdict, party }) => verdict === "missed" || party.kind === "brand");
  const lines = shown.slice(0, MOST_NAMED).map(verdictWords);
  const rest = shown.length - lines.length;
  return rest === 0 ? lines : [...lines, `and ${rest} more`];
}

/** The newest values of a metric under a limit, of the first partners. */
export function valuesOf(result: JudgeResult, metric: string): readonly string[] {
  const reading = result.verdicts.filter((one) => isJudged(one) && limitOn(one, metric) !== undefined);
  const newest = lastPeriod(reading);
  const lines = newest.slice(0, MOST_NAMED).flatMap((verdict) => {
    const limit = limitOn(verdict, metric);
    return limit === undefined
      ? []
      : [`${who(verdict)} in \`${verdict.period.label}\`: ${valueWords(limit)}`];
  });
  return newest.length > lines.length ? [...lines, `and ${newest.length - lines.length} more`] : lines;
}

/** The verdicts of a standard in the period that was judged last. */
export function newestOf({ verdicts }: JudgeResult, name: string): readonly Verdict[] {
  return lastPeriod(verdicts.filter((one) => one.standard === name && isJudged(one)));
}

function isJudged({ verdict }: Verdict): boolean {
  return verdict === "met" || verdict === "missed";
}

/** Those of the period that ended last; of periods that ended together, the one that began last. */
function lastPeriod(verdicts: readonly Verdict[]): readonly Verdict[] {
  const key = ({ period }: Verdict): string => `${period.end} ${period.start}`;
  const last = verdicts.map(key).toSorted().at(-1);
  return verdicts.filter((one) => key(one) === last);
}

function limitOn({ limits }: Verdict, metric: string): LimitResult | undefined {
  return limits.find((limit) => limit.metric === metric && limit.value !== null);
}

function verdictWords(verdict: Verdict): string {
  const limit =
    verdict.limits.find(({ met }) => met === false) ?? verdict.limits.find(({ value }) => value !== null);
  const what = limit === undefined ? verdict.verdict : `\`${limit.metric}\` ${valueWords(limit)}`;
  return `${who(verdict)}: ${what}${verdict.distance === null ? "" : `, ${verdict.distance.text}`}`;
}

function who({ party }: Verdict): string {
  return party.kind === "brand" ? "The brand" : `\`${party.key.replaceAll("`", "'")}\``;
}

/** `190 of 200 = 95%, at least 95%` */
function valueWords({ value, comparison, limit }: LimitResult): string {
  if (value === null) return `no value, ${comparison} ${limit}`;
  const shown = value.rounded?.text ?? value.text;
  const isShare = shown.endsWith("%") && value.numerator !== null && value.denominator !== null;
  const worked = isShare ? `${value.numerator} of ${value.denominator} = ${shown}` : shown;
  return `${worked}, ${comparison} ${limit}`;
}
