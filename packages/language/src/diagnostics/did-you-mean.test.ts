import { describe, expect, test } from "vitest";
import { didYouMean } from "./did-you-mean.ts";

describe("didYouMean", () => {
  const words = ["measured", "requires", "needs", "dated", "field", "final", "version", "from", "to"];

  test.each([
    ["mesured", "measured"],
    ["requiers", "requires"],
    ["feild", "field"],
    ["Dated", "dated"],
    ["fiel", "field"],
    ["measurred", "measured"],
  ])("takes %s for %s", (word, meant) => {
    expect(didYouMean(word, words)).toBe(meant);
  });

  test.each(["frm_a", "at", "ot", "xyz", "mesrd", "needle_work", ""])("has no guess for `%s`", (word) => {
    expect(didYouMean(word, words)).toBeNull();
  });

  test("has no guess where two candidates are equally near", () => {
    expect(didYouMean("wait_c", ["wait_a", "wait_b"])).toBeNull();
    expect(didYouMean("wait_c", ["wait_a"])).toBe("wait_a");
  });

  test("ignores a candidate listed twice and the word itself", () => {
    expect(didYouMean("feild", ["field", "field", "feild"])).toBe("field");
  });

  test("takes a dash for an underscore", () => {
    expect(didYouMean("on-time", ["on_time"])).toBe("on_time");
  });
});
