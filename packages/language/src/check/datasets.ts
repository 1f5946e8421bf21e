/** Plans of datasets and of the partners: whose rows they are, when they happened, how the file is read (SPEC §3.2). */
import type { DatasetPlan, FieldPlan, PartnersPlan } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { checkKey, momentField } from "./row-dates.ts";
import { reportDatedCycle } from "./rules/dated-cycle.rule.ts";
import { reportMomentField } from "./rules/moment-field.rule.ts";
import { reportNoOrderField } from "./rules/no-order.rule.ts";
import { reportPartnerCalendar } from "./rules/partner-calendar.rule.ts";
import { reportPartnerKey } from "./rules/partner-key.rule.ts";
import { reportPersonalField } from "./rules/personal-field.rule.ts";
import { checkNeverMissing, checkRowKey } from "./rules/row-key.rule.ts";
import { sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { type Field, fieldOf, type Table } from "./tables.ts";
import { isOrdered } from "./types.ts";
import { calendarNamed, datasetNamed, type World } from "./world.ts";

type DatasetSentence<K extends ast.DatasetSentence["kind"]> = Extract<
  ast.DatasetSentence,
  { readonly kind: K }
>;

/** The plan of a dataset. Parts that were reported are left at their default. */
export function datasetPlan(world: World, table: Table, node: ast.DatasetDeclaration): DatasetPlan {
  const { site } = table;
  const partner = sentenceOf(node, "DatasetPartner");
  const dated = sentenceOf(node, "DatasetDated");
  const valid = sentenceOf(node, "Valid");
  const keeps = sentenceOf(node, "KeepsLatest");
  return {
    name: table.name,
    label: node.label?.text ?? null,
    source: node.source.text,
    key: node.rowPer.text === "line" ? null : keyField(site, table, node.rowPer),
    partner: partner === null ? null : partnerOf(world, table, partner),
    dated: dated === null ? null : datedOf(world, table, dated),
    missing: (sentenceOf(node, "MissingIs")?.spellings ?? []).map(({ text }) => text),
    duplicatesOnce: sentenceOf(node, "DuplicatesOnce") !== null,
    valid: valid === null ? null : validOf(site, table, valid),
    keepsLatest: keeps === null ? null : keepsLatestOf(site, table, keeps),
    fields: fieldPlans(world, table),
    origin: site.origin(node.headSpan),
  };
}

/** The plan of the partners. */
export function partnersPlan(world: World, table: Table, node: ast.PartnersDeclaration): PartnersPlan {
  const { site } = table;
  const key = keyField(site, table, node.key);
  const field = table.fields.get(node.key.text);
  if (field !== undefined) checkPartnerField(site, node.key, field);
  const active = sentenceOf(node, "Active");
  return {
    source: node.source.text,
    key: key ?? node.key.text,
    active: active === null ? null : activeOf(site, table, active),
    fields: fieldPlans(world, table),
    origin: site.origin(node.headSpan),
  };
}

function fieldPlans(world: World, table: Table): readonly FieldPlan[] {
  for (const { node } of table.fields.values()) {
    if (node?.type.kind === "DaysType" && node.type.calendar !== null)
      checkDaysCalendar(world, table, node.type.calendar);
  }
  return [...table.fields.values()].map(({ plan }) => plan).filter((plan) => plan !== null);
}

/** A calendar that closes by partner needs to know the row's own partner (SPEC §3.2.43). */
function checkDaysCalendar(world: World, table: Table, name: ast.Name): void {
  const calendar = calendarNamed(world, table.site, name);
  const owns = table.unread || ownsPartner(table);
  if (calendar?.closesByPartner === true && !owns) {
    reportPartnerCalendar(
      table.site,
      name.span,
      calendar.name,
      `rows of \`${table.name}\` do not name theirs`,
    );
  }
}

/** Whether each row names its partner in a field of its own. */
export function ownsPartner({ node }: Table): boolean {
  const partner = node.kind === "Dataset" ? sentenceOf(node, "DatasetPartner") : null;
  return partner !== null && partner.via === null;
}

function keyField(site: Site, table: Table, name: ast.Name): string | null {
  const field = fieldOf(site, table, name);
  if (field !== null) checkRowKey(site, name, field);
  return field === null ? null : field.name;
}

function activeOf(
  site: Site,
  table: Table,
  node: Extract<ast.PartnersSentence, { readonly kind: "Active" }>,
): { readonly from: string; readonly until: string | null } {
  for (const name of node.until === null ? [node.from] : [node.from, node.until]) {
    const type = fieldOf(site, table, name)?.type ?? null;
    if (type !== null && type.kind !== "date") reportMomentField(site, name, type, "a date");
  }
  return { from: node.from.text, until: node.until?.text ?? null };
}

function partnerOf(
  world: World,
  table: Table,
  node: DatasetSentence<"DatasetPartner">,
): DatasetPlan["partner"] {
  const { site } = table;
  if (node.via === null) {
    const field = fieldOf(site, table, node.field);
    if (field !== null) checkPartnerField(site, node.field, field);
    return { kind: "field", field: node.field.text };
  }
  const found = viaField(world, site, table, node.field, node.via);
  if (found !== null) checkPartnerField(site, node.field, found.field);
  return { kind: "via", ...viaPlan(node.field, node.via) };
}

/** A partner's name is text, and is shown in every verdict. */
function checkPartnerField(site: Site, name: ast.Name, field: Field): void {
  if (field.personal) reportPersonalField(site, name, "no partner is named by it");
  if (field.type !== null && field.type.kind !== "text") reportPartnerKey(site, name, field.type);
}

function viaPlan(field: ast.Name, via: ast.Via): { field: string; dataset: string; key: string } {
  return { field: field.text, dataset: via.dataset.text, key: via.key.text };
}

/** The field of another dataset that a value is found in; null where it (or the way to it) was reported. */
function viaField(
  world: World,
  site: Site,
  table: Table,
  name: ast.Name,
  via: ast.Via,
): { readonly table: Table; readonly field: Field } | null {
  const other = datasetNamed(world, site, via.dataset);
  if (other === null) return null;
  checkKey(site, table, other, via.key);
  const field = fieldOf(site, other, name);
  return field === null ? null : { table: other, field };
}

function datedOf(world: World, table: Table, node: DatasetSentence<"DatasetDated">): DatasetPlan["dated"] {
  const { site } = table;
  if (node.via === null) {
    momentField(site, table, node.field);
    if (node.then !== null) orderField(site, table, node.then);
    return { kind: "field", field: node.field.text, then: node.then?.text ?? null };
  }
  const found = viaField(world, site, table, node.field, node.via);
  if (found !== null) momentField(site, found.table, node.field);
  checkDatedCycle(world, table, node.via);
  return { kind: "via", ...viaPlan(node.field, node.via) };
}

/** Following `dated … in` from dataset to dataset must end. */
function checkDatedCycle(world: World, table: Table, via: ast.Via): void {
  const seen = new Set<string>();
  let next: string | null = via.dataset.text;
  while (next !== null && next !== table.name && !seen.has(next)) {
    seen.add(next);
    next = datedIn(world, next);
  }
  // A circle is reported once, at the dataset whose name comes first in it.
  const isFirst = [...seen].every((name) => table.name <= name);
  if (next === table.name && isFirst) reportDatedCycle(table.site, via.span, table.name, via.dataset.text);
}

/** The dataset from which another takes its dates; null where it has its own. */
function datedIn(world: World, name: string): string | null {
  const node = world.tables.get(name)?.node;
  const dated = node?.kind === "Dataset" ? sentenceOf(node, "DatasetDated") : null;
  return dated?.via?.dataset.text ?? null;
}

function validOf(site: Site, table: Table, node: DatasetSentence<"Valid">): DatasetPlan["valid"] {
  momentField(site, table, node.from);
  momentField(site, table, node.until);
  return { from: node.from.text, until: node.until.text };
}

function keepsLatestOf(
  site: Site,
  table: Table,
  node: DatasetSentence<"KeepsLatest">,
): DatasetPlan["keepsLatest"] {
  for (const name of [node.per, node.by, ...(node.then === null ? [] : [node.then])]) {
    const field = table.fields.get(name.text);
    if (field !== undefined) checkNeverMissing(site, name, field);
  }
  fieldOf(site, table, node.per);
  orderField(site, table, node.by);
  if (node.then !== null) orderField(site, table, node.then);
  return { per: node.per.text, by: node.by.text, then: node.then?.text ?? null };
}

/** Rows are put in order by this field, so its values must have one. */
function orderField(site: Site, table: Table, name: ast.Name): void {
  const type = fieldOf(site, table, name)?.type ?? null;
  if (type === null || isOrdered(type)) return;
  reportNoOrderField(site, name, type);
}
