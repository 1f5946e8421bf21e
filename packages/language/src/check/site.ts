/**
 * Where the checker stands while it speaks: one file, and the ways to report on it.
 *
 * Trees do not know their file, so whatever walks a declaration is given the site it belongs to. A site reports
 * diagnostics, and gives the origin (file, line, sentence as written) that plans carry for explanations. Edits for
 * fixes are made here too, so that every rule spells them the same way. It knows nothing of names or types.
 */
import type { Origin } from "@tenet-lang/evaluator";
import type { Diagnostic, DiagnosticRule, Fix, Related, TextEdit } from "../diagnostics/diagnostic.ts";
import { diagnosticOf } from "../diagnostics/report.ts";
import { positionAt, type SourceFile, type Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { type Doubt, noDoubt } from "./doubt.ts";

/** Fixes and related places of a report. */
export interface Extra {
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
}

/** One file as the checker sees it. */
export interface Site {
  readonly file: SourceFile;
  /** Reports a finding of `rule` in this file. */
  readonly say: (rule: DiagnosticRule, span: Span, message: string, extra?: Extra) => void;
  /** Whether text here may have been read as something that nobody meant; nothing is reported of it. */
  readonly isDoubtful: (span: Span) => boolean;
  /** Whether a declaration may have lost sentences to a line below it that could not be read. */
  readonly isCut: (declaration: ast.Declaration) => boolean;
  /** The origin of a sentence, for plans. */
  readonly origin: (span: Span) => Origin;
  /** The origin of a declaration, with all that it says. */
  readonly originOf: (declaration: ast.Declaration) => Origin;
}

/** The site of a file; findings go to `found`, but for those on doubtful text. `rootPath` is the agreement's own. */
export function siteOf(
  file: SourceFile,
  rootPath: string,
  found: Diagnostic[],
  doubt: Doubt = noDoubt,
): Site {
  const shownPath = relativePath(rootPath, file.path);
  const said = new Set<string>();
  return {
    file,
    isDoubtful: doubt.covers,
    isCut: doubt.isCut,
    say: (rule, span, message, extra) => {
      const key = `${rule.code} ${span.start} ${message}`;
      if (doubt.covers(span) || said.has(key)) return;
      said.add(key);
      found.push(diagnosticOf(rule, file, span, message, extra));
    },
    origin: (span) => new Written(file, shownPath, span),
    originOf: (declaration) => new WrittenDeclaration(file, shownPath, declaration),
  };
}

/**
 * A sentence of a file. Only plans show its text, and while somebody types there is none, so it is not put together
 * before it is read. The text is a property of the object itself, as of all that a plan is made of, but by one function
 * for all of them: V8 keeps an object with a getter of its own, and all that the getter sees, for much too long.
 */
class Written implements Origin {
  readonly file: string;
  readonly line: number;
  declare readonly text: string;
  readonly #source: SourceFile;
  readonly #span: Span;
  #text: string | null = null;

  constructor(source: SourceFile, path: string, span: Span) {
    this.file = path;
    this.line = positionAt(source, span.start).line;
    this.#source = source;
    this.#span = span;
    Object.defineProperty(this, "text", Written.#own);
  }

  static readonly #own = {
    enumerable: true,
    get(this: Written): string {
      this.#text ??= wordsOf(this.#source, this.#span);
      return this.#text;
    },
  };
}

/** A declaration, with all that it says. */
class WrittenDeclaration extends Written {
  declare readonly sentences: NonNullable<Origin["sentences"]>;
  readonly #site: SourceFile;
  readonly #nodes: readonly { readonly span: Span }[];
  #read: Origin["sentences"];

  constructor(source: SourceFile, path: string, { headSpan, sentences }: ast.Declaration) {
    super(source, path, headSpan);
    this.#site = source;
    this.#nodes = sentences;
    Object.defineProperty(this, "sentences", WrittenDeclaration.#own);
  }

  static readonly #own = {
    enumerable: true,
    get(this: WrittenDeclaration) {
      this.#read ??= this.#nodes.map(({ span }) => ({
        line: positionAt(this.#site, span.start).line,
        text: wordsOf(this.#site, span),
      }));
      return this.#read;
    },
  };
}

/** What stands at a span, on one line, without comments and with single spaces (but for those inside quotes). */
export function wordsOf(file: SourceFile, span: Span): string {
  const text = file.text.slice(span.start, span.end);
  if (!/[#\s]\s|[#\t\r\n]/.test(text)) return text.trim();
  const pieces = text.match(/"(?:[^"\\\n]|\\.)*"|#[^\n]*|\s+|[^\s"#]+|"/g) ?? [];
  return pieces
    .map((piece) => (piece.startsWith("#") || piece.trim() === "" ? " " : piece))
    .join("")
    .replace(/"(?:[^"\\]|\\.)*"|\s+/g, (piece) => (piece.trim() === "" ? " " : piece))
    .trim();
}

/** A fix made of edits in the site's own file. */
export function fixOf(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, edits };
}

/** Puts `text` in the place of what stands at `span`. */
export function replaced(span: Span, text: string): TextEdit {
  return { span, text };
}

/** Puts `text` at an offset. */
export function inserted(offset: number, text: string): TextEdit {
  return { span: { start: offset, end: offset }, text };
}

/** Takes away what stands at `span` together with the line break and the blanks before it. */
export function lineRemoved(site: Site, span: Span): TextEdit {
  const before = site.file.text.slice(0, span.start).replace(/(?:\r\n?|\n)?[ \t]*$/, "");
  return { span: { start: before.length, end: span.end }, text: "" };
}

/** Another place that a report points to. */
export function relatedAt(site: Site, span: Span, message: string): Related {
  return { file: site.file, span, message };
}

/** `; did you mean X?`, or nothing. */
export function guessWords(guess: string | null): string {
  return guess === null ? "" : `; did you mean \`${guess}\`?`;
}

/** A fix that writes the guessed word, if there is one. */
export function guessFix(span: Span, guess: string | null): readonly Fix[] {
  return guess === null ? [] : [fixOf(`write \`${guess}\``, replaced(span, guess))];
}

/** `path` as seen from the folder of `rootPath`. */
function relativePath(rootPath: string, path: string): string {
  const from = rootPath.split("/").slice(0, -1);
  const to = path.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}
