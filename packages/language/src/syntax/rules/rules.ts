/** All rules of this phase, by their code. */
import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { amountForEach } from "./amount-for-each.rule.ts";
import { bareCondition } from "./bare-condition.rule.ts";
import { fileTooLarge } from "./file-too-large.rule.ts";
import { hiddenCharacter } from "./hidden-character.rule.ts";
import { incompleteSentence } from "./incomplete-sentence.rule.ts";
import { limitWithoutRequires } from "./limit-without-requires.rule.ts";
import { malformedValue } from "./malformed-value.rule.ts";
import { misplacedSentence } from "./misplaced-sentence.rule.ts";
import { missingWord } from "./missing-word.rule.ts";
import { misspelledWord } from "./misspelled-word.rule.ts";
import { mixedConditions } from "./mixed-conditions.rule.ts";
import { needsWithoutOtherwise } from "./needs-without-otherwise.rule.ts";
import { nestedTooDeep } from "./nested-too-deep.rule.ts";
import { notAvailableYet } from "./not-available-yet.rule.ts";
import { otherNotation } from "./other-notation.rule.ts";
import { outsideDeclaration } from "./outside-declaration.rule.ts";
import { shareWithoutWhole } from "./share-without-whole.rule.ts";
import { tableRow } from "./table-row.rule.ts";
import { textNotClosed } from "./text-not-closed.rule.ts";
import { tooManyWords } from "./too-many-words.rule.ts";
import { twoSentences } from "./two-sentences.rule.ts";
import { unexpectedWord } from "./unexpected-word.rule.ts";
import { unknownCharacter } from "./unknown-character.rule.ts";
import { unknownSentence } from "./unknown-sentence.rule.ts";
import { varyingLimit } from "./varying-limit.rule.ts";
import { wordAsName } from "./word-as-name.rule.ts";
import { wrongQuotes } from "./wrong-quotes.rule.ts";

export const syntaxRules: readonly DiagnosticRule[] = [
  textNotClosed,
  unknownCharacter,
  hiddenCharacter,
  wrongQuotes,
  malformedValue,
  tableRow,
  unexpectedWord,
  incompleteSentence,
  unknownSentence,
  misplacedSentence,
  misspelledWord,
  otherNotation,
  missingWord,
  wordAsName,
  mixedConditions,
  bareCondition,
  notAvailableYet,
  outsideDeclaration,
  twoSentences,
  shareWithoutWhole,
  limitWithoutRequires,
  needsWithoutOtherwise,
  varyingLimit,
  amountForEach,
  fileTooLarge,
  tooManyWords,
  nestedTooDeep,
];
