import { describe, expect, test } from "vitest";
import type { Diagnostic, DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import { loadAgreement } from "../../workspace/load.ts";
import { check } from "../check.ts";
import { checkRules } from "./registry.ts";

/** What loading and checking say about a file that stands alone. */
function diagnosticsOf(text: string): readonly Diagnostic[] {
  const loaded = loadAgreement("example.tenet", (path) => (path === "example.tenet" ? text : null));
  const checked = check(loaded, { instant: (_zone, date, time) => `${date}T${time}:00Z` });
  return [...loaded.diagnostics, ...checked.diagnostics];
}

function applied(text: string, fix: Fix): string {
  const edits = [...fix.edits].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), text);
}

const said = (text: string): readonly string[] =>
  diagnosticsOf(text).map(({ code, message }) => `${code} ${message}`);

describe.each(checkRules.map((rule): [string, DiagnosticRule] => [`${rule.code} ${rule.name}`, rule]))(
  "%s",
  (_, rule) => {
    test("its invalid example reports this code, once, and nothing else", () => {
      expect(diagnosticsOf(rule.examples.invalid).map(({ code, message }) => ({ code, message }))).toEqual([
        { code: rule.code, message: expect.any(String) },
      ]);
    });

    test("its valid example reports nothing", () => {
      expect(said(rule.examples.valid)).toEqual([]);
    });

    test("the fixes on its invalid example mend it, or it says why there is none", () => {
      const fixes = diagnosticsOf(rule.examples.invalid).flatMap((diagnostic) => diagnostic.fixes);
      if (rule.fix === "offered") expect(fixes.length).toBeGreaterThan(0);
      else expect(fixes).toEqual([]);
      for (const fix of fixes) expect(said(applied(rule.examples.invalid, fix))).toEqual([]);
    });

    test("its invalid example leads to another place, or the rule says why there is none", () => {
      const { elsewhere } = rule;
      const places = diagnosticsOf(rule.examples.invalid).flatMap(({ related }) => related);
      const isNowhere = elsewhere !== undefined && "none" in elsewhere;
      expect(places.length > 0, isNowhere ? elsewhere.none : "no other place").toBe(!isNowhere);
      if (isNowhere) expect(elsewhere.none).toMatch(/^[a-z][^\n]*[^.\n]$/);
      for (const { message } of places) expect(message).toMatch(/^[^A-Z\n][^\n]*[^.\n]$/);
    });

    test("its texts keep the house style", () => {
      const [diagnostic] = diagnosticsOf(rule.examples.invalid);
      expect(diagnostic?.message).toMatch(/^[^A-Z\n][^\n]*[^.\n]$/);
      expect(diagnostic?.severity).toBe(rule.severity);
      expect(rule.summary).toMatch(/^[A-Z`].*\.$/);
      expect(rule.help).toMatch(/^[A-Z`].*\.$/);
      expect(rule.spec).toMatch(/^§\d+(\.\d+)*$/);
    });
  },
);

test("codes and names are unique, codes are in order", () => {
  const codes = checkRules.map((rule) => rule.code);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(new Set(checkRules.map((rule) => rule.name)).size).toBe(checkRules.length);
});
