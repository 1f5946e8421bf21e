/**
 * Tables: the fields of datasets and of the partners.
 *
 * Everything that reads a row asks its table for a field. A field whose type could not be made keeps its name with
 * no type, so that what reads it stays silent; a table of which a sentence could not be read may have fields that
 * nobody knows, so an unknown field is then not reported.
 */
import type { FieldPlan } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { computedType, fieldType, type KnownFields } from "./field-types.ts";
import { checkColumns } from "./rules/columns.rule.ts";
import { reportComputedOptional } from "./rules/computed-field.rule.ts";
import { reportDuplicateField } from "./rules/duplicate-field.rule.ts";
import { reportUnknownField } from "./rules/unknown-field.rule.ts";
import { hasUnread, sentenceOf, sentencesOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { typeOfField, type ValueType } from "./types.ts";

/** A field. `plan` and `type` are null where its type could not be made. */
export interface Field {
  readonly name: string;
  /** Null for what a clock gives to its cases: no sentence declares it, and no file holds it. */
  readonly node: ast.Field | null;
  readonly plan: FieldPlan | null;
  readonly type: ValueType | null;
  /** May be missing: declared so, or computed from a field that may be. The same holds of `personal`. */
  readonly optional: boolean;
  readonly personal: boolean;
}

/** The fields of a dataset, of a clock or of the partners, and what the checker asks of its rows. */
export interface Table {
  /** The name of the dataset or clock, or `partners`. */
  readonly name: string;
  readonly site: Site;
  readonly node: ast.DatasetDeclaration | ast.ClockDeclaration | ast.PartnersDeclaration;
  readonly fields: ReadonlyMap<string, Field>;
  /** Some sentence could not be read; it may declare any field. */
  readonly unread: boolean;
  /** Whether its rows belong to partners. */
  readonly hasPartner: boolean;
}

/** The table of a dataset or of the partners. */
export function tableOf(site: Site, node: ast.DatasetDeclaration | ast.PartnersDeclaration): Table {
  const name = node.kind === "Partners" ? "partners" : node.name.text;
  const fields = new Map<string, Field>();
  const unread = hasUnread({ site, node });
  const nodes = sentencesOf<ast.Field | { readonly kind: "other" }, "Field">(
    { sentences: node.sentences.filter((sentence) => sentence.kind === "Field") },
    "Field",
  );
  const declared = new Map<string, ast.Field>();
  for (const field of nodes) {
    const earlier = declared.get(field.name.text);
    if (earlier !== undefined) reportDuplicateField(site, field.name, earlier.name.span);
    else {
      declared.set(field.name.text, field);
      fields.set(field.name.text, plainField(site, field));
    }
  }
  for (const [field, node] of declared) {
    if (isComputed(node.type))
      fields.set(field, computedField(site, node, { table: name, fields, hasUnread: unread }));
  }
  return {
    name,
    site,
    node,
    fields,
    unread,
    hasPartner: node.kind === "Partners" || sentenceOf(node, "DatasetPartner") !== null,
  };
}

/** The field that a name refers to; an unknown one is reported. */
export function fieldOf(site: Site, table: Table, name: ast.Name): Field | null {
  const field = table.fields.get(name.text);
  if (field !== undefined) return field;
  if (!table.unread) reportUnknownField(site, name, table.name, [...table.fields.keys()]);
  return null;
}

/** Whether a field's type is worked out from other fields. */
export function isComputed(type: ast.FieldType): boolean {
  return type.kind === "TotalType" || type.kind === "DaysType";
}

function plainField(site: Site, node: ast.Field): Field {
  const { optional, personal } = node;
  const type = isComputed(node.type) || site.isDoubtful(node.span) ? null : fieldType(site, node.type);
  return fieldWith(site, node, type, { optional, personal });
}

function computedField(site: Site, node: ast.Field, known: KnownFields): Field {
  const { type, sources } = computedType(site, node.type, known);
  if (node.optional) reportComputedOptional(site, node.name);
  const optional = sources.some((source) => source.optional);
  const personal = node.personal || sources.some((source) => source.personal);
  return fieldWith(site, node, type, { optional, personal });
}

function fieldWith(
  site: Site,
  node: ast.Field,
  type: FieldPlan["type"] | null,
  flags: { readonly optional: boolean; readonly personal: boolean },
): Field {
  const columns = checkColumns(site, node, isComputed(node.type));
  const name = node.name.text;
  const plan = type === null ? null : { name, type, ...flags, columns, origin: site.origin(node.span) };
  return { name, node, plan, type: type === null ? null : typeOfField(type), ...flags };
}
