/**
 * Broken agreements and what is said about them, word for word.
 *
 * Each `broken/NAME.tenet` holds one mistake that people of the field make; `NAME.txt` beside it is what
 * `tenet check` prints for it. `UPDATE=1 npx vitest run test/golden` writes the texts anew: read every changed line
 * as someone would who knows Excel and has never seen a program.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  allRules,
  checkAgreement,
  compile,
  type Diagnostic,
  loadAgreement,
  loadHolidays,
  type Model,
} from "@tenet-lang/language";
import { describe, expect, it } from "vitest";
import { diagnosticsText } from "../../packages/cli/src/reporters/diagnostics-text.ts";
import { palette } from "../../packages/cli/src/reporters/palette.ts";

const folder = fileURLToPath(new URL("broken", import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".tenet"))
  .map((file) => file.slice(0, -".tenet".length));

function textOf(path: string): string | null {
  const whole = `${folder}/${path}`;
  return existsSync(whole) ? readFileSync(whole, "utf8") : null;
}

async function diagnosticsOf(name: string): Promise<readonly Diagnostic[]> {
  const loaded = loadAgreement(`${name}.tenet`, textOf);
  const checked = checkAgreement(loaded);
  const compiled = checked.value === null ? [] : await compilingSays(checked.value);
  return [...loaded.diagnostics, ...checked.diagnostics, ...compiled];
}

async function compilingSays(model: Model): Promise<readonly Diagnostic[]> {
  return compile(model, { holidays: await loadHolidays(model) }).diagnostics;
}

async function printed(name: string): Promise<string> {
  return diagnosticsText(await diagnosticsOf(name), {
    palette: palette(false),
    width: 100,
    pathOf: (file) => file.path,
    helpOf: (code) => allRules.find((rule) => rule.code === code)?.help ?? null,
  });
}

describe("broken agreements", () => {
  it.each(names)("%s", async (name) => {
    const text = await printed(name);
    const golden = `${folder}/${name}.txt`;
    if (process.env.UPDATE === "1") writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, "utf8"));
    expect((await diagnosticsOf(name)).some(({ severity }) => severity === "error")).toBe(true);
  });

  it("says one thing about one mistake", async () => {
    const said = await Promise.all(names.map(diagnosticsOf));
    const talkative = names.filter((_, index) => said[index]?.length !== 1);
    expect(talkative).toEqual(severalMistakes);
  });

  it("has no text without an agreement", () => {
    const texts = readdirSync(folder).filter((file) => file.endsWith(".txt"));
    expect(texts.map((file) => file.slice(0, -".txt".length))).toEqual(names);
  });
});

/** Agreements in which one slip of the hand is more than one mistake. */
const severalMistakes: readonly string[] = ["several-mistakes"];
