/** Follows the names inside datasets and the partners' table. */
import {
  fieldOf,
  type Known,
  mustBeTime,
  mustBeUnique,
  mustExist,
  mustOpenFor,
  report,
  timeFieldOf,
} from "./known.ts";
import type { DatasetPlan, FieldPlan, PartnersPlan, Via } from "./table-plan.ts";

/** Checks one dataset: its key, partner, date and rules of reading name fields that it has. */
export function checkDataset(known: Known, dataset: DatasetPlan, path: string): void {
  const { name } = dataset;
  checkFields(known, name, dataset.fields, path);
  if (dataset.key !== null) fieldOf(known, name, dataset.key, `${path}.key`);
  if (dataset.partner?.kind === "field") {
    fieldOf(known, name, dataset.partner.field, `${path}.partner.field`);
  } else if (dataset.partner?.kind === "via") checkVia(known, name, dataset.partner, `${path}.partner`);
  checkDated(known, dataset, `${path}.dated`);
  if (dataset.valid !== null) {
    timeFieldOf(known, name, dataset.valid.from, `${path}.valid.from`);
    timeFieldOf(known, name, dataset.valid.until, `${path}.valid.until`);
  }
  if (dataset.keepsLatest !== null) {
    const { per, by, then } = dataset.keepsLatest;
    fieldOf(known, name, per, `${path}.keepsLatest.per`);
    fieldOf(known, name, by, `${path}.keepsLatest.by`);
    if (then !== null) fieldOf(known, name, then, `${path}.keepsLatest.then`);
  }
}

/** Checks the partners' table. */
export function checkPartners(known: Known, partners: PartnersPlan, path: string): void {
  checkFields(known, "partners", partners.fields, path);
  mustExist(known, known.partnerFields, partners.key, `${path}.key`, "field of the partners");
  if (partners.active === null) return;
  for (const [end, name] of Object.entries(partners.active)) {
    if (name === null) continue;
    const field = known.partnerFields.get(name);
    if (field === undefined) {
      report(known, `${path}.active.${end}`, `no field of the partners is named \`${name}\``);
    } else mustBeTime(known, field, `${path}.active.${end}`);
  }
}

function checkDated(known: Known, { name, dated }: DatasetPlan, path: string): void {
  if (dated === null) return;
  if (dated.kind === "via") {
    checkVia(known, name, dated, path);
    const found = known.fields.get(dated.dataset)?.get(dated.field);
    if (found !== undefined) mustBeTime(known, found, `${path}.field`);
    return;
  }
  timeFieldOf(known, name, dated.field, `${path}.field`);
  if (dated.then !== null) fieldOf(known, name, dated.then, `${path}.then`);
}

function checkVia(known: Known, dataset: string, via: Via, path: string): void {
  fieldOf(known, dataset, via.key, `${path}.key`);
  if (!mustExist(known, known.datasets, via.dataset, `${path}.dataset`, "dataset")) return;
  if (known.clocks.has(via.dataset)) {
    report(
      known,
      `${path}.dataset`,
      `\`${via.dataset}\` is a clock, in which nothing is found for other rows`,
    );
  }
  fieldOf(known, via.dataset, via.key, `${path}.key`);
  fieldOf(known, via.dataset, via.field, `${path}.field`);
}

function checkFields(known: Known, dataset: string, fields: readonly FieldPlan[], path: string): void {
  const names = new Map(fields.map((field) => [field.name, field]));
  mustBeUnique(
    known,
    fields.map(({ name }, index) => ({ name, path: `${path}.fields[${index}].name` })),
  );
  for (const [index, field] of fields.entries()) {
    checkField(known, dataset, field, names, `${path}.fields[${index}]`);
  }
}

function checkField(
  known: Known,
  dataset: string,
  field: FieldPlan,
  siblings: ReadonlyMap<string, FieldPlan>,
  path: string,
): void {
  const { type } = field;
  const computed = type.kind === "total" || type.kind === "days";
  const most = computed ? 0 : type.kind === "date" ? 3 : 1;
  if (field.columns.length > most || (!computed && field.columns.length === 0)) {
    report(
      known,
      `${path}.columns`,
      `a field of type \`${type.kind}\` is not read from ${field.columns.length} columns`,
    );
  }
  if (type.kind === "one_of") {
    const members = type.members.map(({ name }, at) => ({ name, path: `${path}.type.members[${at}].name` }));
    mustBeUnique(known, members);
  }
  if (type.kind === "total") {
    for (const [at, part] of type.of.entries()) {
      if (siblings.get(part)?.type.kind !== "number") {
        report(known, `${path}.type.of[${at}]`, `no number field is named \`${part}\``);
      }
    }
  }
  if (type.kind === "days") {
    for (const end of ["from", "to"] as const) {
      const kind = siblings.get(type[end])?.type.kind;
      if (kind !== "date" && kind !== "timestamp") {
        report(known, `${path}.type.${end}`, `no date field is named \`${type[end]}\``);
      }
    }
    if (type.calendar !== null) mustOpenFor(known, type.calendar, dataset, `${path}.type.calendar`);
  }
}
