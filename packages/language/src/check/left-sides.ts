/**
 * The left side of a comparison: what its name means where the condition stands (SPEC §2.5.4).
 *
 * In a population it is a field of the row, in `applies to partners where` a field of the partner, in a gate, warning or
 * adaptive window a metric, in what follows from verdicts a verdict as well; the rows of a limit read the partner only,
 * as `partner.FIELD`.
 */
import type { Operand } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import type { LeftSide } from "./literals.ts";
import { reportClockCondition } from "./rules/clock-condition.rule.ts";
import { reportDateOf } from "./rules/date-of.rule.ts";
import { reportGateReads } from "./rules/gate-reads.rule.ts";
import { reportNoPartner, reportPartnerInLookup } from "./rules/no-partner.rule.ts";
import { reportPartnerCondition } from "./rules/partner-condition.rule.ts";
import { reportPartnersNotDeclared } from "./rules/partners-not-declared.rule.ts";
import { resolve } from "./scope.ts";
import { type Site, wordsOf } from "./site.ts";
import { fieldOf, type Table } from "./tables.ts";
import type { ValueType } from "./types.ts";
import { verdictKinds } from "./verdict-names.ts";
import { metricNamed, type World } from "./world.ts";

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

/** A left side that is bound: what is read, and what it may be compared with. */
export interface BoundLeft extends LeftSide {
  readonly operand: Operand;
}

/** Binds the left side of a comparison; null where it was reported or cannot be known. */
export function bindLeft(world: World, site: Site, reading: Reading, left: ast.Left): BoundLeft | null {
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
export function wordsRead({ also }: Reading & { readonly kind: "verdicts" }): string {
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
