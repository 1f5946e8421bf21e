/**
 * `gives`: what is paid for a row, for a verdict, or once for a period (SPEC §3.7.12 to §3.7.18).
 *
 * What its condition may read depends on that: fields of the row and the verdicts that go with it, or metrics,
 * verdicts of the period and fields of the partner.
 */
import type { Condition, GivesPlan, VerdictTest } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { amountOf, type MadeAmount } from "./amounts.ts";
import { metricsRead } from "./condition-names.ts";
import { bindCondition, bindTest } from "./conditions.ts";
import { conditionUses, type Use, verdictUse } from "./consequence-reads.ts";
import type { GivesReading } from "./gives-reading.ts";
import { timesOf } from "./gives-times.ts";
import { operatorOf } from "./operators.ts";
import { reportAlwaysGiven } from "./rules/always-given.rule.ts";
import { reportBandMetric } from "./rules/band-metric.rule.ts";
import { reportRowVerdict } from "./rules/row-verdict.rule.ts";
import { hasUnread } from "./scope.ts";
import { wordsOf } from "./site.ts";
import { namesRead } from "./standard-reads.ts";
import type { CheckedStandard } from "./standards.ts";
import type { Table } from "./tables.ts";
import { verdictKinds } from "./verdict-names.ts";

/** A `gives`, and what it reads. */
export interface MadeGives {
  readonly plan: GivesPlan<Condition>;
  readonly amount: MadeAmount;
  readonly uses: readonly Use[];
}

/** The plan of a `gives`; null where something in it was reported. */
export function givesOf(reading: GivesReading, node: ast.Gives): MadeGives | null {
  const { judging, site, rows } = reading;
  const amount = amountOf(judging, site, rows, node.amount);
  const times = timesOf(reading, node);
  const asked = askedOf(reading, node);
  checkAlways(reading, node);
  if (amount === null || times === null || asked === null) return null;
  const { uses, ...decision } = asked;
  const plan = { amount: amount.plan, times: times.plan, ...decision, origin: site.origin(node.span) };
  return { plan, amount, uses: [...amount.uses, ...times.uses, ...uses] };
}

/** Something that is put once to every period and depends on nothing would be a price, not a consequence. */
function checkAlways({ site, on, rows }: GivesReading, node: ast.Gives): void {
  const dependsOnNothing = on === null && rows === null && node.when === null;
  if (dependsOnNothing && node.times === null) reportAlwaysGiven(site, node.span);
}

type Asked = Pick<GivesPlan<Condition>, "where" | "verdicts" | "when" | "metrics"> & {
  readonly uses: readonly Use[];
};

const NOTHING_ASKED: Asked = { where: null, verdicts: [], when: null, metrics: [], uses: [] };

function askedOf(reading: GivesReading, { when }: ast.Gives): Asked | null {
  if (reading.rows === undefined) return null;
  if (when === null) return NOTHING_ASKED;
  return reading.rows === null ? askedOfPeriod(reading, when) : askedOfRow(reading, reading.rows, when);
}

function askedOfPeriod(reading: GivesReading, node: ast.Condition): Asked | null {
  const { judging, site, on } = reading;
  const what = { kind: "verdicts", what: "`gives`", also: ["partner"] } as const;
  const when = bindCondition(judging.world, site, what, node);
  if (when === null) return null;
  const metrics = metricsRead(when);
  if (on === undefined || (on !== null && !areRead(reading, on, node))) return null;
  return { ...NOTHING_ASKED, when, metrics, uses: conditionUses(judging, node) };
}

/** With `on`, a condition reads only metrics that the standard reads: they are measured in its windows. */
function areRead({ judging, site }: GivesReading, on: CheckedStandard, node: ast.Condition): boolean {
  // What only chooses the window has no value in it.
  const sentences = on.node.sentences.filter(({ kind }) => kind !== "Measured");
  const read = new Set(namesRead({ ...on.node, sentences }).map(({ text }) => text));
  // A sentence that could not be read may be the one that names it.
  if (hasUnread(on)) return true;
  const odd = leftNames(node).find((name) => judging.world.metrics.has(name.text) && !read.has(name.text));
  if (odd !== undefined) reportBandMetric(site, odd, on.node.name.text);
  return odd === undefined;
}

/** The bare names on the left of comparisons. */
function leftNames(node: ast.Condition): readonly ast.Name[] {
  switch (node.kind) {
    case "And":
    case "Or":
      return node.operands.flatMap(leftNames);
    case "Not":
      return leftNames(node.operand);
    case "Comparison":
      return node.left.form === "field" ? [node.left.name] : [];
    case "Lookup":
      return [];
  }
}

function askedOfRow(reading: GivesReading, table: Table, node: ast.Condition): Asked | null {
  const { judging, site } = reading;
  const parts = joinedByAnd(node);
  const isVerdict = (part: ast.Condition): part is ast.Comparison =>
    part.kind === "Comparison" && part.left.form === "field" && namesVerdict(reading, table, part.left.name);
  const comparisons = parts.filter(isVerdict);
  const rest = parts.filter((part) => !isVerdict(part));
  const hidden = rest.flatMap(leftNames).find((name) => namesVerdict(reading, table, name));
  if (hidden !== undefined) {
    reportRowVerdict(site, hidden);
    return null;
  }
  const tests = comparisons.map((part) => testOf(reading, part)).filter((test) => test !== null);
  const row = { kind: "row", table } as const;
  const bound = rest
    .map((part) => bindCondition(judging.world, site, row, part))
    .filter((one) => one !== null);
  if (tests.length !== comparisons.length || bound.length !== rest.length) return null;
  const uses = comparisons.map((part) => verdictUse(judging, part.left.name));
  return { ...NOTHING_ASKED, where: allOf(bound), verdicts: tests, uses };
}

function joinedByAnd(node: ast.Condition): readonly ast.Condition[] {
  return node.kind === "And" ? node.operands.flatMap(joinedByAnd) : [node];
}

function allOf(conditions: readonly Condition[]): Condition | null {
  const [only] = conditions;
  if (only === undefined) return null;
  return conditions.length === 1 ? only : { kind: "and", of: conditions };
}

/** A name that is a field of the row is the field. */
function namesVerdict({ judging }: GivesReading, table: Table, name: ast.Name): boolean {
  if (table.fields.has(name.text)) return false;
  const kind = judging.world.scope.names.get(name.text)?.node.kind;
  return verdictKinds.some((one) => one === kind);
}

function testOf({ judging, site }: GivesReading, { left, test }: ast.Comparison): VerdictTest | null {
  const side = {
    words: wordsOf(site.file, left.span),
    span: left.span,
    type: { kind: "verdict" },
    civil: false,
    row: null,
  } as const;
  const right = bindTest(judging.world, site, side, test);
  const operator = operatorOf(test);
  if (right === null || (operator !== "is" && operator !== "is_not" && operator !== "is_one_of")) return null;
  const verdicts = right.filter((literal) => literal.kind === "verdict").map(({ verdict }) => verdict);
  return { name: left.name.text, operator, verdicts };
}
