import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noParts } from "../../../../test/support/no-parts.ts";
import { mutableSample, sampleBundle } from "../../../../test/support/sample-bundle.ts";
import { judge, open } from "../all/all.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { JudgeOptions } from "../options.ts";

const AS_OF = "2026-12-01T00:00:00Z";

/** The sample with calendar months instead of the newest rows, and without a minimum. */
function monthlyBundle(): Bundle {
  const monthly = mutableSample();
  const [standard] = monthly.standards;
  standard.measured = [{ window: { kind: "calendar", span: "month" }, when: null, metrics: [] }];
  standard.assessed = null;
  standard.needs = null;
  return { ...monthly, standards: [standard], ...noParts };
}

/** Few values, so that keys, partners and dates meet; some are wrong. */
const call = fc.record(
  {
    call_id: fc.constantFrom("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"),
    partner_id: fc.constantFrom("P1", "P2", "P3", null),
    started_at: fc.constantFrom(
      "2026-01-05T10:00",
      "2026-02-10T23:59:59",
      "2026-03-29T02:30",
      "2027-01-01T00:00",
    ),
    year: fc.constantFrom(2026, "2026"),
    month: fc.constantFrom(1, 2),
    day: fc.constantFrom(1, 28, 30),
    wait: fc.constantFrom(0, 12.5, 90, "61"),
    outcome: fc.constantFrom("A", "A", "A", "?"),
    cost: fc.constantFrom(1, "2.50", 0.001),
    q1: fc.constantFrom(1, 2.25),
    q2: fc.constantFrom(3, "4"),
    extra: fc.constantFrom("x", 1),
  },
  {
    noNullPrototype: false,
    requiredKeys: ["call_id", "started_at", "year", "month", "day", "wait", "q1", "q2"],
  },
);
const opinion = fc.record({
  call_id: fc.constantFrom("c1", "c2", "c3", "c9"),
  stars: fc.constantFrom(1, 5, 9, 10),
});
const partner = fc.record({
  partner_id: fc.constantFrom("P1", "P2"),
  kind: fc.constant("CC"),
  since: fc.constantFrom("2025-01-01", "2026-02-15"),
  fee: fc.constant(100),
  premium: fc.constantFrom(true, "no"),
});

const added = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant("calls"), call) },
  { weight: 3, arbitrary: fc.tuple(fc.constant("feedback"), opinion) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("partners"), partner) },
);

const options = fc.record(
  {
    tolerateBadRows: fc.constantFrom(0, 3, 1000),
    maxErrors: fc.constantFrom(1, 100),
    partner: fc.constantFrom("P1", "P9"),
  },
  { requiredKeys: [] },
);

/** All that a result says, as text. */
function judged(bundle: Bundle, rows: readonly (readonly [string, object])[], given: JudgeOptions): string {
  const of = (dataset: string): object[] => rows.flatMap(([name, row]) => (name === dataset ? [row] : []));
  const sources = { partners: of("partners"), calls: of("calls"), feedback: of("feedback") };
  return JSON.stringify(judge(bundle, sources, given));
}

describe("an open run", () => {
  it("says after every row what judging all rows so far says", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(sampleBundle(), monthlyBundle()),
        fc.array(added, { maxLength: 40 }),
        options,
        fc.integer({ min: 1, max: 7 }),
        (bundle, rows, extra, step) => {
          const given = { asOf: AS_OF, ...extra };
          const run = open(bundle, given);
          for (const [at, [dataset, row]] of rows.entries()) {
            run.add(dataset, row);
            if (at % step !== 0) continue;
            expect(JSON.stringify(run.verdicts())).toBe(judged(bundle, rows.slice(0, at + 1), given));
          }
          expect(JSON.stringify(run.verdicts())).toBe(judged(bundle, rows, given));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("judges more rows than are gathered at a time", () => {
    const monthly = monthlyBundle();
    const rows = Array.from({ length: 5000 }, (_, at): readonly [string, object] => [
      "calls",
      {
        call_id: `c${at}`,
        partner_id: "P1",
        started_at: "2026-01-05T10:00",
        year: 2026,
        month: 1,
        day: 5,
        wait: at % 100,
        outcome: "A",
        cost: 1,
        q1: 1,
        q2: 2,
      },
    ]);
    const all = [
      ["partners", { partner_id: "P1", kind: "CC", since: "2025-01-01", fee: 100, premium: true }] as const,
      ...rows,
    ];
    const run = open(monthly, { asOf: AS_OF });
    for (const [dataset, row] of all.slice(0, 3000)) run.add(dataset, row);
    expect(run.verdicts().verdicts[0]?.rows.used).toBe(2999);
    for (const [dataset, row] of all.slice(3000)) run.add(dataset, row);
    const whole = run.verdicts();
    expect(whole.verdicts[0]?.rows.used).toBe(5000);
    expect(JSON.stringify(whole)).toBe(judged(monthly, all, { asOf: AS_OF }));
  });

  it("gives results that later rows do not change", () => {
    const monthly = monthlyBundle();
    const row = {
      call_id: "c1",
      partner_id: "P1",
      started_at: "2026-01-05T10:00",
      year: 2026,
      month: 1,
      day: 5,
      wait: 7,
      outcome: "A",
      cost: 1,
      q1: 1,
      q2: 2,
    };
    const partners = [
      ["partners", { partner_id: "P1", kind: "CC", since: "2025-01-01", fee: 100, premium: true }] as const,
    ];
    const run = open(monthly, { asOf: AS_OF });
    for (const [dataset, each] of partners) run.add(dataset, each);
    run.add("calls", row);
    const before = run.verdicts();
    // The program may go on using its object, and the verdicts above are made only now.
    run.add("calls", Object.assign(row, { call_id: "c2", wait: 900 }));
    expect(run.verdicts().verdicts[0]?.rows.used).toBe(2);
    const expected = judged(monthly, [...partners, ["calls", { ...row, call_id: "c1", wait: 7 }]], {
      asOf: AS_OF,
    });
    expect(JSON.stringify(before)).toBe(expected);
  });

  it("names a dataset that the agreement does not have", () => {
    const run = open(sampleBundle(), { asOf: AS_OF });
    run.add("cals", {});
    const { problems, verdicts } = run.verdicts();
    expect(problems.map(({ code }) => code)).toEqual(["TEN4005"]);
    expect(verdicts).toEqual([]);
  });

  it("takes what is no row as judging does", () => {
    const rows = [["calls", 5 as unknown as object] as const];
    const run = open(sampleBundle(), { asOf: AS_OF });
    for (const [dataset, row] of rows) run.add(dataset, row);
    expect(JSON.stringify(run.verdicts())).toBe(judged(sampleBundle(), rows, { asOf: AS_OF }));
  });

  it("says why nothing can be judged each time it is asked", () => {
    const run = open(sampleBundle(), { asOf: "yesterday" });
    expect(run.verdicts().problems.map(({ code }) => code)).toEqual(["TEN4001"]);
    expect(run.verdicts().problems.map(({ code }) => code)).toEqual(["TEN4001"]);
  });
});
