/**
 * What is wrong with a sentence that the parser could not read, in one finding.
 *
 * The order of the questions is the order in which the answer is helpful: is it a reserved word
 * in the place of a name, a condition that reads two ways, a sentence of another declaration, a part that is left
 * out, a small slip that can be mended, two sentences on a line? Only then does the plain answer come: what was expected here.
 */
import type { IToken } from "chevrotain";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { Grammar, Kind } from "./declaration-rules.ts";
import { fits, type Place, type Walk, walk } from "./expectations.ts";
import { across } from "./grammar/nodes.ts";
import { endOf, spanOf } from "./lexer.ts";
import { omissionOf } from "./omissions.ts";
import type { Repair } from "./repair.ts";
import { type Mending, mended, spanOfRepair } from "./repairs.ts";
import { reportBareCondition } from "./rules/bare-condition.rule.ts";
import { editedText, type Finding, replacing } from "./rules/finding.ts";
import { reportIncompleteSentence } from "./rules/incomplete-sentence.rule.ts";
import { reportMisplacedSentence } from "./rules/misplaced-sentence.rule.ts";
import { reportMissingWord } from "./rules/missing-word.rule.ts";
import { reportMisspelledWord } from "./rules/misspelled-word.rule.ts";
import { reportMixedConditions } from "./rules/mixed-conditions.rule.ts";
import { reportOtherNotation, reportUnquoted } from "./rules/other-notation.rule.ts";
import { reportTwoSentences } from "./rules/two-sentences.rule.ts";
import { reportUnexpectedWord } from "./rules/unexpected-word.rule.ts";
import { reportUnknownSentence } from "./rules/unknown-sentence.rule.ts";
import { reportWordAsName } from "./rules/word-as-name.rule.ts";
import { Comma, Dot, keyword, Name, PlainName, reservedWords } from "./tokens.ts";
import { varyingFinding } from "./varying.ts";
import { expectedText, listText, quoted } from "./wording.ts";

/** A sentence that does not fit, and where it stands. */
export interface Unread {
  readonly file: SourceFile;
  readonly grammar: Grammar;
  readonly kind: Kind;
  readonly place: Place;
  readonly tokens: readonly IToken[];
}

/** The finding, and the sentence as it was meant where that is certain. */
export interface Diagnosis {
  readonly finding: Finding;
  readonly meant: readonly IToken[] | null;
}

/** Finds what is wrong with a sentence. */
export function diagnose(unread: Unread): Diagnosis {
  const { place, tokens } = unread;
  const now = walk(place, tokens);
  const certain =
    wordAsName(unread, now) ??
    mixed(tokens, now) ??
    varyingFinding(tokens, now) ??
    bare(tokens, now) ??
    misplaced(unread, now);
  if (certain !== null) return { finding: certain, meant: null };
  const lacking = strayComma(unread, now) ?? omissionOf(unread, now);
  if (lacking !== null) return lacking;
  const mending = mended(unread.file, place, tokens);
  const [repair] = mending.repairs;
  if (repair !== undefined) return { finding: slip(unread, repair, mending), meant: mending.tokens };
  return { finding: twoOnALine(unread, now) ?? plain(unread, now), meant: null };
}

function wordAsName({ place, tokens }: Unread, { reached, next }: Walk): Finding | null {
  const token = tokens[reached];
  if (token === undefined || !(reservedWords as readonly string[]).includes(token.image)) return null;
  if (!next.some((step) => step.type === Name)) return null;
  const named = { ...token, tokenType: PlainName, tokenTypeIdx: PlainName.tokenTypeIdx ?? 0 };
  const isName = fits(place, [...tokens.slice(0, reached), named, ...tokens.slice(reached + 1)]);
  return isName ? reportWordAsName(spanOf(token), token.image) : null;
}

function mixed(tokens: readonly IToken[], { reached, next }: Walk): Finding | null {
  const token = tokens[reached];
  const other = token?.tokenType === keyword.or ? keyword.and : keyword.or;
  if (token?.tokenType !== keyword.or && token?.tokenType !== keyword.and) return null;
  return next.some((step) => step.type === other) ? reportMixedConditions(spanOf(token)) : null;
}

function bare(tokens: readonly IToken[], { reached, next }: Walk): Finding | null {
  const field = tokens[reached - 1];
  const token = tokens[reached];
  if (field === undefined || !next.some((step) => step.type === keyword.contains)) return null;
  const ends = token === undefined || /^(and|or|\)|out|otherwise)$/.test(token.image);
  return ends ? reportBareCondition(...leftSide(tokens, reached, field)) : null;
}

/** `answered`, `partner.country`, `date of promised_at`: the place and the words of what stands before a word. */
function leftSide(tokens: readonly IToken[], end: number, name: IToken): [Span, string] {
  const before = tokens[end - 2];
  const first = tokens[end - 3];
  if (first?.tokenType === keyword.partner && before?.tokenType === Dot)
    return [across(first, name), `partner.${name.image}`];
  if (first?.tokenType === keyword.date && before?.tokenType === keyword.of)
    return [across(first, name), `date of ${name.image}`];
  return [spanOf(name), name.image];
}

/** A sentence that would be right in another declaration. */
function misplaced({ grammar, kind, place, tokens }: Unread, { reached }: Walk): Finding | null {
  const first = tokens[0];
  if (first === undefined || reached > 0 || !isSentence(kind, place)) return null;
  const owners = [...grammar.kinds.values()].filter(({ firstWords }) => firstWords.has(first.image));
  if (owners.length === 0) return null;
  return reportMisplacedSentence(
    spanOf(first),
    first.image,
    kind.title,
    listText(owners.map(({ title }) => title)),
  );
}

/** Whether a sentence is read, and not a head. */
function isSentence(kind: Kind, place: Place): boolean {
  return place === (kind.sentence?.place ?? null);
}

function slip({ file, tokens }: Unread, repair: Repair, { edits, repairs }: Mending): Finding {
  const { at, words } = repair;
  const span = spanOfRepair(tokens, repair);
  const written = editedText(file, span, []);
  const titles = repairs.slice(0, edits.length).map((each) => titleOf(each, written));
  const fix = { title: titles.join(", "), edits };
  switch (repair.kind) {
    case "misspelled":
      return reportMisspelledWord(span, written, words, fix);
    case "missing":
      return reportMissingWord(span, words, tokens[at - 1]?.image ?? null, fix);
    case "quotes":
      return reportUnquoted(span, written, words, fix);
    default:
      return reportOtherNotation(span, written, words, [fix]);
  }
}

function titleOf({ kind, words }: Repair, written: string): string {
  if (kind === "surplus") return `remove ${written}`;
  if (kind === "order") return "change the order";
  return kind === "missing" ? `insert ${words}` : `write ${words}`;
}

/** A list that ends with a comma: an item is missing, or the comma is too much. */
function strayComma({ place, tokens }: Unread, { reached, next }: Walk): Diagnosis | null {
  const last = tokens.at(-1);
  const meant = tokens.slice(0, -1);
  if (last?.tokenType !== Comma || reached < tokens.length || !fits(place, meant)) return null;
  const fix = replacing(spanOf(last), "", "remove the comma");
  const finding = reportIncompleteSentence(endOf(last), expectedText(next), ",", [fix]);
  return { finding, meant };
}

function twoOnALine({ kind, tokens }: Unread, { reached, mayEnd }: Walk): Finding | null {
  const token = tokens[reached];
  if (token === undefined || !mayEnd || !kind.firstWords.has(token.image)) return null;
  const isSentence = fits(kind.sentence?.place ?? null, tokens.slice(reached));
  return isSentence ? reportTwoSentences(spanOf(token), token.image) : null;
}

/** What could have come. */
function plain({ kind, place, tokens }: Unread, { reached, next, mayEnd }: Walk): Finding {
  const token = tokens[reached];
  const before = tokens[reached - 1];
  const expected = expectedText(next);
  if (before === undefined && token !== undefined) {
    if (!isSentence(kind, place))
      return reportUnexpectedWord(spanOf(token), token.image, expected, kind.word);
    const words = listText([...kind.firstWords].map(quoted), kind.firstWords.size);
    return reportUnknownSentence(spanOf(token), token.image, kind.title, words);
  }
  const after = before?.image ?? kind.word;
  if (token === undefined)
    return reportIncompleteSentence(before === undefined ? 0 : endOf(before), expected, after);
  const all = mayEnd
    ? expected === ""
      ? "the end of the line"
      : `the end of the line, ${expected}`
    : expected;
  const name = mayEnd && reached === tokens.length - 1 ? oneName(before, token) : null;
  return reportUnexpectedWord(spanOf(token), token.image, all, after, name);
}

/** A name in two words, as one: `call id`. */
function oneName(before: IToken | undefined, token: IToken): string | null {
  if (before?.tokenType !== PlainName || !/^[A-Za-z_]\w*$/.test(token.image)) return null;
  return `${before.image}_${token.image}`;
}
