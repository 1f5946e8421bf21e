/** Names in the agreement, partners, datasets, calendars and clocks. */
import { months } from "../../check/agreement.ts";
import type { Field, Table } from "../../check/tables.ts";
import { isOrdered } from "../../check/types.ts";
import type * as ast from "../../syntax/ast.ts";
import { newColumns } from "../columns.ts";
import { membersOf } from "../comparisons.ts";
import { currencies } from "../currencies-offered.ts";
import { type Offer, tiers } from "../item.ts";
import { declared, fields, isOf, listed, sharedFields } from "../names-offered.ts";
import { baseOf, type Scene, tableCalled } from "../scene.ts";
import { caseDates, noKey } from "../value-words.ts";
import { newName, type Role, type Roles, role } from "./role.ts";

type Becomes = Extract<ast.Trigger, { readonly kind: "Becomes" }>;

const isMoment = isOf("date", "timestamp");

/** A field that orders rows: a number, duration, money, date or timestamp. */
const ordersRows = ({ type }: Field): boolean => type === null || isOrdered(type);

/** Fields of the dataset or partners that the cursor is in; before there are any, what its columns would be called. */
function own(fits?: (field: Field) => boolean): Role {
  return (scene) => (scene.own?.fields.size === 0 ? newColumns(scene) : fields(scene.own, fits));
}

/** Fields of the dataset at hand, or of the one in which they are looked up. */
function ownOrVia(fits: (field: Field) => boolean): Role {
  return role<ast.Node & { readonly via: ast.Via | null }>((scene, { via }, place) => {
    if (via === null) return own(fits)(scene, { kind: "" }, place);
    const isNamed = scene.world.tables.has(via.dataset.text);
    const tables = isNamed ? [tableCalled(scene, via.dataset)] : otherTables(scene);
    return tables.flatMap((table) => fields(table, fits, { tier: tiers.other }));
  });
}

function otherTables({ world, declaration }: Scene): readonly Table[] {
  return [...world.tables.values()].filter(({ node }) => node.kind === "Dataset" && node !== declaration);
}

/** Fields of the rows that a clock is on. */
function cases(fits: (field: Field) => boolean): Role {
  return (scene, _, { sentence }) => {
    const table = baseOf(scene, sentence);
    const isOfRows = (field: Field): boolean => field.node !== null && fits(field);
    return fields(table, isOfRows);
  };
}

function bothTables(scene: Scene, { dataset }: ast.Via): readonly Offer[] {
  const other = tableCalled(scene, dataset);
  return sharedFields([scene.own, other].filter((table) => table !== null));
}

function becoming(scene: Scene, { field }: Becomes): readonly Offer[] {
  const type = scene.own?.fields.get(field.text)?.type ?? null;
  if (type === null) return [];
  return membersOf(type);
}

export const dataRoles: Roles = {
  "Agreement.name": newName,
  "BusinessDaysOf.calendar": (scene) => declared(scene, ["Calendar"]),
  "Currency.currency": currencies,
  "YearStarts.month": () => listed(months.map((month) => [month, "A month of the year."] as const)),
  "Partners.key": own((field) => isOf("text")(field) && !field.optional && !field.personal),
  "Active.from": own(isOf("date")),
  "Active.until": own(isOf("date")),
  "Dataset.name": newName,
  "Dataset.rowPer": (scene, node, place) => [
    ...own((field) => !field.optional && field.type?.kind !== "yes_no")(scene, node, place),
    ...listed(noKey),
  ],
  "DatasetPartner.field": ownOrVia((field) => isOf("text")(field) && !field.personal),
  "DatasetDated.field": ownOrVia(isMoment),
  "DatasetDated.then": own(ordersRows),
  "Via.dataset": (scene) => declared(scene, ["Dataset"]),
  "Via.key": role(bothTables),
  "Valid.from": own(isMoment),
  "Valid.until": own(isMoment),
  "KeepsLatest.per": own((field) => !field.optional),
  "KeepsLatest.by": own((field) => !field.optional && ordersRows(field)),
  "KeepsLatest.then": own((field) => !field.optional && ordersRows(field)),
  "Field.name": newColumns,
  "Member.name": newName,
  "MoneyType.currency": currencies,
  "TotalType.of": own((field) => isOf("number")(field) && !isComputed(field)),
  "DaysType.from": own(isMoment),
  "DaysType.to": own(isMoment),
  "DaysType.calendar": (scene) => declared(scene, ["Calendar"]),
  "Calendar.name": newName,
  "ClosedHolidaysBy.field": ({ world }) =>
    fields(world.partners, (field) => isOf("text", "one_of")(field) && !field.optional && !field.personal),
  "Clock.name": newName,
  "Clock.on": (scene) =>
    declared(scene, ["Dataset"], ({ node }) => !node.sentences.some(({ kind }) => kind === "Valid")),
  "Clock.by": cases(({ type }) => type?.kind !== "yes_no"),
  "AtField.field": cases(isOf("timestamp")),
  "Becomes.field": cases(isOf("text", "one_of", "yes_no", "number")),
  "Becomes.value": role(becoming),
  "CountsTime.calendar": (scene) => declared(scene, ["Calendar"]),
  "ClockDated.field": () => listed(caseDates, "field"),
  "DueAt.field": cases(isOf("timestamp")),
};

function isComputed({ node }: Field): boolean {
  return node?.type.kind === "TotalType" || node?.type.kind === "DaysType";
}
