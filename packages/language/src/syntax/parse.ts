/**
 * Text to tree: the front door of the folder.
 *
 * A file is split into words (`lexer.ts`), words into sentences and declarations by their lines (`layout.ts`), and
 * each sentence is read by its own rule of the grammar (`grammar/`). A sentence that cannot be read is kept as
 * `Broken`, gets exactly one diagnostic, and costs nothing but itself: what is wrong with it is found out afterwards
 * by walking the grammar along its words (`expectations.ts`, `diagnose.ts`), and where the slip is certain
 * (`flaws.ts`, `repairs.ts`, `lost-heads.ts`) the sentence is read as it was meant, so that names declared in it are
 * known to the checks that follow. No text makes this throw, and no text takes more than linear time.
 */
import type { IToken } from "chevrotain";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnosticOf } from "../diagnostics/report.ts";
import type { SourceFile } from "../source/source-file.ts";
import type * as ast from "./ast.ts";
import { theGrammar } from "./declaration-rules.ts";
import { type DeclarationTokens, declarationsOf, sentencesOf } from "./layout.ts";
import { Comment, LineBreak, lex, publicToken, spanOf, type Token } from "./lexer.ts";
import { hiddenCharacters } from "./look-alikes.ts";
import { readDeclarations } from "./read-declaration.ts";
import { longestFile, reportFileTooLarge } from "./rules/file-too-large.rule.ts";
import type { Finding } from "./rules/finding.ts";
import { reportHiddenCharacter } from "./rules/hidden-character.rule.ts";
import { mostWords, reportTooManyWords } from "./rules/too-many-words.rule.ts";

/** A file that was read. */
export interface ParsedFile {
  readonly file: SourceFile;
  readonly tree: ast.File;
  /** All of the text but blanks, in its order; made when first asked for. */
  readonly tokens: readonly Token[];
  /** In the order of their places, at most `mostDiagnostics`. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is read of one declaration; a head that was found among its sentences starts another one. */
export interface ParsedDeclaration {
  readonly declarations: readonly ast.Declaration[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The same before it is said of a file: a function of the declaration's words and the text between them. */
export interface Reading {
  readonly declarations: readonly ast.Declaration[];
  readonly findings: readonly Finding[];
}

/** Reads a declaration; what comes after `most` findings is not read. */
export type Read = (file: SourceFile, owned: DeclarationTokens, most: number) => Reading;

/** What a file was made of: its words, and how each declaration of them was read. */
export interface Making {
  readonly words: readonly IToken[];
  readonly owned: readonly DeclarationTokens[];
  readonly readings: readonly Reading[];
}

/** No more are given of one file; what comes after the last of them is not read. */
export const mostDiagnostics = 100;

/** Reads a file. */
export function parse(file: SourceFile): ParsedFile {
  const tooLarge = bytesOf(file.text) > longestFile;
  return tooLarge ? unread(file, reportFileTooLarge()) : parseWords(file, lex(file.text), readingOf);
}

/** Reads a file whose words are known; `read` reads a declaration, or knows how it was read before. */
export function parseWords(file: SourceFile, words: readonly IToken[], read: Read): ParsedFile {
  if (isTooLong(words)) return unread(file, reportTooManyWords());
  const findings = hiddenMarks(words);
  const declarations: ast.Declaration[] = [];
  const owned = declarationsOf(sentencesOf(words));
  const readings = owned.map((each) => {
    const reading = read(file, each, mostDiagnostics - findings.length);
    for (const declaration of reading.declarations) declarations.push(declaration);
    findings.push(...reading.findings);
    return reading;
  });
  const span = { start: 0, end: file.text.length };
  return new FileRead(file, { kind: "File", span, declarations }, inOrder(file, findings), {
    words,
    owned,
    readings,
  });
}

/** How a file was made, for whoever reads its next text; null for one that was not read. */
export function makingOf(earlier: ParsedFile): Making | null {
  return earlier instanceof FileRead ? earlier.making() : null;
}

/** Reads one declaration; what comes after `most` diagnostics is kept, but not read. */
export function parseDeclaration(
  file: SourceFile,
  owned: DeclarationTokens,
  most: number = mostDiagnostics,
): ParsedDeclaration {
  const { declarations, findings } = readingOf(file, owned, most);
  return { declarations, diagnostics: findings.map((finding) => said(file, finding)) };
}

/** Reads one declaration anew. */
export function readingOf(file: SourceFile, owned: DeclarationTokens, most: number): Reading {
  const findings: Finding[] = [];
  const declarations = readDeclarations({ file, grammar: theGrammar(), findings, most, pending: [] }, owned);
  return { declarations, findings };
}

/**
 * What it was made of lies in the file itself and in no weak map beside it: a young collection keeps whatever a weak
 * map holds, so that every text of a session would be copied before it is forgotten.
 */
class FileRead implements ParsedFile {
  readonly file: SourceFile;
  readonly tree: ast.File;
  readonly diagnostics: readonly Diagnostic[];
  readonly #making: Making;
  #tokens: readonly Token[] | null = null;

  constructor(file: SourceFile, tree: ast.File, diagnostics: readonly Diagnostic[], making: Making) {
    this.file = file;
    this.tree = tree;
    this.diagnostics = diagnostics;
    this.#making = making;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= this.#making.words.map(publicToken);
    return this.#tokens;
  }

  making(): Making {
    return this.#making;
  }
}

function unread(file: SourceFile, finding: Finding): ParsedFile {
  const span = { start: 0, end: file.text.length };
  return {
    file,
    tree: { kind: "File", span, declarations: [] },
    tokens: [],
    diagnostics: [said(file, finding)],
  };
}

function inOrder(file: SourceFile, findings: readonly Finding[]): readonly Diagnostic[] {
  const diagnostics = findings.map((finding) => said(file, finding));
  return diagnostics.sort((left, right) => left.span.start - right.span.start);
}

function said(file: SourceFile, { rule, span, message, fixes, related = [] }: Finding): Diagnostic {
  return diagnosticOf(rule, file, span, message, {
    fixes,
    related: related.map((other) => ({ file, ...other })),
  });
}

/** The length of a text in UTF-8, counted only where it could matter. */
function bytesOf(text: string): number {
  if (text.length * 3 <= longestFile || text.length > longestFile) return text.length;
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    bytes += code < 0x80 ? 1 : code < 0x800 || isHalf ? 2 : 3;
  }
  return bytes;
}

/** Whether there are more words and signs than are read; the ends of lines are neither, and are counted last. */
function isTooLong(words: readonly IToken[]): boolean {
  if (words.length <= mostWords) return false;
  return words.length - words.filter(({ tokenType }) => tokenType === LineBreak).length > mostWords;
}

/** Comments belong to no sentence, but what they hide misleads as well. */
function hiddenMarks(words: readonly IToken[]): Finding[] {
  return words
    .filter((token) => token.tokenType === Comment && hiddenCharacters.test(token.image))
    .slice(0, mostDiagnostics)
    .map((token) => reportHiddenCharacter(spanOf(token), token.image));
}
