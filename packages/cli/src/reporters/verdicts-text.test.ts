import { expect, test } from "vitest";
import {
  limit,
  missedLimit,
  period,
  quarter,
  result,
  share,
  summary,
  unreadable,
  verdict,
} from "../../../../test/cli/results.ts";
import { palette } from "./palette.ts";
import { verdictsText } from "./verdicts-text.ts";

const asOf = "2026-04-01 00:00 Europe/Amsterdam";
const plain = (width = 80) => ({ palette: palette(false), width, asOf });

test("the scorecard of a quarter, as a manager reads it", () => {
  expect(verdictsText(quarter, plain())).toMatchInlineSnapshot(`
    "Last-mile partner standards  courier_standards 2.1.0
    As of 2026-04-01 00:00 Europe/Amsterdam

    ✗ 1 missed   ✓ 2 met   · 1 not enough data   … 1 pending   – 1 not applicable

    Parcels arrive when promised  punctual
      on_time at least 95%
               2026-01              2026-02           2026-03
      ACME-NL  ✓ met 98%            ✗ missed 93% ¶    · not enough data
      FAST-BE  ✓ met 96% (warning)  – not applicable  … so far met 100%
      ¶ rows are left out by the exclusion carrier strike

    What was missed

      Parcels arrive when promised
      ✗ ACME-NL, 2026-02  courier.tenet:41
        - Delivered on time is 93% (93 of 100 deliveries), at least 95% is asked
          for: 2 deliveries short (95 of 100 would have met it)
        - 4 rows left out by the exclusion carrier strike

    Flags
      Parcels arrive when promised
        warning: FAST-BE 2026-01

    Not judged
      Parcels arrive when promised
        - ACME-NL 2026-03, not enough data: Too few to judge: 12 deliveries, and at
          least 30 are needed
        - FAST-BE 2026-03, pending: Rows may still arrive for this period; data was
          read up to 2026-04-01T00:00:00Z

    Data
      deliveries  deliveries.csv  1,204 rows  = 1,200 used + 4 superseded
      partners    partners.csv        2 rows  = 2 used
      ! partners: columns not read: Remarks
    "
  `);
});

test("data that could not be read gives no verdicts, but every error with file, row and column", () => {
  expect(verdictsText(unreadable, plain())).toMatchInlineSnapshot(`
    "Last-mile partner standards  courier_standards 2.1.0
    As of 2026-04-01 00:00 Europe/Amsterdam

    Nothing was judged
      TEN4900: 2 rows of deliveries could not be read

    deliveries: 2 errors in deliveries.csv
      deliveries.csv: the file ends inside a quoted cell (TEN4001)
      deliveries.csv:3: column Delivered At: \`31/02/2026\` is not a timestamp
      (TEN4004)

    Data
      deliveries  deliveries.csv  3 rows  = 1 used + 2 set aside
      ! deliveries: 2 rows with bad values set aside
    "
  `);
});

const year = Array.from({ length: 12 }, (_, month) => period(`2026-${String(month + 1).padStart(2, "0")}`));
const partners = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ kind: "partner", key: `P${index + 1}` }) as const);

test("a year of few partners is turned to fit", () => {
  const verdicts = partners(2).flatMap((party) => year.map((period) => verdict({ party, period })));
  const text = verdictsText(result({ verdicts }), plain());
  expect(text).toContain("P1         P2\n  2026-01  ✓ met 98%  ✓ met 98%");
});

test("a year of many partners stands in blocks, with the words in a key", () => {
  const verdicts = partners(12).flatMap((party) =>
    year.map((period) =>
      verdict({ party, period, verdict: party.key === "P3" ? "missed" : "met", flags: ["warning"] }),
    ),
  );
  const text = verdictsText(result({ verdicts }), plain());
  expect(text).toContain("✗ missed, ✓ met, ! warning");
  expect(text).toMatch(/^ {7}2026-01 {2}2026-02/m);
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("blocks are about equally wide", () => {
  const months = year.slice(0, 9);
  const verdicts = partners(12).flatMap((party) => months.map((period) => verdict({ party, period })));
  const text = verdictsText(result({ verdicts }), plain());
  expect(text).toMatch(/2026-01 {2}2026-02 {2}2026-03 {2}2026-04 {2}2026-05\n/);
  expect(text).toMatch(/2026-06 {2}2026-07 {2}2026-08 {2}2026-09\n/);
});

test("a party to which a standard never applies is named instead of shown", () => {
  const none = partners(12).map((party) => verdict({ party, verdict: "not_applicable", limits: [] }));
  const text = verdictsText(result({ verdicts: [verdict(), ...none] }), plain());
  expect(text).toContain(
    "ACME-NL  ✓ met 98%\n  not applicable to P1, P2, P3, P4, P5, P6, P7, P8 and 4 more\n",
  );
  expect(text).not.toMatch(/P1 +–/);
  const all = verdictsText(result({ verdicts: none.slice(0, 1) }), plain());
  expect(all).toContain("P1  – not applicable");
});

test("what is not judged for the same reason is told together", () => {
  const few = (key: string, label: string) =>
    verdict({
      party: { kind: "partner", key },
      period: period(label),
      verdict: "not_enough_data",
      limits: [],
      reasons: ["Too few to judge: 3 deliveries, and at least 30 are needed"],
    });
  const verdicts = [few("A", "2026-01"), few("A", "2026-02"), few("B", "2026-01")];
  const text = verdictsText(result({ verdicts }), plain(160));
  expect(text).toContain(
    "- A 2026-01, 2026-02; B 2026-01, not enough data: Too few to judge: 3 deliveries, and at least 30 are needed\n",
  );
});

test("a wide terminal holds the words of the same year", () => {
  const verdicts = partners(12).flatMap((party) => year.map((period) => verdict({ party, period })));
  const text = verdictsText(result({ verdicts }), plain(160));
  expect(text).toMatch(/P12( {2}✓ met 98%){12}\n/);
});

test("of very many partners, those that missed are kept and the others counted", () => {
  const verdicts = partners(100).map((party) =>
    party.key === "P77" ? verdict({ party, verdict: "missed", limits: [missedLimit] }) : verdict({ party }),
  );
  const text = verdictsText(result({ verdicts }), plain());
  expect(text).toContain("P77  ✗ missed 93%");
  expect(text).toContain("and 76 more parties, none with a miss");
});

test("of very many periods, the newest are kept and the others counted", () => {
  const days = Array.from({ length: 40 }, (_, day) => {
    const start = new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
    return verdict({ period: { ...period("2026-01"), label: start.slice(0, 10), start } });
  });
  const text = verdictsText(result({ verdicts: days }), plain());
  expect(text).toContain("2026-02-09");
  expect(text).not.toContain("2026-01-28");
  expect(text).toContain("and 28 earlier periods");
});

test("many misses are cut and counted", () => {
  const verdicts = partners(40).map((party) => verdict({ party, verdict: "missed", limits: [missedLimit] }));
  expect(verdictsText(result({ verdicts }), plain())).toContain(
    "and 25 more misses; --format json has all of them",
  );
});

test("limits that differ between parties are not stated as one", () => {
  const verdicts = [
    verdict(),
    verdict({ party: { kind: "partner", key: "B" }, limits: [limit({ limit: "90%" })] }),
  ];
  expect(verdictsText(result({ verdicts }), plain())).toContain(
    "the limits differ between parties or periods",
  );
});

test("a limit for each group says so, and is no other limit where no group was large enough", () => {
  const each = { file: "a.tenet", line: 7, text: "requires csat at least 4 for each region where size is 1" };
  const grouped = [
    limit(),
    limit({ metric: "csat", limit: "4", group: "north", requirement: 1, origin: each }),
  ];
  const verdicts = [
    verdict({ limits: grouped }),
    verdict({ party: { kind: "partner", key: "B" }, limits: [limit()] }),
  ];
  const text = verdictsText(result({ verdicts }), plain());
  expect(text).toContain("on_time at least 95%; csat at least 4 for each region\n");
});

test("alternatives of one sentence are joined by or", () => {
  const verdicts = [
    verdict({ limits: [limit(), limit({ metric: "late", comparison: "fewer than", limit: "3" })] }),
  ];
  expect(verdictsText(result({ verdicts }), plain())).toContain("on_time at least 95% or late fewer than 3");
});

test("rows that were set aside on request are counted and listed", () => {
  const text = verdictsText({ ...unreadable, problems: [], verdicts: [verdict()] }, plain());
  expect(text).toContain("deliveries.csv:3: column Delivered At");
  expect(text).toContain("! deliveries: 2 rows with bad values set aside");
});

test("many fates of rows are wrapped like all else", () => {
  const data = [summary({ setAside: 12_345, duplicates: 23_456, superseded: 34_567, nobodys: 45_678 })];
  const text = verdictsText(result({ data }), plain());
  const lines = text.slice(text.indexOf("\nData\n")).split("\n");
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(text).toContain("23,456 duplicates");
  expect(text).toContain("45,678 nobody's");
});

test("rows of nobody are counted and named, without pretending to name all", () => {
  const unknown = Array.from({ length: 20 }, (_, index) => `X${index + 1}`);
  const data = [summary({ nobodys: 50, used: 1150, unknownPartners: unknown })];
  const text = verdictsText(result({ data }), plain(200));
  expect(text).toContain(
    "50 rows of nobody that the agreement knows: X1, X2, X3, X4, X5, X6, X7, X8 and 12 more",
  );
});

test("whoever is named by rows set aside alone is said to have no verdict", () => {
  const lost = summary({ used: 1198, setAside: 2, unknownPartners: ["NEWCO", "P9"] });
  expect(verdictsText(result({ data: [lost] }), plain(200))).toContain(
    "2 rows with bad values set aside; no verdict for NEWCO and P9, whom no judged row names",
  );
  const both = { ...lost, nobodys: 3, used: 1195 };
  expect(verdictsText(result({ data: [both] }), plain(200))).toContain(
    "3 rows of nobody that the agreement knows\n",
  );
});

test("where partners are declared, rows set aside take no verdict away", () => {
  const data = [
    summary({ used: 1195, setAside: 2, nobodys: 3, unknownPartners: ["P9"] }),
    summary({ dataset: "partners" }),
  ];
  const text = verdictsText(result({ data }), plain(200));
  expect(text).toContain("2 rows with bad values set aside\n");
  expect(text).toContain("3 rows of nobody that the agreement knows: P9\n");
});

test("no text of the data reaches the terminal as it is", () => {
  const party = { kind: "partner", key: "\u001b]0;owned\u0007\u202e::error::" } as const;
  const hostile = verdict({
    party,
    verdict: "missed",
    limits: [{ ...missedLimit, group: "\u001b[2J", value: share(1, 2, "\u009b31m") }],
    reasons: ["\u001b[31mred\n::error::line"],
  });
  const data = [summary({ source: "\u001b[1mx.csv", ignoredColumns: ["a\rb"] })];
  const text = verdictsText(result({ verdicts: [hostile], data }), plain());
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\u202e/u);
  expect(text).not.toMatch(/^\s*::/m);
});

test("colour adds to the words and replaces none", () => {
  const coloured = verdictsText(quarter, { ...plain(), palette: palette(true) });
  expect(coloured).toContain("\u001b[31m");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is an escape sequence
  expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(verdictsText(quarter, plain()));
});

test("a result without verdicts says why", () => {
  expect(verdictsText(result({ verdicts: [] }), plain())).toContain(
    "No verdicts: no party has a period that starts before this instant.",
  );
});
