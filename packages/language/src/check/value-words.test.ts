import { expect, test } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { boundWords, testWords } from "./value-words.ts";

/** What is said of the one limit of a standard: its bound, and its comparison. */
function wordsOf(limit: string): readonly string[] {
  const file = sourceFile("a.tenet", `standard s "S"\n  requires m ${limit}\n`);
  const { tree, diagnostics } = parse(file);
  expect(diagnostics).toEqual([]);
  const [declaration] = tree.declarations;
  const sentence = declaration?.kind === "Standard" ? declaration.sentences[0] : undefined;
  const asked = sentence?.kind === "Requires" ? sentence.limits[0]?.rows[0]?.test : undefined;
  if (asked?.kind !== "Test") throw new Error("there is a limit");
  return [boundWords(file, asked), testWords(file, asked)];
}

test.each([
  ["at most 2_500 EUR", "2,500.00 EUR", "at most 2,500.00 EUR"],
  ["at least -0.5 EUR", "-0.50 EUR", "at least -0.50 EUR"],
  ["at least   1_500 JPY  # a month", "1,500 JPY", "at least 1,500 JPY"],
  ["from 0.25 KWD to 1_000 KWD", "0.250 KWD to 1,000.000 KWD", "from 0.250 KWD to 1,000.000 KWD"],
  ["at most 1_000", "1_000", "at most 1_000"],
  ["from 90%   to 95.5%", "90% to 95.5%", "from 90% to 95.5%"],
  ['is "5 EUR"', '"5 EUR"', 'is "5 EUR"'],
  ["at most 5 XYZ", "5 XYZ", "at most 5 XYZ"],
])("%s asks for %s", (limit, bound, comparison) => {
  expect(wordsOf(limit)).toEqual([bound, comparison]);
});
