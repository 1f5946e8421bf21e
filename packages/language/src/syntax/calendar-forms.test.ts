/** Hours and closed days as people say them, and what they become in the calendar that they stand in. */
import { describe, expect, test } from "vitest";
import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import { sourceFile } from "../source/source-file.ts";
import { parse } from "./parse.ts";

const HEAD = "calendar office";

function diagnosticsOf(text: string): readonly Diagnostic[] {
  return parse(sourceFile("a.tenet", text)).diagnostics;
}

function applied(text: string, fix: Fix | undefined): string {
  const edits = [...(fix?.edits ?? [])].sort((left, right) => right.span.start - left.span.start);
  return edits.reduce((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), text);
}

/** Of the one mistake in a calendar of these lines: the wrong words, and the lines after each of its fixes. */
function told(...lines: readonly string[]): {
  readonly place: string;
  readonly message: string;
  readonly fixes: readonly (readonly string[])[];
  readonly areGuesses: boolean;
} {
  const text = [HEAD, ...lines.map((line) => `  ${line}`), ""].join("\n");
  const [found, ...others] = diagnosticsOf(text);
  expect(others.map(({ message }) => message)).toEqual([]);
  const { span, message, fixes = [] } = found as Diagnostic;
  const after = fixes.map((fix) => applied(text, fix));
  for (const each of after) expect(diagnosticsOf(each)).toEqual([]);
  return {
    place: text.slice(span.start, span.end),
    message,
    fixes: after.map((each) =>
      each
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => line.replace(/^ {2}/, "")),
    ),
    areGuesses: fixes.every(({ isGuess }) => isGuess === true),
  };
}

describe("hours that can mean one thing", () => {
  test.each([
    ["open 24/7", "24/7", "open monday to sunday 00:00 to 24:00"],
    ["open 24 / 7", "24 / 7", "open monday to sunday 00:00 to 24:00"],
    ["24/7", "24/7", "open monday to sunday 00:00 to 24:00"],
    ["open always", "always", "open monday to sunday 00:00 to 24:00"],
    ["open monday to friday 24 hours a day", "24 hours a day", "open monday to friday 00:00 to 24:00"],
    ["open weekends 10:00 to 16:00", "weekends", "open saturday to sunday 10:00 to 16:00"],
    ["open monday 9am to noon", "9am to noon", "open monday 09:00 to 12:00"],
    ["open monday 5pm to midnight", "5pm to midnight", "open monday 17:00 to 24:00"],
    ["open monday midnight to 06:00", "midnight", "open monday 00:00 to 06:00"],
    ["open monday 09h00 to 17h30", "09h00 to 17h30", "open monday 09:00 to 17:30"],
    [
      "open monday, tuesday, wednesday 09:00 to 17:00",
      "monday, tuesday,",
      "open monday to wednesday 09:00 to 17:00",
    ],
    ["Monday to Friday 09:00 to 17:00", "Monday to Friday", "open monday to friday 09:00 to 17:00"],
    [
      "open from 09:00 to 17:00 monday to friday",
      "from 09:00 to 17:00 monday to friday",
      "open monday to friday 09:00 to 17:00",
    ],
  ])("%s", (said, place, sentence) => {
    expect(told(said)).toMatchObject({ place, fixes: [[sentence]], areGuesses: false });
  });
});

describe("several stretches are several sentences", () => {
  test.each([
    ["open monday and friday 09:00 to 17:00", ["open monday 09:00 to 17:00", "open friday 09:00 to 17:00"]],
    ["open Tue, Thu 9am - 5pm", ["open tuesday 09:00 to 17:00", "open thursday 09:00 to 17:00"]],
    [
      "open weekdays 09:00 to 12:00 and 13:00 to 17:00",
      ["open monday to friday 09:00 to 12:00", "open monday to friday 13:00 to 17:00"],
    ],
  ])("%s", (said, sentences) => {
    expect(told(said)).toMatchObject({ place: said, fixes: [sentences], areGuesses: false });
  });
});

describe("whether the end lies in the afternoon only the author knows", () => {
  test.each([
    ["open monday to friday 9 to 5", "9 to 5", "monday to friday"],
    ["open Mon-Fri 9-5", "Mon-Fri 9-5", "monday to friday"],
    ["open monday 9:00 to 5", "9:00 to 5", "monday"],
  ])("%s", (said, place, days) => {
    expect(told(said)).toMatchObject({
      place,
      fixes: [[`open ${days} 09:00 to 17:00`], [`open ${days} 09:00 to 05:00`]],
      areGuesses: true,
    });
  });

  test("a night that is written out is a night", () => {
    expect(diagnosticsOf(`${HEAD}\n  open monday 22:00 to 06:00\n`)).toEqual([]);
    expect(told("open monday 10pm to 6am")).toMatchObject({
      fixes: [["open monday 22:00 to 06:00"]],
      areGuesses: false,
    });
  });
});

test("hours without days are left to their author", () => {
  const [found] = diagnosticsOf(`${HEAD}\n  open 09:00 to 17:00\n`);
  expect([found?.code, found?.fixes]).toEqual(["TEN1010", []]);
});

describe("days of the week that are closed", () => {
  const WEEK = "open monday to friday 09:00 to 17:00";

  test.each([
    ["closed on sunday", "on sunday"],
    ["closed Sundays", "Sundays"],
    ["closed at weekends", "at weekends"],
    ["closed on saturdays and sundays", "on saturdays and sundays"],
    ["closes every sunday", "every sunday"],
  ])("%s says nothing where they are not opened", (said, place) => {
    expect(told(WEEK, said)).toEqual({
      place,
      message:
        "a day of the week is closed where no `open` sentence opens it: `closed on` takes a date such as `2026-12-25`",
      fixes: [[WEEK]],
      areGuesses: false,
    });
  });

  test("where they are opened, the opening may be cut", () => {
    expect(told("open monday to sunday 09:00 to 17:00", "closed on sunday")).toMatchObject({
      fixes: [["open monday to saturday 09:00 to 17:00"]],
      areGuesses: true,
    });
    expect(told("closed wednesday", "open monday to sunday 09:00 to 17:00")).toMatchObject({
      fixes: [["open monday to tuesday 09:00 to 17:00", "open thursday to sunday 09:00 to 17:00"]],
      areGuesses: true,
    });
  });

  test("a night before would end with the closed day, so that it is only a guess that nothing changes", () => {
    expect(told("open saturday 22:00 to 06:00", "closed on sunday")).toMatchObject({
      fixes: [["open saturday 22:00 to 06:00"]],
      areGuesses: true,
    });
  });

  test("what would open nothing any more is left to its author", () => {
    expect(told(WEEK, "open sunday 10:00 to 12:00", "closed on sunday").fixes).toEqual([]);
  });
});

describe("several closed dates", () => {
  test.each(["closed on 2026-12-25, 2026-12-26", "closed on 2026-12-25 and 26/12/2026"])("%s", (said) => {
    expect(told(said)).toMatchObject({
      place: said,
      fixes: [["closed on 2026-12-25", "closed on 2026-12-26"]],
      areGuesses: false,
    });
  });

  test("of a stretch, whether the last day is meant is a guess", () => {
    expect(told("closed from 2026-12-31 to 2027-01-02")).toMatchObject({
      fixes: [["closed on 2026-12-31", "closed on 2027-01-01", "closed on 2027-01-02"]],
      areGuesses: true,
    });
  });

  test("a stretch of more than a month, or backwards, is no holiday", () => {
    for (const dates of ["2026-01-01 to 2026-03-01", "2026-03-01 to 2026-01-01"])
      expect(told(`closed on ${dates}`).fixes).toEqual([]);
  });
});
