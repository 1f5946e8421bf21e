import { expect, test } from "vitest";
import { inert, inertJson } from "./inert.ts";

test.each([
  ["plain text, Ünïcödé and 日本語", "plain text, Ünïcödé and 日本語"],
  ["\u001b]0;title\u0007", "\\x1b]0;title\\x07"],
  ["\u009b2J", "\\x9b2J"],
  ["a\nb\tc\rd", "a\\nb\\tc\\rd"],
  ["\u007f", "\\x7f"],
  ["user\u202etxt.exe", "user\\u{202e}txt.exe"],
  ["\u2066x\u2069", "\\u{2066}x\\u{2069}"],
  ["zero\u200bwidth\ufeff", "zero\\u{200b}width\\u{feff}"],
  ["tag\u{e0041}", "tag\\u{e0041}"],
  ["lone \ud800 half", "lone \\u{d800} half"],
  ["a pair 😀 stays", "a pair 😀 stays"],
])("%j is written as %j", (given, shown) => {
  expect(inert(given)).toBe(shown);
});

test.each([
  ["::error::x", "\\::error::x"],
  ["  ::stop-commands::x", "  \\::stop-commands::x"],
  ["a ##[error]b", "a #\\#[error]b"],
  ["##vso[task.setvariable]", "#\\#vso[task.setvariable]"],
  ["C::D stays", "C::D stays"],
  ["## heading", "## heading"],
])("the log command %j is written as %j", (given, shown) => {
  expect(inert(given)).toBe(shown);
});

test("escaped JSON means the same and holds nothing invisible", () => {
  const value = { key: "a\u202eb\u0085\u200b\u{e0041}##[error]", list: ["\ufeff", 1] };
  const json = inertJson(JSON.stringify(value, null, 2));
  expect(JSON.parse(json)).toEqual(value);
  expect(json).not.toMatch(/[\u007f-\u009f\u200b\u202e\ufeff]|##\[/u);
  expect(json).toContain("\n");
});
