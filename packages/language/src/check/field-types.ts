/** The types of fields, from their sentences: every default filled in, every written form understood. */
import type { DurationUnit, FieldType, Member, NumberForm, Ratio } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { currencyDecimals } from "./currencies.ts";
import { decimalRatio, wholeNumber } from "./exact.ts";
import { reportComputedField } from "./rules/computed-field.rule.ts";
import { reportDecimals } from "./rules/decimals.rule.ts";
import { reportDuplicateMember } from "./rules/duplicate-member.rule.ts";
import { reportDurationUnit } from "./rules/duration-unit.rule.ts";
import { checkRange } from "./rules/empty-range.rule.ts";
import { reportUnknownCurrency } from "./rules/unknown-currency.rule.ts";
import { reportUnknownField } from "./rules/unknown-field.rule.ts";
import { reportWrittenForm } from "./rules/written-form.rule.ts";
import type { Site } from "./site.ts";
import { dateFormProblem, durationFormProblem, numberForm, timestampFormProblem } from "./written-forms.ts";

/** What computing a type needs to know of the fields it reads. */
export interface SourceField {
  readonly name: string;
  readonly plan: { readonly type: FieldType } | null;
  readonly optional: boolean;
  readonly personal: boolean;
}

interface Computed {
  readonly type: FieldType | null;
  readonly sources: readonly SourceField[];
}

/** The fields of a table, and whether it may have others that could not be read. */
export interface KnownFields {
  /** The table's name, for messages. */
  readonly table: string;
  readonly fields: ReadonlyMap<string, SourceField>;
  readonly hasUnread: boolean;
}

type NodeOf<K extends ast.FieldType["kind"]> = Extract<ast.FieldType, { readonly kind: K }>;

/** The type of a field that is read from the file; null where it was reported as wrong. */
export function fieldType(site: Site, node: ast.FieldType): FieldType | null {
  switch (node.kind) {
    case "TextType":
      return { kind: "text" };
    case "YesNoType":
      return yesNoType(site, node);
    case "DateType":
      return datedType(site, node, "date", dateFormProblem);
    case "TimestampType":
      return datedType(site, node, "timestamp", timestampFormProblem);
    case "DurationType":
      return durationType(site, node);
    case "MoneyType":
      return moneyType(site, node);
    case "OneOfType":
      return oneOfType(site, node);
    case "NumberType":
      return numberType(site, node);
    case "TotalType":
    case "DaysType":
      return null;
  }
}

/** The type of a computed field, with the fields that it reads. */
export function computedType(site: Site, node: ast.FieldType, known: KnownFields): Computed {
  if (node.kind === "TotalType") return totalType(site, node, known);
  if (node.kind === "DaysType") return daysType(site, node, known);
  return { type: null, sources: [] };
}

function yesNoType(site: Site, node: NodeOf<"YesNoType">): FieldType | null {
  if (node.written.length === 0) return { kind: "yes_no", yes: ["yes", "true"], no: ["no", "false"] };
  const [yes, no] = node.written;
  if (yes === undefined || no === undefined || node.written.length > 2 || yes.text === no.text) {
    reportWrittenForm(
      site,
      node.span,
      "a `yes_no` field is written in two ways: one for yes, then one for no",
    );
    return null;
  }
  return { kind: "yes_no", yes: [yes.text], no: [no.text] };
}

function datedType(
  site: Site,
  node: NodeOf<"DateType" | "TimestampType">,
  kind: "date" | "timestamp",
  problemOf: (form: string) => string | null,
): FieldType | null {
  const problem = node.written === null ? null : problemOf(node.written.text);
  if (node.written === null || problem === null) return { kind, written: node.written?.text ?? null };
  reportWrittenForm(site, node.written.span, problem);
  return null;
}

function durationType(site: Site, node: NodeOf<"DurationType">): FieldType | null {
  const unit = durationUnit(node.unit);
  if (unit === null) {
    reportDurationUnit(site, node.unitSpan, node.unit);
    return null;
  }
  const problem = node.written === null ? null : durationFormProblem(node.written.text);
  if (node.written === null || problem === null) {
    return { kind: "duration", unit, written: node.written?.text ?? null };
  }
  reportWrittenForm(site, node.written.span, problem);
  return null;
}

/** A unit of elapsed time; null for months and longer, which have no fixed length. */
export function durationUnit(unit: ast.Unit): DurationUnit | null {
  return unit === "month" || unit === "quarter" || unit === "year" ? null : unit;
}

function moneyType(site: Site, node: NodeOf<"MoneyType">): FieldType | null {
  const decimals = currencyDecimals(node.currency.text);
  if (decimals !== null) return { kind: "money", currency: node.currency.text, decimals };
  reportUnknownCurrency(site, node.currency.span, node.currency.text);
  return null;
}

function oneOfType(site: Site, node: NodeOf<"OneOfType">): FieldType | null {
  const members: Member[] = [];
  let sound = true;
  for (const member of node.members) {
    const plan = { name: member.name.text, written: member.written?.text ?? member.name.text };
    const twin = members.find(({ name, written }) => name === plan.name || written === plan.written);
    const earlier = node.members.find(({ name }) => name.text === twin?.name);
    if (twin === undefined || earlier === undefined) members.push(plan);
    else {
      reportDuplicateMember(site, member, twin, earlier);
      sound = false;
    }
  }
  return sound ? { kind: "one_of", members } : null;
}

function numberType(site: Site, node: NodeOf<"NumberType">): FieldType | null {
  const decimals = node.decimals === null ? null : wholeNumber(node.decimals.text, 0);
  if (node.decimals !== null && (decimals === null || decimals > MOST_DECIMALS)) {
    reportDecimals(site, node.decimals, MOST_DECIMALS);
    return null;
  }
  const range = node.range === null ? null : rangeOf(site, node.range.from, node.range.to);
  const written = node.written === null ? null : numberFormOf(site, node.written);
  if ((node.range !== null && range === null) || (node.written !== null && written === null)) return null;
  return { kind: "number", decimals, from: range?.[0] ?? null, to: range?.[1] ?? null, written };
}

/** The scale at which a number can be declared to be held. */
const MOST_DECIMALS = 18;

/** Two bounds as ratios; null where the range holds nothing, which is reported. */
export function rangeOf(
  site: Site,
  from: ast.NumberValue,
  to: ast.NumberValue,
): readonly [Ratio, Ratio] | null {
  const bounds = [decimalRatio(from.text), decimalRatio(to.text)] as const;
  return checkRange(site, from, to, bounds) ? bounds : null;
}

function numberFormOf(site: Site, written: ast.Text): NumberForm | null {
  const form = numberForm(written.text);
  if (form === null) {
    reportWrittenForm(
      site,
      written.span,
      "write the number 1234.56 (or 1234) the way the file does, such as `1.234,56` or `1 234.56`",
    );
  }
  return form;
}

function totalType(site: Site, node: NodeOf<"TotalType">, known: KnownFields): Computed {
  const sources = sourcesOf(site, node.of, known, "number", ["number"]);
  if (sources === null) return { type: null, sources: [] };
  const decimals = sources.map(({ plan }) => (plan?.type.kind === "number" ? plan.type.decimals : null));
  const declared = decimals.filter((count) => count !== null);
  const type: FieldType = {
    kind: "total",
    of: sources.map(({ name }) => name),
    decimals: declared.length === decimals.length ? Math.max(0, ...declared) : null,
  };
  return { type, sources };
}

function daysType(site: Site, node: NodeOf<"DaysType">, known: KnownFields): Computed {
  const sources = sourcesOf(site, [node.from, node.to], known, "date or timestamp", ["date", "timestamp"]);
  if (sources === null) return { type: null, sources: [] };
  const [from, to, calendar] = [node.from.text, node.to.text, node.calendar?.text ?? null];
  return { type: { kind: "days", from, to, calendar }, sources };
}

/** The fields that a computed field reads; null where one is unknown, unread or of another type. */
function sourcesOf(
  site: Site,
  names: readonly ast.Name[],
  { table, fields, hasUnread }: KnownFields,
  wanted: string,
  kinds: readonly FieldType["kind"][],
): readonly SourceField[] | null {
  const sources: SourceField[] = [];
  for (const name of names) {
    const source = fields.get(name.text);
    if (source === undefined) {
      if (!hasUnread) reportUnknownField(site, name, table, [...fields.keys()]);
    } else if (source.plan !== null && !kinds.includes(source.plan.type.kind)) {
      reportComputedField(site, name, wanted);
    } else if (source.plan !== null) sources.push(source);
  }
  return sources.length === names.length ? sources : null;
}
