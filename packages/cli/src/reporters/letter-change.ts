/** What would have to be otherwise for another verdict, in rows where rows can tell it. */
import {
  type Bundle,
  type Distance,
  finalInstant,
  formatInstant,
  type LimitResult,
  type MetricValue,
  parseDay,
  parseInstant,
  type Verdict,
  zoneClock,
} from "@tenet-lang/evaluator";
import { barOf } from "./letter-measured.ts";
import {
  counted,
  groupedBy,
  type LetterItem,
  metricLabel,
  metricPlan,
  plainItem,
  rowNoun,
} from "./letter-words.ts";
import { comparedText, missedLimits, spaced, verdictWords } from "./words.ts";

/** What the lines below ask of the place where they are read. */
export interface ChangeView {
  /** An instant on the clocks of the agreement's zone. */
  readonly localOf: (instant: string) => string;
  readonly pathOf: (file: string) => string;
}

/** The items; none where nothing about the rows would change the verdict. */
export function changeItems(verdict: Verdict, bundle: Bundle, view: ChangeView): readonly LetterItem[] {
  switch (verdict.verdict) {
    case "missed":
      return [
        ...dutyItems(verdict, bundle),
        ...missedItems(verdict, bundle),
        ...evidenceItems(verdict, bundle),
      ];
    case "met":
      return [...marginItems(verdict, bundle), ...toleranceItems(verdict, bundle)];
    case "pending":
      return [pendingItem(verdict, bundle, view)];
    case "not_enough_data":
      return [needsItem(verdict, bundle, view)];
    case "excused":
      return [excusedItem(verdict, bundle, view)];
    case "not_applicable":
      return scopeItems(verdict, bundle, view);
  }
}

/** A duty that counts: nothing that was measured would have helped. */
function dutyItems({ missedBy }: Verdict, { duties }: Bundle): readonly LetterItem[] {
  if (missedBy === null) return [];
  const label = duties.find(({ name }) => name === missedBy)?.label ?? spaced(missedBy);
  return [plainItem(`The duty "${label}" would have had to be fulfilled in time`)];
}

/** What a met standard was forgiven, and how far that goes. */
function toleranceItems({ standard, limits, metrics }: Verdict, bundle: Bundle): readonly LetterItem[] {
  const plans = bundle.standards.find(({ name }) => name === standard)?.requires ?? [];
  const tolerated = new Set(limits.flatMap(({ toleratedBy }) => toleratedBy ?? []));
  return plans
    .flatMap(({ alternatives }) => alternatives)
    .flatMap(({ metric, tolerates }) => {
      if (tolerates === null || !tolerated.has(tolerates.metric)) return [];
      const found = metrics.find((each) => each.metric === tolerates.metric && each.group === null)?.value;
      const label = `"${metricLabel(bundle, tolerates.metric)}"`;
      const now = found == null ? "" : `; it was ${comparedText(found)}`;
      return [
        plainItem(
          `"${metricLabel(bundle, metric)}" is tolerated while ${label} is fewer than ${tolerates.fewerThan}${now}`,
        ),
      ];
    });
}

/** Whom and when the standard is about, in its own sentences: those that decide whether it applies. */
function scopeItems(verdict: Verdict, bundle: Bundle, { pathOf }: ChangeView): readonly LetterItem[] {
  const { standard, metrics, reasons } = verdict;
  const origin = bundle.standards.find(({ name }) => name === standard)?.origin;
  // Only a gate measures anything; of the other reasons only the scope stands in the standard. A golden letter holds its words.
  const isScope = reasons.some((reason) => reason.startsWith("The standard does not apply to this partner"));
  const word = metrics.length > 0 ? "applies when " : isScope ? "applies to " : null;
  const applying = (origin?.sentences ?? []).filter(({ text }) => word !== null && text.startsWith(word));
  return applying.map(({ line, text }) => ({
    text: `It ${text}`,
    details: [`written in ${pathOf(origin?.file ?? "")}:${line}`],
  }));
}

/** One item for each sentence that was missed: what would have met it, or one of its alternatives. */
function missedItems(verdict: Verdict, bundle: Bundle): readonly LetterItem[] {
  const sentences = groupedBy(missedLimits(verdict), ({ requirement }) => requirement);
  return [...sentences.values()].map((limits) => {
    const ways = limits.flatMap((limit) => waysOf(limit, verdict, bundle));
    const [only, ...others] = ways;
    if (only !== undefined && others.length === 0) return plainItem(only);
    const isEach = limits.some(({ group }) => group !== null);
    return {
      text: isEach
        ? "It would have been met with all of these:"
        : "It would have been met with one of these:",
      details: ways,
    };
  });
}

function waysOf(limit: LimitResult, verdict: Verdict, bundle: Bundle): readonly string[] {
  const name = quotedName(limit, bundle);
  const { distance, value } = limit;
  const rows = distance?.rows ?? null;
  const way =
    rows !== null
      ? `With ${counted(rows, rowNoun(bundle, limit.metric))} ${otherwise(limit, "short", bundle)}, ${name} would have been ${barOf(limit)}`
      : value === null
        ? `${name} has no value: rows that give it one are needed`
        : `${name} would have to be ${barOf(limit)}; ${standing(limit, value)}`;
  return [way, ...toleranceWays(limit, verdict, bundle)];
}

/** Where the value stands: as it is, in its rank, or beside the average of others. */
function standing({ bound, peers, rank }: LimitResult, value: MetricValue): string {
  const text = comparedText(value);
  if (rank !== null) return `it is ${text}, which is rank ${rank}${peers === null ? "" : ` of ${peers + 1}`}`;
  return bound === null ? `it is ${text}` : `it is ${text}, and the average is ${comparedText(bound)}`;
}

/** Exclusions that fit some rows and lack their evidence. Only the reasons tell, and a golden letter holds their words. */
function evidenceItems({ standard, reasons }: Verdict, bundle: Bundle): readonly LetterItem[] {
  const excluding = bundle.standards.find(({ name }) => name === standard)?.excluding ?? [];
  return bundle.exclusions.flatMap(({ name, label, evidence, recorded }) => {
    const isLacking = reasons.some((reason) =>
      reason.includes(`although the exclusion ${spaced(name)} fits`),
    );
    if (!excluding.includes(name) || !isLacking || evidence === null) return [];
    const where = recorded === null ? "" : ` in ${spaced(recorded.dataset)}`;
    const text = `With its evidence recorded${where}, the exclusion "${label ?? spaced(name)}" leaves out the rows that it fits`;
    return [{ text, details: [`its evidence: ${evidence}`] }];
  });
}

/** `"On time" for coast`: inside a sentence, where a label would not be seen to end. */
function quotedName(
  { metric, group }: { readonly metric: string; readonly group: string | null },
  bundle: Bundle,
): string {
  const label = `"${metricLabel(bundle, metric)}"`;
  return group === null ? label : `${label} for ${group}`;
}

function toleranceWays(limit: LimitResult, verdict: Verdict, bundle: Bundle): readonly string[] {
  const standard = bundle.standards.find(({ name }) => name === verdict.standard);
  const plans = standard?.requires[limit.requirement]?.alternatives ?? [];
  const tolerates = plans.find(({ metric }) => metric === limit.metric)?.tolerates ?? null;
  const found = verdict.metrics.find(({ metric, group }) => metric === tolerates?.metric && group === null);
  if (tolerates === null || found === undefined) return [];
  const label = metricLabel(bundle, tolerates.metric).toLowerCase();
  return [
    `Fewer than ${tolerates.fewerThan} ${label} would have been tolerated; there were ${found.value?.text ?? "none"}`,
  ];
}

/** How rows would have to differ: of a plain number, more or fewer of them; of a share, rows may turn or come. */
function otherwise(
  { metric, comparison }: Pick<LimitResult, "metric" | "comparison">,
  direction: Distance["direction"],
  bundle: Bundle,
): string {
  const kind = metricPlan(bundle, metric)?.form.kind;
  if (kind !== "count" && kind !== "distinct") return "otherwise";
  const isFloor = floors.has(comparison);
  if (!isFloor && !ceilings.has(comparison)) return "otherwise";
  return isFloor === (direction === "short") ? "more" : "fewer";
}

const floors: ReadonlySet<string> = new Set(["at least", "more than"]);
const ceilings: ReadonlySet<string> = new Set(["at most", "less than"]);

function marginItems({ distance, limits }: Verdict, bundle: Bundle): readonly LetterItem[] {
  if (distance === null) return [];
  const name = quotedName(distance, bundle);
  if (distance.rows === null) return [plainItem(`${name} is the nearest to its limit: ${distance.text}`)];
  const more = counted(distance.rows + 1, rowNoun(bundle, distance.metric));
  const nearest = limits.find(({ metric, group }) => metric === distance.metric && group === distance.group);
  const change = nearest === undefined ? "otherwise" : otherwise(nearest, "margin", bundle);
  return [plainItem(`With ${more} ${change}, ${name} would be missed; it is the nearest to its limit`)];
}

function pendingItem(verdict: Verdict, bundle: Bundle, { localOf }: ChangeView): LetterItem {
  const soFar =
    verdict.provisional === null
      ? []
      : [`as the rows stand, it would be ${verdictWords(verdict.provisional)}`];
  const open = verdict.flags.includes("provisional") ? ["what is still open may end either way"] : [];
  return { text: `It becomes final on ${localOf(finalOf(verdict, bundle))}`, details: [...soFar, ...open] };
}

/** When no row of the period can arrive any more: the latest `final` of the metrics that are read. */
function finalOf({ period, metrics }: Verdict, bundle: Bundle): string {
  const clock = zoneClock(bundle.zone);
  const endDay = (parseDay(period.lastDay) ?? 0) + 1;
  const finals = metrics.map(
    ({ metric }) => bundle.metrics.find(({ name }) => name === metric)?.final ?? null,
  );
  const instants = finals.map((final) => finalInstant(endDay, final, clock));
  return formatInstant(Math.max(parseInstant(period.end) ?? 0, ...instants));
}

function needsItem(verdict: Verdict, bundle: Bundle, { pathOf }: ChangeView): LetterItem {
  const unsure = verdict.limits.find(({ met, confidence }) => met === null && confidence !== null);
  if (unsure?.confidence != null) {
    const { percent } = unsure.confidence;
    return plainItem(
      `With more rows, or values nearer to each other, it can be told with ${percent} confidence`,
    );
  }
  const needs = bundle.standards.find(({ name }) => name === verdict.standard)?.needs ?? null;
  if (needs === null) return plainItem("It is judged once there are rows from which each metric has a value");
  const least = [...new Set(needs.rows.map(({ atLeast }) => String(atLeast)))].join(" or ");
  const { file, line, text } = needs.origin;
  return {
    text: `It is judged from ${least} ${spaced(needs.counts.name)} on`,
    details: [`written in ${pathOf(file)}:${line} as: ${text}`],
  };
}

/** A partner that is new, or a choice of the agreement, excuses; only the first ends by itself. */
function excusedItem({ provisional }: Verdict, { rampUps }: Bundle, { pathOf }: ChangeView): LetterItem {
  const would = provisional === null ? [] : [`without that, it would be ${verdictWords(provisional)}`];
  const excusing = rampUps.filter(({ suspends }) => suspends === null);
  const names = excusing.map(({ label, name }) => `"${label ?? spaced(name)}"`);
  if (names.length === 0) return { text: "It is judged once what excuses it is over", details: would };
  const places = excusing.map(({ origin }) => `written in ${pathOf(origin.file)}:${origin.line}`);
  return {
    text: `It is judged once the ramp-up ${names.join(" or ")} is over`,
    details: [...places, ...would],
  };
}
