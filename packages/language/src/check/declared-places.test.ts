import { describe, expect, it } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { check } from "./check.ts";

const calls = `dataset calls from "calls.csv" one row per line
  dated day
  field day date
  field wait duration in seconds
  field note text
`;

const chats = `dataset chats from "chats.csv" one row per line
  dated day
  field day date
  field stars number
  field note text
`;

/** The words of each other place, with its line. */
function placesIn(text: string): readonly (readonly string[])[] {
  const parsed = parse(sourceFile("a.tenet", text));
  const { diagnostics } = check({ root: parsed, files: [parsed] }, { instant: () => "2026-01-01T00:00:00Z" });
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ related }) =>
      related.map(({ span, message }) => {
        const line = text.slice(0, span.start).split("\n").length;
        return `${line} ${text.slice(span.start, span.end)}: ${message}`;
      }),
    );
}

describe("the places of what a diagnostic quotes", () => {
  it("are where names are declared", () => {
    expect(
      placesIn(`${calls}metric m average of waif in calls
`),
    ).toEqual([["1 calls: `calls` is declared here", "4 wait: `wait` is declared here"]]);
  });

  it("name a field whose dataset is the only one that has it", () => {
    expect(placesIn(`${calls}${chats}metric m number of calls where wait more than 60\n`)).toEqual([
      ["4 wait: `wait` is declared here"],
    ]);
  });

  it("leave out a field of which it is not clear whose it is", () => {
    expect(placesIn(`${calls}${chats}metric m number of calls where note more than 60\n`)).toEqual([[]]);
  });

  it("leave out a field of another dataset than the one that is quoted", () => {
    expect(placesIn(`${calls}${chats}metric m number of calls where stars more than 3\n`)).toEqual([
      ["1 calls: `calls` is declared here"],
    ]);
  });

  it("leave out what stands on the same line", () => {
    expect(placesIn(`${calls}metric m median of note in calls\n`)).toEqual([
      ["5 note: `note` is declared here"],
    ]);
    expect(placesIn(`${chats}  field late total of stars optional\n`)).toEqual([[]]);
  });
});
