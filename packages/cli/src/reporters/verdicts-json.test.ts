import { expect, test } from "vitest";
import { quarter, result, unreadable, verdict } from "../../../../test/cli/results.ts";
import { verdictsJson } from "./verdicts-json.ts";

test.each([
  ["a quarter", quarter],
  ["no verdicts", unreadable],
  ["more than one piece", result({ verdicts: Array.from({ length: 1201 }, () => verdict()) })],
])("the pieces are the JSON text of the result: %s", (_, given) => {
  const pieces = [...verdictsJson(given)];
  expect(pieces.join("")).toBe(`${JSON.stringify(given, null, 2)}\n`);
});

test("many verdicts come in pieces of bounded length", () => {
  const pieces = [...verdictsJson(result({ verdicts: Array.from({ length: 5000 }, () => verdict()) }))];
  const longest = Math.max(...pieces.map((piece) => piece.length));
  expect(longest).toBeLessThan(pieces.join("").length / 5);
});

test("text of the data is the same text, and inert", () => {
  const hostile = verdict({ party: { kind: "partner", key: "\u009b31m\u202e" } });
  const json = [...verdictsJson(result({ verdicts: [hostile] }))].join("");
  expect(json).not.toMatch(/[\u009b\u202e]/);
  expect(JSON.parse(json)).toEqual(result({ verdicts: [hostile] }));
});
