/** Which rules of the grammar read the head and the sentences of each declaration. */
import type { ParserMethod } from "chevrotain";
import type * as ast from "./ast.ts";
import { type Place, startOf, stepsFrom } from "./expectations.ts";
import { firstWords as writtenFirstWords } from "./grammar/choices.ts";
import type { Head } from "./grammar/heads.ts";
import { TenetParser } from "./grammar/parser.ts";
import { keywordsAmong } from "./wording.ts";

/** A rule, and the place in the grammar where it begins; only of mistakes and offers is it asked. */
export interface Entry<T> {
  readonly rule: ParserMethod<[], T>;
  readonly place: Place;
}

/** One kind of declaration. */
export interface Kind {
  /** The declaration word. */
  readonly word: string;
  /** `a standard` */
  readonly title: string;
  readonly head: Entry<Head>;
  /** Null for `uses`, which is one line. */
  readonly sentence: Entry<ast.Sentence> | null;
  /** Words that its sentences start with. */
  readonly firstWords: ReadonlySet<string>;
}

/** The parser and the kinds of declaration by their word. */
export interface Grammar {
  readonly parser: TenetParser;
  readonly kinds: ReadonlyMap<string, Kind>;
}

let made: Grammar | null = null;

/** The grammar, made on first use: making it takes longer than reading a file. */
export function theGrammar(): Grammar {
  made ??= grammarOf(new TenetParser());
  return made;
}

function grammarOf(parser: TenetParser): Grammar {
  const entry = <T>(rule: ParserMethod<[], T> & { readonly ruleName?: string }): Entry<T> => {
    let place: Place | undefined;
    return {
      rule,
      get place() {
        place ??= placeOf(parser, rule.ruleName ?? "");
        return place;
      },
    };
  };
  const words = new Map(
    writtenFirstWords
      .trim()
      .split("\n")
      .map((line) => line.split(": "))
      .map(([word = "", first = ""]) => [word, first === "" ? [] : first.split(" ")]),
  );
  const kind = (
    word: string,
    title: string,
    head: ParserMethod<[], Head>,
    sentence: ParserMethod<[], ast.Sentence> | null,
  ): Kind => {
    const sentences = sentence === null ? null : entry(sentence);
    return { word, title, head: entry(head), sentence: sentences, firstWords: new Set(words.get(word)) };
  };
  const kinds = [
    kind("uses", "`uses`", parser.usesHead, null),
    kind("agreement", "an agreement", parser.agreementHead, parser.agreementSentence),
    kind("partners", "`partners`", parser.partnersHead, parser.partnersSentence),
    kind("dataset", "a dataset", parser.datasetHead, parser.datasetSentence),
    kind("calendar", "a calendar", parser.calendarHead, parser.calendarSentence),
    kind("clock", "a clock", parser.clockHead, parser.clockSentence),
    kind("metric", "a metric", parser.metricHead, parser.metricSentence),
    kind("standard", "a standard", parser.standardHead, parser.standardSentence),
    kind("credit", "a credit", parser.creditHead, parser.creditSentence),
    kind("bonus", "a bonus", parser.bonusHead, parser.moneySentence),
    kind("points", "points", parser.pointsHead, parser.pointsSentence),
    kind("escalation", "an escalation", parser.escalationHead, parser.escalationSentence),
    kind("ratchet", "a ratchet", parser.ratchetHead, parser.ratchetSentence),
    kind("scorecard", "a scorecard", parser.scorecardHead, parser.scorecardSentence),
    kind("tiers", "tiers", parser.tiersHead, parser.tiersSentence),
    kind("exclusion", "an exclusion", parser.exclusionHead, parser.exclusionSentence),
    kind("amendment", "an amendment", parser.amendmentHead, parser.amendmentSentence),
    kind("ramp_up", "a ramp-up", parser.rampUpHead, parser.rampUpSentence),
    kind("attestation", "an attestation", parser.attestationHead, parser.attestationSentence),
    kind("duty", "a duty", parser.dutyHead, parser.dutySentence),
    kind("touchpoint", "a touchpoint", parser.touchpointHead, parser.touchpointSentence),
    kind("report", "a report", parser.reportHead, parser.reportSentence),
    kind("test", "a test", parser.testHead, parser.testSentence),
  ];
  return { parser, kinds: new Map(kinds.map((each) => [each.word, each])) };
}

/** The words that sentences of a declaration start with, as the grammar has them. */
export function firstWordsOf({ sentence }: Kind): readonly string[] {
  return keywordsAmong(stepsFrom(sentence?.place ?? null).next);
}

function placeOf(parser: TenetParser, rule: string): Place {
  const production = parser.getGAstProductions()[rule];
  return production === undefined ? null : startOf(production);
}
