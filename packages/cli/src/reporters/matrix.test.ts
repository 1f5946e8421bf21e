/** What the tables of verdicts leave to their layout: order of columns, lists, joint tables, and words for what is owed. */
import type { Period, Verdict } from "@tenet-lang/evaluator";
import { expect, test } from "vitest";
import { limit, period, result, verdict } from "../../../../test/cli/results.ts";
import { palette } from "./palette.ts";
import { verdictsMarkdown } from "./verdicts-markdown.ts";
import { verdictsText } from "./verdicts-text.ts";

const asOf = "2026-08-05 00:00 Europe/Amsterdam";

function text(verdicts: readonly Verdict[], width = 80): string {
  return verdictsText(result({ verdicts }), { palette: palette(false), width, asOf });
}

function markdown(verdicts: readonly Verdict[]): string {
  return verdictsMarkdown(result({ verdicts }), asOf);
}

function days(label: string, firstDay: string, lastDay: string): Period {
  return { label, firstDay, lastDay, start: `${firstDay}T00:00:00Z`, end: `${lastDay}T24:00:00Z` };
}

const partner = (key: string) => ({ kind: "partner", key }) as const;
const brand = { kind: "brand", key: "brand" } as const;

const origin = (line: number) => ({ file: "courier.tenet", line });

function attested(name: string, line: number, more: Partial<Verdict> = {}): Verdict {
  return verdict({
    kind: "attestation",
    standard: name,
    label: `We have ${name}`,
    limits: [],
    period: days("2026-08-05", "2026-01-01", "2026-08-04"),
    origin: origin(line),
    ...more,
  });
}

function duty(more: Partial<Verdict> = {}): Verdict {
  return verdict({
    kind: "duty",
    standard: "report",
    label: "A report",
    limits: [],
    origin: origin(70),
    ...more,
  });
}

const notDue = {
  verdict: "pending",
  provisional: "missed",
  owed: true,
} as const;

test("misses stand as their windows ended", () => {
  const missed = { verdict: "missed", limits: [limit({ met: false })], reasons: ["Late"] } as const;
  const march = verdict({ ...missed, period: days("2026-03-01", "2026-02-04", "2026-02-28") });
  const april = verdict({ ...missed, period: days("2026-04-01", "2026-02-01", "2026-03-31") });
  const places = [...text([april, march]).matchAll(/✗ ACME-NL, (\S+)/g)].map(([, day]) => day);
  expect(places).toEqual(["2026-03-01", "2026-04-01"]);
});

test.each([
  [
    "an amendment",
    { limits: [limit({ amendment: "acme_peak" })] },
    "98% §",
    "§ the limit is that of the amendment acme peak",
  ],
  [
    "an exclusion",
    { rows: { used: 96, missing: 0, excluded: [{ by: "carrier_strike", rows: 4 }] } },
    "98% ¶",
    "¶ rows are left out by the exclusion carrier strike",
  ],
  ["a ramp-up", { flags: ["ramp_up"] }, "98% °", "° in a ramp-up: not everything follows from it"],
  [
    "an alternative that was met instead",
    { limits: [limit({ met: false }), limit({ metric: "late_vans", met: true })] },
    "98% ‖",
    "‖ met by the alternative late vans",
  ],
] as const)("a verdict that %s touched is marked, in a table and in a list", (_, parts, cell, note) => {
  const touched = verdict(parts);
  expect(text([touched])).toContain(`ACME-NL  ✓ met ${cell}\n  ${note}\n`);
  expect(markdown([touched])).toContain(`| ACME-NL | ✓ met ${cell} |\n\n_${note}_`);
  const other = verdict({ party: partner("SWIFT"), period: days("2026-06-02", "2026-06-02", "2027-06-01") });
  expect(text([touched, other])).toContain(`✓ met ${cell}\n`);
  expect(text([touched, other])).toContain(`  ${note}\n`);
  const mark = note.slice(0, 1);
  expect(text([verdict()])).not.toContain(mark);
  const unmet = {
    ...parts,
    verdict: "not_applicable",
    limits: [],
    rows: { used: 0, missing: 0, excluded: [] },
  };
  expect(text([verdict(unmet as Partial<Verdict>)])).not.toContain(mark);
});

test("columns follow the day of assessment, however far a window reaches back", () => {
  const march = verdict({ period: days("2026-03-01", "2026-02-04", "2026-02-28") });
  const april = verdict({ period: days("2026-04-01", "2026-02-01", "2026-03-31") });
  expect(text([april, march])).toMatch(/2026-03-01 {2}2026-04-01\n/);
  expect(markdown([april, march])).toContain("|  | 2026-03-01 | 2026-04-01 |");
});

test("sections stand in the order of the text", () => {
  const named = (standard: string, line: number) =>
    verdict({ standard, label: `${standard}!`, origin: origin(line), verdict: "missed", limits: [] });
  const found = [named("a", 50), named("b", 9), named("c", 10)];
  const order = (report: string) => [...report.matchAll(/^(?:### | {2})?([abc])!/gm)].map(([, name]) => name);
  expect(order(text(found))).toEqual(["b", "c", "a", "b", "c", "a"]);
  expect(order(markdown(found))).toEqual(["b", "c", "a"]);
});

test("where every partner has periods of its own, a list takes the place of the matrix", () => {
  const year = (key: string, month: number) =>
    verdict({
      party: partner(key),
      period: days(`2026-0${month}-02`, `2026-0${month}-02`, `2027-0${month}-01`),
      verdict: "pending",
      provisional: "met",
    });
  const years = [year("A", 3), year("B", 2), year("C", 4)];
  expect(text(years)).toContain(`
  A  2026-03-02 to 2027-03-01  … so far met 98%
  B  2026-02-02 to 2027-02-01  … so far met 98%
  C  2026-04-02 to 2027-04-01  … so far met 98%
`);
  expect(markdown(years)).toContain("| A | 2026-03-02 to 2027-03-01 | … so far met 98% |");
  const more = [...years, ...[5, 6, 7].map((month) => year("A", month))];
  expect(text(more)).toContain("and 1 earlier period\n");
  expect(text(more)).not.toContain("2026-03-02 to 2027-03-01  … so far");
});

test("a miss by a duty is marked, and the mark explained", () => {
  const missed = verdict({ verdict: "missed", missedBy: "report", limits: [limit()] });
  const note = "† the duty report was missed, which counts as missed here";
  expect(text([missed])).toContain(`ACME-NL  ✗ missed 98% †\n  ${note}\n`);
  expect(markdown([missed])).toContain(`| ACME-NL | ✗ missed 98% † |\n\n_${note}_`);
  const both = verdict({ verdict: "missed", missedBy: "report", limits: [limit({ met: false })] });
  expect(text([both])).not.toContain("†");
});

test("a tolerated miss is marked, and the mark explained", () => {
  const met = verdict({ limits: [limit({ toleratedBy: "late_vans" })] });
  const note = "‡ a missed limit that late vans tolerates";
  expect(text([met])).toContain(`ACME-NL  ✓ met 98% ‡\n  ${note}\n`);
  expect(text([verdict({ limits: [limit()] })])).not.toContain("‡");
});

test("attestations of partners are one table", () => {
  const found = ["A", "B"].flatMap((key) => [
    attested("goals", 20, { party: partner(key) }),
    attested("code", 30, { party: partner(key), verdict: key === "A" ? "missed" : "met" }),
  ]);
  expect(text(found)).toContain(`Attestations  on 2026-08-05
     We have goals  We have code
  A  ✓ met          ✗ missed
  B  ✓ met          ✓ met
`);
  expect(markdown(found)).toContain(`### Attestations on 2026-08-05

|  | We have goals | We have code |
| --- | --- | --- |
| A | ✓ met | ✗ missed |
`);
});

test("a table that is too wide goes by names, then by symbols", () => {
  const names = ["goals", "code", "systems", "training", "recovery", "handover", "measures"];
  const parties = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];
  const found = names.flatMap((name, line) =>
    parties.map((key) => attested(name, line, { party: partner(key) })),
  );
  expect(text(found, 100)).toMatch(/^ {2}We have goals {5}✓ met {2}✓ met/m);
  expect(text(found, 80)).toMatch(/^ {5}goals {2}code {3}systems {2}training/m);
  const narrow = text(found, 60);
  expect(narrow).toMatch(/^ {2}We have goals {5}✓ {2}✓/m);
  expect(narrow).toContain("✓  ✓\n  ✓ met\n");
  expect(text(found, 40)).toMatch(/^ {2}goals {5}✓ {2}✓/m);
  const narrowest = text(found, 30);
  expect(narrowest).toMatch(/^ {5}goals {2}code {2}systems\n/m);
  const table = narrowest.slice(narrowest.indexOf("goals"), narrowest.indexOf("Data")).split("\n");
  expect(Math.max(...table.map((line) => line.length))).toBeLessThanOrEqual(30);
});

test("in Markdown many labels stand at the front of rows", () => {
  const names = ["goals", "code", "systems", "training"];
  const found = names.flatMap((name, line) =>
    ["A", "B"].map((key) => attested(name, line, { party: partner(key) })),
  );
  expect(markdown(found)).toContain("|  | A | B |\n| --- | --- | --- |\n| We have goals | ✓ met | ✓ met |\n");
});

test("duties of the brand are one table, with their periods across", () => {
  const found = [
    duty({ party: brand }),
    duty({ party: brand, period: period("2026-02"), ...notDue }),
    duty({ party: brand, standard: "letter", label: "A letter", origin: origin(80) }),
  ];
  expect(text(found)).toContain(`Duties of the brand
            2026-01  2026-02
  A report  ✓ met    … not due yet
  A letter  ✓ met
`);
});

test("duties that are due once are one table; one that comes again has its own", () => {
  const once = (standard: string) =>
    duty({ standard, label: standard, period: days("2026-06-30", "2026-01-01", "2026-06-30") });
  const again = ["2026-01", "2026-02"].map((label) => duty({ period: period(label) }));
  const report = text([once("list"), once("plan"), ...again]);
  expect(report).toContain("Duties that are due once\n           list   plan\n  ACME-NL  ✓ met  ✓ met\n");
  expect(report).toContain("A report  report\n");
});

test.each([
  [notDue, "… not due yet"],
  [{ ...notDue, provisional: "met" }, "… delivered"],
  [{ ...notDue, owed: false }, "… may be owed"],
] as const)("a duty that is still open is not said to be missed: %j", (found, words) => {
  expect(text([duty(found)])).toContain(`ACME-NL  ${words}\n`);
});

test("a miss of an attestation or duty says its day, and where it is written", () => {
  const missed = [
    attested("code", 30, { verdict: "missed" }),
    duty({ verdict: "missed", period: days("2026-06-30", "2026-01-01", "2026-06-30") }),
    duty({ verdict: "missed", period: period("2026-02") }),
  ];
  expect(text(missed)).toContain("✗ ACME-NL, on 2026-08-05  courier.tenet:30\n");
  expect(text(missed)).toContain("✗ ACME-NL, by 2026-06-30  courier.tenet:70\n");
  expect(text(missed)).toContain("✗ ACME-NL, 2026-02  courier.tenet:70\n");
  expect(markdown(missed)).toContain("ACME-NL, on 2026-08-05: missed");
});
