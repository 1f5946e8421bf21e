/** A letter on a finding as text: for the terminal, or for an e-mail. */
import type { FindingLetter, LetterSection } from "./finding-letter.ts";
import { inert } from "./inert.ts";
import { hanging, padLeft, widthOf, wrap } from "./layout.ts";
import { itemLines } from "./letter-text.ts";
import type { View } from "./palette.ts";

/** The letter, no line wider than the view. */
export function findingLetterText(letter: FindingLetter, view: View): string {
  const sections = letter.sections.map((section) => [
    view.palette.heading(section.title),
    ...section.items.flatMap((item) => itemLines(item, view)),
    ...sumLines(section, view),
  ]);
  return `${[heading(letter, view), ...sections, [view.palette.quiet(inert(letter.foot))]]
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function heading(letter: FindingLetter, { palette, width }: View): readonly string[] {
  const outcome = inert(letter.outcome);
  const changing = letter.isProvisional ? palette.warn(", so far: it may still change") : "";
  return [
    `${palette.heading(inert(letter.title))}  ${palette.quiet(inert(letter.name))}`,
    inert(letter.about),
    ...wrap(inert(letter.under), width).map((line) => palette.quiet(line)),
    "",
    `${letter.isFound ? palette.heading(outcome) : outcome}${changing}`,
    ...letter.beside.map(inert),
  ];
}

/** Lines of arithmetic, their amounts below each other, and the sum. */
function sumLines({ sums, total }: LetterSection, view: View): readonly string[] {
  if (sums.length === 0) return [];
  const sum = inert(total);
  const amounts = sums.map(({ amount }) => inert(amount));
  const width = Math.max(...amounts.map(widthOf), widthOf(sum));
  const room = Math.max(20, view.width - width - 2);
  const lines = sums.flatMap(({ text }, index) => {
    const [first = "", ...rest] = hanging("  ", inert(text), room);
    const gap = " ".repeat(Math.max(2, room + 2 - widthOf(first)));
    return [`${first}${gap}${padLeft(amounts[index] ?? "", width)}`, ...rest];
  });
  const inset = " ".repeat(room + 2);
  return [...lines, `${inset}${"-".repeat(width)}`, `${inset}${padLeft(sum, width)}`];
}
