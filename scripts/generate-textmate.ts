/**
 * The TextMate grammar: colours before the language server is up, in Markdown, on web pages and in editors without a
 * server. Its words come from the language's own tokens. It sees one line at a time, so it colours a word as a name
 * where the line says so (after `field`, after `requires`, before `is`), and the server's semantic tokens, which know
 * the tree, settle the rest; a test holds the two together.
 */
import * as words from "../packages/language/src/syntax/tokens.ts";
import { wordsBeforeNames } from "./words-before-names.ts";

interface Pattern {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly contentName?: string;
  readonly include?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly patterns?: readonly Pattern[];
}

type Captures = Readonly<Record<string, { readonly name?: string; readonly patterns?: readonly Pattern[] }>>;

/** `extension/syntaxes/tenet.tmLanguage.json`. */
export function textmateGrammar(): string {
  const grammar = {
    information_for_contributors: "Generated from the language's tokens: npm run generate",
    name: "Tenet",
    scopeName: "source.tenet",
    fileTypes: ["tenet"],
    patterns: [
      { include: "#comment" },
      { include: "#table" },
      { include: "#line" },
      { include: "#sentence" },
    ],
    repository: {
      comment: { name: scope("comment.line.number-sign"), match: "#.*$" },
      text,
      table,
      line: { patterns: lineStarts },
      sentence: {
        patterns: [{ include: "#text" }, { include: "#comment" }, ...names, ...values, ...keywords],
      },
      values: { patterns: values },
    },
  };
  return `${JSON.stringify(grammar, null, 2)}\n`;
}

/** `extension/syntaxes/markdown-fence.tmLanguage.json`: the language inside fences of Markdown. */
export function markdownFenceGrammar(): string {
  const fence = {
    name: "markup.fenced_code.block.markdown",
    begin: "(^|\\G)(\\s*)(`{3,}|~{3,})\\s*(?i:(tenet)(\\s+[^`~]*)?$)",
    end: "(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$",
    beginCaptures: {
      "3": { name: "punctuation.definition.markdown" },
      "4": { name: "fenced_code.block.language.markdown" },
      "5": { name: "fenced_code.block.language.attributes.markdown" },
    },
    endCaptures: { "3": { name: "punctuation.definition.markdown" } },
    patterns: [
      {
        begin: "(^|\\G)(\\s*)(.*)",
        while: "(^|\\G)(?!\\s*([`~]{3,})\\s*$)",
        contentName: "meta.embedded.block.tenet",
        patterns: [{ include: "source.tenet" }],
      },
    ],
  };
  const grammar = {
    information_for_contributors: "Generated: npm run generate",
    scopeName: "markdown.tenet.codeblock",
    injectionSelector: "L:text.html.markdown",
    fileTypes: [],
    patterns: [{ include: "#fence" }],
    repository: { fence },
  };
  return `${JSON.stringify(grammar, null, 2)}\n`;
}

function scope(name: string): string {
  return `${name}.tenet`;
}

/** One of the words, whole. */
function oneOf(list: readonly string[]): string {
  const longestFirst = [...new Set(list)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `\\b(?:${longestFirst.join("|")})\\b`;
}

const later = new Set<string>(words.laterDeclarationWords);
const declaration = oneOf(words.declarationWords);
const reserved = oneOf(words.reservedWords);
const everyWord = oneOf(Object.keys(words.keyword).filter((word) => !later.has(word)));
/** A name: any word but the few that never are one. */
const aName = `(?!${reserved})[A-Za-z_]\\w*`;
const aUnit = oneOf([...words.unitWords, ...words.spanWords]);
const aNumber = "-?\\b\\d+(?:_\\d+)*(?:\\.\\d+)?\\b";

const scopes = {
  declaration: scope("storage.type.declaration"),
  declared: scope("entity.name.type"),
  sentence: scope("keyword.control"),
  word: scope("keyword.other"),
  operator: scope("keyword.operator.word"),
  name: scope("variable.other"),
  type: scope("support.type"),
  unit: scope("keyword.other.unit"),
};

const text: Pattern = {
  name: scope("string.quoted.double"),
  begin: '"',
  end: '"|$',
  patterns: [{ name: scope("constant.character.escape"), match: '\\\\["\\\\]' }],
};

const comma: Pattern = { name: scope("punctuation.separator"), match: "," };

const bar: Pattern = { name: scope("punctuation.separator.table"), match: "\\|" };

/** The lines of a table: the first names columns, the others are cells. */
const table: Pattern = {
  begin: "^\\s*(\\|[^#]*)",
  beginCaptures: {
    "1": {
      patterns: [
        bar,
        { name: scopes.word, match: "\\brows\\b" },
        { name: scope("variable.other.column"), match: "[A-Za-z_]\\w*" },
      ],
    },
  },
  while: "^\\s*(?=[|#])",
  patterns: [
    { include: "#comment" },
    bar,
    { include: "#text" },
    { include: "#values" },
    { name: scope("string.unquoted"), match: '[^\\s|#"][^\\s|#]*' },
  ],
};

const types = [
  "one\\s+of",
  "total\\s+of",
  "days(?=\\s+from)",
  "duration",
  "timestamp",
  "number",
  "money",
  "yes_no",
  "date",
  "text",
];

/** What only the first words of a line can be. */
const lineStarts: readonly Pattern[] = [
  {
    match: `^\\s*(partners(?=\\s+from\\b)|uses(?=\\s*(?:"|$)))`,
    captures: { "1": { name: scopes.declaration } },
  },
  {
    match: `^\\s*(${declaration})\\s+(${aName})`,
    captures: { "1": { name: scopes.declaration }, "2": { name: scopes.declared } },
  },
  { match: `^\\s*(${declaration})\\s*$`, captures: { "1": { name: scopes.declaration } } },
  {
    // The members may be spelt like any word, and the list may go on after a comma.
    begin: `^\\s*(field)\\s+(${aName})\\s+(one\\s+of)\\b`,
    beginCaptures: {
      "1": { name: scopes.sentence },
      "2": { name: scope("variable.other.property") },
      "3": { name: scopes.type },
    },
    end: "(?<!,)\\s*(?=#|$)",
    patterns: [
      { include: "#text" },
      { include: "#comment" },
      {
        name: scopes.word,
        match: '\\b(?:written(?=\\s+")|from(?=\\s+")|optional(?!\\s*,)|personal(?!\\s*,))',
      },
      { name: scope("variable.other.enummember"), match: "[A-Za-z_]\\w*" },
      comma,
    ],
  },
  {
    match: `^\\s*(field)\\s+(${aName})(?:\\s+(${types.join("|")})\\b(?:\\s+([A-Z]{3})\\b|\\s+(in)\\s+(${aUnit}))?)?`,
    captures: {
      "1": { name: scopes.sentence },
      "2": { name: scope("variable.other.property") },
      "3": { name: scopes.type },
      "4": { name: scopes.unit },
      "5": { name: scopes.operator },
      "6": { name: scopes.unit },
    },
  },
  {
    match: `^\\s*(${oneOf(["step", "level", "requires", "expect", "given", "dated", "removes", "stage", "channel"])})\\s+(${aName})`,
    captures: { "1": { name: scopes.sentence }, "2": { name: scopes.name } },
  },
  {
    // What a report shows is called by words that are names elsewhere.
    begin: "^\\s*(shows)\\b",
    beginCaptures: { "1": { name: scopes.sentence } },
    end: "(?<!,)\\s*(?=#|$)",
    patterns: [{ include: "#comment" }, comma, { name: scopes.word, match: "[a-z_]+" }],
  },
  {
    match: "^\\s*(currency)\\s+([A-Z]{3})\\b",
    captures: { "1": { name: scopes.sentence }, "2": { name: scopes.unit } },
  },
  { match: `^\\s*(${oneOf(words.continuationWords)})`, captures: { "1": { name: scopes.operator } } },
  { match: `^\\s*(${everyWord})`, captures: { "1": { name: scopes.sentence } } },
];

/** Where a word is a name although the language has it too. */
const names: readonly Pattern[] = [
  {
    match: "\\b(row)\\s+(per)\\s+(line)\\b",
    captures: { "1": { name: scopes.word }, "2": { name: scopes.word }, "3": { name: scopes.word } },
  },
  {
    match: `\\b(partner)\\s*(\\.)\\s*(${aName})`,
    captures: {
      "1": { name: scopes.word },
      "2": { name: scope("punctuation.accessor") },
      "3": { name: scope("variable.other.property") },
    },
  },
  {
    match: `(${oneOf(wordsBeforeNames())})\\s+(${aName})`,
    captures: { "1": { name: scopes.word }, "2": { name: scopes.name } },
  },
  {
    name: scopes.name,
    match: `${aName}(?=\\s+(?:is|contains|matches|at\\s+(?:least|most)|(?:more|less|fewer)\\s+than)\\b)`,
  },
];

/** Literals, with their units. */
const values: readonly Pattern[] = [
  { name: scope("constant.other.date"), match: "\\b\\d{4}-\\d\\d-\\d\\d\\b" },
  { name: scope("constant.other.period"), match: "\\b\\d{4}-(?:\\d\\d|W\\d\\d|[QH]\\d)\\b" },
  { name: scope("constant.other.version"), match: "\\b\\d+\\.\\d+\\.\\d+\\b" },
  { name: scope("constant.other.time"), match: "\\b\\d\\d:\\d\\d\\b" },
  { name: scope("constant.numeric.percent"), match: "-?\\b\\d+(?:_\\d+)*(?:\\.\\d+)?%" },
  {
    match: `(${aNumber})(?:\\s+(?:(business|calendar)\\s+)?(${aUnit}|[A-Z]{3}\\b))?`,
    captures: {
      "1": { name: scope("constant.numeric") },
      "2": { name: scopes.unit },
      "3": { name: scopes.unit },
    },
  },
];

const verdicts = ["met", "missed", "exceeded", "pending", "excused", "not_enough_data", "not_applicable"];

const keywords: readonly Pattern[] = [
  { name: scope("constant.language.verdict"), match: oneOf(verdicts) },
  { name: scope("constant.language.boolean"), match: `(?<=\\bis\\s|\\bnot\\s)${oneOf(["yes", "no"])}` },
  {
    name: scopes.operator,
    match: oneOf([...words.reservedWords, "least", "most", "more", "less", "fewer", "contains", "matches"]),
  },
  { name: scopes.word, match: everyWord },
  comma,
  { name: scope("punctuation.section.group"), match: "[()]" },
  { name: scopes.name, match: "[A-Za-z_]\\w*" },
];
