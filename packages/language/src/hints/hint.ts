/** What an editor shows between the words of a text, and what the parts of the folder are given. */
import type { World } from "../check/world.ts";
import type * as ast from "../syntax/ast.ts";

/** A few words at a place of the text that are not in it. */
export interface Hint {
  readonly offset: number;
  readonly label: string;
  /** In one sentence: what the words say. */
  readonly says: string;
  readonly kind: "unit" | "date" | "force";
}

/** What hints are made from. */
export interface Hinting {
  readonly world: World;
  /** The day that it is, as a number; see `today`. */
  readonly day: number;
  /** The same day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Adds the hints of a declaration. */
export type HintsOf = (hinting: Hinting, node: ast.Declaration) => readonly Hint[];
