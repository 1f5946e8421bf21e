/** A small change of a sentence that does not fit; which ones there are, `repairs.ts` says. */
import type { IToken } from "chevrotain";
import type { SourceFile } from "../source/source-file.ts";
import type { Place, Walk } from "./expectations.ts";

/** Why a change is proposed. */
export type RepairKind = "notation" | "quotes" | "misspelled" | "missing" | "surplus" | "order";

/** Replaces `remove` tokens at `at` by words. */
export interface Repair {
  readonly kind: RepairKind;
  readonly at: number;
  readonly remove: number;
  readonly words: string;
}

/** A sentence that does not fit, and how far it does. */
export interface Misfit {
  readonly file: SourceFile;
  /** Where the grammar of the sentence starts. */
  readonly place: Place;
  readonly tokens: readonly IToken[];
  readonly walk: Walk;
}

/** Changes that might help, the likeliest first. */
export type Proposal = (misfit: Misfit) => Iterable<Repair>;
