/** A dataset that random agreements speak of. */
import type { Cells, FieldSpec } from "./fields.ts";
import type { Tape } from "./tape.ts";

export interface TableSpec {
  readonly name: string;
  readonly party: "partner" | "brand" | "none";
  /** The head line and the sentences before the fields. */
  readonly head: readonly string[];
  readonly fields: readonly FieldSpec[];
  /** Field names that metrics may use as `dated`. */
  readonly otherDates: readonly string[];
  /** Are rows of one instant put in order? Only then are `latest` and the like safe from ties. */
  readonly isOrdered: boolean;
  /** May a row stand twice, equal in every column? */
  readonly repeats: boolean;
  /** Several rows for each seed, instead of one with the cells of all fields. */
  readonly histories?: (tape: Tape, cells: () => Cells) => readonly Cells[];
  /** Of a clock: the dataset whose rows make its cases. */
  readonly clockOf?: { readonly base: TableSpec; readonly isLog: boolean };
}
