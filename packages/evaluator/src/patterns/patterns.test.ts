import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { patternEngine } from "./patterns.ts";

function matches(pattern: string, text: string): boolean | null {
  return patternEngine.compile(pattern)?.(text) ?? null;
}

describe("a pattern", () => {
  it("is searched anywhere in the text", () => {
    expect(matches("b+", "abbc")).toBe(true);
    expect(matches("^b", "abc")).toBe(false);
    expect(matches("c$", "abc")).toBe(true);
    expect(matches("", "abc")).toBe(true);
    expect(matches("(?i)ABC", "xabcx")).toBe(true);
    expect(matches("ABC", "xabcx")).toBe(false);
    expect(matches("^.$", "😀")).toBe(true);
    expect(matches("\\d", "٣")).toBe(false);
    expect(matches("^a.b$", "a\nb")).toBe(false);
  });

  it.each([
    ["a back-reference", "(a)\\1"],
    ["a look-ahead", "a(?=b)"],
    ["a look-behind", "(?<!a)b"],
    ["repeats of repeats", "((a{1,100}){1,100}){1,100}"],
    ["an open parenthesis", "(a"],
    ["nothing to repeat", "*a"],
    ["an open class", "[a"],
    ["more than 1,000 characters", "a".repeat(1001)],
  ])("with %s is refused", (_, pattern) => {
    expect(patternEngine.compile(pattern)).toBeNull();
  });

  it("of 1,000 characters is taken", () => {
    expect(matches("a".repeat(1000), "a".repeat(1000))).toBe(true);
    expect(matches("a".repeat(1000), "a".repeat(999))).toBe(false);
    expect(matches(`${"(".repeat(499)}ab${")".repeat(499)}`, "xaby")).toBe(true);
  });

  it("that a backtracking engine never ends on is answered in linear time", () => {
    const hang = `${"a".repeat(50_000)}!`;
    expect(matches("^(a+)+$", hang)).toBe(false);
    expect(matches("^(a|a)*$", hang)).toBe(false);
    expect(matches("(a*)*b", hang)).toBe(false);
    expect(matches("^(a?){50}a{50}$", "a".repeat(50))).toBe(true);
  });

  it("finds what the language's own engine finds, in the dialect that both share", () => {
    const atom = fc.constantFrom("a", "b", "é", "😀", ".", "[ab]", "[^a]", "\\d", "(a|b)", "(?:ab)", "\\.");
    const piece = fc
      .tuple(atom, fc.constantFrom("", "", "*", "+", "?", "{2}", "{1,3}", "*?"))
      .map((parts) => parts.join(""));
    const pattern = fc
      .tuple(
        fc.constantFrom("", "^"),
        fc.array(piece, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("", "$"),
      )
      .map(([start, pieces, end]) => start + pieces.join("") + end);
    const text = fc.string({ unit: fc.constantFrom("a", "b", "é", "😀", "1", "."), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (source, subject) => {
        expect(matches(source, subject)).toBe(new RegExp(source, "u").test(subject));
      }),
      { numRuns: 2000 },
    );
  });
});
