import type { IToken, ParserMethod } from "chevrotain";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type * as ast from "./ast.ts";
import { theGrammar } from "./declaration-rules.ts";
import { declarationOf, type Head } from "./grammar/heads.ts";
import { across, nameOf } from "./grammar/nodes.ts";
import { type DeclarationTokens, declarationsOf, type SentenceTokens, sentencesOf } from "./layout.ts";
import { lex, publicToken, spanOf, type Token } from "./lexer.ts";

/** A file that was read. */
export interface ParsedFile {
  readonly file: SourceFile;
  readonly tree: ast.File;
  readonly tokens: readonly Token[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a file. */
export function parse(file: SourceFile): ParsedFile {
  const tokens = lex(file.text);
  const diagnostics: Diagnostic[] = [];
  const declarations = declarationsOf(sentencesOf(tokens)).map((chunk) => readDeclaration(file, chunk, diagnostics));
  const tree: ast.File = { kind: "File", span: { start: 0, end: file.text.length }, declarations };
  return { file, tree, tokens: tokens.map(publicToken), diagnostics };
}

function readDeclaration(file: SourceFile, chunk: DeclarationTokens, diagnostics: Diagnostic[]): ast.Declaration {
  const { parser, rules } = theGrammar();
  const kind = rules.get(chunk.word ?? "");
  const [headLine, ...lines] = chunk.sentences as [SentenceTokens, ...SentenceTokens[]];
  const read = <T>(rule: ParserMethod<[], T>, sentence: SentenceTokens): T | null => {
    const value = parser.read(rule, [...sentence.tokens]);
    if (value === null) {
      const at = sentence.tokens[0] as IToken;
      diagnostics.push({
        code: "1010",
        name: "syntax",
        severity: "error",
        message: "this sentence cannot be read",
        file,
        span: spanOf(at),
        fixes: [],
        related: [],
      });
    }
    return value;
  };
  const first = headLine.tokens[0] as IToken;
  const headSpan = across(first, headLine.tokens.at(-1) as IToken);
  const sentences = lines.map((line): ast.Sentence | ast.BrokenSentence => {
    const node = kind?.sentence ? read(kind.sentence, line) : null;
    return node ?? { kind: "Broken", span: across(line.tokens[0] as IToken, line.tokens.at(-1) as IToken) };
  });
  const head: Head = (kind === undefined ? null : read(kind.head, headLine)) ?? {
    kind: "BrokenDeclaration",
    wordSpan: spanOf(first),
    headSpan,
    word: chunk.word,
    name: headLine.tokens[1] === undefined ? null : nameOf(headLine.tokens[1]),
  };
  return declarationOf(head, sentences as ast.Declaration["sentences"]);
}
