/** A letter as Markdown, for whoever puts it into a document or a ticket. */

import { code, markdown } from "./inert-markdown.ts";
import type { Letter } from "./letter.ts";
import type { LetterItem } from "./letter-words.ts";
import { symbols } from "./verdict-cell.ts";
import { verdictWords } from "./words.ts";

/** The letter, in the Markdown that GitHub and GitLab read. */
export function letterMarkdown({
  title,
  name,
  about,
  under,
  verdict,
  beside,
  sections,
  foot,
}: Letter): string {
  const outcome = `${symbols[verdict]} **${verdictWords(verdict)}**${beside === "" ? "" : markdown(` (${beside})`)}`;
  const parts = [
    `## ${markdown(title)}`,
    `${markdown(about)} · ${code(name)}`,
    `_${markdown(under)}_`,
    outcome,
    ...sections.flatMap((section) => [`### ${section.title}`, itemsText(section.items)]),
    `_${markdown(foot)}_`,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** A list of items, each with what belongs to it. */
export function itemsText(items: readonly LetterItem[]): string {
  return items
    .flatMap(({ text, details }) => [
      `- ${markdown(text)}`,
      ...details.map((detail) => `  - ${markdown(detail)}`),
    ])
    .join("\n");
}
