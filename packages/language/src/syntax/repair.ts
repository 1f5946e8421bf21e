/** A small change of a sentence that does not fit, in words and in text; which ones there are, `repairs.ts` says. */
import type { IToken } from "chevrotain";
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { Place, Walk } from "./expectations.ts";
import { endOf, lex } from "./lexer.ts";
import { editedText } from "./rules/finding.ts";

/** Longer sentences are tables or nonsense, and trying changes on them takes long. */
export const longestMendable = 2_000;

/** Why a change is proposed. */
export type RepairKind = "notation" | "quotes" | "misspelled" | "missing" | "surplus" | "order";

/** Replaces `remove` tokens at `at` by words. */
export interface Repair {
  readonly kind: RepairKind;
  readonly at: number;
  readonly remove: number;
  readonly words: string;
  /** Text that the sentence goes on behind, whatever is wrong with its rest. */
  readonly isPart?: true;
  /**
   * What could as well be right where it stands: it helps if the whole sentence becomes right; with other words in its
   * place, also if other changes make it so.
   */
  readonly isLoose?: true;
}

/** A sentence that does not fit, and how far it does. */
export interface Misfit {
  readonly file: SourceFile;
  /** Where the grammar of the sentence starts. */
  readonly place: Place;
  readonly tokens: readonly IToken[];
  readonly walk: Walk;
}

/** Changes that might help, the likeliest first. */
export type Proposal = (misfit: Misfit) => Iterable<Repair>;

/** The text edit of a change. */
export function editOf(tokens: readonly IToken[], repair: Repair): TextEdit {
  const span = spanOfRepair(tokens, repair);
  if (repair.remove === 0) return { span, text: repair.at === 0 ? `${repair.words} ` : ` ${repair.words}` };
  const last = tokens[repair.at - 1];
  if (repair.words === "," && last !== undefined)
    return { span: { start: endOf(last), end: span.end }, text: "," };
  if (repair.words !== "") return { span, text: apartFromNext(tokens, repair) };
  const before = tokens[repair.at - 1];
  return { span: { start: before === undefined ? span.start : endOf(before), end: span.end }, text: "" };
}

/** Words that replace signs need a space that the signs did not: `>3`. */
function apartFromNext(tokens: readonly IToken[], { at, remove, words }: Repair): string {
  const [last, next] = [tokens[at + remove - 1], tokens[at + remove]];
  const touches = last !== undefined && next !== undefined && endOf(last) === next.startOffset;
  return touches && /\w$/.test(words) && /^[\w"]/.test(next.image) ? `${words} ` : words;
}

/** The tokens after a change. New ones stand where the old ones stood. */
export function repaired(tokens: readonly IToken[], repair: Repair): IToken[] {
  const span = spanOfRepair(tokens, repair);
  const words = lex(repair.words);
  for (const word of words) {
    word.startOffset = span.start;
    word.endOffset = span.end - 1;
    word.payload = repair;
  }
  return [...tokens.slice(0, repair.at), ...words, ...tokens.slice(repair.at + repair.remove)];
}

/** The text that a change replaces; where it only adds words, the end of the word before them. */
export function spanOfRepair(tokens: readonly IToken[], { at, remove }: Repair): Span {
  const first = tokens[at];
  const last = tokens[at + remove - 1];
  if (remove > 0 && first !== undefined && last !== undefined) {
    return { start: first.startOffset, end: endOf(last) };
  }
  const before = tokens[at - 1];
  const place = before === undefined ? (first?.startOffset ?? 0) : endOf(before);
  return { start: place, end: place };
}

/** What changes do, as orders: `write at least`, `remove :`. */
export function titlesOf(
  file: SourceFile,
  repairs: readonly Repair[],
  edits: readonly TextEdit[],
): readonly string[] {
  return edits.map(({ span }, index) => {
    const { kind, words } = repairs[index] as Repair;
    if (kind === "surplus") return `remove ${editedText(file, span, [])}`;
    if (kind === "order") return "change the order";
    return kind === "missing" ? `insert ${words}` : `write ${words}`;
  });
}

/** Whether edits touch different words, so that they can be made together. */
export function areApart(edits: readonly TextEdit[]): boolean {
  const spans = edits.map((edit) => edit.span).sort((left, right) => left.start - right.start);
  return spans.every((span, index) => {
    const before = spans[index - 1];
    // A word that is put in stands beside others, and not between their letters.
    const isBeside = span.start < span.end && before !== undefined && before.start < before.end;
    return before === undefined || span.start > before.end || (isBeside && span.start === before.end);
  });
}

/** Words in the place of signs that touch, as in `Mo-Fr`, stand apart. */
export function spaced(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map(({ span, text }) => {
    const touches = edits.some((other) => other.span.start === span.end && other.span.end > span.end);
    return { span, text: touches && /\w$/.test(text) ? `${text} ` : text };
  });
}
