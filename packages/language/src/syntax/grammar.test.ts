import { readdirSync, readFileSync } from "node:fs";
import {
  Alternation,
  Alternative,
  EOF,
  type IProduction,
  type IToken,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
} from "chevrotain";
import { describe, expect, test } from "vitest";
import { choicesModule } from "../../../../scripts/generate-choices.ts";
import { grammarEbnf, keywords, railroadHtml } from "../../../../scripts/generate-grammar.ts";
import { sourceFile } from "../source/source-file.ts";
import { type Entry, theGrammar } from "./declaration-rules.ts";
import { TenetParser } from "./grammar/parser.ts";
import { sentencesOf } from "./layout.ts";
import { endOf, lex, makeLexer } from "./lexer.ts";
import { parse } from "./parse.ts";
import * as words from "./tokens.ts";

const root = new URL("../../../../", import.meta.url);
const sampleText = readFileSync(new URL("./every-form.tenet", import.meta.url), "utf8");
const committed = (path: string): string => readFileSync(new URL(path, root), "utf8");

describe("the grammar", () => {
  test("has no ambiguity within three words, and no rule that is never used", () => {
    expect(() => new TenetParser({ validate: true })).not.toThrow();
    const used = new Set(grammarEbnf().match(/^\w+(?= +: )/gm));
    const rules = Object.keys(new TenetParser().getGAstProductions());
    expect(rules.filter((rule) => !used.has(rule))).toEqual([]);
  });

  test("has sound patterns", () => {
    expect(makeLexer(true).lexerDefinitionErrors).toEqual([]);
  });

  test("is the committed one", () => {
    expect(grammarEbnf()).toBe(committed("grammar/grammar.ebnf"));
    expect(railroadHtml()).toBe(committed("grammar/diagrams.html"));
    expect(choicesModule()).toBe(committed("packages/language/src/syntax/grammar/choices.ts"));
  });

  test("is drawn on a page that loads nothing", () => {
    expect(railroadHtml()).not.toMatch(/<script|src=|url\(|@import|https?:/);
  });

  test("stands above each of its rules", () => {
    const generated = [...grammarEbnf().matchAll(/^(\w+) +: (.*?) ;$/gms)].map(
      (match) => `${match[1]} : ${match[2]}`,
    );
    const commented = productionComments().map(({ text }) => text);
    expect(productionComments().filter(({ text, rule }) => !text.startsWith(`${rule} : `))).toEqual([]);
    expect(generated.filter((text) => /^[a-z]/.test(text) && !commented.includes(text))).toEqual([]);
  });

  test("tells words and names apart by no more than the reserved words", () => {
    expect(keywords().filter((word) => !isName(words.keyword[word as words.KeywordText]))).toEqual(
      [...words.reservedWords].sort(),
    );
  });
});

/** The production in the comment above each rule, in one line. */
function productionComments(): { rule: string; text: string }[] {
  const folder = new URL("./grammar/", import.meta.url);
  const sources = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return sources.flatMap((name) => {
    const source = readFileSync(new URL(name, folder), "utf8");
    const found = source.matchAll(
      /((?: {2}\/\/ .*\n)*) {2}readonly \w+[^=;\n]*= this\.(?:RULE|whole)\(\s*"(\w+)"/g,
    );
    return [...found].map(([, comment = "", rule = ""]) => ({
      rule,
      text: comment
        .replace(/^ *\/\/ */gm, " ")
        .replace(/\s+/g, " ")
        .trim(),
    }));
  });
}

function isName(type: TokenType): boolean {
  return type.CATEGORIES?.some((category) => category === words.Name || isName(category)) === true;
}

describe("what may follow a rule", () => {
  // Chevrotain looks only at the rule itself when it decides whether to enter an optional part.
  test("is mistaken for an optional part of it only where a gate decides", () => {
    const rules = Object.values(new TenetParser().getGAstProductions());
    expect(conflicts(rules)).toEqual(["day: 'at'", "lookup: 'in'", "numberType: 'from'", "rowTail: 'from'"]);
  });

  test("has a gate in exactly these rules", () => {
    const folder = new URL("./grammar/", import.meta.url);
    const gated = readdirSync(folder).flatMap((name) => {
      const source = readFileSync(new URL(name, folder), "utf8");
      return [...source.matchAll(/GATE:/g)].map(({ index }) =>
        source
          .slice(0, index)
          .match(/RULE\("(\w+)"/g)
          ?.at(-1),
      );
    });
    expect(gated.sort()).toEqual(['RULE("day"', 'RULE("lookup"', 'RULE("numberType"', 'RULE("rowTail"']);
  });
});

/** Optional parts at the end of a rule that start like something that follows the rule. */
function conflicts(rules: readonly Rule[]): string[] {
  const follow = followSets(rules);
  const found = new Set<string>();
  const visit = (rule: Rule, parts: readonly IProduction[], beyond: ReadonlySet<TokenType>): void => {
    for (const [index, part] of parts.entries()) {
      const after = parts.slice(index + 1).every(isOptional) ? beyond : new Set<TokenType>();
      if (isRepeating(part) || part instanceof Option) {
        const shared = [...entryOf(part)].filter((type) => after.has(type));
        for (const type of shared) found.add(`${rule.name}: ${type.name}`);
      }
      if (!(part instanceof NonTerminal)) for (const inner of branches(part)) visit(rule, inner, after);
    }
  };
  for (const rule of rules) visit(rule, rule.definition, follow.get(rule.name) ?? new Set());
  return [...found].sort();
}

function followSets(rules: readonly Rule[]): Map<string, Set<TokenType>> {
  const follow = new Map(rules.map((rule) => [rule.name, new Set<TokenType>([EOF])]));
  let grew = true;
  const add = (name: string, types: Iterable<TokenType>): void => {
    const known = follow.get(name) ?? new Set();
    for (const type of types) {
      if (!known.has(type)) grew = true;
      known.add(type);
    }
  };
  const visit = (parts: readonly IProduction[], beyond: readonly TokenType[]): void => {
    for (const [index, part] of parts.entries()) {
      const rest = parts.slice(index + 1);
      const after = [...first(rest), ...(rest.every(isOptional) ? beyond : [])];
      if (part instanceof NonTerminal) {
        add(part.referencedRule.name, after);
        continue;
      }
      const around = isRepeating(part) ? [...after, ...entryOf(part)] : after;
      for (const inner of branches(part)) visit(inner, around);
    }
  };
  while (grew) {
    grew = false;
    for (const rule of rules) visit(rule.definition, [...(follow.get(rule.name) ?? [])]);
  }
  return follow;
}

/** The words that lead into an optional part, or into the next round of a repetition. */
function entryOf(part: IProduction): Set<TokenType> {
  return "separator" in part ? new Set([part.separator as TokenType]) : first(innerOf(part));
}

/** The words that a sequence may start with, each word of a category by itself. */
function first(parts: readonly IProduction[]): Set<TokenType> {
  const types = new Set<TokenType>();
  for (const part of parts) {
    if (part instanceof Terminal) for (const type of membersOf(part.terminalType)) types.add(type);
    else for (const inner of branches(part)) for (const type of first(inner)) types.add(type);
    if (!isOptional(part)) break;
  }
  return types;
}

function membersOf(category: TokenType): TokenType[] {
  const inside = words.vocabulary.filter((type) => type.CATEGORIES?.some((each) => each === category));
  return [category, ...inside.flatMap(membersOf)];
}

function branches(part: IProduction): (readonly IProduction[])[] {
  if (part instanceof Alternation) return part.definition.map((branch) => [branch]);
  return [part instanceof NonTerminal ? part.referencedRule.definition : innerOf(part)];
}

function innerOf(part: IProduction): readonly IProduction[] {
  const holds = part instanceof Alternation || part instanceof Alternative || part instanceof Option;
  return holds || isRepeating(part) ? (part as Alternative).definition : [];
}

function isRepeating(part: IProduction): boolean {
  return (
    part instanceof Repetition ||
    part instanceof RepetitionMandatory ||
    part instanceof RepetitionWithSeparator ||
    part instanceof RepetitionMandatoryWithSeparator
  );
}

function isOptional(part: IProduction): boolean {
  if (part instanceof Option || part instanceof Repetition || part instanceof RepetitionWithSeparator)
    return true;
  if (part instanceof Terminal) return false;
  return branches(part).some((inner) => inner.every(isOptional));
}

describe("a parser that was not analysed", () => {
  const ready = new TenetParser();
  const analysed = new TenetParser({ analysed: true });
  const sentences = sentencesOf(lex(sampleText)).map(({ tokens }) => tokens);
  const entriesOf = (word: string | undefined): readonly Entry<unknown>[] =>
    [...theGrammar().kinds.values()].flatMap(({ word: own, head, sentence, firstWords }) => [
      ...(own === word ? [head] : []),
      ...(sentence !== null && firstWords.has(word ?? "") ? [sentence] : []),
    ]);
  const read = (parser: TenetParser, rule: string | undefined, tokens: readonly IToken[]): unknown => {
    const { [rule as "metricHead"]: method } = parser;
    return parser.read(method, [...tokens]);
  };
  /** By how many of the rules that such a sentence may have both read it. */
  const bothRead = (word: string | undefined, tokens: readonly IToken[]): number =>
    entriesOf(word).filter(({ rule }) => {
      const { ruleName } = rule as { readonly ruleName?: string };
      const one = read(ready, ruleName, tokens);
      expect(one).toEqual(read(analysed, ruleName, tokens));
      return one !== null;
    }).length;

  test("reads every form as one that was", () => {
    for (const tokens of sentences) expect(bothRead(tokens[0]?.image, tokens)).toBeGreaterThan(0);
  });

  test("refuses the same where a word is missing, or is another", () => {
    for (const [index, tokens] of sentences.entries()) {
      const at = index % tokens.length;
      const other = sentences[(index * 7 + 1) % sentences.length]?.at(-1);
      const word = tokens[0]?.image;
      bothRead(word, tokens.toSpliced(at, 1));
      bothRead(word, tokens.toSpliced(at, 1, ...(other === undefined ? [] : [other])));
      bothRead(word, tokens.slice(0, at + 1));
    }
  });

  test("decides every choice that one that was decides", () => {
    const decided = (parser: object): readonly unknown[] =>
      (parser as { lookAheadFuncsCache: readonly object[] }).lookAheadFuncsCache.map((each) =>
        Object.keys(each),
      );
    expect(decided(ready)).toEqual(decided(analysed));
    expect(decided(ready).length).toBeGreaterThan(100);
  });
});

test("reading a file by its sentences gives what the whole grammar gives", () => {
  const file = sourceFile("a.tenet", sampleText);
  const parser = new TenetParser();
  parser.input = sentencesOf(lex(file.text)).flatMap(({ tokens }) => {
    const last = tokens.at(-1);
    const at = last === undefined ? 0 : endOf(last);
    const end = { image: "", startOffset: at, endOffset: at - 1, tokenType: words.End };
    return [...tokens, { ...end, tokenTypeIdx: words.End.tokenTypeIdx ?? 0 }];
  });
  const declarations = parser.file();
  expect(parser.errors).toEqual([]);
  expect(parse(file).tree.declarations).toEqual(declarations);
});
