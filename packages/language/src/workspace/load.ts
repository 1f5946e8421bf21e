/**
 * Loading: an agreement's file and everything it `uses`.
 *
 * A used file is named relative to the file that uses it. Paths stay inside the workspace: absolute paths, addresses,
 * backslashes and paths that climb out of the root are refused before anything is opened. Each file is read and
 * parsed once, however often it is used; a file that uses itself by way of others is a mistake. The reading itself
 * is the caller's, so that loading runs wherever text can be had: on a disk, in an editor, in a test.
 */

import { importCycle, importCycleMessage } from "../check/rules/import-cycle.rule.ts";
import { importMissing, importMissingMessage } from "../check/rules/import-missing.rule.ts";
import { importOutside, importOutsideMessage } from "../check/rules/import-outside.rule.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnosticOf } from "../diagnostics/report.ts";
import { type SourceFile, type Span, sourceFile } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { type ParsedFile, parse } from "../syntax/parse.ts";
import { withKnownRows } from "./amounts-for-each.ts";
import { withKnownNames } from "./bare-names.ts";
import { isInside, refusedForm, resolvePath } from "./paths.ts";

/** An agreement's files. */
export interface Loaded {
  readonly root: ParsedFile;
  /** Root first, then the used files in the order in which they are met, each once. */
  readonly files: readonly ParsedFile[];
  /** What was found while reading and parsing all of them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Some used file could not be had, so that names may be missing which are nobody's mistake. */
  readonly incomplete: boolean;
}

/** Where used files may lie. */
export interface LoadOptions {
  /**
   * The folder that used files may not leave. By default the folder that a relative `path` starts from, or the
   * folder of an absolute one.
   */
  readonly root?: string;
}

/** The text of a file by its path (forward slashes), or null where there is none. */
export type ReadFile = (path: string) => string | null;

/** A `uses` on the way from the root to the file being read. */
interface Step {
  readonly path: string;
  /** The sentence that led on from here. */
  readonly via: { readonly file: SourceFile; readonly node: ast.UsesDeclaration } | null;
}

/** A file that was read and parsed, by its path, or null where there is none. */
export type ReadParsed = (path: string) => ParsedFile | null;

/** Reads and parses an agreement's file and all that it uses. */
export function loadAgreement(path: string, read: ReadFile, options: LoadOptions = {}): Loaded {
  const parsed: ReadParsed = (wanted) => {
    const text = read(wanted);
    return text === null ? null : parse(sourceFile(wanted, text));
  };
  return loadParsed(path, parsed, options);
}

/** The same for whoever keeps trees: an editor, whose files have been parsed before. */
export function loadParsed(path: string, read: ReadParsed, options: LoadOptions = {}): Loaded {
  const loading = new Loading(read, options.root ?? defaultRoot(path));
  const found = read(path);
  const root = found ?? parse(sourceFile(path, ""));
  if (found === null)
    loading.report(importMissing, root.file, { start: 0, end: 0 }, importMissingMessage(path, null));
  loading.add(root);
  loading.follow(root, [{ path: resolvePath("", path), via: null }]);
  return loading.result(root);
}

function defaultRoot(path: string): string {
  return path.startsWith("/") || /^[A-Za-z]:/.test(path) ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** The state of one loading: the files met so far and what was said about them. */
class Loading {
  readonly #read: ReadParsed;
  readonly #root: string;
  readonly #files = new Map<string, ParsedFile>();
  readonly #diagnostics: Diagnostic[] = [];
  #incomplete = false;

  constructor(read: ReadParsed, root: string) {
    this.#read = read;
    this.#root = root;
  }

  result(root: ParsedFile): Loaded {
    const files = [...this.#files.values()];
    const incomplete = this.#incomplete;
    // What a library lacks may be declared by the agreements that use it.
    const isWhole = !incomplete && root.tree.declarations.some(({ kind }) => kind === "Agreement");
    const diagnostics = withKnownRows(withKnownNames(this.#diagnostics, files, isWhole), files);
    return { root, files, diagnostics, incomplete };
  }

  add(parsed: ParsedFile): void {
    this.#files.set(resolvePath("", parsed.file.path), parsed);
    this.#diagnostics.push(...parsed.diagnostics);
  }

  report(...[rule, file, span, message, extra]: Parameters<typeof diagnosticOf>): void {
    this.#diagnostics.push(diagnosticOf(rule, file, span, message, extra));
    this.#incomplete = true;
  }

  /** Loads what a file uses. `steps` leads from the root to it. */
  follow(parsed: ParsedFile, steps: readonly Step[]): void {
    for (const node of parsed.tree.declarations) {
      if (node.kind === "Uses") this.#use(parsed.file, node, steps);
    }
  }

  #use(file: SourceFile, node: ast.UsesDeclaration, steps: readonly Step[]): void {
    const path = this.#allowedPath(file, node);
    if (path === null) return;
    const here = steps.at(-1)?.path ?? path;
    const onTheWay: readonly Step[] = [...steps.slice(0, -1), { path: here, via: { file, node } }];
    const start = onTheWay.findIndex((step) => step.path === path);
    if (start >= 0) this.#reportCycle(onTheWay.slice(start));
    else if (!this.#files.has(path)) this.#load(path, file, node, onTheWay);
  }

  /** The path that a sentence names, seen from where the root path is; null where it is refused. */
  #allowedPath(file: SourceFile, node: ast.UsesDeclaration): string | null {
    const form = refusedForm(node.path.text);
    const path = form === null ? resolvePath(folderOf(file.path), node.path.text) : null;
    if (path !== null && isInside(this.#root, path)) return path;
    this.report(importOutside, file, node.path.span, importOutsideMessage(node.path.text, form));
    return null;
  }

  #load(path: string, file: SourceFile, node: ast.UsesDeclaration, steps: readonly Step[]): void {
    const parsed = this.#read(path);
    if (parsed === null) {
      this.report(importMissing, file, node.path.span, importMissingMessage(node.path.text, path));
      return;
    }
    this.add(parsed);
    this.follow(parsed, [...steps, { path, via: null }]);
  }

  #reportCycle(steps: readonly Step[]): void {
    const places = steps.map((step) => step.via).filter((via) => via !== null);
    const [last] = places.slice(-1);
    if (last === undefined) return;
    const related = places.slice(0, -1).map(({ file, node }) => ({
      file,
      span: node.span,
      message: `\`${file.path}\` uses \`${node.path.text}\` here`,
    }));
    const message = importCycleMessage(steps.map((step) => step.path));
    const edit = { span: lineAround(last.file.text, last.node.span), text: "" };
    const fixes = [{ title: "remove this sentence", edits: [edit], isGuess: true as const }];
    this.#diagnostics.push(
      diagnosticOf(importCycle, last.file, last.node.path.span, message, { related, fixes }),
    );
  }
}

/** A line with the break behind it, where it holds nothing but what stands at a place. */
function lineAround(text: string, { start, end }: Span): Span {
  const before = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const behind = /^[ \t]*(?:\r?\n)?/.exec(text.slice(end))?.[0].length ?? 0;
  return { start: start - before, end: end + behind };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
