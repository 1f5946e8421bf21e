import { expect, test } from "vitest";
import { counted } from "./words.ts";

test("one row is named in the singular, whatever its plural ends in", () => {
  const one = (plural: string): string => counted(1, plural);
  expect(["deliveries", "calls", "branches", "losses", "boxes", "responses", "cases"].map(one)).toEqual([
    "1 delivery",
    "1 call",
    "1 branch",
    "1 loss",
    "1 box",
    "1 response",
    "1 case",
  ]);
  expect(counted(0n, "calls")).toBe("0 calls");
  expect(counted(2, "branches")).toBe("2 branches");
});
