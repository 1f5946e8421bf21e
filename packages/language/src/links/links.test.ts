/** Paths in a text and what becomes of them when files move. */
import { expect, it } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { linksAfterMove, linksOf } from "./links.ts";

const TEXT = `uses "lib/words.tenet"
partners from "data/p.csv" key id
dataset d from "../../e.csv" one row per line
dataset e from "https://a.example/e.csv" one row per line
test t "T"
  given d from "sample.csv"
  expect m for "P" in 2026 is 1
`;

const parsed = (path: string, text = TEXT) => parse(sourceFile(path, text));

it("finds the files that paths mean", () => {
  const found = linksOf(parsed("north/a.tenet"), "main/agreement.tenet");
  expect(found.map(({ kind, path, target }) => [kind, path, target])).toEqual([
    ["uses", "lib/words.tenet", "north/lib/words.tenet"],
    ["data", "data/p.csv", "main/data/p.csv"],
    ["data", "../../e.csv", null],
    ["data", "https://a.example/e.csv", null],
    ["sample", "sample.csv", "north/sample.csv"],
  ]);
  for (const { span, path } of found) expect(TEXT.slice(span.start, span.end)).toBe(path);
});

it("says a moved file's new path", () => {
  const links = linksOf(parsed("north/a.tenet"), "north/a.tenet");
  const edits = linksAfterMove(links, (path) => path.replace("north/lib/", "shared/"));
  expect(edits.map(({ text }) => text)).toEqual(["../shared/words.tenet"]);
});

it("says the paths of a file that moves itself anew, but for what moves with it", () => {
  const links = linksOf(parsed("north/a.tenet"), "north/a.tenet");
  const alone = linksAfterMove(links, (path) => (path === "north/a.tenet" ? "south/deep/a.tenet" : path));
  expect(alone.map(({ text }) => text)).toEqual([
    "../../north/lib/words.tenet",
    "../../north/data/p.csv",
    "../../north/sample.csv",
  ]);
  expect(linksAfterMove(links, (path) => path.replace("north/", "south/"))).toEqual([]);
});

it("leaves paths alone that mean the same as before", () => {
  const links = linksOf(parsed("a.tenet", 'uses "./lib/../lib/w.tenet"\n'), "a.tenet");
  expect(links.map(({ target }) => target)).toEqual(["lib/w.tenet"]);
  expect(linksAfterMove(links, (path) => path)).toEqual([]);
  expect(linksAfterMove(links, () => "b.tenet").map(({ text }) => text)).toEqual(["b.tenet"]);
});
