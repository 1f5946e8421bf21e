/** Names in conditions, and values that are written as names (SPEC §2.4.9, §2.5.4). */
import type * as ast from "../syntax/ast.ts";
import { type Declared, fieldIn, insideOf } from "./declared.ts";
import { tablesOf } from "./metric-tables.ts";
import type { NameSymbol, WordMeaning } from "./name-symbol.ts";
import { refer, referTo, referToField, referToKey, referToPartnerField, type Walk, word } from "./walk.ts";

/** What the names on the left of a condition are. */
export type Reading =
  /** Fields of a row; where verdicts go with rows, also declared names that no field has. */
  | { readonly kind: "row"; readonly table: NameSymbol | null; readonly orNames?: boolean }
  | { readonly kind: "partner" }
  /** Metrics, verdict names, scores. */
  | { readonly kind: "names" };

/** Walks a condition, if there is one. */
export function walkCondition(walk: Walk, reading: Reading, node: ast.Condition | null): void {
  switch (node?.kind) {
    case undefined:
      return;
    case "And":
    case "Or":
      for (const operand of node.operands) walkCondition(walk, reading, operand);
      return;
    case "Not":
      walkCondition(walk, reading, node.operand);
      return;
    case "Comparison":
      walkTest(
        walk,
        leftOf(walk, reading, node.left),
        reading.kind === "row" ? reading.table : null,
        node.test,
      );
      return;
    case "Lookup":
      walkLookup(walk, reading.kind === "row" ? reading.table : null, node);
  }
}

/** Walks the right sides of a test of something; a bare name may be a field of the same row. */
export function walkTest(
  walk: Walk,
  left: NameSymbol | null,
  row: NameSymbol | null,
  { values }: Pick<ast.Test, "values">,
): void {
  for (const value of values) walkValue(walk, left, row, value);
}

/** Walks a population, and says of which table it is. */
export function walkPopulation(walk: Walk, { dataset, where }: ast.Population): NameSymbol | null {
  const table = referTo(walk, dataset);
  walkCondition(walk, { kind: "row", table }, where);
  return table;
}

/** Walks a value that something is compared with. */
export function walkValue(
  walk: Walk,
  left: NameSymbol | null,
  row: NameSymbol | null,
  value: ast.Value,
): void {
  if (value.kind === "Money") word(walk, value.currency, "currency");
  if (value.kind !== "Name") return;
  const part = partNamed(walk.declared, left, value.text);
  const meaning = part === null ? wordValue(left, value.text) : null;
  if (meaning !== null) {
    word(walk, value, meaning);
    return;
  }
  const field = part === null ? fieldIn(walk.declared, row, value.text) : null;
  refer(walk, value, part ?? field);
  if (field !== null && left?.kind === "field") walk.found.meetings.push({ one: left, other: field });
}

function leftOf(walk: Walk, reading: Reading, { form, name }: ast.Left): NameSymbol | null {
  if (form === "partner" || reading.kind === "partner") return referToPartnerField(walk, name);
  if (reading.kind === "names") return referTo(walk, name);
  const field = fieldIn(walk.declared, reading.table, name.text);
  if (field === null && reading.orNames === true) return referTo(walk, name);
  return refer(walk, name, field);
}

function walkLookup(walk: Walk, row: NameSymbol | null, { dataset, key, within, where }: ast.Lookup): void {
  const table = referTo(walk, dataset);
  referToKey(walk, row, table, key);
  if (within !== null) referToField(walk, row, within.after);
  walkCondition(walk, { kind: "row", table }, where);
}

/** The member, step or level that a name means as a value of something. */
function partNamed(declared: Declared, of: NameSymbol | null, name: string): NameSymbol | null {
  switch (of?.kind) {
    case "field":
    case "escalation":
    case "tiers":
      return insideOf(declared, of, name);
    case "metric":
      return insideOf(declared, fieldOfMetric(declared, of), name);
    default:
      return null;
  }
}

/** The field whose values a metric gives back, where it gives one row's. */
export function fieldOfMetric(declared: Declared, { node }: NameSymbol): NameSymbol | null {
  if (node?.kind !== "Metric" || node.form.kind !== "Latest") return null;
  const [table = null] = tablesOf(declared, node);
  return fieldIn(declared, table, node.form.field.text);
}

const VERDICTS: ReadonlySet<string> = new Set([
  "met",
  "missed",
  "not_enough_data",
  "not_applicable",
  "excused",
  "pending",
]);

const GIVING_VERDICTS: ReadonlySet<string> = new Set(["standard", "attestation", "duty"]);

/** What a word of the language means as a value; null for a name. */
function wordValue(of: NameSymbol | null, text: string): WordMeaning | null {
  if (text === "yes" || text === "no") return "yes or no";
  if (text === "none" && of !== null && of.kind !== "field") return "none";
  const givesVerdict = of === null || GIVING_VERDICTS.has(of.kind) || of.node === null;
  return givesVerdict && VERDICTS.has(text) ? "verdict" : null;
}
