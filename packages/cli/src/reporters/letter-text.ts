/** A letter as text for the terminal, or for an e-mail. */
import { inert } from "./inert.ts";
import { hanging, wrap } from "./layout.ts";
import type { Letter } from "./letter.ts";
import type { LetterItem } from "./letter-words.ts";
import type { View } from "./palette.ts";
import { symbols, verdictPaint } from "./verdict-cell.ts";
import { verdictWords } from "./words.ts";

/** The letter, no line wider than the view. */
export function letterText(letter: Letter, view: View): string {
  const sections = letter.sections.map(({ title, items }) => [
    view.palette.heading(title),
    ...items.flatMap((item) => itemLines(item, view)),
  ]);
  return `${[heading(letter, view), ...sections, [view.palette.quiet(inert(letter.foot))]]
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function heading({ title, name, about, under, verdict, beside }: Letter, view: View): readonly string[] {
  const { palette, width } = view;
  const outcome = verdictPaint(verdict, palette)(`${symbols[verdict]} ${verdictWords(verdict)}`);
  return [
    `${palette.heading(inert(title))}  ${palette.quiet(inert(name))}`,
    inert(about),
    ...wrap(inert(under), width).map((line) => palette.quiet(line)),
    "",
    beside === "" ? outcome : `${outcome} ${inert(`(${beside})`)}`,
  ];
}

/** What does not fit on a line goes on further in, so that the next detail is seen to begin. */
function detailLines(detail: string, width: number): readonly string[] {
  const [first = "", ...rest] = hanging("    ", detail, width - 2);
  return [first, ...rest.map((line) => `  ${line}`)];
}

/** An item, and what belongs to it below. */
export function itemLines({ text, details }: LetterItem, { width }: View): readonly string[] {
  return [
    ...hanging("  - ", inert(text), width),
    ...details.flatMap((detail) => detailLines(inert(detail), width)),
  ];
}
