/**
 * Conditions: names bound, both sides of every comparison of one type (SPEC chapter 2).
 *
 * What a name on the left means depends on where the condition stands: in a population it is a field of the row, in
 * `applies to partners where` a field of the partner, in a gate, warning or adaptive window a metric; the rows of a
 * limit read the partner only, as `partner.FIELD`. The result is null where something in the condition was reported.
 */
import type { Condition, Literal, LookupUnit, Operand } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { businessDaysOfAll } from "./business-days.ts";
import { wholeNumber } from "./exact.ts";
import { bindLiteral, type LeftSide } from "./literals.ts";
import { checkOperator, operatorOf } from "./operators.ts";
import { checkKey, dateType, isDated, momentField } from "./row-dates.ts";
import { reportClockCondition } from "./rules/clock-condition.rule.ts";
import { reportDateOf } from "./rules/date-of.rule.ts";
import { reportDatedNeeded } from "./rules/dated-needed.rule.ts";
import { reportElapsedAfterDate, reportElapsedTime } from "./rules/elapsed-time.rule.ts";
import { checkLiteralRange } from "./rules/empty-range.rule.ts";
import { reportGateReads } from "./rules/gate-reads.rule.ts";
import { reportNoPartner, reportPartnerInLookup } from "./rules/no-partner.rule.ts";
import { reportPartnerCondition } from "./rules/partner-condition.rule.ts";
import { reportPartnersNotDeclared } from "./rules/partners-not-declared.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import { resolve } from "./scope.ts";
import { type Site, wordsOf } from "./site.ts";
import { fieldOf, type Table } from "./tables.ts";
import type { ValueType } from "./types.ts";
import { verdictKinds } from "./verdict-names.ts";
import { metricNamed, tableNamed, type World } from "./world.ts";

/** What the names in a condition are. */
export type Reading =
  /** Fields of a row, and `partner.FIELD`. */
  | {
      readonly kind: "row";
      readonly table: Table;
      readonly isLookedUp?: boolean;
      /** A sentence of a clock: no look-ups, and where it pauses no partner either. */
      readonly clock?: "pauses" | "due";
    }
  /** Fields of the partner by their bare names. */
  | { readonly kind: "partner" }
  /** `partner.FIELD` only. */
  | { readonly kind: "terms" }
  /** Metrics; `what` is the sentence, for messages. */
  | { readonly kind: "metrics"; readonly what: string }
  /** Metrics and verdict names (SPEC §3.7.4), and what else is listed: `partner.FIELD`, scorecards. */
  | { readonly kind: "verdicts"; readonly what: string; readonly also: readonly ("partner" | "score")[] };

/** The bound condition, or null where a part of it was reported or cannot be known. */
export function bindCondition(
  world: World,
  site: Site,
  reading: Reading,
  node: ast.Condition,
): Condition | null {
  switch (node.kind) {
    case "And":
      return bindAll(world, site, reading, node.operands, "and");
    case "Or":
      return bindAll(world, site, reading, node.operands, "or");
    case "Not": {
      const of = bindCondition(world, site, reading, node.operand);
      return of === null ? null : { kind: "not", of };
    }
    case "Comparison":
      return bindComparison(world, site, reading, node);
    case "Lookup":
      return bindLookup(world, site, reading, node);
  }
}

/** An optional condition: undefined where it was reported. */
export function bindOptional(
  world: World,
  site: Site,
  reading: Reading,
  node: ast.Condition | null,
): Condition | null | undefined {
  return node === null ? null : (bindCondition(world, site, reading, node) ?? undefined);
}

function bindAll(
  world: World,
  site: Site,
  reading: Reading,
  nodes: readonly ast.Condition[],
  kind: "and" | "or",
): Condition | null {
  const of = nodes.map((node) => bindCondition(world, site, reading, node)).filter((one) => one !== null);
  return of.length === nodes.length ? { kind, of } : null;
}

function bindComparison(world: World, site: Site, reading: Reading, node: ast.Comparison): Condition | null {
  const left = bindLeft(world, site, reading, node.left);
  if (left === null) return null;
  const right = bindTest(world, site, left, node.test);
  return right === null
    ? null
    : { kind: "compare", left: left.operand, operator: operatorOf(node.test), right };
}

/** The right sides of a test whose left side is known; null where one was reported. */
export function bindTest(
  world: World,
  site: Site,
  left: LeftSide,
  test: ast.Test,
): readonly Literal[] | null {
  if (!checkOperator(world, site, left, test)) return null;
  const right = test.values
    .map((value) => bindLiteral(world, site, left, value))
    .filter((one) => one !== null);
  if (right.length !== test.values.length) return null;
  if (test.operator === "fromTo" && !checkLiteralRange(site, test, right)) return null;
  return right;
}

interface BoundLeft extends LeftSide {
  readonly operand: Operand;
}

function bindLeft(world: World, site: Site, reading: Reading, left: ast.Left): BoundLeft | null {
  if (left.form === "partner") return bindPartnerField(world, site, reading, left);
  switch (reading.kind) {
    case "row":
      return bindRowField(site, reading.table, left);
    case "metrics":
      return bindMetric(world, site, reading.what, left);
    case "verdicts":
      return bindFinding(world, site, reading, left);
    case "partner":
      return left.form === "field" ? partnerSide(world, site, left) : refusePartnerDate(site, left);
    case "terms":
      reportPartnerCondition(site, left, world.partners?.fields.has(left.name.text) === true);
      return null;
  }
}

function sideOf(
  site: Site,
  left: ast.Left,
  operand: Operand,
  type: ValueType | null,
  row: Table | null,
): BoundLeft | null {
  if (type === null) return null;
  const { span } = left;
  return { words: wordsOf(site.file, span), span, operand, type, civil: operand.kind === "date_of", row };
}

function bindRowField(site: Site, table: Table, left: ast.Left): BoundLeft | null {
  const field = fieldOf(site, table, left.name);
  const name = left.name.text;
  if (field === null || field.type === null) return null;
  if (left.form === "field") return sideOf(site, left, { kind: "field", name }, field.type, table);
  if (field.type.kind !== "timestamp") {
    reportDateOf(site, left, field.type);
    return null;
  }
  return sideOf(site, left, { kind: "date_of", name }, { kind: "date" }, table);
}

function bindMetric(world: World, site: Site, what: string, left: ast.Left): BoundLeft | null {
  if (left.form === "dateOf") {
    reportGateReads(site, left.span, what);
    return null;
  }
  const metric = metricNamed(world, site, left.name);
  if (metric === null) return null;
  return sideOf(site, left, { kind: "metric", name: metric.name }, metric.type, null);
}

/** A metric, a verdict by the name of what gives it, or a score. */
function bindFinding(
  world: World,
  site: Site,
  reading: Reading & { readonly kind: "verdicts" },
  left: ast.Left,
): BoundLeft | null {
  if (left.form === "dateOf") {
    reportGateReads(site, left.span, reading.what, wordsRead(reading));
    return null;
  }
  const scores = reading.also.includes("score") ? (["Scorecard"] as const) : [];
  const declared = resolve(world.scope, site, left.name, ["Metric", ...verdictKinds, ...scores]);
  if (declared === null) return null;
  const name = left.name.text;
  switch (declared.node.kind) {
    case "Metric":
      return bindMetric(world, site, reading.what, left);
    case "Scorecard":
      return sideOf(site, left, { kind: "score", name }, { kind: "number", counting: "either" }, null);
    default:
      return sideOf(site, left, { kind: "verdict", name }, { kind: "verdict" }, null);
  }
}

/** What a sentence may compare, for messages. */
function wordsRead({ also }: Reading & { readonly kind: "verdicts" }): string {
  const words = [
    "metrics",
    "verdicts",
    ...also.map((one) => (one === "score" ? "scores" : "fields of partners")),
  ];
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function bindPartnerField(world: World, site: Site, reading: Reading, left: ast.Left): BoundLeft | null {
  if (reading.kind === "metrics") {
    reportGateReads(site, left.span, reading.what);
    return null;
  }
  if (reading.kind === "verdicts" && !reading.also.includes("partner")) {
    reportGateReads(site, left.span, reading.what, wordsRead(reading));
    return null;
  }
  if (reading.kind === "row" && reading.clock === "pauses") {
    reportClockCondition(site, left.span, "partner");
    return null;
  }
  if (reading.kind === "row" && reading.isLookedUp === true) {
    reportPartnerInLookup(site, left.span);
    return null;
  }
  if (reading.kind === "row" && !reading.table.hasPartner && !reading.table.unread) {
    reportNoPartner(site, left.span, reading.table.name);
    return null;
  }
  const row = reading.kind === "row" ? reading.table : null;
  const bound = partnerSide(world, site, left);
  return bound === null ? null : { ...bound, row };
}

function partnerSide(world: World, site: Site, left: ast.Left): BoundLeft | null {
  if (world.partners === null) {
    if (!world.partnersUnread) reportPartnersNotDeclared(site, left.span);
    return null;
  }
  const field = fieldOf(site, world.partners, left.name);
  if (field === null) return null;
  return sideOf(site, left, { kind: "partner", name: field.name }, field.type, null);
}

function refusePartnerDate(site: Site, left: ast.Left): null {
  reportPartnerCondition(site, left, false);
  return null;
}

function bindLookup(world: World, site: Site, reading: Reading, node: ast.Lookup): Condition | null {
  if (reading.kind !== "row") {
    if (reading.kind === "metrics") reportGateReads(site, node.span, reading.what);
    else if (reading.kind === "verdicts") reportGateReads(site, node.span, reading.what, wordsRead(reading));
    else reportPartnerCondition(site, node, false);
    return null;
  }
  if (reading.clock !== undefined) {
    reportClockCondition(site, node.span, "look-up");
    return null;
  }
  const table = tableNamed(world, site, node.dataset);
  if (table === null) return null;
  const keyed = checkKey(site, reading.table, table, node.key);
  const within =
    node.within === null ? null : bindWithin(world, site, reading.table, table, node, node.within);
  const where = bindOptional(world, site, { kind: "row", table, isLookedUp: true }, node.where);
  if (!keyed || within === undefined || where === undefined) return null;
  return { kind: "has", dataset: table.name, key: node.key.text, within, where };
}

type Within = Extract<Condition, { readonly kind: "has" }>["within"];

function bindWithin(
  world: World,
  site: Site,
  own: Table,
  other: Table,
  node: ast.Lookup,
  within: NonNullable<ast.Lookup["within"]>,
): Within | undefined {
  const after = momentField(site, own, within.after);
  const count = wholeNumber(within.length.count.text, 1);
  if (count === null) reportWholeNumber(site, within.length.count, 1);
  const unit = lookupUnit(world, site, within.length);
  const dated = other.unread || isDated(other);
  if (!dated) reportDatedNeeded(site, node.dataset.span, other.name, "a look-up in a stretch of time");
  if (after === null || count === null || unit === null || !dated) return undefined;
  const isCivil = after.type?.kind === "date" || dateType(world, other) === "date";
  if (isCivil && ["second", "minute", "hour"].includes(within.length.unit)) {
    reportElapsedAfterDate(site, within.length);
    return undefined;
  }
  return { count, unit, after: after.name };
}

/** The unit of a stretch of time; null where it was reported. Business days are the same for all partners. */
function lookupUnit(world: World, site: Site, length: ast.Quantity): LookupUnit | null {
  if (length.qualifier === null) return length.unit;
  if (length.qualifier === "business" && length.unit === "day") {
    const days = businessDaysOfAll(world, site, length.span, "a look-up finds rows of any partner");
    return days === null ? null : "business_day";
  }
  reportElapsedTime(site, length);
  return null;
}
