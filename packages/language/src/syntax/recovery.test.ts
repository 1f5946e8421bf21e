import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import type * as ast from "./ast.ts";
import { mostDiagnostics, type ParsedFile, parse } from "./parse.ts";

const sample = readFileSync(new URL("./every-form.tenet", import.meta.url), "utf8");
const parsed = (text: string): ParsedFile => parse(sourceFile("a.tenet", text));

/** Everything that must hold of any text at all. */
function isSound(text: string): void {
  const { tree, tokens, diagnostics } = parsed(text);
  const spans = [
    ...diagnostics.map(({ span }) => span),
    ...diagnostics.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map(({ span }) => span))),
    ...tree.declarations.flatMap(({ span, sentences }) => [
      span,
      ...sentences.map((sentence) => sentence.span),
    ]),
  ];
  expect(spans.filter(({ start, end }) => !(start >= 0 && start <= end && end <= text.length))).toEqual([]);
  expect(diagnostics.length).toBeLessThanOrEqual(mostDiagnostics);
  expect(tokens.filter(({ text: word, span }) => text.slice(span.start, span.end) !== word)).toEqual([]);
  let blanks = "";
  let end = 0;
  for (const { span } of tokens) {
    blanks += text.slice(end, span.start);
    end = span.end;
  }
  expect(blanks + text.slice(end)).toMatch(/^[ \t]*$/);
}

/** A node as text, wherever it stands. */
function withoutSpans(node: object): string {
  return JSON.stringify(node, (key, value) => (/span$/i.test(key) ? undefined : value));
}

/** Heads and sentences by the declaration that they belong to. */
function partsOf({ tree }: ParsedFile): string[][] {
  return tree.declarations.map(({ sentences, span: _, ...head }: ast.Declaration) => [
    withoutSpans(head),
    ...sentences.map(withoutSpans),
  ]);
}

describe("every beginning of a text", () => {
  test("is read without an exception, up to any character of a declaration", () => {
    for (const declaration of sample.split(/\n\n(?=\w)/)) {
      for (let length = 0; length <= declaration.length; length++) isSound(declaration.slice(0, length));
    }
  });

  test("is read without an exception, up to any line of the file", () => {
    for (let at = sample.indexOf("\n"); at >= 0; at = sample.indexOf("\n", at + 1))
      isSound(sample.slice(0, at + 3));
  });
});

describe("a word left out", { timeout: 180_000 }, () => {
  const { declarations } = parsed(sample).tree;

  test("costs no more than the declaration it stands in, and is one diagnostic at most", () => {
    const failures: string[] = [];
    for (const [index, own] of declarations.entries()) {
      // Whatever goes wrong reaches no further than the neighbours.
      const start = declarations[index - 1]?.span.start ?? 0;
      const text = sample.slice(start, declarations[index + 1]?.span.end ?? sample.length);
      const whole = parsed(text);
      const words = whole.tokens.filter(({ type, span }) => {
        const at = start + span.start;
        return type !== "LineBreak" && type !== "Comment" && at >= own.span.start && at < own.span.end;
      });
      failures.push(...words.flatMap((word) => lostWithout(whole, text, word)));
    }
    expect(failures).toEqual([]);
  });
});

/** What is lost of a text without one of its words, if that is more than the declaration that it stands in. */
function lostWithout(
  whole: ParsedFile,
  text: string,
  { span, text: word }: ParsedFile["tokens"][number],
): string[] {
  const after = parsed(text.slice(0, span.start) + text.slice(span.end));
  const left = new Map<string, number>();
  for (const part of partsOf(after).flat()) left.set(part, (left.get(part) ?? 0) + 1);
  const hit = partsOf(whole)
    .map((parts) => parts.filter((part) => !taken(left, part)).length)
    .filter((lost) => lost > 0);
  if (hit.length <= 1 && after.diagnostics.length <= 1) return [];
  const codes = after.diagnostics.map(({ code }) => code).join(" ");
  return [`${text.slice(0, span.start).split("\n").at(-1)}${word} (${hit.join("+")} lost, ${codes})`];
}

function taken(left: Map<string, number>, part: string): boolean {
  const count = left.get(part) ?? 0;
  left.set(part, count - 1);
  return count > 0;
}

describe("any text at all", () => {
  const words = [
    ...sample.split(/\s+/).slice(0, 400),
    ...[
      "\n",
      "\n",
      "\n  ",
      "(",
      ")",
      ",",
      "not",
      "and",
      "or",
      "|",
      "| a |",
      '"',
      "\u201C",
      "'",
      "\\",
      "#",
      "\r",
      "\t",
    ],
    ...[
      ">=",
      "95 %",
      "31/01/2026",
      "\u0430",
      "\u202E",
      "\u00A0",
      "\uD800",
      "clock",
      "calendar",
      "within",
      "monday",
      "08:00",
      "survey",
      "true",
      "-",
      ".",
      "1.",
      "1,000",
    ],
  ];
  const text = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, fc.string()), {
    maxLength: 60,
  });

  test("is read without an exception, and nothing of it is lost", () => {
    isSound("\ndataset\n:");
    fc.assert(
      fc.property(text, fc.constantFrom(" ", "\n", ""), (parts, between) => isSound(parts.join(between))),
      { numRuns: 1_500 },
    );
  });

  test("has at most one diagnostic for each line", () => {
    fc.assert(
      fc.property(text, (parts) => {
        const lines = parts.join(" ");
        const { diagnostics } = parsed(lines);
        const starts = diagnostics.filter(({ code }) => code !== "TEN1003").map(({ span }) => span.start);
        expect(starts.length).toBeLessThanOrEqual(lines.split("\n").length);
      }),
      { numRuns: 500 },
    );
  });
});
