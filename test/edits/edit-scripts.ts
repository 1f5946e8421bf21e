/**
 * Random editing, as data: what a person does to a text in an editor, and mostly what nobody would do.
 *
 * A script is a list of numbers, so that it can be made by a property test, shrunk, and repeated. Each step takes some
 * of them and changes the text: a word typed or erased, lines moved, doubled or pasted, quotes and line ends put where
 * they hurt, several changes at once, and going back to an earlier text.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type ParsedFile, parse, reparse, sourceFile } from "@tenet-lang/language";

/** Numbers from 0 to below a bound, from wherever they come. */
export type Draw = (bound: number) => number;

const root = join(import.meta.dirname, "../..");

/** The agreements of the examples, and the file that has every form of the grammar. */
export function wholeTexts(): readonly string[] {
  const folders = readdirSync(join(root, "examples"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const paths = folders.flatMap(({ name }) =>
    readdirSync(join(root, "examples", name))
      .filter((file) => file.endsWith(".tenet"))
      .map((file) => join(root, "examples", name, file)),
  );
  return [...paths, join(root, "packages/language/src/syntax/every-form.tenet")].map((path) =>
    readFileSync(path, "utf8"),
  );
}

/** A declaration of one of the texts, with the next one or without. */
export function excerpt(texts: readonly string[], draw: Draw): string {
  const parts = (texts[draw(texts.length)] ?? "").split(/\n\n(?=\w)/);
  const first = draw(parts.length);
  return parts.slice(first, first + 1 + draw(2)).join("\n\n");
}

/** What is typed: words of the language and of agreements, and what breaks sentences, lines and files. */
const typed: readonly string[] = [
  ...[
    "a",
    "e",
    "t",
    "0",
    "9",
    " ",
    "  ",
    "\t",
    "\n",
    "\n  ",
    "\n\n",
    "\r\n",
    "\r",
    ",",
    ".",
    "(",
    ")",
    "-",
    "%",
    "|",
    '"',
    "#",
  ],
  ...["\\", "'", "\u201C", "\u202E", "\u00A0", "\u0430", "\uD800", "\uDE00", "😀", ";", ">="],
  ...[
    " and ",
    " or ",
    " not ",
    " where ",
    " is ",
    " true",
    " False",
    " yes",
    " at least 95%",
    " 1_000 EUR",
    " 30 seconds",
  ],
  ...[
    "metric ",
    "standard ",
    "test ",
    "uses ",
    "dataset ",
    "partners ",
    "survey ",
    "  field a text\n",
    "  requires ",
    "needs no minimum\n",
  ],
  ...[
    "\n| a | b |\n",
    "| 1 | 2 |",
    '"text"',
    '"open',
    "# comment",
    "\n# comment\n",
    "\nmetric m number of calls\n",
    "  field b one of true, false\n",
  ],
];

/** One step: the next text. `earlier` are the texts so far, the newest last. */
export function edited(earlier: readonly string[], draw: Draw): string {
  const text = earlier.at(-1) ?? "";
  switch (draw(12)) {
    case 0:
    case 1:
      return earlier[Math.max(0, earlier.length - 2 - draw(3))] ?? text;
    case 2:
    case 3: {
      const at = draw(text.length + 1);
      return text.slice(0, at) + text.slice(at + 1 + draw(3));
    }
    case 4: {
      const at = draw(text.length + 1);
      return text.slice(0, at) + text.slice(at + draw(200));
    }
    case 5:
      return withLines(text, (lines) => lines.splice(draw(lines.length), 1 + draw(2)));
    case 6:
      return withLines(text, (lines) => lines.splice(draw(lines.length), 0, lines[draw(lines.length)] ?? ""));
    case 7:
      return withLines(text, (lines) => lines.push(...lines.splice(draw(lines.length), 1)));
    case 8:
      return typedInto(typedInto(text, draw), draw);
    default:
      return typedInto(text, draw);
  }
}

function typedInto(text: string, draw: Draw): string {
  const at = draw(text.length + 1);
  return text.slice(0, at) + (typed[draw(typed.length)] ?? "") + text.slice(at);
}

function withLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  change(lines);
  return lines.join("");
}

/** What is wrong with a tree that was made from an earlier one; null where it is the one that `parse` gives. */
export function difference(found: ParsedFile): string | null {
  const { file } = found;
  const wanted = parse(sourceFile(file.path, file.text));
  if (!isDeepStrictEqual(found.tree, wanted.tree)) return `another tree of ${JSON.stringify(file.text)}`;
  if (!isDeepStrictEqual(found.tokens, wanted.tokens)) return `other tokens of ${JSON.stringify(file.text)}`;
  if (!found.diagnostics.every((diagnostic) => diagnostic.file === file))
    return "a diagnostic of an earlier text";
  const withoutFile = ({ diagnostics }: ParsedFile) => diagnostics.map(({ file: _, ...rest }) => rest);
  return isDeepStrictEqual(withoutFile(found), withoutFile(wanted))
    ? null
    : `other diagnostics of ${JSON.stringify(file.text)}`;
}

/** The tree after a step, made from the tree before it. */
export function next(before: ParsedFile, text: string): ParsedFile {
  return reparse(before, sourceFile(before.file.path, text));
}

/** The first tree of a script. */
export function first(text: string): ParsedFile {
  return parse(sourceFile("a.tenet", text));
}
