/** Findings in every report, and as a letter. */
import type { BonusFinding, CreditFinding, Finding, PointsFinding } from "@tenet-lang/evaluator";
import { expect, test } from "vitest";
import { bundle, result } from "../../../../test/cli/results.ts";
import { findingLetterOf } from "./finding-letter.ts";
import { findingLetterMarkdown } from "./finding-letter-markdown.ts";
import { findingLetterText } from "./finding-letter-text.ts";
import { findingTitle, groupedDecimal, isFound, lineAmount, totalMoney } from "./finding-words.ts";
import { findingSections } from "./findings-text.ts";
import { palette } from "./palette.ts";
import { verdictsGithub } from "./verdicts-github.ts";
import { verdictsJunit } from "./verdicts-junit.ts";
import { verdictsMarkdown } from "./verdicts-markdown.ts";

const view = {
  palette: palette(false),
  width: 80,
  asOf: "2026-04-01 00:00 Europe/Amsterdam",
  pathOf: (file: string) => `contracts/${file}`,
  localOf: (instant: string) => instant,
};
const origin = { file: "courier.tenet", line: 60 };
const ratio = (numerator: string, denominator = "1") => ({ numerator, denominator });

function credit(
  key: string,
  month: number,
  amount: string | null,
  more: Partial<CreditFinding> = {},
): CreditFinding {
  const label = `2026-0${month}`;
  return {
    kind: "credit",
    name: "late_credit",
    label: "Service credit",
    party: { kind: "partner", key },
    period: {
      label,
      start: `${label}-01T00:00:00Z`,
      end: `2026-0${month + 1}-01T00:00:00Z`,
      firstDay: `${label}-01`,
      lastDay: `${label}-28`,
    },
    version: "2.1.0",
    value: amount === null ? null : { amount, currency: "EUR" },
    exact: null,
    provisional: false,
    lines: [],
    details: {
      atRisk: null,
      forgiven: 0,
      missing: 0,
      suppressedBy: null,
      earnedBack: null,
      owedBy: "partner",
    },
    reasons: [],
    origin,
    ...more,
  };
}

const lines: CreditFinding["lines"] = [
  {
    what: "miss",
    of: "punctual",
    period: "2026-02",
    factors: [ratio("1", "10"), ratio("100000"), ratio("1", "5")],
    amount: ratio("2000"),
    rows: null,
    text: "Parcels arrive when promised, 2026-02, missed: 10% of monthly fee (100,000.00 EUR) × 20%",
    origin: { file: "courier.tenet", line: 62 },
  },
  {
    what: "cap",
    of: null,
    period: null,
    factors: [],
    amount: ratio("-1001", "2"),
    rows: null,
    text: "Capped at 1,499.50 EUR each calendar quarter",
    origin: { file: "courier.tenet", line: 64 },
  },
];

const due = credit("ACME-NL", 2, "1499.50", {
  lines,
  details: { ...credit("", 1, null).details, atRisk: { amount: "10000.00", currency: "EUR" } },
  reasons: [
    "1,499.50 EUR are due for 2026-02, owed by the partner",
    "Worked out on data up to 2026-03-31; this is a finding and no notice",
  ],
});

const credits: readonly Finding[] = [
  credit("ACME-NL", 1, "0.00"),
  due,
  credit("ACME-NL", 3, "7.00", { provisional: true }),
  credit("FAST-BE", 1, null),
  credit("FAST-BE", 2, "20.00"),
  credit("FAST-BE", 3, "0.00"),
  credit("SLOW-DE", 1, "0.00"),
];

const points = (month: number, value: string | null, doubled = false): PointsFinding => ({
  ...credit("ACME-NL", month, null),
  kind: "points",
  name: "late_points",
  label: null,
  value,
  lines: [],
  details: { band: 0, doubled, total: "9" },
});

const found = result({ findings: [...credits, points(1, "3"), points(2, "6", true), points(3, null)] });

test("amounts stand by party and period, with their sum; who owes nothing is counted", () => {
  expect(findingSections(found, view).map((section) => section.join("\n"))).toMatchInlineSnapshot(`
    [
      "Service credit  credit late_credit, in EUR
               2026-01   2026-02   2026-03
      ACME-NL         –  1,499.50      7.00 *
      FAST-BE         ?     20.00         –
      1,526.50 EUR in all, of which 7.00 EUR may still change
      nothing for 1 party
      ? cannot be told, because what it is taken of has no value
      * may still change",
      "Late points  points late_points
               2026-01  2026-02     2026-03
      ACME-NL        3        6 ×2        –",
    ]
  `);
});

test("of many parties those are shown for whom most was found", () => {
  const many = Array.from({ length: 40 }, (_, index) => {
    const key = `P${String(index).padStart(2, "0")}`;
    const often = index === 39 ? [credit(key, 2, "5.00")] : [];
    return [credit(key, 1, "5.00"), ...often];
  }).flat();
  const text = findingSections(result({ findings: many }), view)
    .flat()
    .join("\n");
  expect(text).toContain("P39");
  expect(text).not.toContain("P38");
  expect(text).toContain("and 16 more parties");
});

test("a finding as a letter: why, line by line, and the sentences agreed", () => {
  const agreed = {
    ...bundle,
    credits: [
      {
        kind: "credit",
        name: "late_credit",
        because: "Late parcels are the first cause of contact",
        origin: { ...origin, text: 'credit late_credit "Service credit"' },
        pool: {
          origin: {
            file: "courier.tenet",
            line: 61,
            text: "puts 10% of monthly_fee at risk each calendar month",
          },
        },
      },
    ],
  } as unknown as typeof bundle;
  const letter = findingLetterOf(found, due, agreed, view);
  expect(findingLetterMarkdown(letter)).toContain(
    "| Capped at 1,499.50 EUR each calendar quarter (line 64) | -500.50 EUR |",
  );
  expect(findingLetterText(letter, view)).toMatchInlineSnapshot(`
    "Service credit  credit late_credit
    ACME-NL, 2026-02 (2026-02-01 to 2026-02-28)
    Last-mile partner standards, courier_standards 2.1.0, as of 2026-04-01 00:00
    Europe/Amsterdam

    1,499.50 EUR
    At risk in this period: 10,000.00 EUR

    Why
      - 1,499.50 EUR are due for 2026-02, owed by the partner
      - Worked out on data up to 2026-03-31; this is a finding and no notice

    How it adds up
      Parcels arrive when promised, 2026-02, missed: 10% of monthly     2,000.00 EUR
      fee (100,000.00 EUR) × 20% (line 62)
      Capped at 1,499.50 EUR each calendar quarter (line 64)             -500.50 EUR
                                                                        ------------
                                                                        1,499.50 EUR

    What was agreed
      - In contracts/courier.tenet:
        line 60: credit late_credit "Service credit"
        line 61: puts 10% of monthly_fee at risk each calendar month
      - Agreed because: Late parcels are the first cause of contact

    Bundle sha256:0000000000000000000000000000000000000000000000000000000000000000
    "
  `);
});

test("Markdown has a table for each consequence", () => {
  const text = verdictsMarkdown(found, "now");
  expect(text).toContain("### Service credit");
  expect(text).toContain("| ACME-NL | – | 1,499.50 | 7.00 (so far) |");
  expect(text).toContain("1,526.50 EUR in all, of which 7.00 EUR may still change");
});

test("in JUnit what was found passes, and what was not is left out", () => {
  const xml = verdictsJunit(found);
  expect(xml).toContain('<testcase classname="late_credit" name="ACME-NL, 2026-02: 1,499.50 EUR"/>');
  expect(xml).not.toContain("SLOW-DE");
});

test("on a pull request what was found is a notice at the sentence it comes from", () => {
  const text = verdictsGithub(found, { pathOf: (file) => file, dataOf: (name) => name });
  expect(text).toContain(
    "::notice file=courier.tenet,line=62,title=Service credit::ACME-NL, 2026-02: 1,499.50 EUR",
  );
});

test("a partner's key cannot start a command", () => {
  const hostile = result({ findings: [credit("::error::\u0007", 1, "1.00")] });
  expect(findingSections(hostile, view).flat().join("\n")).toContain("\\x07");
});

test.each([
  ["1234567.5", "1,234,567.5"],
  ["-1234.00", "-1,234.00"],
  ["12", "12"],
])("%s is written %s", (text, expected) => {
  expect(groupedDecimal(text)).toBe(expected);
});

test.each([
  [ratio("2001", "2"), "1,000.50 EUR"],
  [ratio("-1", "3"), "-0.33… EUR"],
  [ratio("0"), "0.00 EUR"],
  [ratio("1", "100"), "0.01 EUR"],
  [ratio("1", "300"), "0.0033… EUR"],
  [ratio("-1", "250"), "-0.004 EUR"],
  [ratio("1", "30000"), "0.000033… EUR"],
])("a line of %j stands as %s", (amount, expected) => {
  expect(lineAmount({ ...(lines[0] as (typeof lines)[number]), amount }, due)).toBe(expected);
});

test("lines of a limit in money that is proposed are money too", () => {
  const proposed = { ...due, kind: "ratchet", value: "1,750.12… EUR" } as unknown as Finding;
  const written = (amount: ReturnType<typeof ratio>, finding: Finding): string =>
    lineAmount({ ...(lines[0] as (typeof lines)[number]), amount }, finding);
  expect(written(ratio("1500"), proposed)).toBe("1,500.00 EUR");
  expect(written(ratio("2001", "8"), proposed)).toBe("250.12… EUR");
  expect(written(ratio("1500"), { ...proposed, value: "1,750 JPY" } as Finding)).toBe("1,500 JPY");
  expect(written(ratio("3", "2"), { ...proposed, value: "1.75 minutes" } as Finding)).toBe("1.5");
  const level = { ...due, kind: "tiers", value: "3 EUR" } as unknown as Finding;
  expect(written(ratio("3", "2"), level)).toBe("1.5");
});

test("money is added up exactly", () => {
  const of = (amount: string) => ({ amount, currency: "JPY" });
  expect(totalMoney([of("0.10"), of("0.20"), of("1000.00")])).toBe("1,000.30 JPY");
  expect(totalMoney([of("5"), of("995")])).toBe("1,000 JPY");
});

test("an amount of nothing is not found, earned back money is", () => {
  const bonus = { ...credit("A", 1, "0.00"), kind: "bonus" } as unknown as BonusFinding;
  expect(isFound(bonus)).toBe(false);
  const back = { ...credit("A", 1, null).details, earnedBack: { amount: "0.01", currency: "EUR" } };
  expect(isFound(credit("A", 1, "0.00", { details: back }))).toBe(true);
  expect(findingTitle(credit("A", 3, "7.00", { provisional: true }))).toBe("A, 2026-03: 7.00 EUR, so far");
});
