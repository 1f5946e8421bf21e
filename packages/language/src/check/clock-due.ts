/** When the cases of a clock are due, and when they are shown as close to it (SPEC §3.4.18, §3.4.24). */
import type { ClockDue, ClockPlan, Condition, Trigger } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { bindOptional } from "./conditions.ts";
import { compareRatios, percentRatio } from "./exact.ts";
import { lengthOf } from "./lengths.ts";
import { checkOrder } from "./limits.ts";
import { reportDueRows } from "./rules/due-rows.rule.ts";
import { reportMomentField } from "./rules/moment-field.rule.ts";
import { reportWarnsAt } from "./rules/warns-at.rule.ts";
import { sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { fieldOf, type Table } from "./tables.ts";
import type { Calendar, World } from "./world.ts";

/** What the sentences of a clock are read against. */
export interface ClockReading {
  readonly world: World;
  readonly site: Site;
  readonly node: ast.ClockDeclaration;
  /** The dataset that the clock reads. */
  readonly on: Table;
  /** Calendar of `counts time in`; null without, undefined where it is not known. */
  readonly calendar: Calendar | null | undefined;
  readonly isUnsure: boolean;
}

/** A timestamp of the row. */
export function atField(
  { site, on }: ClockReading,
  name: ast.Name,
): Extract<Trigger, { readonly kind: "at" }> | null {
  const field = fieldOf(site, on, name);
  if (field === null || field.type === null) return null;
  if (field.type.kind === "timestamp") return { kind: "at", field: field.name };
  reportMomentField(site, name, field.type, "a timestamp");
  return null;
}

/** When cases are due; null without a sentence, undefined where it was reported. */
export function dueOf(reading: ClockReading): ClockDue | null | undefined {
  const { site, node } = reading;
  const at = sentenceOf(node, "DueAt");
  const within = sentenceOf(node, "DueWithin");
  if (at !== null && within !== null) {
    reportDueRows(site, at.span, "a case is due `at` a field or `within` a time, not both", null, {
      span: within.span,
      says: "the time stands here",
    });
    return undefined;
  }
  if (at !== null) return atField(reading, at.field) ?? undefined;
  return within === null ? null : dueWithin(reading, within);
}

function dueWithin(
  reading: ClockReading,
  node: { readonly rows: readonly ast.WithinRow[] },
): ClockDue | undefined {
  const { world, site, on, isUnsure } = reading;
  const conditions = node.rows.map(({ where }) =>
    bindOptional(world, site, { kind: "row", table: on, clock: "due" }, where),
  );
  const rows = node.rows.map(({ length, span }, index) => ({
    length: lengthOf(reading, length),
    where: conditions[index],
    origin: site.origin(span),
  }));
  checkRows(site, node.rows, conditions, isUnsure);
  const calendars = rows.map(({ length }) => length?.calendar ?? null);
  const sound = rows.flatMap(({ length, where, origin }) =>
    length === null || where === undefined ? [] : [{ length: length.length, where, origin }],
  );
  const last = node.rows.at(-1);
  if (sound.length !== rows.length || last?.where !== null) return undefined;
  return { kind: "within", rows: sound, calendar: calendars.find((one) => one !== null) ?? null };
}

/** Rows are tried top-down; the last of several says that it is for all other cases. */
function checkRows(
  site: Site,
  rows: readonly ast.WithinRow[],
  conditions: readonly (Condition | null | undefined)[],
  isUnsure: boolean,
): void {
  const last = rows.at(-1);
  if (last === undefined) return;
  const ordered = rows.map(({ span }, index) => ({ span, where: conditions[index], from: null }));
  checkOrder(site, ordered, null, isUnsure);
  if (rows.length > 1 && last.where === null && !last.otherwise)
    reportDueRows(
      site,
      last.span,
      "the last of several rows is for all other cases: it says `otherwise`",
      last.span.end,
      { span: rows[0]?.span ?? last.span, says: "the rows begin here" },
    );
}

/** The share of the time after which a case is shown as close to its end; undefined where it was reported. */
export function warnsAtOf({ site, node, isUnsure }: ClockReading): ClockPlan["warnsAt"] | undefined {
  const warns = sentenceOf(node, "WarnsAt");
  if (warns === null) return null;
  const share = percentRatio(warns.percent.text);
  const isDue = sentenceOf(node, "DueAt") !== null || sentenceOf(node, "DueWithin") !== null;
  const whole = { numerator: "1", denominator: "1" };
  const isInside = BigInt(share.numerator) > 0n && compareRatios(share, whole) < 0;
  if (!isInside)
    reportWarnsAt(
      site,
      warns.percent.span,
      "a warning comes between the start and the end: above 0% and below 100%",
    );
  else if (!isDue && !isUnsure)
    reportWarnsAt(
      site,
      warns.span,
      "nothing is due in this clock, so there is no share of the time to warn at",
    );
  else return share;
  return undefined;
}
