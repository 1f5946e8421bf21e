import type { Bundle, LimitResult, Verdict } from "@tenet-lang/evaluator";
import { describe, expect, test } from "vitest";
import { bundle, limit, quarter, result, share, verdict } from "../../../../test/cli/results.ts";
import { knownVerdicts } from "./known-verdicts.ts";
import { letterOf } from "./letter.ts";
import { letterMarkdown } from "./letter-markdown.ts";
import { letterText } from "./letter-text.ts";
import { palette } from "./palette.ts";

const view = {
  asOf: "2026-04-01 00:00 Europe/Amsterdam",
  pathOf: (file: string) => `contracts/${file}`,
  localOf: (instant: string) => `${instant.slice(0, 10)} there`,
};
const terminal = { palette: palette(false), width: 80 };

const partsOf = (one: Verdict, of = result()) => letterOf(of, one, bundle, view);
const textOf = (one: Verdict) => letterText(partsOf(one), { ...terminal, width: 200 });

test("a miss, as a letter", () => {
  const missed = quarter.verdicts.find((each) => each.verdict === "missed") ?? verdict();
  expect(letterText(partsOf(missed, quarter), terminal)).toMatchInlineSnapshot(`
    "Parcels arrive when promised  punctual
    ACME-NL, 2026-02 (2026-02-01 to 2026-02-28)
    Last-mile partner standards, courier_standards 2.1.0, as of 2026-04-01 00:00
    Europe/Amsterdam

    ✗ missed

    Why
      - Delivered on time is 93% (93 of 100 deliveries), at least 95% is asked for:
        2 deliveries short (95 of 100 would have met it)
      - 4 rows left out by the exclusion carrier strike

    What was promised
      - Delivered on time: at least 95%
        written in contracts/courier.tenet:41 as: requires on_time at least 95%
      - The reason that was agreed: Late parcels are the first cause of contact.

    What was measured
      - Delivered on time: 93% (93 of 100 deliveries)
        at least 95%: missed, 2 deliveries short (95 of 100 would have met it)

    Which rows count
      - 100 rows used, in 2 of which a value that matters is missing
      - 4 rows left out by the exclusion "National strike"

    What would change it
      - With 2 deliveries otherwise, "Delivered on time" would have been at least
        95%

    Bundle sha256:0000000000000000000000000000000000000000000000000000000000000000
    "
  `);
});

test("the same in Markdown, with nothing that a file could smuggle in", () => {
  const party = { kind: "partner", key: "@all <b>*x*</b>" } as const;
  const text = letterMarkdown(partsOf(verdict({ party })));
  expect(text).toContain("&#64;all &lt;b&gt;\\*x\\*&lt;/b&gt;, 2026-01 (2026-01-01 to 2026-01-31)");
  expect(text).toContain("\n### What was promised\n\n- Delivered on time: at least 95%\n  - written in ");
});

describe("what would change it", () => {
  const changes = (one: Verdict) =>
    partsOf(one).sections.find(({ title }) => title === "What would change it")?.items ?? [];
  const nearest = {
    direction: "margin",
    rows: 3,
    gap: null,
    text: "3 to spare",
    metric: "on_time",
    group: null,
  } as const;

  test.each<readonly [string, Verdict, string]>([
    [
      "met",
      verdict({ distance: nearest }),
      'With 4 deliveries otherwise, "Delivered on time" would be missed; it is the nearest to its limit',
    ],
    [
      "met in a group, by a gap",
      verdict({ distance: { ...nearest, rows: null, text: "0.1 to spare", group: "north" } }),
      '"Delivered on time" for north is the nearest to its limit: 0.1 to spare',
    ],
    [
      "not enough data",
      verdict({ verdict: "not_enough_data", limits: [] }),
      "It is judged from 30 deliveries on",
    ],
    ["pending", verdict({ verdict: "pending", provisional: "met" }), "It becomes final on 2026-02-01 there"],
    ["excused", verdict({ verdict: "excused" }), "It is judged once what excuses it is over"],
    [
      "missed without a value",
      verdict({ verdict: "missed", limits: [limit({ met: false, value: null, distance: null })] }),
      '"Delivered on time" has no value: rows that give it one are needed',
    ],
    [
      "missed by a gap",
      verdict({
        verdict: "missed",
        limits: [
          limit({ met: false, distance: { direction: "short", rows: null, gap: null, text: "2 points" } }),
        ],
      }),
      '"Delivered on time" would have to be at least 95%; it is 98%',
    ],
  ])("%s", (_, one, text) => {
    expect(changes(one).map((item) => item.text)).toEqual([text]);
  });

  test.each([
    ["at least", "short", "With 2 deliveries more, "],
    ["at most", "short", "With 2 deliveries fewer, "],
    ["between", "short", "With 2 deliveries otherwise, "],
    ["at least", "margin", "With 3 deliveries fewer, "],
    ["at most", "margin", "With 3 deliveries more, "],
  ] as const)("a number that is %s a bound, %s: %s", (comparison, direction, words) => {
    const distance = { direction, rows: 2, gap: null, text: "2" } as const;
    const counted = limit({ metric: "volume", comparison, met: direction === "margin", distance });
    const one =
      direction === "short"
        ? verdict({ verdict: "missed", limits: [counted] })
        : verdict({ limits: [counted], distance: { ...distance, metric: "volume", group: null } });
    expect(changes(one).map((item) => item.text.slice(0, words.length))).toEqual([words]);
  });

  test("a value against others says where it stands", () => {
    const distance = { direction: "short", rows: null, gap: null, text: "" } as const;
    const missed = (parts: Partial<LimitResult>) =>
      changes(verdict({ verdict: "missed", limits: [limit({ met: false, distance, ...parts })] }))[0]?.text;
    expect(missed({ rank: 12, peers: 12, comparison: "in best", limit: "25% of peers" })).toBe(
      '"Delivered on time" would have to be in best 25% of peers; it is 98%, which is rank 12 of 13',
    );
    expect(missed({ bound: share(99, 100, "99%"), peers: 6, limit: "peer average" })).toBe(
      '"Delivered on time" would have to be at least peer average; it is 98%, and the average is 99%',
    );
  });

  test("what cannot be told with confidence asks for more rows, however many are needed", () => {
    const unsure = limit({ met: null, confidence: { percent: "80%", wrongSide: true } });
    const [item] = changes(verdict({ verdict: "not_enough_data", limits: [unsure] }));
    expect(item?.text).toBe(
      "With more rows, or values nearer to each other, it can be told with 80% confidence",
    );
  });

  test("of what does not apply, nothing", () => {
    expect(changes(verdict({ verdict: "not_applicable" }))).toEqual([]);
  });

  test("excused and pending ones say what they would be", () => {
    const excused = changes(verdict({ verdict: "excused", provisional: "missed" }));
    expect(excused[0]?.details).toEqual(["without that, it would be missed"]);
    const pending = changes(verdict({ verdict: "pending", provisional: "missed", flags: ["provisional"] }));
    expect(pending[0]?.details).toEqual([
      "as the rows stand, it would be missed",
      "what is still open may end either way",
    ]);
  });

  test("one missed alternative after another", () => {
    const short = (rows: number) => ({ direction: "short", rows, gap: null, text: "" }) as const;
    const limits = [
      limit({ met: false, distance: short(2) }),
      limit({ met: false, distance: short(5), comparison: "at most", limit: "9%" }),
    ];
    const [item] = changes(verdict({ verdict: "missed", limits }));
    expect(item?.text).toBe("It would have been met with one of these:");
    expect(item?.details).toHaveLength(2);
  });
});

describe("what was promised", () => {
  test("too little data says where it stands", () => {
    const text = textOf(verdict({ verdict: "not_enough_data", limits: [] }));
    expect(text).toContain("Nothing of it was compared; it stands in contracts/courier.tenet:38.");
    expect(text).toContain(
      "written in contracts/courier.tenet:44 as: needs at least 30 deliveries otherwise",
    );
  });

  test("an amended limit names the amendment, its dates and its reason", () => {
    const text = textOf(verdict({ limits: [limit({ amendment: "acme_peak", limit: "90%" })] }));
    expect(text).toContain(
      'set by the amendment "acme peak" for 2026-01-01 to 2026-12-31, in contracts/courier.tenet:41',
    );
    expect(text).toContain("its reason: Peak season, agreed in September");
  });

  test("limits against others say what they were in the end", () => {
    const relative = limit({ bound: share(9, 10, "90%"), peers: 7, limit: "peer average" });
    expect(textOf(verdict({ limits: [relative] }))).toContain("the average of 7 peers is 90%");
    const ranked = limit({ rank: 2, peers: 1, comparison: "in best", limit: "25% of peers" });
    expect(textOf(verdict({ limits: [ranked] }))).toContain("compared with 1 peer, the rank is 2");
    const sure = limit({ confidence: { percent: "95%", wrongSide: false } });
    expect(textOf(verdict({ limits: [sure] }))).toContain("judged with 95% confidence");
  });

  test("what the brand owes is said so", () => {
    expect(textOf(verdict({ owes: "brand" }))).toContain("The brand owes it to the partner.");
    expect(textOf(verdict())).not.toContain("owes");
  });
});

test("groups that were missed stand first", () => {
  const groups = [
    limit({ group: "north", distance: null }),
    limit({ group: "south", met: false, distance: null, value: share(1, 2, "50%") }),
  ];
  const text = textOf(verdict({ verdict: "missed", limits: groups }));
  expect(text.indexOf("south: 50% (1 of 2 deliveries), missed")).toBeGreaterThan(0);
  expect(text.indexOf("south: 50% (1 of 2 deliveries), missed")).toBeLessThan(text.indexOf("north: 98% ("));
});

test("what limits say that did not decide is told as such", () => {
  expect(textOf(verdict({ verdict: "pending", provisional: "met" }))).toContain("at least 95%: so far met, ");
  expect(textOf(verdict({ verdict: "not_enough_data" }))).toContain("at least 95%: would be met, ");
  const tolerated = verdict({ limits: [limit({ toleratedBy: "late_vans", distance: null })] });
  expect(textOf(tolerated)).toContain('at least 95%: not reached, but tolerated by "late vans"');
});

test("what a verdict would be, was, and is flagged with stands beside it", () => {
  expect(textOf(verdict({ verdict: "pending", provisional: "missed", flags: ["provisional"] }))).toContain(
    "\n… pending (as it stands: missed; flagged provisional)\n",
  );
  expect(textOf(verdict({ earlier: "missed", flags: ["warning", "restated"] }))).toContain(
    "\n✓ met (before: missed; flagged warning and restated)\n",
  );
});

test("the verdicts that exist are offered where one does not", () => {
  expect(knownVerdicts(quarter, "punctual", terminal)).toBe(
    "parties: ACME-NL, FAST-BE\nperiods: 2026-03, 2026-02, 2026-01",
  );
});

describe("duties and attestations", () => {
  const origin = { file: "courier.tenet", line: 60, text: "duty figures by partner" };
  const duty: Bundle["duties"][number] = {
    name: "figures",
    label: "Monthly figures",
    party: "partner",
    delivers: "the figures of the month",
    recorded: { dataset: "sent_reports", where: null },
    due: { kind: "on", date: "2026-02-10" },
    when: null,
    missedCounts: null,
    origin,
  };
  const owed = { ...bundle, duties: [duty] };
  const about = (parts: Partial<Verdict>) => {
    const one = verdict({
      kind: "duty",
      standard: "figures",
      limits: [],
      metrics: [],
      due: "2026-02-10T23:00:00Z",
      rows: { used: 1, missing: 0, excluded: [] },
      origin: { file: "courier.tenet", line: 60 },
      ...parts,
    });
    const { sections } = letterOf(result(), one, owed, view);
    return sections.flatMap(({ title, items }) => items.map(({ text }) => `${title}: ${text}`));
  };

  test("a missed one says what would have met it", () => {
    expect(about({ verdict: "missed" })).toEqual([
      "What was promised: The figures of the month, due by 2026-02-10 there",
      "What was found: 1 record read",
      "What would change it: It would have been met with a record in sent reports by 2026-02-10 there",
    ]);
  });

  test("the end of a day is told by that day, and the sentences stand below the head", () => {
    const sentences = [
      { line: 61, text: 'delivers "the figures of the month"' },
      { line: 62, text: "due on 2026-02-10" },
    ];
    const told = { ...bundle, duties: [{ ...duty, origin: { ...origin, sentences } }] };
    const parts = { kind: "duty", standard: "figures", limits: [], metrics: [] } as const;
    const midnight = verdict({ ...parts, verdict: "missed", due: "2026-02-11T00:00:00Z", origin });
    const { sections } = letterOf(result(), midnight, told, view);
    expect(sections[0]?.items).toEqual([
      {
        text: "The figures of the month, due by the end of 2026-02-10",
        details: [
          "recorded in sent reports",
          "written in contracts/courier.tenet:60 as: duty figures by partner",
          "line 62: due on 2026-02-10",
        ],
      },
    ]);
  });

  test("a pending one says when it is judged", () => {
    expect(about({ verdict: "pending", provisional: "met" }).at(-1)).toBe(
      "What would change it: It is judged on 2026-02-10 there",
    );
  });

  test("an attestation can be given late", () => {
    expect(about({ kind: "attestation", verdict: "missed", due: null }).at(-1)).toBe(
      "What would change it: With a record in sent reports that is valid, it is met",
    );
  });

  test("one that is met, or does not apply, says no more", () => {
    expect(about({ verdict: "met" })).toHaveLength(2);
    expect(about({ verdict: "not_applicable" })).toHaveLength(1);
  });
});
