/**
 * The vocabulary: every kind of token, and every word that means something.
 *
 * Words are split from the text by one pattern and looked up here, so that a new word of the language is one entry in
 * a list. A word of the language is still a name wherever a name may stand (`version`, `group`, `date` are good
 * names for fields), except for the few `reservedWords`; the parser sees this through the category `Name`.
 * Which word may stand where is the parser's business, not this file's.
 */
import { createToken, Lexer, type TokenType } from "chevrotain";

/** Words that are never names, because sentences could no longer be told apart. */
// biome-ignore format: a list of words
export const reservedWords = [
  "and", "or", "not", "where", "has", "is", "given", "at", "in", "of", "by", "for", "from", "to",
  "than", "when", "out", "otherwise",
] as const;

/** Words that start a declaration, as the first word of a line. */
// biome-ignore format: a list of words
export const declarationWords = [
  "uses", "agreement", "partners", "dataset", "metric", "standard", "calendar", "clock", "exclusion", "amendment",
  "credit", "bonus", "points", "escalation", "ratchet", "scorecard", "tiers",
  "ramp_up", "attestation", "duty", "touchpoint", "report",
  "test",
] as const;

/** Words kept for declarations of later versions; here they are recognised and politely refused. */
// biome-ignore format: a list of words
export const laterDeclarationWords = [
  "journey", "dispute", "waiver", "survey", "template", "parameter",
] as const;

/** A line that starts with one of these continues the line above. */
// biome-ignore format: a list of words
export const continuationWords = [
  "and", "or", "out", "at", "more", "less", "fewer", "from", "is", "in", "where", "within",
] as const;

/** Spans of a calendar, as `each calendar …` has them. */
export const spanWords = ["day", "week", "month", "quarter", "year"] as const;

/** Days of the week, as calendars open on them; the first is the first of the ISO week. */
export const weekdayWords = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** Words of a length of time, beside those. */
// biome-ignore format: a list of words
export const unitWords = [
  "second", "seconds", "minute", "minutes", "hour", "hours", "days", "weeks", "months", "quarters",
  "years",
] as const;

// biome-ignore format: a list of words
const sentenceWords = [
  "version", "effective", "until", "further", "notice", "supersedes", "owner", "time", "zone", "currency",
  "starts", "on", "rounding", "none", "decimal", "decimals", "half_up", "because",
  "key", "active", "field", "text", "yes_no", "date", "timestamp", "duration", "money", "one", "number",
  "total", "optional", "personal", "written", "row", "per", "partner", "dated", "then", "with", "same",
  "missing", "duplicates", "counted", "once", "valid", "keeps", "latest",
  "percent", "outside", "different", "average", "sum", "median", "percentile", "lowest", "highest",
  "net", "score", "promoters", "detractors", "rate", "ratio", "final", "after", "the", "period",
  "counts", "most", "rows", "higher", "lower", "better",
  "applies", "requires", "tolerates", "fewer", "warns", "measured", "each", "half", "over",
  "rolling", "assessed", "end", "needs", "no", "minimum", "excluding", "data", "as", "least", "more",
  "less", "business", "removes", "affected", "evidence", "recorded", "changes", "limit", "expect",
  "contains", "matches",
  "open", "closed", "holidays", "cut", "off", "stops", "restarts", "pauses", "while", "becomes", "last", "due",
  "within",
  "covers", "binds", "brand", "judged", "confidence", "peer", "peers", "best",
  "met", "missed", "exceeded", "times", "a", "puts", "risk", "weight", "forgives", "misses", "earns", "back",
  "pays", "gives", "percentage", "point", "below", "started", "capped", "unless", "ignores", "amounts", "additional",
  "doubled", "step", "cure", "cured", "resets", "raises", "halfway", "between", "scaled", "level",
  "lasts", "since", "suspends", "delivers", "if", "stage", "channel", "run", "shows", "compares", "hides", "groups",
  "under", "fields",
] as const;

/** A word that a grammar rule can ask for. */
export type KeywordText =
  | (typeof reservedWords)[number]
  | (typeof declarationWords)[number]
  | (typeof spanWords)[number]
  | (typeof weekdayWords)[number]
  | (typeof unitWords)[number]
  | (typeof sentenceWords)[number];

const word = (name: string, ...categories: TokenType[]): TokenType =>
  createToken({ name, pattern: Lexer.NA, categories });

/** Any word that may be a name: plain names and every word of the language that is not reserved. */
export const Name = word("NAME");
/** `seconds`, `business days`: the word of a length of time. */
export const Unit = word("UNIT", Name);
/** `day`, `week`, `month`, `quarter`, `year`. */
export const SpanUnit = word("SPAN", Unit);
/** `monday` to `sunday`. */
export const Weekday = word("WEEKDAY", Name);
/** Three capitals: `EUR`. */
export const Currency = word("CURRENCY", Name);
/** A word that the language does not know. */
export const PlainName = word("PlainName", Name);

/** `true` and `false`: names like any other, but in a condition surely meant as `yes` and `no`. */
export const Truth = word("Truth", Name);

/** Any text in quotation marks, also one that is wrongly written: the mistake is reported where it is found. */
export const Text = word("TEXT");
/** `-20`, `1_000`, `4.2` */
export const NumberToken = word("NUMBER");
/** `95%` */
export const Percent = word("PERCENT");
/** `2026-01-31` */
export const DateToken = word("DATE");
/** `08:00` */
export const Time = word("TIME");
/** `2026-01`, `2026-W10`, `2026-Q1`, `2026-H1` */
export const Period = word("PERIOD");
/** `2.1.0` */
export const Version = word("VERSION");
/** One line of a table, from its first bar to its last. */
export const Row = word("ROW");
/** End of a sentence. Only the rules of whole declarations know it; it is not in the text. */
export const End = word("END");

/** Between the items of a list. */
export const Comma = createToken({ name: ",", pattern: "," });
/** Between `partner` and a field. */
export const Dot = createToken({ name: ".", pattern: "." });
/** Opens a condition inside a condition. */
export const Open = createToken({ name: "(", pattern: "(" });
/** Closes it. */
export const Close = createToken({ name: ")", pattern: ")" });

/** Starts like a number and is no value of the language: `31/01/2026`, `60s`. */
export const Malformed = word("Malformed");
/** A sign that other languages use: `>=`, `:`, `%` on its own. */
export const Sign = createToken({ name: "Sign", pattern: /<>|[<>=!]=|=[<>]|[%:;{}[\]$&*+/\\^~?@`<>=!-]/ });
/**
 * Where a pattern for any character may start, in the steps that chevrotain's table of first characters has. To work
 * them out from a pattern of such a range takes longer than all the rest of making the lexer.
 */
export const wideStarts: readonly number[] = [
  ...Array.from({ length: 257 }, (_, code) => code),
  ...Array.from({ length: 256 }, (_, step) => (step + 2) * 255),
];

/** Characters that have no place outside text and comments. */
export const Unknown = createToken({
  name: "Unknown",
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it takes whatever no other pattern takes
  pattern: /[\u0000-\uFFFF]/,
  start_chars_hint: [...wideStarts],
  line_breaks: false,
});

function keywordTokens(): Record<KeywordText, TokenType> {
  const table: Record<string, TokenType> = {};
  for (const text of reservedWords) table[text] = word(`'${text}'`);
  for (const text of spanWords) table[text] = word(`'${text}'`, SpanUnit);
  for (const text of weekdayWords) table[text] = word(`'${text}'`, Weekday);
  for (const text of unitWords) table[text] = word(`'${text}'`, Unit);
  for (const text of [...declarationWords, ...sentenceWords]) table[text] = word(`'${text}'`, Name);
  for (const text of laterDeclarationWords) table[text] ??= word(`'${text}'`, Name);
  return table as Record<KeywordText, TokenType>;
}

/** The token of each word of the language. */
export const keyword: Readonly<Record<KeywordText, TokenType>> = keywordTokens();

const truths = ["true", "True", "TRUE", "false", "False", "FALSE"];

/** By text: what a word in the text is, where it is not a plain name. */
export const wordTypes: ReadonlyMap<string, TokenType> = new Map([
  ...Object.entries(keyword),
  ...truths.map((text) => [text, Truth] as const),
]);

const literals = [Text, NumberToken, Percent, DateToken, Time, Period, Version, Row, End];
const signs = [Comma, Dot, Open, Close, Malformed, Sign, Unknown];

/** Everything that the parser may meet. */
export const vocabulary: readonly TokenType[] = [
  Name,
  Unit,
  SpanUnit,
  Weekday,
  Currency,
  PlainName,
  Truth,
  ...literals,
  ...signs,
  ...Object.values(keyword),
];
