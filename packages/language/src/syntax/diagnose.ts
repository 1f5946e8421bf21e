/**
 * What is wrong with a sentence that the parser could not read, in one finding.
 *
 * The order of the questions is the order in which the answer is helpful: is it a reserved word
 * in the place of a name, a condition that reads two ways, a sentence of another declaration, a part that is left
 * out, a small slip that can be mended, two sentences on a line? Only then does the plain answer come: what was expected here.
 */
import { type IToken, tokenMatcher } from "chevrotain";
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { amountForEach } from "./amounts-for-each.ts";
import { bracketed } from "./brackets.ts";
import type { Grammar, Kind } from "./declaration-rules.ts";
import { fits, type Place, type Walk, walk } from "./expectations.ts";
import { across } from "./grammar/nodes.ts";
import { endOf, lex, spanOf } from "./lexer.ts";
import { choicesAt } from "./missing-repairs.ts";
import { obligationOf } from "./obligations.ts";
import { omissionOf } from "./omissions.ts";
import { type Repair, spanOfRepair, titlesOf } from "./repair.ts";
import { type Mending, mended } from "./repairs.ts";
import { reportBareCondition } from "./rules/bare-condition.rule.ts";
import { editedText, type Finding, replacing } from "./rules/finding.ts";
import { reportIncompleteSentence } from "./rules/incomplete-sentence.rule.ts";
import { reportMalformedValue } from "./rules/malformed-value.rule.ts";
import { reportMisplacedSentence } from "./rules/misplaced-sentence.rule.ts";
import { reportMissingWord } from "./rules/missing-word.rule.ts";
import { reportMisspelledWord } from "./rules/misspelled-word.rule.ts";
import { reportMixedConditions } from "./rules/mixed-conditions.rule.ts";
import { reportOtherNotation, reportUnquoted } from "./rules/other-notation.rule.ts";
import { reportRowOutside } from "./rules/table-row.rule.ts";
import { reportTwoSentences } from "./rules/two-sentences.rule.ts";
import { reportTimeBehind, reportUnexpectedWord } from "./rules/unexpected-word.rule.ts";
import { reportUnknownSentence } from "./rules/unknown-sentence.rule.ts";
import { reportWordAsName } from "./rules/word-as-name.rule.ts";
import { Comma, DateToken, Dot, keyword, Name, PlainName, Row, reservedWords, Version } from "./tokens.ts";
import type { Unread } from "./unread.ts";
import { possibleDates } from "./value-forms.ts";
import { varyingFinding } from "./varying.ts";
import { expectedText, listText, quoted } from "./wording.ts";

/** The same, with what is looked at beside the sentence. */
interface Diagnosed extends Unread {
  readonly grammar: Grammar;
  /** The head line of the declaration, where a sentence below it is read. */
  readonly head: Span | null;
  /** Whether a time behind it was taken away. */
  readonly isCut?: true;
}

/** The finding, and the sentence as it was meant where that is certain. */
export interface Diagnosis {
  readonly finding: Finding;
  readonly meant: readonly IToken[] | null;
}

/** Finds what is wrong with a sentence. */
export function diagnose(unread: Diagnosed): Diagnosis {
  const { place, tokens } = unread;
  const now = walk(place, tokens);
  const certain =
    wordAsName(unread, now) ??
    mixed(unread, now) ??
    varyingFinding(tokens, now) ??
    bare(unread, now) ??
    obligationOf(unread) ??
    misplaced(unread, now);
  if (certain !== null) return { finding: certain, meant: null };
  const lacking = strayComma(unread, now) ?? omissionOf(unread, now);
  if (lacking !== null) return lacking;
  const behind = timeBehind(unread, now);
  if (behind !== null) return behind;
  const mending = mended(unread.file, place, tokens);
  // Where all words fit, as in `for each started`, something is still to be written.
  const isUnfinished = now.reached === tokens.length;
  const each = mending.tokens === null && !isUnfinished ? amountForEach(unread) : null;
  if (each !== null) return { finding: each, meant: null };
  const isOne = mending.tokens === null && twoOnALine(unread, now) === null;
  const timed = isOne ? beforeTime(unread) : null;
  if (timed !== null) return timed;
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

function mixed({ place, tokens }: Unread, { reached, next }: Walk): Finding | null {
  const token = tokens[reached];
  const other = token?.tokenType === keyword.or ? keyword.and : keyword.or;
  if (token?.tokenType !== keyword.or && token?.tokenType !== keyword.and) return null;
  const before = tokens.slice(0, reached).findLast(({ tokenType }) => tokenType === other);
  if (before === undefined || !next.some((step) => step.type === other)) return null;
  return reportMixedConditions(spanOf(token), spanOf(before), bracketed(place, tokens, reached));
}

function bare({ file, place, tokens }: Unread, { reached, next }: Walk): Finding | null {
  const ended = endOfLineAfterName(file, place, tokens, reached);
  if (ended !== null) {
    const name = tokens[ended - 1] as IToken;
    return reportBareCondition(...leftSide(tokens, ended, name));
  }
  const field = tokens[reached - 1];
  const token = tokens[reached];
  if (field === undefined || !next.some((step) => step.type === keyword.contains)) return null;
  const ends = token === undefined || /^(and|or|\)|out|otherwise)$/.test(token.image);
  return ends ? reportBareCondition(...leftSide(tokens, reached, field)) : null;
}

/** In words; looking at every line of a longer limit takes long. */
const longestRows = 1_000;

/**
 * Where a line ends with a name of which nothing is asked. The line below was read as what is asked of it, as
 * `at least 90% otherwise` below `at least 95% where partner`.
 */
function endOfLineAfterName(
  file: SourceFile,
  place: Place,
  tokens: readonly IToken[],
  reached: number,
): number | null {
  const last = Math.min(reached, longestRows);
  for (let at = 2; at <= last; at++) {
    const [before, name, after] = tokens.slice(at - 2, at + 1);
    if (name === undefined || after === undefined || !tokenMatcher(name, Name)) continue;
    if (before?.tokenType !== keyword.where && before?.tokenType !== Dot) continue;
    if (!/[\r\n]/.test(file.text.slice(endOf(name), after.startOffset))) continue;
    const { reached: read, next } = walk(place, tokens.slice(0, at));
    if (read === at && next.some((step) => step.type === keyword.contains)) return at;
  }
  return null;
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
function misplaced({ grammar, kind, place, tokens, head }: Diagnosed, { reached }: Walk): Finding | null {
  const first = tokens[0];
  if (first === undefined || reached > 0 || !isSentence(kind, place)) return null;
  const owners = [...grammar.kinds.values()].filter(({ firstWords }) => firstWords.has(first.image));
  if (owners.length === 0) return null;
  return reportMisplacedSentence(
    spanOf(first),
    first.image,
    kind.title,
    listText(owners.map(({ title }) => title)),
    head,
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
  const fix = { title: titlesOf(file, repairs, edits).join(", "), edits };
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

/** A list that ends with a comma: an item is missing, or the comma is too much. */
function strayComma({ place, tokens }: Unread, { reached, next }: Walk): Diagnosis | null {
  const last = tokens.at(-1);
  const meant = tokens.slice(0, -1);
  if (last?.tokenType !== Comma || reached < tokens.length || !fits(place, meant)) return null;
  const fix = replacing(spanOf(last), "", "remove the comma");
  const finding = reportIncompleteSentence(endOf(last), expectedText(next), ",", [fix]);
  return { finding, meant };
}

/** `requires quick at least 95% per month`: over which time it is judged, the standard says for all its limits. */
function timeBehind({ kind, tokens }: Unread, { reached, mayEnd }: Walk): Diagnosis | null {
  const rest = tokens.slice(reached);
  const [first, last] = [rest[0], rest.at(-1)];
  if (!mayEnd || !/^(?:standard|metric)$/.test(kind.word) || first === undefined || last === undefined)
    return null;
  const unit = spanSaid(rest.map(({ image }) => image.toLowerCase()).join(" "));
  if (unit === null || tokens[0]?.tokenType === keyword.measured) return null;
  return {
    finding: reportTimeBehind(across(first, last), unit, endOf(tokens[reached - 1] as IToken)),
    meant: tokens.slice(0, reached),
  };
}

const longestTime = 4;

/** `quick must be at least 95% every month`: what is wrong before the time, which is looked at then. */
function beforeTime(unread: Diagnosed): Diagnosis | null {
  const { kind, tokens, isCut } = unread;
  if (isCut === true || kind.word !== "standard" || tokens[0]?.tokenType === keyword.measured) return null;
  for (let length = longestTime; length >= 1; length--) {
    const words = tokens.slice(-length).map(({ image }) => image.toLowerCase());
    if (tokens.length < length + 2 || spanSaid(words.join(" ")) === null) continue;
    const before = diagnose({ ...unread, tokens: tokens.slice(0, -length), isCut: true });
    return before.finding.fixes.length === 1 ? { finding: before.finding, meant: null } : null;
  }
  return null;
}

/** The span of the calendar that `per month`, `each calendar month` or `monthly` names. */
function spanSaid(said: string): string | null {
  const adverbs = ["daily", "weekly", "monthly", "quarterly", "yearly"];
  const units = ["day", "week", "month", "quarter", "year"];
  const unit =
    /^(?:once )?(?:per|a|each|every|for each|for every|in each|in every)(?: calendar)? (\w+)$/.exec(
      said,
    )?.[1];
  const adverb = /^on an? (\w+) basis$/.exec(said)?.[1] ?? said;
  return units.find((one) => one === unit) ?? units[adverbs.indexOf(adverb)] ?? null;
}

function twoOnALine({ kind, tokens }: Unread, { reached, mayEnd }: Walk): Finding | null {
  const token = tokens[reached];
  if (token === undefined || !mayEnd || !kind.firstWords.has(token.image)) return null;
  const isSentence = fits(kind.sentence?.place ?? null, tokens.slice(reached));
  return isSentence ? reportTwoSentences(spanOf(token), token.image) : null;
}

/** What could have come. */
function plain({ kind, place, tokens, head }: Diagnosed, now: Walk): Finding {
  const { reached, next, mayEnd } = now;
  const token = tokens[reached];
  const before = tokens[reached - 1];
  const expected = expectedText(next);
  if (before === undefined && token !== undefined) {
    if (!isSentence(kind, place))
      return reportUnexpectedWord(spanOf(token), token.image, expected, kind.word);
    const words = listText([...kind.firstWords].map(quoted), kind.firstWords.size);
    return reportUnknownSentence(spanOf(token), token.image, kind.title, words, head);
  }
  const after = before?.image ?? kind.word;
  const isDay = token?.tokenType === Version && next.some(({ type }) => type === DateToken);
  if (isDay && possibleDates(token.image).length > 0)
    return reportMalformedValue(spanOf(token), token.image, null);
  if (token?.tokenType === Row) return reportRowOutside(spanOf(token), barsRemoved(place, tokens));
  if (token === undefined)
    return reportIncompleteSentence(before === undefined ? 0 : endOf(before), expected, after);
  const all = mayEnd
    ? expected === ""
      ? "the end of the line"
      : `the end of the line, ${expected}`
    : expected;
  const name = mayEnd && reached === tokens.length - 1 ? oneName(before, token) : null;
  const choices = choicesAt(place, tokens, now);
  return reportUnexpectedWord(spanOf(token), token.image, all, after, name, choices);
}

/** The bars of all lines, where the sentence is right without them. */
function barsRemoved(place: Place, tokens: readonly IToken[]): readonly TextEdit[] {
  const plainText = tokens.flatMap((token) =>
    token.tokenType === Row ? lex(token.image.replaceAll("|", " ")) : [token],
  );
  if (!fits(place, plainText)) return [];
  return tokens
    .filter(({ tokenType }) => tokenType === Row)
    .flatMap(({ image, startOffset }) =>
      [...image.matchAll(/ *\| ?/g)].map(({ index, 0: bar }) => ({
        span: { start: startOffset + index, end: startOffset + index + bar.length },
        text: index === 0 || index + bar.length >= image.length ? "" : " ",
      })),
    );
}

/** A name in two words, as one: `call id`. */
function oneName(before: IToken | undefined, token: IToken): string | null {
  if (before?.tokenType !== PlainName || !/^[A-Za-z_]\w*$/.test(token.image)) return null;
  return `${before.image}_${token.image}`;
}
