/**
 * Conditions: names bound, both sides of every comparison of one type (SPEC chapter 2).
 *
 * What a name on the left means depends on where the condition stands (`left-sides.ts`). The result is null where
 * something in the condition was reported.
 */
import type { Condition, Literal, LookupUnit } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { businessDaysOfAll } from "./business-days.ts";
import { wholeNumber } from "./exact.ts";
import { bindLeft, type Reading, wordsRead } from "./left-sides.ts";
import { bindLiteral, type LeftSide } from "./literals.ts";
import { checkOperator, operatorOf } from "./operators.ts";
import { checkKey, dateType, isDated, momentField } from "./row-dates.ts";
import { reportClockCondition } from "./rules/clock-condition.rule.ts";
import { reportDatedNeeded } from "./rules/dated-needed.rule.ts";
import { reportElapsedAfterDate, reportElapsedTime } from "./rules/elapsed-time.rule.ts";
import { checkLiteralRange } from "./rules/empty-range.rule.ts";
import { reportGateReads } from "./rules/gate-reads.rule.ts";
import { reportPartnerCondition } from "./rules/partner-condition.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import type { Site } from "./site.ts";
import type { Table } from "./tables.ts";
import { tableNamed, type World } from "./world.ts";

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
