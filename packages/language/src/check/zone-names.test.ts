/** Time zones by a city alone, an abbreviation, an offset: what is said of them, and what is offered. */
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { check } from "./check.ts";

/** The one mistake of an agreement in a zone. */
function mistakeOf(zone: string): Diagnostic {
  const text = `agreement care "Care"\n  version 1.0.0\n  effective from 2026-01-01 until 2026-12-31\n  time zone "${zone}"\n`;
  const root = parse(sourceFile("a.tenet", text));
  const { diagnostics } = check(
    { root, files: [root] },
    { instant: (_zone, day, time) => `${day}T${time}:00Z` },
  );
  expect(diagnostics.map(({ code, span }) => [code, text.slice(span.start, span.end)])).toEqual([
    ["TEN2802", `"${zone}"`],
  ]);
  return diagnostics[0] as Diagnostic;
}

describe("a city is its zone", () => {
  test.each([
    ["Amsterdam", "Europe/Amsterdam"],
    ["amsterdam", "Europe/Amsterdam"],
    ["New York", "America/New_York"],
    ["Kolkata", "Asia/Kolkata"],
    ["Port-au-Prince", "America/Port-au-Prince"],
  ])("%s", (said, zone) => {
    const { message, fixes } = mistakeOf(said);
    expect(message).toBe(`\`${said}\` is no time zone of the IANA database; did you mean \`${zone}\`?`);
    expect(fixes.map(({ edits, isGuess }) => [edits[0]?.text, isGuess])).toEqual([[`"${zone}"`, undefined]]);
  });
});

describe("an abbreviation is for a person to choose from", () => {
  test.each([
    ["CET", ["Europe/Berlin", "Europe/Madrid", "Europe/Paris", "Europe/Rome"]],
    ["EST", ["America/New_York"]],
    ["gmt", ["Europe/London", "UTC"]],
  ])("%s", (said, zones) => {
    const { message, fixes } = mistakeOf(said);
    expect(message).toMatch(/is an abbreviation/);
    expect(fixes.map(({ edits, isGuess }) => [edits[0]?.text, isGuess])).toEqual(
      zones.map((zone) => [`"${zone}"`, true]),
    );
  });
});

describe("of an offset nobody knows when clocks change", () => {
  test.each(["GMT+1", "UTC+01:00", "+0100", "-5"])("%s", (said) => {
    const { message, fixes } = mistakeOf(said);
    expect(message).toMatch(/is an offset and does not say when clocks change/);
    expect(fixes).toEqual([]);
  });

  test.each(["Z", "UTC+0", "+00:00"])("%s is UTC", (said) => {
    expect(mistakeOf(said).fixes).toMatchObject([{ title: "write `UTC`" }]);
  });
});

test("of what is no city, how a zone is named", () => {
  const { message, fixes } = mistakeOf("Netherlands");
  expect(message).toBe(
    "`Netherlands` is no time zone of the IANA database; a zone is named by a city, as in `Europe/Amsterdam`",
  );
  expect(fixes).toEqual([]);
});
