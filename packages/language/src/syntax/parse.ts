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
import { Comment, lex, publicToken, spanOf, type Token } from "./lexer.ts";
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

/** No more are given of one file; what comes after the last of them is not read. */
export const mostDiagnostics = 100;

/** Reads a file. */
export function parse(file: SourceFile): ParsedFile {
  if (bytesOf(file.text) > longestFile) return unread(file, reportFileTooLarge());
  const words = lex(file.text);
  if (words.length > mostWords) return unread(file, reportTooManyWords());
  const diagnostics = hiddenMarks(words).map((finding) => said(file, finding));
  const declarations: ast.Declaration[] = [];
  for (const owned of declarationsOf(sentencesOf(words))) {
    const found = parseDeclaration(file, owned, mostDiagnostics - diagnostics.length);
    for (const declaration of found.declarations) declarations.push(declaration);
    diagnostics.push(...found.diagnostics);
  }
  const span = { start: 0, end: file.text.length };
  diagnostics.sort((left, right) => left.span.start - right.span.start);
  return parsed(file, { kind: "File", span, declarations }, words, diagnostics);
}

/** Reads one declaration; what comes after `most` diagnostics is kept, but not read. */
export function parseDeclaration(
  file: SourceFile,
  owned: DeclarationTokens,
  most: number = mostDiagnostics,
): ParsedDeclaration {
  const findings: Finding[] = [];
  const declarations = readDeclarations({ file, grammar: theGrammar(), findings, most, pending: [] }, owned);
  return { declarations, diagnostics: findings.map((finding) => said(file, finding)) };
}

function parsed(
  file: SourceFile,
  tree: ast.File,
  words: readonly IToken[],
  diagnostics: readonly Diagnostic[],
): ParsedFile {
  let tokens: readonly Token[] | null = null;
  return {
    file,
    tree,
    diagnostics,
    get tokens() {
      tokens ??= words.map(publicToken);
      return tokens;
    },
  };
}

function unread(file: SourceFile, finding: Finding): ParsedFile {
  const span = { start: 0, end: file.text.length };
  return parsed(file, { kind: "File", span, declarations: [] }, [], [said(file, finding)]);
}

function said(file: SourceFile, { rule, span, message, fixes }: Finding): Diagnostic {
  return diagnosticOf(rule, file, span, message, { fixes });
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

/** Comments belong to no sentence, but what they hide misleads as well. */
function hiddenMarks(words: readonly IToken[]): Finding[] {
  return words
    .filter((token) => token.tokenType === Comment && hiddenCharacters.test(token.image))
    .slice(0, mostDiagnostics)
    .map((token) => reportHiddenCharacter(spanOf(token), token.image));
}
