/**
 * The language: text in, bundle out.
 *
 * `loadAgreement` reads a file and what it `uses`, `check` binds and types it, `compile` makes the bundle that
 * `@tenet-lang/evaluator` judges by; `format` writes a file canonically, `runTests` runs its `test` declarations.
 * Every step gives a value and diagnostics, and none throws for a mistake in the text.
 */

export { allRules } from "./all-rules.ts";
export { type Checkable, check as checkWith } from "./check/check.ts";
export type { ReadFiles } from "./check/known-world.ts";
export type * from "./check/model.ts";
export type { CheckOptions } from "./check/world.ts";
export { checkAgreement } from "./check-agreement.ts";
export type { HolidaySource } from "./compile/calendars.ts";
export { type CompileOptions, compile } from "./compile/compile.ts";
export { rulesJson } from "./compile/emit-rules.ts";
export { loadHolidays } from "./compile/load-holidays.ts";
export { zonedInstant } from "./compile/zone.ts";
export { beginningAt } from "./complete/beginning.ts";
export { fieldName } from "./complete/columns.ts";
export { complete } from "./complete/complete.ts";
export type { Awaited, Completion, CompletionItem, ItemKind } from "./complete/item.ts";
export { type Heading, headingsOf } from "./complete/outline.ts";
export type { Elsewhere, Outside } from "./complete/scene.ts";
export { type Signature, signaturesAt } from "./complete/signature.ts";
export type {
  Diagnostic,
  DiagnosticRule,
  Fix,
  Outcome,
  Related,
  Severity,
  TextEdit,
} from "./diagnostics/diagnostic.ts";
export { didYouMean } from "./diagnostics/did-you-mean.ts";
export { rulePage } from "./diagnostics/rule-page.ts";
export { format } from "./format/format.ts";
export type { Hint } from "./hints/hint.ts";
export { hintsIn } from "./hints/hints.ts";
export { type Link, linksAfterMove, linksOf, relativeTo } from "./links/links.ts";
export { caseFieldNames } from "./occurrences/case-fields.ts";
export { type Declared, declaredIn, fieldIn, fieldsIn, insideOf } from "./occurrences/declared.ts";
export { guessedAt } from "./occurrences/guess.ts";
export type {
  NameSymbol,
  Occurrence,
  SymbolKind,
  SymbolNode,
  UnknownName,
  WordMeaning,
  WordUse,
} from "./occurrences/name-symbol.ts";
export { type Occurrences, occurrenceAt, occurrencesOf } from "./occurrences/occurrences.ts";
export { holderOf, madeOf, type Usage, usedIn, usersOf } from "./occurrences/usage.ts";
export { readingOf } from "./prose/reading.ts";
export type { Reader, Reading } from "./prose/said.ts";
export { termOfWord } from "./prose/words.ts";
export { organizedUses } from "./refactor/organize-uses.ts";
export type {
  Neighbours,
  Place,
  Refactoring,
  RefactoringKind,
  RefactoringRule,
} from "./refactor/refactoring.ts";
export { refactoringRules, refactoringsAt } from "./refactor/refactorings.ts";
export { staysSound } from "./refactor-soundly.ts";
export { fixedName, type Renaming } from "./rename/rename.ts";
export type { FileEdits, RenameView } from "./rename/rename-view.ts";
export { renameSymbol } from "./rename-symbol.ts";
export {
  lineText,
  type Position,
  positionAt,
  type SourceFile,
  type Span,
  sourceFile,
} from "./source/source-file.ts";
export type { Token, TokenKind } from "./syntax/lexer.ts";
export { mendedText } from "./syntax/mend.ts";
export { type ParsedFile, parse } from "./syntax/parse.ts";
export { reparse } from "./syntax/reparse.ts";
export { reservedWords } from "./syntax/tokens.ts";
export { coverageOf, type TriedLimit, type TriedStandard } from "./testing/coverage.ts";
export { type ReadSample, type RunOptions, runTests, type Tried } from "./testing/run-tests.ts";
export type { ExpectationResult, TestProblem, TestReport, TestResult } from "./testing/test-report.ts";
export { declarationTerms } from "./vocabulary/declaration-terms.ts";
export { formTerms } from "./vocabulary/measure-terms.ts";
export { operatorTerms, verdictTerms } from "./vocabulary/part-terms.ts";
export { typeTerms } from "./vocabulary/source-terms.ts";
export type { Term } from "./vocabulary/term.ts";
export { sentenceTerms, type TermAt, termAt, termOfKind } from "./vocabulary/vocabulary.ts";
export {
  type Loaded,
  type LoadOptions,
  loadAgreement,
  loadParsed,
  type ReadFile,
  type ReadParsed,
} from "./workspace/load.ts";
export { resolvePath } from "./workspace/paths.ts";
