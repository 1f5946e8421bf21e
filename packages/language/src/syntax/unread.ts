/** A sentence that does not fit: what all who look for its mistake are told of it. */
import type { IToken } from "chevrotain";
import type { SourceFile } from "../source/source-file.ts";
import type { Kind } from "./declaration-rules.ts";
import type { Place } from "./expectations.ts";

/** The sentence, and where it stands. */
export interface Unread {
  readonly file: SourceFile;
  /** The declaration that it is a sentence of. */
  readonly kind: Kind;
  /** Where the grammar of the sentence starts. */
  readonly place: Place;
  readonly tokens: readonly IToken[];
}
