import { describe, expect, it } from "vitest";
import { durationForm, timeForm } from "./written-form.ts";

type Kind = "date" | "timestamp" | "duration";

function compiled(form: string, kind: Kind) {
  return kind === "duration" ? durationForm(form) : timeForm(form, kind);
}

describe("a written form", () => {
  it.each([
    ["D/M/YYYY", "date"],
    ["YYYYMMDD", "date"],
    ["MM/YYYY", "date"],
    ["D/M/YYYY HH:mm", "timestamp"],
    ["YYYY-MM-DDTHH:mm:ss.SSS", "timestamp"],
    ["YYYYMMDDHHmmss", "timestamp"],
    ["M/D/YYYY h:mmA", "timestamp"],
    ["H:mm:ss", "duration"],
    ["HHmmss", "duration"],
    ["D H:mm", "duration"],
    ["ss.SSS", "duration"],
  ] as const)("`%s` can be read as a %s", (form, kind) => {
    expect(compiled(form, kind)).toHaveProperty("read");
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
    ["D/M/YYYY HH:mm A", "timestamp", "has `A` for AM or PM with an hour that counts to 24"],
    ["D/M/YYYY h A A", "timestamp", "names the half of the day twice"],
    ["D/M H:mm", "duration", "has `M`, which no duration has"],
    ["h:mm", "duration", "has `h`, which no duration has"],
    ["H:mm A", "duration", "has `A`, which no duration has"],
    ["x", "duration", "names no hours, minutes or seconds"],
    ["", "date", "has no year"],
  ] as const)("`%s` cannot be read as a %s: it %s", (form, kind, problem) => {
    expect(compiled(form, kind)).toEqual({ problem });
  });

  it("takes everything that is no token as it stands", () => {
    const form = timeForm("(YYYY) é+MM.*[😀]\\ D", "date");
    const read = "read" in form ? form.read : () => null;
    expect(read("(2026) é+03.*[😀]\\ 9")).toMatchObject({ year: 2026, month: 3, day: 9 });
    expect(read("(2026) é+03..[😀]\\ 9")).toBeNull();
    expect(read("2026 é+03.*[😀]\\ 9")).toBeNull();
    expect(read("(2026) é+03.*[😀]\\ 9\n")).toBeNull();
  });

  it.each([
    ["H:mm:ss", "131:04:09", 471_849_000_000n],
    ["H:mm:ss", "0131:04:09", 471_849_000_000n],
    ["HH:mm", "1:00", null],
    ["HH:mm", "100:59", 363_540_000_000n],
    ["HHmm", "0130", 5_400_000_000n],
    ["HHmm", "100000", 3_600_000_000_000n],
    ["HHmm", "130", null],
    ["mm:ss", "90:00", 5_400_000_000n],
    ["mm:ss", "90:60", null],
    ["D H:mm", "100 23:59", 8_726_340_000_000n],
    ["D H:mm", "0 24:00", null],
    ["ss.SSS", "61.250", 61_250_000n],
    ["SSS", "1500", 1_500_000n],
    ["H:mm:ss", "-0:00:01", -1_000_000n],
    ["H:mm:ss", "--0:00:01", null],
    ["H:mm:ss", "-", null],
    ["H:mm", `${"9".repeat(30)}:00`, BigInt("9".repeat(30)) * 3_600_000_000n],
  ] as const)("%s reads the duration `%s` as %s", (form, text, micros) => {
    const compiledForm = durationForm(form);
    expect("read" in compiledForm ? compiledForm.read(text) : undefined).toBe(micros);
  });
});
