import { describe, expect, it } from "vitest";
import { check } from "../../check/check.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { sourceFile } from "../../source/source-file.ts";
import { parse } from "../../syntax/parse.ts";
import { compile } from "../compile.ts";
import { zonedInstant } from "../zone.ts";
import { compileRules } from "./rules.ts";

/** All that is said about a text, from parsing to compiling. */
function said(text: string): readonly Diagnostic[] {
  const root = parse(sourceFile("a.tenet", text));
  const { value, diagnostics } = check({ root, files: [root] }, { instant: zonedInstant });
  const compiled = value === null ? [] : compile(value).diagnostics;
  return [...root.diagnostics, ...diagnostics, ...compiled];
}

describe.each(compileRules)("$code $name", ({ code, examples, summary, help, elsewhere }) => {
  it("is what its wrong example breaks, and nothing else", () => {
    expect(said(examples.invalid).map((one) => one.code)).toEqual([code]);
  });

  it("is kept by its right example", () => {
    expect(said(examples.valid)).toEqual([]);
  });

  it("points at a sentence that is in the text", () => {
    const [found] = said(examples.invalid);
    const words = found?.file.text.slice(found.span.start, found.span.end).split(/\s+/) ?? [];
    expect(words.length).toBeGreaterThan(1);
    for (const word of words) expect(examples.invalid).toContain(word);
  });

  it("leads to another place, or says why there is none", () => {
    const isNowhere = elsewhere !== undefined && "none" in elsewhere;
    expect(said(examples.invalid).flatMap(({ related }) => related).length > 0).toBe(!isNowhere);
  });

  it("is told in sentences", () => {
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(help).toMatch(/^[A-Z].*\.$/);
  });
});
