import { sourceFile } from "@tenet-lang/language";
import { expect, test } from "vitest";
import { mayBeAgreement, usedPaths } from "./outline.ts";

const used = (text: string, path = "contracts/a.tenet"): readonly string[] =>
  usedPaths(sourceFile(path, text));

test("what a file uses is found from its own folder, each once", () => {
  expect(used('uses "b.tenet"\n  uses "../shared/c.tenet"\nuses "./b.tenet"\n')).toEqual([
    "contracts/b.tenet",
    "shared/c.tenet",
  ]);
});

test("what the language refuses is not looked for", () => {
  expect(
    used('uses "/etc/passwd"\nuses "../../x.tenet"\nuses "http://a/b"\nuses "a\\\\b"\nuses "~/a"\n'),
  ).toEqual([]);
});

test("only lines that begin with the word count", () => {
  expect(used('# uses "b.tenet"\nmetric uses number of a\n')).toEqual([]);
  expect(mayBeAgreement(sourceFile("a", '# agreement a\nmetric m "agreement" number of a\n'))).toBe(false);
  expect(mayBeAgreement(sourceFile("a", '\n  agreement a "A"\n'))).toBe(true);
});
