import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import { theGrammar } from "./declaration-rules.ts";
import { parse } from "./parse.ts";

/** Agreements without a mistake. */
function wholeTexts(): readonly string[] {
  const folder = join(import.meta.dirname, "../../../../examples");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".tenet"),
  );
  return paths.map((path) => readFileSync(join(folder, path), "utf8"));
}

test("only a mistake makes the parser look at its own grammar, which takes longer than to read", () => {
  const looked = vi.spyOn(theGrammar().parser, "getGAstProductions");
  const texts = wholeTexts();
  expect(texts.length).toBeGreaterThan(10);
  for (const text of texts) parse(sourceFile("a.tenet", text));
  expect(looked).not.toHaveBeenCalled();
  parse(sourceFile("a.tenet", "standard s\n  requires m at last 95%\n"));
  expect(looked).toHaveBeenCalled();
});
