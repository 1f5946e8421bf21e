/** The lines of `lines.txt`: what is written, and what every character of it is. */
import { readFileSync } from "node:fs";

export interface ColouredLine {
  readonly text: string;
  readonly letters: string;
}

/** Blocks of lines that belong together, as one file each. */
export function colouredBlocks(): readonly (readonly ColouredLine[])[] {
  const file = readFileSync(new URL("lines.txt", import.meta.url), "utf8");
  return file
    .split(/\n\s*\n/)
    .map((block) => block.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#")))
    .filter((lines) => lines.length > 0)
    .map(pairs);
}

function pairs(lines: readonly string[]): readonly ColouredLine[] {
  return lines.flatMap((text, index) => (index % 2 === 0 ? [{ text, letters: lines[index + 1] ?? "" }] : []));
}
