/** Which rules of the grammar read the head and the sentences of each declaration. */
import type { ParserMethod } from "chevrotain";
import type * as ast from "./ast.ts";
import type { Head } from "./grammar/heads.ts";
import { TenetParser } from "./grammar/parser.ts";

/** The rules of one kind of declaration. */
export interface DeclarationRules {
  readonly head: ParserMethod<[], Head>;
  /** Null for `uses`, which is one line. */
  readonly sentence: ParserMethod<[], ast.Sentence> | null;
}

let made: { readonly parser: TenetParser; readonly rules: ReadonlyMap<string, DeclarationRules> } | null = null;

/** The parser and its rules by declaration word, made on first use. */
export function theGrammar(): NonNullable<typeof made> {
  if (made === null) {
    const parser = new TenetParser();
    made = { parser, rules: rulesOf(parser) };
  }
  return made;
}

function rulesOf(parser: TenetParser): ReadonlyMap<string, DeclarationRules> {
  return new Map<string, DeclarationRules>([
    ["uses", { head: parser.usesHead, sentence: null }],
    ["agreement", { head: parser.agreementHead, sentence: parser.agreementSentence }],
    ["partners", { head: parser.partnersHead, sentence: parser.partnersSentence }],
    ["dataset", { head: parser.datasetHead, sentence: parser.datasetSentence }],
    ["metric", { head: parser.metricHead, sentence: parser.metricSentence }],
    ["standard", { head: parser.standardHead, sentence: parser.standardSentence }],
    ["exclusion", { head: parser.exclusionHead, sentence: parser.exclusionSentence }],
    ["amendment", { head: parser.amendmentHead, sentence: parser.amendmentSentence }],
    ["test", { head: parser.testHead, sentence: parser.testSentence }],
  ]);
}
