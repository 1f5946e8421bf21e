/** Readings and terms as Markdown: what a person wrote is never taken for markup. */
import type { Reading, Term } from "@tenet-lang/language";

/** More lines than that hide what is said beside them. */
const MOST_LINES = 12;

/** A reading, from what it is to why it is. */
export function readingText(reading: Reading): string {
  const { heading, title, sentences, points, quoted, because, comment } = reading;
  const parts = [
    `**${escaped(heading)}**${title === null ? "" : ` ${escaped(title)}`}`,
    ...sentences.map(marked),
    listText(points),
    quoted.length === 0 ? "" : fenced(quoted),
    comment === null ? "" : comment.split("\n").map(escaped).join("  \n"),
    because === null ? "" : `because: ${escaped(because)}`,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** A line and points below it. */
export function pointsText(line: string, points: readonly string[]): string {
  return [marked(line), listText(points)].filter((part) => part !== "").join("\n\n");
}

/** A term: how it is written, what it means, and where that is laid down. */
export function termText({ form, meaning, spec }: Term): string {
  return [fenced([form]), `${marked(meaning)} (${spec})`].join("\n\n");
}

function listText(points: readonly string[]): string {
  return points.map((point) => `- ${marked(point)}`).join("\n");
}

function fenced(lines: readonly string[]): string {
  const shown = lines.slice(0, MOST_LINES);
  const rest = lines.length - shown.length;
  return ["```tenet", ...shown, ...(rest === 0 ? [] : [`# and ${rest} more`]), "```"].join("\n");
}

/** Plain words with pieces of the text between backticks. */
function marked(words: string): string {
  return words
    .split(/(`[^`]*`)/)
    .map((piece) => (piece.startsWith("`") ? piece : escaped(piece)))
    .join("");
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]#!|<>&~]/g, "\\$&");
}
