/**
 * What is said about a text: one diagnostic, one mistake.
 *
 * A diagnostic says what is wrong and where (message, file, span), why (the rule's summary and SPEC section, found
 * by its code) and what to do (fixes). Codes are permanent: 1xxx syntax, 2xxx check, 3xxx compile. Every code is
 * defined by a `DiagnosticRule`, from which the documentation, the SARIF list and `tenet explain CODE` derive, and
 * whose examples are executed by a test. Messages start in lower case, stay on one line, put the user's own words
 * in backticks and have no full stop at the end.
 */
import type { SourceFile, Span } from "../source/source-file.ts";

/** error: the bundle would be wrong; warning: surely a mistake; hint: style. */
export type Severity = "error" | "warning" | "hint";

/** One replacement of text. An insertion has an empty span. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A change that mends the mistake, all edits in the diagnostic's own file. */
export interface Fix {
  /** What it does, as an order: `write at least`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Offered to a person, and never applied by itself: what is meant is a question of meaning. */
  readonly isGuess?: true;
}

export interface Related {
  readonly file: SourceFile;
  readonly span: Span;
  readonly message: string;
}

export interface Diagnostic {
  readonly code: string;
  /** Kebab-case name of the rule. */
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: SourceFile;
  readonly span: Span;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
}

/** Where a reader looks next, of rules that neither name a place themselves nor quote a name that is declared. */
export type Elsewhere =
  /** The first other sentence of these kinds, in the same declaration or in the agreement's; `says` is said there. */
  | { readonly sentence: readonly string[]; readonly of?: "agreement"; readonly says: string }
  /** The head of the declaration that the mistake is in, or of the agreement. */
  | { readonly head: "own" | "agreement"; readonly says: string }
  /** What the condition asks of: the field or metric before the comparison. */
  | { readonly subject: true }
  /** Why there is no other place. */
  | { readonly none: string };

/** The definition of a code. */
export interface DiagnosticRule {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** SPEC sections that the rule enforces: `§3.5.12`. */
  readonly spec: string;
  /** The law in one sentence, ending with a full stop. */
  readonly summary: string;
  /** Why the law is so, and what to do, in one to three sentences. */
  readonly help: string;
  /** Whole agreement texts: `invalid` reports exactly this code (once), `valid` reports nothing at all. */
  readonly examples: { readonly invalid: string; readonly valid: string };
  /** `offered`: at least one fix on the invalid example; otherwise the stated reason why there is none. */
  readonly fix: "offered" | { readonly none: string };
  /** Left away where the rule names another place on its invalid example, or quotes a name that leads to one. */
  readonly elsewhere?: Elsewhere;
}

/** The result of a step: a value and what was said about it. Nothing throws for a user's mistake. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
