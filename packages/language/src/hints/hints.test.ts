import { describe, expect, test } from "vitest";
import { loadAgreement } from "../workspace/load.ts";
import { hintsIn } from "./hints.ts";

const top = `agreement care "Care"
  version 1.0.0
  effective from 2026-04-01 until 2026-09-30
  time zone "Europe/Paris"

dataset calls from "calls.csv" one row per call_id
  dated called_at
  field call_id text
  field called_at timestamp
  field waited duration in seconds
  field outcome one of solved, lost

metric lost number of calls where outcome is lost
metric lines number of different call_id in calls
metric often rate of calls where outcome is lost per 1000 calls
`;

/** The text with its hints in \`‹›\`, below the declarations above. */
function shown(text: string, today = "2026-04-15", above = top): string {
  const whole = `${above}\n${text}`;
  const loaded = loadAgreement("care.tenet", (path) => (path === "care.tenet" ? whole : null));
  const from = above.length + 1;
  const hints = hintsIn(loaded, loaded.root, { start: from, end: whole.length }, today);
  let written = "";
  let at = from;
  for (const { offset, label } of hints) {
    written += `${whole.slice(at, offset)}‹${label}›`;
    at = offset;
  }
  return written + whole.slice(at);
}

describe("units", () => {
  test("stand behind the names of metrics", () => {
    const share = "metric solved percent of calls where outcome is solved out of calls";
    expect(shown(share)).toBe(share.replace("solved", "solved‹: percentage›"));
    expect(shown("metric wait average of waited in calls")).toBe(
      "metric wait‹: seconds› average of waited in calls",
    );
    expect(shown("metric last latest outcome in calls")).toBe(
      "metric last‹: one of a list› latest outcome in calls",
    );
    expect(shown("metric broken average of nothing in calls")).toBe(
      "metric broken average of nothing in calls",
    );
  });

  test("stand behind limits that are bare numbers", () => {
    const standard = 'standard s "S"\n  requires ';
    expect(shown(`${standard}lost fewer than 3`)).toBe(`${standard}lost fewer than 3‹ calls›`);
    expect(shown(`${standard}lost from 1 to 3`)).toBe(`${standard}lost from 1‹ calls› to 3‹ calls›`);
    expect(shown(`${standard}lines at least 5`)).toBe(`${standard}lines at least 5‹ × call_id›`);
    expect(shown(`${standard}often at most 4`)).toBe(`${standard}often at most 4‹ per 1000 calls›`);
  });
});

describe("dates", () => {
  const measured = (span: string): string => `standard s "S"\n  measured each calendar ${span}`;

  test("say the span that today is in, while the agreement holds", () => {
    expect(shown(measured("month"))).toContain("month‹ now 2026-04›");
    expect(shown(measured("half year"))).toContain("half year‹ now 2026-H1›");
    // 15 April 2026 is a Wednesday of the sixteenth ISO week.
    expect(shown(measured("week"))).toContain("week‹ now 2026-W16›");
    expect(shown(measured("month"), "2026-10-01")).not.toContain("‹");
  });

  test("follow the agreement's own year", () => {
    const moved = top.replace("  time zone", "  year starts on 1 april\n  time zone");
    expect(shown(measured("quarter"), "2026-04-15", moved)).toContain("‹ now 2026-Q1›");
  });

  const assessed = (when: string): string => `standard s "S"\n  assessed ${when}`;

  test("say the next assessment", () => {
    expect(shown(assessed("at the end of each calendar month"))).toContain("‹ next 2026-05-01›");
    expect(shown(assessed("at the end of each calendar month"), "2026-05-01")).toContain(
      "‹ next 2026-05-01›",
    );
    expect(shown(assessed("on day 20 of each calendar month"))).toContain("‹ next 2026-04-20›");
    expect(shown(assessed("on day 5 of each calendar month"))).toContain("‹ next 2026-05-05›");
    expect(shown(assessed("on day 31 of each calendar month"))).toContain("‹ next 2026-04-30›");
    expect(shown(assessed("on business day 3 of each calendar month"))).not.toContain("‹");
  });

  test("keep to the agreement's dates", () => {
    // Assessed the day after its last day, and never later.
    expect(shown(assessed("at the end of each calendar quarter"), "2026-09-02")).toContain(
      "‹ next 2026-10-01›",
    );
    expect(shown(assessed("at the end of each calendar quarter"), "2026-10-02")).not.toContain("‹");
    expect(shown(assessed("on day 5 of each calendar month"), "2026-02-01")).toContain("‹ next 2026-04-05›");
  });

  const due = (when: string): string => `duty d by partner\n  due ${when}`;

  test("say what is due next", () => {
    // The first span that begins in the agreement is April: its report is due by the tenth of May.
    expect(shown(due("within 10 days after each calendar month"))).toContain("‹ next 2026-05-10›");
    expect(shown(due("within 10 days after each calendar month"), "2026-05-11")).toContain(
      "‹ next 2026-06-10›",
    );
    expect(shown(due("on day 8 after each calendar quarter"))).toContain("‹ next 2026-07-08›");
    expect(shown(due("within 2 months after each calendar quarter"))).toContain("‹ next 2026-08-31›");
    expect(shown(due("within 40 days after each calendar month"), "2026-06-05")).toContain(
      "‹ next 2026-06-09›",
    );
    expect(shown(due("within 3 business days after each calendar month"))).not.toContain("‹");
  });
});

describe("what is in force", () => {
  const limit = (rows: string): string => `standard s "S"\n  requires waited\n    ${rows}`;

  test("is one of the rows of a condition, by its date", () => {
    const text = limit(
      "at most 5 seconds\n    at most 4 seconds from 2026-04-01\n    at most 3 seconds from 2026-07-01",
    );
    expect(shown(text)).toBe(
      limit(
        "at most 5 seconds‹ no longer in force›\n    at most 4 seconds from 2026-04-01‹ in force›\n    at most 3 seconds from 2026-07-01‹ not yet in force›",
      ),
    );
    expect(shown(text, "2026-07-01")).toContain("from 2026-07-01‹ in force›");
  });

  test("is told for each condition by itself", () => {
    const text = limit(
      "at most 5 seconds where partner.size is small\n    at most 4 seconds where partner.size is large from 2026-04-02",
    );
    expect(shown(text)).toContain("small‹ in force›");
    expect(shown(text)).toContain("from 2026-04-02‹ in force›");
  });

  test("is not said where nothing changes by date", () => {
    expect(
      shown(limit("at most 5 seconds where partner.size is small\n    at most 4 seconds")),
    ).not.toContain("‹");
  });

  test("is said of partners with a limit of their own", () => {
    const amendment = (partner: string, limit: string): string =>
      `\namendment a${partner} to s for partner "${partner}"\n  effective from 2026-04-10 until 2026-04-20\n  changes limit of lost to ${limit}\n`;
    const standard = 'standard s "S"\n  requires lost fewer than 3\n';
    const one = standard + amendment("P", "fewer than 5");
    expect(shown(one)).toContain("fewer than 3‹ calls›‹ P: fewer than 5›");
    expect(shown(one, "2026-04-21")).toContain("fewer than 3‹ calls›\n");
    const many = standard + ["P", "Q", "R"].map((partner) => amendment(partner, "fewer than 6")).join("");
    expect(shown(many)).toContain("‹ other limits for 3 partners›");
  });

  test("is said of amendments", () => {
    const amendment = 'amendment a to s for partner "P"\n  effective from 2026-04-10 until 2026-04-20';
    expect(shown(amendment)).toContain("‹ in force›");
    expect(shown(amendment, "2026-04-20")).toContain("‹ in force›");
    expect(shown(amendment, "2026-04-21")).toContain("‹ over›");
    expect(shown(amendment, "2026-04-09")).toContain("‹ not yet in force›");
  });
});

test("every hint is explained in a sentence, and a text without an agreement has no dates", () => {
  const text = 'standard s "S"\n  measured each calendar month\n  requires lost at most 3';
  expect(shown(text, "2026-04-15", top.slice(top.indexOf("dataset")))).toContain("calendar month\n");
  const loaded = loadAgreement("care.tenet", () => `${top}\n${text}`);
  const hints = hintsIn(loaded, loaded.root, { start: 0, end: 10_000 }, "2026-04-15");
  expect(hints).toHaveLength(5);
  for (const { says } of hints) expect(says).toMatch(/^[A-Z].*\.$/);
});
