import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { sourceFile } from "../../source/source-file.ts";
import { parse } from "../parse.ts";
import { syntaxRules } from "./rules.ts";

const diagnosticsOf = (text: string): readonly Diagnostic[] => parse(sourceFile("a.tenet", text)).diagnostics;

function applied(text: string, { fixes }: Diagnostic): string {
  const edits = [...(fixes[0]?.edits ?? [])].sort((left, right) => right.span.start - left.span.start);
  return edits.reduce((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), text);
}

/** Takes the first fix of the first diagnostic until none is left. */
function mended(text: string, steps: number): string {
  const [first] = diagnosticsOf(text);
  return first === undefined || steps === 0 ? text : mended(applied(text, first), steps - 1);
}

describe.each(syntaxRules.map((rule) => [rule.name, rule] as const))("%s", (_, rule) => {
  const found = diagnosticsOf(rule.examples.invalid);

  test("is reported for its invalid example, once and alone", () => {
    expect(found.map(({ code }) => code)).toEqual([rule.code]);
  });

  test("says nothing about its valid example", () => {
    expect(diagnosticsOf(rule.examples.valid)).toEqual([]);
  });

  test("offers a fix that leads to a right text, or says why there is none", () => {
    if (rule.fix === "offered") {
      expect(found[0]?.fixes).not.toEqual([]);
      expect(diagnosticsOf(mended(rule.examples.invalid, 3))).toEqual([]);
    } else {
      expect(found[0]?.fixes).toEqual([]);
      expect(rule.fix.none).toMatch(/^[a-z].*[^.]$/);
    }
  });

  test("leads to another place, or says why there is none", () => {
    const { elsewhere } = rule;
    const places = found[0]?.related ?? [];
    if (elsewhere === undefined) expect(places).not.toEqual([]);
    else expect(places).toEqual([]);
    if (elsewhere !== undefined && "none" in elsewhere) expect(elsewhere.none).toMatch(/^[a-z][^\n]*[^.\n]$/);
    for (const { message } of places) expect(message).toMatch(/^[a-z`][^\n]*[^.\n]$/);
  });

  test("speaks in one plain line", () => {
    expect(found[0]?.message).toMatch(/^[a-z`][^\n]*[^.\s]$/);
    expect(rule.summary).toMatch(/^[A-Z].*\.$/);
    expect(rule.help).toMatch(/\.$/);
    expect(rule.spec).toMatch(/^§\d+(\.\d+)*$/);
  });

  test("points into the text", () => {
    const { start, end } = found[0]?.span ?? { start: -1, end: -1 };
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(rule.examples.invalid.length);
  });
});

test("codes and names are unique, and codes are in order", () => {
  const codes = syntaxRules.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(new Set(syntaxRules.map(({ name }) => name)).size).toBe(codes.length);
});
