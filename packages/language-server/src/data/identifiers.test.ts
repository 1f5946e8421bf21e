import { expect, test } from "vitest";
import { nameThings } from "./identifiers.ts";

const several = (...values: readonly number[]): readonly string[] => values.map(String);

test.each([
  ["Order ID", several(7, 7, 12)],
  ["OrderNo", several(1, 2, 2)],
  ["Kundennummer", several(5, 5)],
  ["ref", several(9, 10)],
  ["number", several(1, 2, 3)],
  ["ZIP code", several(10115, 10115)],
  ["PLZ", several(80331, 80331)],
  ["Mobile", several(491711234567, 49301234567)],
  ["ean", several(4006381333931, 4006381333931)],
  ["dealer", several(17, 17, 4)],
  ["ticket", several(17, 18)],
  ["contract", several(1, 1)],
  // Nothing in the header says so, but what is counted is hardly always of one length and never the same.
  ["Vorgang", several(40012, 40017, 40020)],
])("%s holds names of things", (column, given) => {
  expect(nameThings(column, given)).toBe(true);
});

test.each([
  ["calls", several(40012, 40017, 9020)],
  ["calls", several(40012, 40012, 40017)],
  ["calls", several(40012, 40017)],
  ["stars", several(1, 2, 3, 4, 5)],
  ["number", several(3, 3, 1)],
  ["number_of_calls", several(4001, 4002, 4003)],
  ["order value", several(4001, 4002, 4003)],
  ["tickets", several(17, 17)],
  ["orders per store", several(17, 17)],
  ["since", several(1999, 2004, 2011)],
  ["order_id", ["1.5", "2.5", "3.5"]],
  ["order_id", ["-4", "5", "6"]],
])("%s may be added up", (column, given) => {
  expect(nameThings(column, given)).toBe(false);
});
