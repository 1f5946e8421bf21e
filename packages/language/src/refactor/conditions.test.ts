/** Rewrites of conditions: the text afterwards, and where nothing is offered. */
import { describe, expect, it } from "vitest";
import { refactored, type Texts } from "../../../../test/refactor/offered.ts";

const HEAD = `agreement a "A"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Vienna"

`;
const DATA = `partners from "p.csv" key pid
  field pid text
  field region one of north, south

dataset calls from "c.csv" one row per no
  partner pid
  dated began
  field no text
  field pid text
  field began timestamp
  field wait duration in seconds optional
  field stars number from 1 to 5 optional
  field state one of open, closed, lost optional
  field urgent yes_no

`;
const BASE = HEAD + DATA;

/** The condition on the rows of `calls` after what the title names was done; else the titles of other rewrites. */
function condition(marked: string, title: string): string | readonly string[] {
  const metric = (text: string): string => `${BASE}metric m number of calls where ${text}\n`;
  const found = refactored({ "a.tenet": metric(marked) }, title);
  // Lines may always be broken otherwise; that is tested by itself.
  if (Array.isArray(found)) return found.filter((one) => !/ line( of its own)?$/.test(one));
  const text = (found as Texts)["a.tenet"] ?? "";
  return text.startsWith(metric("").trimEnd()) ? text.slice(metric("").trimEnd().length).trim() : text;
}

describe("lists", () => {
  it("join comparisons of one left side", () => {
    expect(condition("state is ^open or state is closed", "write one list")).toBe(
      "state is one of open, closed",
    );
    expect(condition("state is open or stars is 1 ^or state is one of closed, lost", "write one list")).toBe(
      "state is one of open, closed, lost or stars is 1",
    );
    expect(condition("not (state ^is open or (state is closed))", "write one list")).toBe(
      "not state is one of open, closed",
    );
    expect(condition("stars is 1 or stars is 2 or state is open or state ^is lost", "write one list")).toBe(
      "stars is 1 or stars is 2 or state is one of open, lost",
    );
  });

  it("are written out, in parentheses where `and` or `not` stands beside them", () => {
    const title = "write `or` instead of the list of `state`";
    expect(condition("state is one ^of open, lost", title)).toBe("state is open or state is lost");
    expect(condition("stars is 1 or state is ^one of open, lost", title)).toBe(
      "stars is 1 or state is open or state is lost",
    );
    expect(condition("not state is ^one of open, lost", title)).toBe("not (state is open or state is lost)");
    expect(condition("stars is 1 and state is ^one of open, lost", title)).toBe(
      "stars is 1 and (state is open or state is lost)",
    );
    expect(condition("stars is 1 and (state is ^one of open, lost)", title)).toBe(
      "stars is 1 and (state is open or state is lost)",
    );
    expect(condition("has calls with same pid where state is ^one of open, lost", title)).toBe(
      "has calls with same pid where (state is open or state is lost)",
    );
    expect(condition("state is ^one of open", "write `is`")).toBe("state is open");
  });

  it("are of nothing that is yes or no, of one thing only, and of `or`", () => {
    expect(condition("urgent is ^yes or urgent is no", "write one list")).not.toContain(
      "write one list of what `urgent` may be",
    );
    expect(condition("state is ^open or stars is 1", "write one list")).toEqual([]);
    expect(condition("state is ^open and state is lost", "write one list")).toEqual([]);
    expect(condition("state is not ^open or state is not lost", "write one list")).toEqual([
      "say `not` once, of all parts",
    ]);
  });

  it("leave comments alone", () => {
    expect(condition("state ^is open # new\n    or state is lost", "write one list")).toEqual([]);
  });
});

describe("ranges", () => {
  it("join two bounds, whichever comes first", () => {
    expect(condition("stars at ^least 2 and stars at most 4", "write one range")).toBe("stars from 2 to 4");
    expect(condition("stars at ^most 4 and urgent is yes and stars at least 2", "write one range")).toBe(
      "stars from 2 to 4 and urgent is yes",
    );
    expect(
      condition("date of began at ^least 2026-02-01 and date of began at most 2026-03-31", "write one range"),
    ).toBe("date of began from 2026-02-01 to 2026-03-31");
  });

  it("are written as two bounds, in parentheses beside `or`", () => {
    expect(condition("stars from ^2 to 4", "write the two bounds")).toBe(
      "stars at least 2 and stars at most 4",
    );
    expect(condition("urgent is yes or stars from ^2 to 4", "write the two bounds")).toBe(
      "urgent is yes or (stars at least 2 and stars at most 4)",
    );
    expect(condition("urgent is yes and stars from ^2 to 4", "write the two bounds")).toBe(
      "urgent is yes and stars at least 2 and stars at most 4",
    );
  });

  it("are not turned round, not of open bounds, not of two things", () => {
    expect(condition("stars at ^least 4 and stars at most 2", "write one range")).toEqual([]);
    expect(condition("stars more ^than 2 and stars at most 4", "write one range")).toEqual([]);
    expect(condition("stars at ^least 2 and wait at most 4 seconds", "write one range")).toEqual([]);
  });
});

describe("`not`", () => {
  it("becomes the opposite comparison", () => {
    expect(condition("^not stars at least 3", "write `less than`")).toBe("stars less than 3");
    expect(condition("^not (stars fewer than 3)", "write `at least`")).toBe("stars at least 3");
    expect(condition("^not state is given", "write `is not given`")).toBe("state is not given");
    expect(condition("^not not state is open", "take out both")).toBe("state is open");
  });

  it("is said of each part, and of all", () => {
    expect(condition("^not (state is open and stars at most 2)", "say `not` of each")).toBe(
      "state is not open or stars more than 2",
    );
    expect(condition("urgent is yes and ^not (state is open and stars at most 2)", "say `not` of each")).toBe(
      "urgent is yes and (state is not open or stars more than 2)",
    );
    expect(
      condition(
        "^not (state is one of open, lost or not stars is 1 or (stars is 2 and urgent is no))",
        "say `not` of each",
      ),
    ).toBe("not state is one of open, lost and stars is 1 and not (stars is 2 and urgent is no)");
    expect(condition("state is not ^open or not state is one of lost, closed", "say `not` once")).toBe(
      "not (state is open and state is one of lost, closed)",
    );
    expect(condition("urgent is yes and (state is not ^open or stars is not 1)", "say `not` once")).toBe(
      "urgent is yes and not (state is open and stars is 1)",
    );
    expect(
      condition("has calls with same pid where (state is not ^open or stars is not 1)", "say `not` once"),
    ).toBe("has calls with same pid where (not (state is open and stars is 1))");
  });

  it("stays with what has no opposite words", () => {
    expect(condition('^not no contains "x"', "write")).toEqual([]);
    expect(condition("^not stars from 1 to 2", "write `")).toEqual([]);
    expect(condition("^not has calls with same pid", "say")).toEqual([]);
  });

  it("of a count takes the word for counts", () => {
    const standard = (gate: string): Texts => ({
      "a.tenet": `${BASE}metric m number of calls\n\nstandard s "S"\n  applies when ${gate}\n  requires m at least 1\n  measured each calendar month\n  needs no minimum\n`,
    });
    expect(refactored(standard("^not m at least 3"), "write")).toEqual(standard("m fewer than 3"));
  });
});

describe("lengths", () => {
  it("are written in the next unit", () => {
    expect(condition("wait at most ^60 minutes", "write `60 minutes` as `1 hour`")).toBe(
      "wait at most 1 hour",
    );
    expect(condition("wait at most ^90 minutes", "write `90 minutes` as `1.5 hours`")).toBe(
      "wait at most 1.5 hours",
    );
    expect(condition("wait at most ^1.5 hours", "write `1.5 hours` as `90 minutes`")).toBe(
      "wait at most 90 minutes",
    );
    expect(condition("wait at most ^1 week", "write `1 week` as `7 days`")).toBe("wait at most 7 days");
    expect(condition("wait at most ^48 hours", "write `48 hours` as `2 days`")).toBe("wait at most 2 days");
  });

  it("of a look-up stay the same kind of time", () => {
    const lookUp = (length: string): string => `has calls with same pid in the ${length} after began`;
    expect(condition(lookUp("^24 hours"), "write `24 hours`")).toBe(lookUp("1440 minutes"));
    expect(condition(lookUp("^14 days"), "write `14 days`")).toBe(lookUp("2 weeks"));
    expect(condition(lookUp("^1 day"), "write")).toEqual([]);
    expect(condition(lookUp("^4 weeks"), "write `4 weeks` as")).toBe(lookUp("28 days"));
    expect(condition(lookUp("^2 years"), "write `2 years` as")).toBe(lookUp("8 quarters"));
    expect(condition(lookUp("^90 minutes"), "write `90 minutes` as `1")).toEqual([
      "write `90 minutes` as `5400 seconds`",
    ]);
  });

  it("of a limit stay as they are written", () => {
    const text = `${BASE}metric m average of wait in calls\n\nstandard s "S"\n  requires m at most ^60 minutes\n  measured each calendar month\n  needs no minimum\n`;
    expect(refactored({ "a.tenet": text }, "write")).toEqual([]);
  });
});

describe("parentheses", () => {
  it("go where they mean nothing", () => {
    const title = "take out parentheses";
    expect(condition("((state is ^open) and (not (urgent is no)))", title)).toBe(
      "state is open and not urgent is no",
    );
    expect(condition("urgent is ^yes and ((state is open or state is lost))", title)).toBe(
      "urgent is yes and (state is open or state is lost)",
    );
    expect(condition("has calls ^with same pid where (state is open)", title)).toBe(
      "has calls with same pid where state is open",
    );
  });

  it("stay where they part something", () => {
    expect(condition("urgent is ^yes and (state is open or state is lost)", "take")).toEqual([]);
    expect(condition("has calls ^with same pid where (not state is open)", "take")).toEqual([]);
    expect(condition("urgent is ^yes and (urgent is yes and state is open)", "take")).toEqual([]);
  });
});

describe("the conditions of rows", () => {
  const standard = (rows: string): Texts => ({
    "a.tenet": `${BASE}metric m number of calls\n\nstandard s "S"\n  requires m\n${rows}\n  measured each calendar month\n  needs no minimum\n`,
  });
  const title = "write one list";

  it("may be written otherwise", () => {
    expect(
      refactored(
        standard(
          "    at least 9 where partner.region is ^north or partner.region is south\n    at least 7 otherwise",
        ),
        title,
      ),
    ).toEqual(
      standard("    at least 9 where partner.region is one of north, south\n    at least 7 otherwise"),
    );
  });

  it("stay where dates tell rows of one condition apart", () => {
    const row = "where partner.region is ^north or partner.region is south";
    expect(
      refactored(
        standard(
          `    at least 9 ${row}\n    at least 8 ${row.replace("^", "")} from 2026-06-01\n    at least 7 otherwise`,
        ),
        title,
      ),
    ).toEqual(["put each part on a line of its own", "write the sentence on one line"]);
  });
});
