/** A letter on a finding as Markdown, for whoever puts it into a document or a ticket. */
import type { FindingLetter, LetterSection } from "./finding-letter.ts";
import { code, markdown } from "./inert-markdown.ts";
import { itemsText } from "./letter-markdown.ts";

/** The letter, in the Markdown that GitHub and GitLab read. */
export function findingLetterMarkdown(letter: FindingLetter): string {
  const changing = letter.isProvisional ? ", so far: it may still change" : "";
  const parts = [
    `## ${markdown(letter.title)}`,
    `${markdown(letter.about)} · ${code(letter.name)}`,
    `_${markdown(letter.under)}_`,
    [`**${markdown(letter.outcome)}**${changing}`, ...letter.beside.map(markdown)].join("  \n"),
    ...letter.sections.flatMap((section) => [`### ${section.title}`, sectionText(section)]),
    `_${markdown(letter.foot)}_`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function sectionText({ items, sums, total }: LetterSection): string {
  if (sums.length === 0) return itemsText(items);
  const rows = sums.map(({ text, amount }) => `| ${markdown(text)} | ${markdown(amount)} |`);
  return ["|  | Amount |", "| --- | ---: |", ...rows, `| **Together** | **${markdown(total)}** |`].join("\n");
}
