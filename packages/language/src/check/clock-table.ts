/** The cases of a clock as a table: the fields of the row, and those that the clock makes (SPEC §3.4.5, §3.4.6). */
import type { DurationUnit } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { durationUnit } from "./field-types.ts";
import { type Declared, hasUnread, sentenceOf } from "./scope.ts";
import type { Field, Table } from "./tables.ts";
import type { ValueType } from "./types.ts";

/** The table of a clock. Where its dataset is not known, it may have any fields beside its own. */
export function clockTable(
  declared: Declared<ast.ClockDeclaration>,
  datasets: ReadonlyMap<string, Table>,
): Table {
  const { site, node } = declared;
  const base = datasets.get(node.on.text);
  const on = base?.node.kind === "Dataset" ? base : undefined;
  const own = ownFields(node, on);
  return {
    name: node.name.text,
    site,
    node,
    fields: new Map([...(on?.fields ?? []), ...own.map((field): [string, Field] => [field.name, field])]),
    unread: on === undefined || on.unread || hasUnread(declared),
    hasPartner: on?.hasPartner ?? false,
  };
}

const TIMESTAMP: ValueType = { kind: "timestamp" };
const VERDICT: ValueType = { kind: "one_of", members: ["met", "missed", "pending"] };

function ownFields(node: ast.ClockDeclaration, on: Table | undefined): readonly Field[] {
  const within = sentenceOf(node, "DueWithin");
  const at = sentenceOf(node, "DueAt");
  const spent: ValueType = { kind: "duration", unit: clockUnit(within) };
  const mayLackDue = at !== null && on?.fields.get(at.field.text)?.optional === true;
  const always = [
    ownField("started_at", TIMESTAMP, false),
    ownField("stopped_at", TIMESTAMP, true),
    ownField("elapsed", spent, false),
  ];
  if (within === null && at === null) return always;
  return [
    ...always,
    ownField("due_at", TIMESTAMP, true),
    ownField("overdue", spent, mayLackDue),
    ownField("verdict", VERDICT, mayLackDue),
  ];
}

function ownField(name: string, type: ValueType, optional: boolean): Field {
  return { name, node: null, plan: null, type, optional, personal: false };
}

/** From the smallest unit to the largest. */
const UNITS: readonly DurationUnit[] = ["second", "minute", "hour", "day", "week"];

/** The unit of `elapsed` and `overdue`: the smallest that a row is due in. */
export function clockUnit(within: { readonly rows: readonly ast.WithinRow[] } | null): DurationUnit {
  if (within === null) return "minute";
  const units = within.rows.flatMap(({ length }) =>
    length.qualifier === null ? [durationUnit(length.unit)] : [],
  );
  return UNITS.find((unit) => units.includes(unit)) ?? "hour";
}
