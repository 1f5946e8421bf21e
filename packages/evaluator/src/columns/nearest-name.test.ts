import { expect, it } from "vitest";
import { nearestName } from "./nearest-name.ts";

it.each([
  ["delivered_at", ["parcel", "Delivered At"], "Delivered At"],
  ["wait", ["weight", "waits", "Wait "], "Wait "],
  ["stars", ["starz", "tsars"], "starz"],
  ["carrier", ["carier", "courier"], "carier"],
  ["outcome", ["parcel", "note"], null],
  ["a", ["xy"], null],
  ["a", ["b"], null],
  ["id", ["ia"], null],
  ["wait", ["wiat"], "wiat"],
  ["wait", ["waits"], "waits"],
  ["wait", ["bat"], null],
  ["", ["", "_"], ""],
  ["id", [], null],
] as const)("the name near `%s` in %j is %j", (wanted, names, expected) => {
  expect(nearestName(wanted, names)).toBe(expected);
});
