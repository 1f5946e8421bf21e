import type { JudgedVerdict, Scorecard } from "@tenet-lang/language-server/requests";
import { describe, expect, it } from "vitest";
import { type Choice, nothingChosen, periodsOf, rowsOf, totalsOf } from "./matrix.ts";

function verdict(party: string, standard: string, month: string, kind: string): JudgedVerdict {
  return {
    standard,
    party,
    period: month,
    firstDay: `${month}-01`,
    lastDay: `${month}-28`,
    verdict: kind,
    soFar: null,
    hasWarning: false,
    value: null,
    limit: null,
    distance: null,
    reasons: [],
    location: null,
  };
}

const card: Scorecard = {
  title: "Parcels",
  version: "1.0.0",
  asOf: "2026-04-01T00:00:00Z",
  day: "2026-04-01",
  obstacles: [],
  standards: [
    { name: "prompt", label: "Prompt" },
    { name: "kind", label: "Kind" },
  ],
  parties: ["ACME", "BLUE", "COLD"],
  verdicts: [
    verdict("ACME", "prompt", "2026-02", "met"),
    verdict("ACME", "prompt", "2026-01", "missed"),
    verdict("ACME", "prompt", "2026-03", "pending"),
    verdict("BLUE", "prompt", "2026-01", "missed"),
    verdict("BLUE", "prompt", "2026-02", "missed"),
    verdict("COLD", "prompt", "2026-02", "missed"),
    verdict("COLD", "kind", "2026-02", "met"),
  ],
};

function shown(choice: Partial<Choice>): readonly string[] {
  return rowsOf(card, { ...nothingChosen, ...choice }).map(({ party, cells }) =>
    [party, ...cells.map(({ shown: one }) => (one === null ? "-" : `${one.period} ${one.verdict}`))].join(
      " | ",
    ),
  );
}

describe("what is shown of a partner and a standard", () => {
  it("is the newest verdict that is settled", () => {
    expect(shown({})).toEqual([
      "ACME | 2026-02 met | -",
      "BLUE | 2026-02 missed | -",
      "COLD | 2026-02 missed | 2026-02 met",
    ]);
  });

  it("is of the newest period that the data reaches, where nobody was judged since", () => {
    const verdicts = [
      verdict("ACME", "prompt", "2026-01", "met"),
      verdict("ACME", "prompt", "2026-02", "not_enough_data"),
      verdict("ACME", "prompt", "2026-03", "not_enough_data"),
      verdict("BLUE", "prompt", "2026-02", "missed"),
      verdict("BLUE", "prompt", "2026-03", "not_enough_data"),
      verdict("COLD", "prompt", "2026-03", "not_enough_data"),
      verdict("COLD", "kind", "2026-03", "excused"),
    ];
    expect(
      rowsOf({ ...card, verdicts }, nothingChosen).map(({ cells }) =>
        cells.map((cell) => cell.shown?.period),
      ),
    ).toEqual([
      ["2026-02", undefined],
      ["2026-02", undefined],
      // Without anything that far, what there is.
      ["2026-03", "2026-03"],
    ]);
  });

  it("is that of the period which was chosen, and nothing where there is none", () => {
    expect(shown({ period: "2026-01" })).toEqual([
      "ACME | 2026-01 missed | -",
      "BLUE | 2026-01 missed | -",
      "COLD | - | -",
    ]);
  });

  it("keeps all periods in their order, with their places in the scorecard", () => {
    const [acme] = rowsOf(card, nothingChosen);
    expect(acme?.cells[0]?.verdicts.map(({ period, index }) => [period, index])).toEqual([
      ["2026-01", 1],
      ["2026-02", 0],
      ["2026-03", 2],
    ]);
  });
});

describe("rows", () => {
  it("are sorted by standard: worst first, and of two the one that missed more often", () => {
    const order = (choice: Partial<Choice>): string =>
      shown(choice)
        .map((row) => row.slice(0, 4))
        .join(" ");
    expect(order({ sortedBy: "prompt" })).toBe("BLUE COLD ACME");
    expect(order({ sortedBy: "prompt", descending: true })).toBe("ACME COLD BLUE");
    expect(order({ descending: true })).toBe("COLD BLUE ACME");
    // Who has no verdict comes last.
    expect(order({ sortedBy: "kind" })).toBe("COLD ACME BLUE");
  });

  it("are found by a part of the partner's key, and by what is shown", () => {
    expect(shown({ search: " l" }).map((row) => row.slice(0, 4))).toEqual(["BLUE", "COLD"]);
    expect(shown({ verdict: "met" }).map((row) => row.slice(0, 4))).toEqual(["ACME", "COLD"]);
  });
});

it("counts what is shown", () => {
  expect([...totalsOf(rowsOf(card, nothingChosen))]).toEqual([
    ["met", 2],
    ["missed", 2],
  ]);
});

it("lists periods with the newest first", () => {
  expect(periodsOf(card)).toEqual(["2026-03", "2026-02", "2026-01"]);
});
