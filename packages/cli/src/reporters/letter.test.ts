import { expect, test } from "vitest";
import { bundle, limit, quarter, result, verdict } from "../../../../test/cli/results.ts";
import { knownVerdicts, letter } from "./letter.ts";
import { palette } from "./palette.ts";

const pathOf = (file: string) => `contracts/${file}`;
const view = { palette: palette(false), width: 80, pathOf, asOf: "2026-04-01 00:00 Europe/Amsterdam" };
const wide = { ...view, width: 200 };

test("a miss, as a letter", () => {
  const missed = quarter.verdicts.find((each) => each.verdict === "missed") ?? verdict();
  expect(letter(quarter, missed, bundle, view)).toMatchInlineSnapshot(`
    "Parcels arrive when promised  punctual
    ACME-NL, 2026-02 (2026-02-01 to 2026-02-28)
    Last-mile partner standards, courier_standards 2.1.0, as of 2026-04-01 00:00 Europe/Amsterdam

    ✗ missed

    Why
      - Delivered on time is 93% (93 of 100 deliveries), at least 95% is asked for:
        2 deliveries short (95 of 100 would have met it)
      - 4 rows left out by the exclusion carrier strike

    What was promised
      contracts/courier.tenet:41: requires on_time at least 95%
      Because: Late parcels are the first cause of contact.

    What was measured
      Delivered on time (on_time): 93% (93 of 100)
        at least 95%: missed, 2 deliveries short (95 of 100 would have met it)

    Which rows count
      100 rows used, 2 of them with a missing value that mattered.
      4 rows excluded by carrier_strike (National strike).

    What would change it
      on_time at least 95% would be met with 2 rows changed.

    Bundle sha256:0000000000000000000000000000000000000000000000000000000000000000
    "
  `);
});

test("a verdict that was met says how near it came", () => {
  const distance = {
    direction: "margin",
    rows: 3,
    gap: null,
    text: "3 more",
    metric: "on_time",
    group: null,
  } as const;
  expect(letter(result(), verdict({ distance }), bundle, wide)).toContain(
    "on_time is the nearest to its limit: with 4 more rows failing, it would be missed.",
  );
});

test("too little data says how much is needed, and where that is written", () => {
  const few = verdict({
    verdict: "not_enough_data",
    limits: [],
    rows: { used: 12, missing: 0, excluded: [] },
  });
  const text = letter(result(), few, bundle, wide);
  expect(text).toContain("It needs at least 30 deliveries: needs at least 30 deliveries otherwise");
  expect(text).toContain("See contracts/courier.tenet:38.");
});

test("an amended limit names the amendment and its reason", () => {
  const amended = verdict({ limits: [limit({ amendment: "acme_peak", limit: "90%" })] });
  expect(letter(result(), amended, bundle, wide)).toContain(
    "Set by amendment acme_peak: Peak season, agreed in September.",
  );
});

test("what a verdict would be is said beside one that is not final", () => {
  const pending = verdict({ verdict: "pending", provisional: "missed" });
  const text = letter(result(), pending, bundle, wide);
  expect(text).toContain("… pending (as it stands, the limits alone say: missed)");
});

test("the verdicts that exist are offered where one does not", () => {
  expect(knownVerdicts(quarter, "punctual", view)).toBe(
    "parties: ACME-NL, FAST-BE\nperiods: 2026-03, 2026-02, 2026-01",
  );
});
