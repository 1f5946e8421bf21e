/** The tables of the README say what is there: each declaration that they name stands in the agreement beside it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadAgreement } from "@tenet-lang/language";
import { describe, expect, it } from "vitest";
import { examples } from "./examples.ts";
import { textUnder } from "./judge-agreement.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");

/** Rows of the table of practices: the practice (or nothing, where it goes on), the agreement, the names. */
const rows = [...readme.matchAll(/^\| ?(.*?) ?\| \[[\w-]+\]\(([\w/.-]+\.tenet)\) \| (`.+`) \|$/gm)].map(
  ([, practice = "", path = "", names = ""]) => ({
    practice,
    path,
    names: [...names.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name),
  }),
);

function declaredIn(path: string): ReadonlySet<string> {
  const { files } = loadAgreement(path, textUnder(root));
  const declarations = files.flatMap(({ tree }) => tree.declarations);
  return new Set(
    declarations.flatMap((declaration) =>
      "name" in declaration && declaration.name !== null ? [declaration.name.text] : [],
    ),
  );
}

describe("examples/README.md", () => {
  it("has eleven practices, each carried by something", () => {
    expect(rows.filter(({ practice }) => practice !== "")).toHaveLength(11);
    expect(rows.filter(({ names }) => names.length === 0)).toEqual([]);
  });

  it.each(rows)("$path carries $names", ({ path, names }) => {
    const declared = declaredIn(path);
    expect(names.filter((name) => !declared.has(name))).toEqual([]);
  });

  it("shows how to judge every example, on the day of its golden files", () => {
    const missing = examples.filter(
      ({ path, asOfDay }) => !readme.includes(`npx tenet judge examples/${path} --as-of ${asOfDay}\n`),
    );
    expect(missing).toEqual([]);
  });
});
