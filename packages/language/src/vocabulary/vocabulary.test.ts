/** The vocabulary explains every word that a text can hold, and cites rules that stand. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import { declarationTerms } from "./declaration-terms.ts";
import { formTerms } from "./measure-terms.ts";
import { operatorTerms, partTerms, verdictTerms } from "./part-terms.ts";
import { typeTerms } from "./source-terms.ts";
import { sentenceTerms, termAt } from "./vocabulary.ts";

const everyForm = readFileSync(new URL("../syntax/every-form.tenet", import.meta.url), "utf8");
const spec = readFileSync(new URL("../../../../grammar/SPEC.md", import.meta.url), "utf8");
const parsed = parse(sourceFile("every-form.tenet", everyForm));

const tables = {
  declarationTerms,
  sentenceTerms,
  formTerms,
  typeTerms,
  operatorTerms,
  partTerms,
  verdictTerms,
};
const terms = Object.entries(tables).flatMap(([table, entries]) =>
  Object.entries(entries).map(([kind, one]) => [`${table}.${kind}`, one] as const),
);

/** All kinds of nodes that a tree holds. */
function kindsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const one of value) kindsIn(one, found);
  else if (typeof value === "object" && value !== null) {
    if ("kind" in value && "span" in value) found.add(String((value as ast.Node).kind));
    for (const one of Object.values(value)) kindsIn(one, found);
  }
  return found;
}

describe("a term", () => {
  it.each(terms)("%s is a few plain words and cites a rule", (_, { form, meaning, spec: rule }) => {
    expect(meaning).toMatch(/^[A-Z`].*\.$/);
    expect(meaning.length).toBeLessThanOrEqual(180);
    expect(form).not.toMatch(/[.]$/);
    expect(spec).toContain(`**${rule}**`);
  });

  it("is there for no kind of node that a text cannot hold", () => {
    const kinds = kindsIn(parsed.tree);
    const known = [declarationTerms, sentenceTerms, formTerms, typeTerms, partTerms].flatMap(Object.keys);
    expect(known.filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});

describe("the word at a place", () => {
  it("has a term wherever it is one of the language", () => {
    const without = parsed.tokens
      .filter(({ type, span }) => type === "Keyword" && termAt(parsed, span.start) === null)
      .map(({ text, span }) => [text, isName(span.start)] as const)
      .filter(([, name]) => !name);
    expect(without).toEqual([]);
  });

  const cases: readonly (readonly [string, string, string])[] = [
    ["requires", "requires fixed_fast", "requires METRIC LIMIT"],
    ["at least", "at least 95%", "at least V"],
    ["percent", "percent of repairs", "percent of ROWS out of ROWS"],
    ["of a metric `dated` is another one", "dated done_at", "dated FIELD"],
    ["partner.", "partner.size is", "partner.FIELD"],
    ["business", "business days where", "N business days"],
    ["for", "for each outcome", "for each FIELD"],
    ["otherwise", "otherwise from 2026", "otherwise"],
    ["one of", "one of small", "one of A, B, …"],
    ["in a row", "in a row cure", "N UNITS in a row"],
    ["points below", "below the limit", "for each percentage point below the limit"],
  ];
  it.each(cases)("%s", (_, words, form) => {
    expect(termAt(parsed, everyForm.indexOf(words))?.term.form).toBe(form);
  });

  it("is what is explained, of every word that has a term", () => {
    const others = parsed.tokens.filter(({ span }) => {
      const found = termAt(parsed, span.start);
      return found !== null && !(found.span.start <= span.start && span.end <= found.span.end);
    });
    expect(others.map(({ text }) => text)).toEqual([]);
  });

  it("explains the whole comparison", () => {
    const found = termAt(parsed, everyForm.indexOf("least 95%"));
    expect(everyForm.slice(found?.span.start, found?.span.end)).toBe("at least");
  });
});

/** Whether a name of the tree begins here. */
function isName(start: number): boolean {
  const find = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.some(find)
      : typeof value === "object" &&
        value !== null &&
        (("kind" in value && value.kind === "Name" && (value as ast.Name).span.start === start) ||
          Object.values(value).some(find));
  return find(parsed.tree);
}
