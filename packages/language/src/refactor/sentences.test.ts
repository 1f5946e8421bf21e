/** Rewrites of whole sentences: gates, opening days, what is assumed, lines. */
import { describe, expect, it } from "vitest";
import { refactored } from "../../../../test/refactor/offered.ts";

const HEAD = `agreement a "A"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Vienna"
`;
const CALLS = `
dataset calls from "c.csv" one row per no
  dated began
  field no text
  field began timestamp
  field wait duration in seconds

metric offered number of calls

metric quick percent of calls where wait at most 20 seconds out of calls
`;

/** What a title does to a text with a mark; the titles offered where it is none of them. */
function done(marked: string, title: string): unknown {
  const found = refactored({ "a.tenet": marked }, title);
  return "a.tenet" in found ? found["a.tenet"] : found;
}

describe("gates", () => {
  const standard = (gates: string): string =>
    `${HEAD}${CALLS}\nstandard s "S"\n${gates}\n  requires quick at least 5%\n  measured each calendar month\n  needs no minimum\n`;
  const title = "write `applies when` for each";

  it("stand in a sentence each", () => {
    const text = standard(
      "  applies when ^offered at least 3 and (quick more than 1% or quick is 0%) and not offered is 7",
    );
    expect(done(text, title)).toBe(
      standard(
        "  applies when offered at least 3\n  applies when quick more than 1% or quick is 0%\n  applies when not offered is 7",
      ),
    );
  });

  it("keep their lines and comments", () => {
    expect(
      done(
        standard("  applies when ^offered at least 3  # few are nothing\n    and quick more than 1%"),
        title,
      ),
    ).toBe(
      standard("  applies when offered at least 3  # few are nothing\n  applies when quick more than 1%"),
    );
  });

  it("of alternatives stay together", () => {
    expect(done(standard("  applies when ^offered at least 3 or quick more than 1%"), title)).not.toContain(
      title,
    );
    expect(done(standard("  warns when ^offered at least 3 and quick more than 1%"), title)).toEqual([
      "put each part on a line of its own",
    ]);
  });
});

describe("opening days", () => {
  const calendar = (days: string): string => `${HEAD}\ncalendar c\n${days}\n`;

  it("are opened each by itself", () => {
    expect(done(calendar("  open ^saturday to monday 08:00 to 12:30"), "open each day")).toBe(
      calendar("  open saturday 08:00 to 12:30\n  open sunday 08:00 to 12:30\n  open monday 08:00 to 12:30"),
    );
    expect(done(calendar("  open ^saturday 08:00 to 12:30"), "open each day")).toEqual([]);
  });

  it("are opened together where they follow on each other", () => {
    expect(
      done(
        calendar(
          "  open monday 08:00 to 12:00\n  open saturday to sunday 09:00 to 12:00\n  open ^tuesday to friday 08:00 to 12:00",
        ),
        "write",
      ),
    ).toBe(calendar("  open monday to friday 08:00 to 12:00\n  open saturday to sunday 09:00 to 12:00"));
    expect(done(calendar("  open ^monday 20:00 to 02:00\n  open sunday 20:00 to 02:00"), "write")).toBe(
      calendar("  open sunday to monday 20:00 to 02:00"),
    );
    expect(done(calendar("  open ^thursday to wednesday 08:00 to 12:00"), "write")).toEqual([
      "open each day by itself",
    ]);
  });

  it("with a gap, twice the same, or with a comment stay", () => {
    expect(done(calendar("  open ^monday 08:00 to 12:00\n  open wednesday 08:00 to 12:00"), "write")).toEqual(
      [],
    );
    expect(done(calendar("  open ^monday 08:00 to 12:00\n  open monday 08:00 to 12:00"), "write")).toEqual(
      [],
    );
    expect(
      done(calendar("  open ^monday 08:00 to 12:00\n  open tuesday 08:00 to 12:00  # new"), "write"),
    ).toEqual([]);
  });
});

describe("what is assumed", () => {
  it("is written below what is said", () => {
    expect(done(HEAD.replace("agreement", "^agreement"), "write out")).toBe(
      `${HEAD}  year starts on 1 january\n  rounding none\n`,
    );
    expect(done(`${HEAD}\n^calendar c\n  open monday 08:00 to 12:00  # short`, "write out")).toBe(
      `${HEAD}\ncalendar c\n  open monday 08:00 to 12:00  # short\n  time zone "Europe/Vienna"`,
    );
  });

  it("is nothing where all is said, and never that a standard of the brand applies to partners", () => {
    expect(
      done(
        `${HEAD.replace("agreement", "^agreement")}  year starts on 1 april\n  rounding none\n`,
        "write out",
      ),
    ).toEqual([]);
    const standard = `${HEAD}${CALLS}\n^standard s "S"\n  requires quick at least 5%\n  measured each calendar month\n  needs no minimum\n`;
    expect(done(standard, "write out")).toEqual(["move `s` to the new file `s.tenet`"]);
  });
});

describe("lines", () => {
  const metric = (text: string): string => `${HEAD}${CALLS}\nmetric m ${text}\n`;
  const apart = "put each part on a line of its own";
  const together = "write the sentence on one line";

  it("are broken before each part, and not inside parentheses", () => {
    expect(
      done(
        metric(
          "percent of calls ^where wait at least 1 second and (wait is 3 seconds or wait is 4 seconds) out of calls",
        ),
        apart,
      ),
    ).toBe(
      metric(
        "percent of calls where wait at least 1 second\n    and (wait is 3 seconds or wait is 4 seconds)\n    out of calls",
      ),
    );
  });

  it("are broken before each row", () => {
    const standard = (rows: string): string =>
      `${HEAD}\npartners from "p.csv" key pid\n  field pid text\n  field region one of north, south\n${CALLS.replace("  dated", "  partner pid\n  dated").replace("no text", "no text\n  field pid text")}\nstandard s "S"\n  requires quick ${rows}\n  measured each calendar month\n  needs no minimum\n`;
    expect(done(standard("^at least 5% where partner.region is north at least 4% otherwise"), apart)).toBe(
      standard("at least 5% where partner.region is north\n    at least 4% otherwise"),
    );
  });

  it("are joined, but for comments and tables", () => {
    expect(done(metric("percent of calls ^where wait at least 1 second\n\n    out of calls"), together)).toBe(
      metric("percent of calls where wait at least 1 second out of calls"),
    );
    expect(
      done(metric("percent of calls ^where wait at least 1 second # x\n    out of calls"), together),
    ).toEqual([]);
    const test = `${HEAD}${CALLS}\ntest t "T"\n  given ^calls for "brand" in 2026-01\n  | wait |\n  | 3 seconds |\n  expect offered for "brand" in 2026-01 is 1\n`;
    expect(done(test, together)).toEqual([]);
  });
});

it("nothing is offered in what was not understood", () => {
  expect(
    done(`${HEAD}${CALLS}\nmetric m number of calls where wait at most ^60 minutes and and\n`, "write"),
  ).toEqual([]);
  expect(done(`${HEAD}${CALLS}\n# ^60 minutes\n`, "write")).toEqual([]);
});
