/** What holds of every credit, whatever was missed and whatever was agreed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { MoneyPlan, RuleName } from "../bundle/consequence-plan.ts";
import type { VerdictKind } from "../bundle/plan.ts";
import { compareExact, type Exact, exact, fromText } from "../exact/ratio.ts";
import type { CreditFinding } from "../judge/finding.ts";
import { sumOf } from "./amounts.ts";
import { alone, eventRule, months, origin, reading, value } from "./made-reading.ts";
import { moneyFindings } from "./money-findings.ts";

const cents = (amount: number) => ({ numerator: String(amount), denominator: "100" });
const kinds: readonly VerdictKind[] = ["met", "missed", "missed", "not_enough_data", "excused"];
const verdicts = fc.array(fc.constantFrom(...kinds), { minLength: 9, maxLength: 9 });
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
const few = fc.nat({ max: 3 });
const amount = fc.integer({ min: 1, max: 50_000 });

const agreed = fc.record({
  first: verdicts,
  second: verdicts,
  atRisk: amount,
  weights: fc.tuple(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 150 })),
  forgiven: maybe(few),
  cap: maybe(amount),
  ignored: maybe(fc.integer({ min: 1, max: 5_000 })),
  row: fc.integer({ min: 1, max: 3 }),
});

type Agreed = typeof agreed extends fc.Arbitrary<infer T> ? T : never;

function findings({
  first,
  second,
  atRisk,
  weights,
  forgiven,
  cap,
  ignored,
  row,
}: Agreed): readonly CreditFinding[] {
  const plan: MoneyPlan<RuleName> = {
    kind: "credit",
    name: "credit",
    label: null,
    party: "partner",
    owedBy: "partner",
    currency: "EUR",
    decimals: 2,
    span: "month",
    on: null,
    rows: null,
    pool: {
      atRisk: { kind: "money", value: cents(atRisk) },
      // Thousandths, so that amounts need rounding.
      weights: ["first", "second"].map((name, index) => ({
        name,
        percent: { numerator: String(weights[index]), denominator: "1000" },
        origin,
      })),
      origin,
    },
    gives: [],
    forgives: forgiven === null ? null : { misses: forgiven, span: "quarter", origin },
    caps: cap === null ? [] : [{ amount: { kind: "money", value: cents(cap) }, span: "quarter", origin }],
    unless: [],
    ignores: ignored === null ? null : cents(ignored),
    earnsBack: eventRule({ what: "met", count: { kind: "row", length: row } }),
    excluding: [],
    additionalTo: null,
    because: null,
    origin,
  };
  const facts = [...months("2026-01", first, "first"), ...months("2026-01", second, "second")];
  const made = reading({ verdicts: facts, asOf: "2026-10-01T00:00:00Z" });
  return moneyFindings(alone(plan, made)) as readonly CreditFinding[];
}

const amountOf = ({ value: found }: CreditFinding): Exact => value(found?.amount ?? "0");
const ZERO = exact(0n, 1n);

function holds(law: (found: readonly CreditFinding[], of: Agreed) => void): void {
  fc.assert(fc.property(agreed, (of) => law(findings(of), of)));
}

test("the lines add up to the amount, each being the product of its factors", () => {
  holds((found) => {
    for (const finding of found) {
      const sum = sumOf(finding.lines.map(({ amount: of }) => fromText(of)));
      expect(compareExact(sum, amountOf(finding))).toBe(0);
      for (const { factors, amount: of } of finding.lines) {
        if (factors.length === 0) continue;
        const product = factors
          .map(fromText)
          .reduce((a, b) => exact(a.numerator * b.numerator, a.denominator * b.denominator), exact(1n, 1n));
        expect(compareExact(product, fromText(of))).toBe(0);
      }
    }
  });
});

test("nobody pays less than nothing, nor more than the cap of a span", () => {
  holds((found, { cap }) => {
    for (const finding of found) expect(compareExact(amountOf(finding), ZERO)).toBeGreaterThanOrEqual(0);
    if (cap === null) return;
    for (let quarter = 0; quarter < found.length; quarter += 3) {
      const sum = sumOf(found.slice(quarter, quarter + 3).map(amountOf));
      expect(compareExact(sum, exact(BigInt(cap), 100n))).toBeLessThanOrEqual(0);
    }
  });
});

test("of each quarter's misses as many are forgiven as agreed, and no more", () => {
  holds((found, { first, second, forgiven }) => {
    for (let quarter = 0; quarter < found.length; quarter += 3) {
      const missed = [...first.slice(quarter, quarter + 3), ...second.slice(quarter, quarter + 3)];
      const misses = missed.filter((kind) => kind === "missed").length;
      const counted = found
        .slice(quarter, quarter + 3)
        .reduce((sum, { details }) => sum + details.forgiven, 0);
      expect(counted).toBe(Math.min(misses, forgiven ?? 0));
    }
  });
});

test("no more is earned back than was ever due, a rounding aside", () => {
  holds((found) => {
    const due = sumOf(found.map(amountOf));
    const back = sumOf(found.map(({ details }) => value(details.earnedBack?.amount ?? "0")));
    const slack = exact(BigInt(found.length), 100n);
    expect(compareExact(back, sumOf([due, slack]))).toBeLessThanOrEqual(0);
  });
});

test("an ignored amount is nothing, and says so", () => {
  holds((found, { ignored }) => {
    for (const finding of found) {
      const isIgnored = finding.lines.some(({ what }) => what === "ignored");
      if (isIgnored) expect(finding.exact).toEqual({ numerator: "0", denominator: "1" });
      const isSmall = compareExact(amountOf(finding), exact(BigInt(ignored ?? 0), 100n)) <= 0;
      if (ignored !== null && isSmall) expect(finding.value?.amount).toBe("0.00");
    }
  });
});
