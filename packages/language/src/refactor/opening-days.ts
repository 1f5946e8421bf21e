/**
 * `open monday to friday 08:00 to 18:00`, or a sentence for each day: what several sentences open is taken together
 * (SPEC §3.3.2, §3.3.3), so that one day of a week can be given other hours, or all days one sentence again.
 */
import type * as ast from "../syntax/ast.ts";
import { weekdays } from "../syntax/vocabulary.ts";
import { linesOf, withoutLines } from "./line-blocks.ts";
import type { Refactoring, RefactoringRule, Scene } from "./refactoring.ts";
import { lineEndOf, replaced, rewrite, textAt } from "./text-changes.ts";
import { hasComment } from "./words.ts";

/** One sentence for each day. */
export const daysApart: RefactoringRule = {
  kind: "rewrite",
  at: ({ parsed, sentence: { node } }) => {
    if (node?.kind !== "Open" || hasComment(parsed, node.span)) return [];
    const days = daysOf(node);
    if (days.length < 2) return [];
    const end = `${lineEndOf(parsed.file)}${indentOf(parsed.file.text, node.span.start)}`;
    const hours = `${node.from.text} to ${node.to.text}`;
    const text = days.map((day) => `open ${weekdays[day]} ${hours}`).join(end);
    return [rewrite(parsed, "fingerprint", "open each day by itself", [replaced(node.span, text)])];
  },
};

/** One sentence for days of the same hours that follow on each other. */
export const daysTogether: RefactoringRule = {
  kind: "rewrite",
  at: (scene) => {
    const { declaration, sentence } = scene;
    const { node } = sentence;
    if (node?.kind !== "Open" || declaration.kind !== "Calendar") return [];
    const same = declaration.sentences.filter(
      (one): one is ast.Open => one.kind === "Open" && hasHours(one, node),
    );
    const found = same.length < 2 ? null : together(scene, same);
    return found === null ? [] : [found];
  },
};

function together({ parsed }: Scene, sentences: readonly ast.Open[]): Refactoring | null {
  const days = sentences.flatMap(daysOf);
  const [first, ...others] = sentences;
  const start = startOfRun(days);
  if (first === undefined || start === null || new Set(days).size < days.length) return null;
  const lines = others.map(({ span }) => linesOf(parsed.file, span));
  if ([...lines, first.span].some((span) => hasComment(parsed, span))) return null;
  const end = (start + days.length - 1) % 7;
  const hours = textAt(parsed.file, { start: first.from.span.start, end: first.to.span.end });
  const text = `open ${weekdays[start]} to ${weekdays[end]} ${hours}`;
  return rewrite(parsed, "fingerprint", `write \`${weekdays[start]} to ${weekdays[end]}\` in one sentence`, [
    replaced(first.span, text),
    ...others.map(({ span }) => withoutLines(parsed.file, span)),
  ]);
}

/** The first of days that follow on each other, also round the end of the week; null where there is a gap. */
function startOfRun(days: readonly number[]): number | null {
  if (days.length === 7) return 0;
  const starts = days.filter((day) => !days.includes((day + 6) % 7));
  return starts.length === 1 ? (starts[0] ?? null) : null;
}

/** From the first day forward to the last, also round the end of the week; Monday is 0. */
function daysOf({ firstDay, lastDay }: ast.Open): readonly number[] {
  const [from, to] = [firstDay, lastDay ?? firstDay].map(({ text }) => weekdays.indexOf(text));
  if (from === undefined || to === undefined || from < 0 || to < 0) return [];
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, at) => (from + at) % 7);
}

function hasHours(one: ast.Open, { from, to }: ast.Open): boolean {
  return one.from.text === from.text && one.to.text === to.text;
}

function indentOf(text: string, start: number): string {
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
}
