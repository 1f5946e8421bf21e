/** What a refactoring is, and what it is made from. */
import type { FileEdits } from "../rename/rename-view.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import type { Loaded } from "../workspace/load.ts";

/** Another way to say it; into a new file; from another file into this one; from this file into another. */
export type RefactoringKind = "rewrite" | "extract" | "inline" | "move";

/** A change of the text after which every verdict and every finding is what it was. */
export interface Refactoring {
  readonly kind: RefactoringKind;
  /** What it does, as an order: `write one list`. */
  readonly title: string;
  /**
   * Results never change but for places and quoted sentences. Where only places and layout change, the bundle keeps its
   * fingerprint as well (SPEC §6.3), which matters to those who have signed it.
   */
  readonly keeps: "fingerprint" | "verdicts";
  /** Of files that are there, each once. */
  readonly files: readonly FileEdits[];
  readonly made: readonly SourceFile[];
  readonly removed: readonly SourceFile[];
}

/** The files around: those that no agreement reads yet matter as well where files are made or removed. */
export interface Neighbours {
  has(path: string): boolean;
  /** The files that use a file themselves. */
  usersOf(path: string): readonly string[];
}

/** Where a refactoring is asked for. */
export interface Place {
  readonly parsed: ParsedFile;
  readonly span: Span;
  /** The agreements that read the file; else the file by itself. */
  readonly agreements: readonly Loaded[];
  readonly neighbours: Neighbours;
}

/** A place in a declaration whose words were all understood. */
export interface Scene extends Place {
  readonly declaration: ast.Declaration;
  /** The head or the sentence that the place lies in. */
  readonly sentence: { readonly span: Span; readonly node: ast.Sentence | null };
  /** The nodes around the place, from the declaration to the smallest. */
  readonly nodes: readonly ast.Node[];
}

/** One way to change a text; `refactorings.ts` lists all of them. */
export interface RefactoringRule {
  readonly kind: RefactoringKind;
  at(scene: Scene): readonly Refactoring[];
}
