/**
 * The sentences of credits and bonuses but for `gives`, each by itself (SPEC §3.7.7 to §3.7.20, §4.6).
 *
 * Of a sentence that may be left out, null is that it is not there, and undefined that something in it was reported.
 */
import type { MoneyPlan, WeightPlan } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { amountOf, type MadeAmount, moneyOf } from "./amounts.ts";
import {
  type Judging,
  standardNamed,
  type Use,
  verdictNamed,
  verdictTest,
  verdictUse,
} from "./consequence-reads.ts";
import { eachSpan } from "./each.ts";
import { eventPlan, spanOf } from "./events.ts";
import { compareRatios, decimalRatio, percentRatio, sumOf, wholeNumber } from "./exact.ts";
import type { GivesReading } from "./gives-reading.ts";
import type { NamedSpan } from "./periods.ts";
import { isDated, isValidity } from "./row-dates.ts";
import { reportCapSpan } from "./rules/cap-span.rule.ts";
import { reportDatedNeeded } from "./rules/dated-needed.rule.ts";
import { reportEventNeedsStandard } from "./rules/event-needs-standard.rule.ts";
import { reportMixedSpans } from "./rules/event-unit.rule.ts";
import { reportExclusionUnread } from "./rules/exclusion-unread.rule.ts";
import { checkExact } from "./rules/too-fine.rule.ts";
import { reportValidRows } from "./rules/valid-rows.rule.ts";
import { reportWeights } from "./rules/weights.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import { type Declared, hasUnread, resolve, sentenceOf, sentencesOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { datasetsBehind } from "./standard-reads.ts";
import type { Table } from "./tables.ts";
import { tableNamed } from "./world.ts";

export type MoneyDeclaration = ast.CreditDeclaration | ast.BonusDeclaration;
type SentenceOf<K extends ast.CreditSentence["kind"]> = Extract<ast.CreditSentence, { readonly kind: K }>;
type Plan = MoneyPlan<never>;

/** What is known of a credit or bonus while its sentences are checked. */
export interface Money extends GivesReading {
  readonly declared: Declared<MoneyDeclaration>;
  readonly head: MoneyDeclaration;
  /** A bonus has some of the sentences of a credit. */
  readonly node: Pick<ast.CreditDeclaration, "sentences">;
}

/** The credit or bonus of a declaration, with its standard and its rows. */
export function moneyOn(judging: Judging, declared: Declared<MoneyDeclaration>): Money {
  const { site, node: head } = declared;
  const node: Money["node"] = head;
  const on = head.on === null ? null : (standardNamed(judging, site, head.on) ?? undefined);
  const pays = sentenceOf(node, "PaysForRows");
  const unpaid = hasUnread(declared) ? undefined : null;
  const rows = pays === null ? unpaid : rowsOf(judging, site, pays.dataset);
  return { judging, site, kind: head.kind === "Credit" ? "credit" : "bonus", on, rows, declared, head, node };
}

/** The rows paid for; they need a date that puts them into a period. */
function rowsOf({ world }: Judging, site: Site, name: ast.Name): Table | undefined {
  const table = tableNamed(world, site, name);
  if (table === null) return undefined;
  if (table.unread) return table;
  if (isValidity(table)) reportValidRows(site, name.span, table.name);
  else if (isDated(table)) return table;
  else reportDatedNeeded(site, name.span, table.name, "paying for its rows");
  return undefined;
}

interface MadePool {
  readonly plan: NonNullable<Plan["pool"]>;
  readonly amount: MadeAmount;
  readonly span: NamedSpan;
  readonly uses: readonly Use[];
}

/** What is at risk, and what each miss costs of it. */
export function poolOf({ judging, site, node }: Money): MadePool | null | undefined {
  const puts = sentenceOf(node, "PutsAtRisk");
  const nodes = sentencesOf(node, "MissWeight");
  const weights = nodes.map((one) => weightOf(judging, site, one)).filter((one) => one !== null);
  const fits = checkWeights(site, nodes, sentenceOf(node, "Capped") !== null);
  if (puts === null) return nodes.length === 0 ? null : undefined;
  const amount = amountOf(judging, site, null, puts.amount);
  const unit = eachSpan(site, puts.each, "what is at risk");
  if (amount === null || unit === null || !fits || weights.length !== nodes.length) return undefined;
  return {
    plan: { atRisk: amount.plan, weights, origin: site.origin(puts.span) },
    amount,
    span: { unit, span: puts.each.span },
    uses: [...amount.uses, ...nodes.map(({ name }) => verdictUse(judging, name))],
  };
}

function weightOf(judging: Judging, site: Site, node: SentenceOf<"MissWeight">): WeightPlan | null {
  const declared = verdictNamed(judging, site, node.name);
  if (!checkExact(site, node.percent, node.percent.text)) return null;
  const percent = percentRatio(node.percent.text);
  if (compareRatios(percent, decimalRatio("0")) <= 0) {
    reportWeights(site, node.percent.span, "a weight is above 0%");
    return null;
  }
  return declared === null ? null : { name: node.name.text, percent, origin: site.origin(node.span) };
}

/** Each name once; together no more than there is at risk, unless a cap says so. */
function checkWeights(site: Site, nodes: readonly SentenceOf<"MissWeight">[], isCapped: boolean): boolean {
  const twice = nodes.find(
    ({ name }, index) => nodes.findIndex((other) => other.name.text === name.text) < index,
  );
  if (twice !== undefined) {
    reportWeights(site, twice.name.span, `\`${twice.name.text}\` already has a weight`);
    return false;
  }
  const sum = sumOf(nodes.map(({ percent }) => percentRatio(percent.text)));
  const last = nodes.at(-1);
  if (isCapped || last === undefined || compareRatios(sum, decimalRatio("1")) <= 0) return true;
  const message =
    "the weights add up to more than 100% of what is at risk, and no `capped` says what holds then";
  reportWeights(site, last.percent.span, message);
  return false;
}

interface MadeCap {
  readonly plan: Plan["caps"][number];
  readonly amount: MadeAmount;
  readonly span: NamedSpan;
}

/** `capped at AMOUNT each SPAN`; a bare percentage caps a ratchet, and nothing here. */
export function capOf({ judging, site, kind }: Money, node: ast.Capped): MadeCap | undefined {
  if (node.each === null || node.amount.kind === "Percent") {
    const message = `a ${kind} is capped at money, or at a part of some: write what the percentage is of, and \`each calendar year\``;
    reportCapSpan(site, node.amount.span, message);
    return undefined;
  }
  const amount = amountOf(judging, site, null, node.amount);
  const unit = eachSpan(site, node.each, "a cap");
  if (amount === null || unit === null) return undefined;
  const plan = { amount: amount.plan, span: unit, origin: site.origin(node.span) };
  return { plan, amount, span: { unit, span: node.each.span } };
}

interface MadeForgives {
  readonly plan: NonNullable<Plan["forgives"]>;
  readonly span: NamedSpan;
}

/** `forgives N misses each SPAN` */
export function forgivesOf(site: Site, node: SentenceOf<"Forgives"> | null): MadeForgives | null | undefined {
  if (node === null) return null;
  const misses = wholeNumber(node.misses.text, 1);
  if (misses === null) reportWholeNumber(site, node.misses, 1);
  const unit = eachSpan(site, node.each, "forgiving");
  if (misses === null || unit === null) return undefined;
  const plan = { misses, span: unit, origin: site.origin(node.span) };
  return { plan, span: { unit, span: node.each.span } };
}

/** `unless NAME is VERDICT` */
export function unlessOf(
  { judging, site }: Money,
  node: SentenceOf<"Unless">,
): Plan["unless"][number] | undefined {
  const test = verdictTest(judging, site, node.name, node.verdict);
  return test === null ? undefined : { ...test, when: null, origin: site.origin(node.span) };
}

/** `ignores amounts of at most AMOUNT` */
export function ignoresOf(
  site: Site,
  node: SentenceOf<"IgnoresAmounts"> | null,
): MadeAmount | null | undefined {
  return node === null ? null : (moneyOf(site, node.amount) ?? undefined);
}

/** `earns back when EVENT`: asked of every standard that is weighted or stands after `on`, so it must fit each. */
export function earnsBackOf(
  { judging, site, node, head }: Money,
  sentence: SentenceOf<"EarnsBack"> | null,
): Plan["earnsBack"] | undefined {
  if (sentence === null) return null;
  const weighted = sentencesOf(node, "MissWeight").map(({ name }) => name);
  const names = [...weighted, ...(head.on === null ? [] : [head.on])];
  const standards = names.filter(({ text }) => judging.standards.has(text));
  if (standards.length === 0) {
    const isKnown = names.every(({ text }) => judging.world.scope.names.has(text));
    if (isKnown) reportEventNeedsStandard(site, sentence.event.span, "earning back");
    return undefined;
  }
  const { event } = sentence;
  const checked = standards.map(({ text }) => judging.standards.get(text) ?? null);
  const spans = [
    ...new Set(checked.flatMap((standard) => (standard?.model ? [spanOf(standard.model)] : []))),
  ];
  if (event.count?.kind === "InARow" && spans.length > 1) {
    reportMixedSpans(site, event.span, spans);
    return undefined;
  }
  const plans = checked.map((standard) => eventPlan(judging, site, standard, event));
  const [plan] = plans;
  return plan == null || plans.includes(null) ? undefined : { ...plan, when: null };
}

/** Names after `excluding`: exclusions of the rows that are paid for or counted. */
export function excludedNames({ judging, site, node, head }: Money): readonly string[] | undefined {
  const paid = [
    ...sentencesOf(node, "PaysForRows").map(({ dataset }) => dataset),
    ...sentencesOf(node, "Gives").flatMap(({ times }) =>
      times?.kind === "StartedUnits" ? [times.dataset] : [],
    ),
  ];
  const tables = paid
    .map(({ text }) => judging.world.tables.get(text))
    .filter((table) => table !== undefined);
  const read = new Set(tables.flatMap(datasetsBehind));
  let sound = true;
  const names = sentencesOf(node, "Excluding").flatMap((sentence) => sentence.names);
  for (const name of names) {
    const declared = resolve(judging.world.scope, site, name, ["Exclusion"]);
    const removed =
      declared === null ? undefined : sentenceOf(declared.node, "Removes")?.population.dataset.text;
    const isUnread = removed !== undefined && judging.world.tables.has(removed) && !read.has(removed);
    if (isUnread) reportExclusionUnread(site, name, removed, head.name.text);
    if (declared === null || isUnread) sound = false;
  }
  return sound ? names.map(({ text }) => text) : undefined;
}

/** `additional to CREDIT` */
export function additionalName({ judging, site, node }: Money): string | null | undefined {
  const sentence = sentenceOf(node, "AdditionalTo");
  if (sentence === null) return null;
  return resolve(judging.world.scope, site, sentence.credit, ["Credit"])?.node.name.text;
}
