/** How rows are matched and placed in time: by keys of one type, by dates, or while they are valid (SPEC §3.2). */
import type * as ast from "../syntax/ast.ts";
import { reportKeyMismatch } from "./rules/key-mismatch.rule.ts";
import { reportMomentField } from "./rules/moment-field.rule.ts";
import { sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { type Field, fieldOf, type Table } from "./tables.ts";
import { areAlike } from "./types.ts";
import type { World } from "./world.ts";

/** Whether two tables can be matched by a field of one name; what hinders is reported. */
export function checkKey(site: Site, own: Table, other: Table, key: ast.Name): boolean {
  const mine = fieldOf(site, own, key);
  const theirs = fieldOf(site, other, key);
  if (mine === null || theirs === null || mine.type === null || theirs.type === null) return false;
  if (areAlike(mine.type, theirs.type)) return true;
  reportKeyMismatch(site, key, { name: own.name, type: mine.type }, { name: other.name, type: theirs.type });
  return false;
}

/** Whether rows of a table have a date of their own. */
export function isDated(table: Table): boolean {
  if (table.node.kind === "Clock") return true;
  return table.node.kind === "Dataset" && sentenceOf(table.node, "DatasetDated") !== null;
}

/** Whether rows of a table count while they are valid. */
export function isValidity(table: Table): boolean {
  return table.node.kind === "Dataset" && sentenceOf(table.node, "Valid") !== null;
}

/** Whether rows of a table are dated by a date or by a timestamp; null where that is not known. */
export function dateType(world: World, table: Table): "date" | "timestamp" | null {
  if (table.node.kind === "Clock") return "timestamp";
  const dated = table.node.kind === "Dataset" ? sentenceOf(table.node, "DatasetDated") : null;
  if (dated === null) return null;
  const from = dated.via === null ? table : world.tables.get(dated.via.dataset.text);
  const kind = from?.fields.get(dated.field.text)?.type?.kind;
  return kind === "date" || kind === "timestamp" ? kind : null;
}

/** The field that a name refers to, if it is a date or a timestamp; anything else is reported. */
export function momentField(site: Site, table: Table, name: ast.Name): Field | null {
  const field = fieldOf(site, table, name);
  if (field === null || field.type === null) return null;
  if (field.type.kind === "date" || field.type.kind === "timestamp") return field;
  reportMomentField(site, name, field.type);
  return null;
}
