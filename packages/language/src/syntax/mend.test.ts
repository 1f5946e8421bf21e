import { expect, test } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import { mendedText } from "./mend.ts";
import { parse } from "./parse.ts";

const mended = (text: string): string => mendedText(parse(sourceFile("a.tenet", text)));

test("what is written as it should be stays as it is", () => {
  const text = 'metric m "M" number of calls\n';
  expect(mended(text)).toBe(text);
});

test("every slip with one fix is mended, in all sentences", () => {
  expect(mended("standard s “S”\n  requiers m atleast 95 %\n  mesured each calendar month\n")).toBe(
    'standard s "S"\n  requires m at least 95%\n  measured each calendar month\n',
  );
});

test("several slips in one sentence are mended, though each hides the next", () => {
  expect(mended("standard s 'S'\n  requires m >= 95 % where a = b\n")).toBe(
    'standard s "S"\n  requires m at least 95% where a is b\n',
  );
});

test("what could be meant in several ways, or is a mistake of meaning, is left to people", () => {
  for (const text of [
    'standard s "S"\n  requires m hopefully 95%\n',
    "metric m average of wait in calls where xyz is 1\n",
    "metric m number of calls where wait\n",
  ])
    expect(mended(text)).toBe(text);
});
