import { describe, expect, test } from "vitest";
import type { CalendarUnit } from "../bundle/plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { Seasons } from "../time/windows.ts";
import { givenFrom } from "./governing.ts";
import { day } from "./made-reading.ts";

type Season = readonly [from: string, until: string, version: Bundle | null];

/** A version with a credit by some periods, or with none. */
function version(span: CalendarUnit | null, party = "partner"): Bundle {
  const credits = span === null ? [] : [{ kind: "credit", name: "c", party, span }];
  return { credits, bonuses: [{ kind: "bonus", name: "c", party: "partner", span: "month" }] } as never;
}

/** The days of one of several versions; on those that no season holds, none is in force. */
function seasons(own: Bundle, all: readonly Season[]): Seasons {
  const bundleOn = (at: number): Bundle | null =>
    all.find(([from, until]) => at >= day(from) && at <= day(until))?.[2] ?? null;
  const isInForce = (at: number): boolean => bundleOn(at) === own;
  return { isInForce, bundleOn, isCovered: () => true, governs: () => true };
}

/** The day from which a version gives a span, as text. */
function given(own: Bundle, span: CalendarUnit, start: string, end: string, all: readonly Season[]): unknown {
  const plan = { kind: "credit", name: "c", party: "partner", span } as const;
  const from = givenFrom({ start: day(start), end: day(end) }, plan, seasons(own, all));
  return from === null ? null : new Date(from * 86_400_000).toISOString().slice(0, 10);
}

const [none, weeks, months, quarters] = [
  version(null),
  version("week"),
  version("month"),
  version("quarter"),
];

test("a version alone gives all spans from their first days", () => {
  const alone: Seasons = { isInForce: () => false, isCovered: () => false, governs: () => false };
  const plan = { kind: "credit", name: "c", party: "partner", span: "month" } as const;
  expect(givenFrom({ start: 1, end: 32 }, plan, alone)).toBe(1);
});

describe("of versions with the same periods", () => {
  const early = version("month");
  const late = version("month");
  /** Nobody holds January. */
  const all: readonly Season[] = [
    ["2026-02-01", "2026-02-28", early],
    ["2026-03-01", "2027-12-31", late],
  ];

  test.each([
    ["2026-03-01", "2026-04-01", null, "2026-03-01"],
    ["2026-02-28", "2026-04-01", "2026-02-28", null],
    ["2026-01-15", "2026-02-02", "2026-01-15", null],
    ["2026-01-15", "2026-02-01", null, null],
  ] as const)(
    "that of the first day that has one gives the whole: %s to before %s",
    (start, end, first, second) => {
      expect(given(early, "month", start, end, all)).toBe(first);
      expect(given(late, "month", start, end, all)).toBe(second);
    },
  );
});

describe("where periods change", () => {
  test("to longer ones, the rest of the span is the later version's", () => {
    const all: readonly Season[] = [
      ["2026-01-01", "2026-03-15", weeks],
      ["2026-03-16", "2026-12-31", months],
    ];
    expect(given(months, "month", "2026-03-01", "2026-04-01", all)).toBe("2026-03-16");
    expect(given(months, "month", "2026-04-01", "2026-05-01", all)).toBe("2026-04-01");
    expect(given(months, "month", "2026-02-01", "2026-03-01", all)).toBeNull();
    expect(given(weeks, "week", "2026-03-09", "2026-03-16", all)).toBe("2026-03-09");
    expect(given(weeks, "week", "2026-03-16", "2026-03-23", all)).toBeNull();
  });

  test("to shorter ones, the longer period goes on beside the rest of the shorter", () => {
    const all: readonly Season[] = [
      ["2026-01-01", "2026-03-17", months],
      ["2026-03-18", "2026-12-31", weeks],
    ];
    expect(given(months, "month", "2026-03-01", "2026-04-01", all)).toBe("2026-03-01");
    expect(given(weeks, "week", "2026-03-16", "2026-03-23", all)).toBe("2026-03-18");
    expect(given(weeks, "week", "2026-03-23", "2026-03-30", all)).toBe("2026-03-23");
  });

  test("twice within a quarter, each version has the rest of its own spans", () => {
    const all: readonly Season[] = [
      ["2026-01-01", "2026-03-10", weeks],
      ["2026-03-11", "2026-03-20", months],
      ["2026-03-21", "2026-12-31", quarters],
    ];
    expect(given(months, "month", "2026-03-01", "2026-04-01", all)).toBe("2026-03-11");
    expect(given(quarters, "quarter", "2026-01-01", "2026-04-01", all)).toBe("2026-03-21");
    expect(given(quarters, "quarter", "2026-04-01", "2026-07-01", all)).toBe("2026-04-01");
  });

  test("and back within one span, the first version by it gives it once", () => {
    const again = version("month");
    const all: readonly Season[] = [
      ["2026-01-01", "2026-03-04", weeks],
      ["2026-03-05", "2026-03-10", months],
      ["2026-03-11", "2026-03-20", weeks],
      ["2026-03-21", "2026-12-31", again],
    ];
    expect(given(months, "month", "2026-03-01", "2026-04-01", all)).toBe("2026-03-05");
    expect(given(again, "month", "2026-03-01", "2026-04-01", all)).toBeNull();
    expect(given(again, "month", "2026-04-01", "2026-05-01", all)).toBe("2026-04-01");
  });

  test("after days of no version, which are then nobody's", () => {
    const all: readonly Season[] = [
      ["2026-01-01", "2026-03-04", weeks],
      ["2026-03-09", "2026-12-31", months],
    ];
    expect(given(months, "month", "2026-03-01", "2026-04-01", all)).toBe("2026-03-09");
  });
});

test.each([
  ["has none, though it has a bonus of that name", none],
  ["has one for another party", version("month", "brand")],
])("a version that %s leaves a span to the one after it", (_, before) => {
  const all: readonly Season[] = [
    ["2026-01-01", "2026-03-15", before],
    ["2026-03-16", "2026-12-31", months],
  ];
  expect(given(months, "month", "2026-03-01", "2026-04-01", all)).toBe("2026-03-16");
});
