import { describe, expect, it } from "vitest";
import { writtenForm } from "./written-form.ts";

function problem(form: string, kind: "date" | "timestamp" | "duration"): string | null {
  const compiled = writtenForm(form, kind);
  return "problem" in compiled ? compiled.problem : null;
}

describe("a written form", () => {
  it.each([
    ["D/M/YYYY", "date"],
    ["YYYYMMDD", "date"],
    ["MM/YYYY", "date"],
    ["D/M/YYYY HH:mm", "timestamp"],
    ["YYYY-MM-DDTHH:mm:ss.SSS", "timestamp"],
    ["M/D/YYYY h:mm A", "timestamp"],
    ["H:mm:ss", "duration"],
    ["HH:mm", "duration"],
    ["HHmm", "duration"],
    ["D H:mm", "duration"],
    ["mm:ss.SSS", "duration"],
    ["ss.SSS", "duration"],
  ] as const)("`%s` can be read as a %s", (form, kind) => {
    expect(problem(form, kind)).toBeNull();
  });

  it.each([
    ["M/YYYY/MM", "date", "names the month twice"],
    ["DMYYYY", "date", "puts two numbers side by side without saying where the first one ends"],
    ["Hmm", "duration", "puts two numbers side by side without saying where the first one ends"],
    ["D/YYYY", "date", "has no month"],
    ["D/M/YY", "date", "has no year"],
    ["D/M/YYYY HH", "date", "has a time, which no date has"],
    ["MM/YYYY HH:mm", "timestamp", "has no day"],
    ["D/M/YYYY", "timestamp", "has no hour"],
    ["D/M/YYYY h:mm", "timestamp", "counts hours to 12 (`h`) without `A` for AM or PM"],
    ["D/M/YYYY HH:mm A", "timestamp", "has `A` for AM or PM without an hour that counts to 12 (`h`)"],
    ["D/M/YYYY h A A", "timestamp", "names `A` twice"],
    ["D/M H:mm", "duration", "has a month, which no duration has"],
    ["h:mm A", "duration", "has `h` or `A`, and a duration counts its hours with `H`"],
    ["h:mm", "duration", "has `h` or `A`, and a duration counts its hours with `H`"],
    ["x", "duration", "names no hours, minutes or seconds"],
    ["", "date", "has no year"],
  ] as const)("`%s` cannot be read as a %s: it %s", (form, kind, expected) => {
    expect(problem(form, kind)).toBe(expected);
  });

  it("takes everything that is no token as it stands", () => {
    const compiled = writtenForm("(YYYY) é+MM.* D", "date");
    const read = "read" in compiled ? compiled.read : () => null;
    expect(read("(2026) é+03.* 9")).toMatchObject({ year: 2026, month: 3, day: 9 });
    expect(read("(2026) é+03.. 9")).toBeNull();
    expect(read("2026 é+03.* 9")).toBeNull();
  });
});
