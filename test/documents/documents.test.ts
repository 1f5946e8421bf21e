/**
 * What the documents show is true: agreements check and pass their own tests, fragments can be read, the README's
 * program runs on the README's agreement, and every rule that is cited stands in the specification.
 */
import { execFileSync } from "node:child_process";
import { globSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkAgreement, compile, loadAgreement, parse, runTests, sourceFile } from "@tenet-lang/language";
import { describe, expect, it } from "vitest";
import { folderWith } from "../cli/folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Block {
  /** Where it stands, such as `grammar/SPEC.md:240`. */
  readonly place: string;
  readonly text: string;
}

/** The code blocks of a document that are marked as one language. */
function blocksOf(path: string, mark: string): readonly Block[] {
  const lines = readFileSync(join(root, path), "utf8").split("\n");
  return lines.flatMap((line, index) => {
    if (line !== `\`\`\`${mark}`) return [];
    const text = lines.slice(index + 1, lines.indexOf("```", index + 1)).join("\n");
    return [{ place: `${path}:${index + 1}`, text: `${text}\n` }];
  });
}

const agreements = [...blocksOf("grammar/SPEC.md", "tenet"), ...blocksOf("README.md", "tenet")];
const fragments = blocksOf("grammar/SPEC.md", "tenet fragment");

describe("agreements in documents", () => {
  it.each(agreements)("$place checks, and passes its own tests", ({ text }) => {
    const loaded = loadAgreement("shown.tenet", () => text);
    const { value: model, diagnostics } = checkAgreement(loaded);
    expect([...loaded.diagnostics, ...diagnostics]).toEqual([]);
    if (model === null) throw new Error("it is no agreement");
    const { value: bundle } = compile(model);
    if (bundle === null) throw new Error("it has no bundle");
    const { tests } = runTests(model, bundle, () => null);
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter(({ passed }) => !passed)).toEqual([]);
  });

  it.each(fragments)("the fragment at $place can be read", ({ text }) => {
    expect(parse(sourceFile("shown.tenet", text)).diagnostics).toEqual([]);
  });

  it("are found where they stand", () => {
    expect([agreements.length, fragments.length].every((count) => count > 1)).toBe(true);
  });
});

describe("the rules of the specification", () => {
  const spec = readFileSync(join(root, "grammar/SPEC.md"), "utf8");
  const numbers = [...spec.matchAll(/^\*\*§([\d.]+)\*\*/gm)].map(([, number = ""]) => number);
  const sections = [...spec.matchAll(/^#+ ([\d.]+) /gm)].map(([, number = ""]) => number);

  it("have a number of their own", () => {
    expect(numbers.length).toBeGreaterThan(400);
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  });

  it("are there, wherever one is cited", () => {
    const known = new Set([...numbers, ...sections]);
    const citing = globSync(["*.md", "grammar/*.md", "packages/*/src/**/*.ts", "test/**/*.{ts,json}"], {
      cwd: root,
    });
    const unknown = citing.flatMap((path) => {
      const text = readFileSync(join(root, path), "utf8");
      const cited = [...text.matchAll(/§(\d+(?:\.\d+)*)/g)].map(([, number = ""]) => number);
      return cited.filter((number) => !known.has(number)).map((number) => `${path}: §${number}`);
    });
    expect(citing.length).toBeGreaterThan(500);
    expect(unknown).toEqual([]);
  });
});

describe("the README's program", () => {
  it("judges the README's agreement", () => {
    const [agreement] = blocksOf("README.md", "tenet");
    const [program] = blocksOf("README.md", "js");
    const folder = folderWith({ "courier.tenet": agreement?.text ?? "", "judge.mjs": program?.text ?? "" });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    const { value: model } = checkAgreement(loadAgreement("courier.tenet", () => agreement?.text ?? null));
    const bundle = model === null ? null : compile(model).value;
    writeFileSync(join(folder, "courier.json"), JSON.stringify(bundle));
    const said = execFileSync(process.execPath, ["judge.mjs"], { cwd: folder, encoding: "utf8" });
    expect(said.split("\n").map((line) => line.slice(0, 40))).toEqual([
      "BLUEVAN missed Parcels on time is 90% (3",
      "BLUEVAN pending The period ends on 2026-",
      "late_parcels 2026-01 { amount: '1000.00'",
      "late_parcels 2026-02 { amount: '0.00', c",
      "",
    ]);
  });
});
