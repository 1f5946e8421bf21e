/** Amounts for each of something, and what is offered of them with the names of an agreement. */
import { describe, expect, test } from "vitest";
import { loadAgreement } from "./load.ts";

const DATA = `dataset calls from "calls.csv" one row per call_id
  partner centre_id
  field call_id text
  field centre_id text
  field started_at timestamp
  field wait duration in seconds
  field missed yes_no
  field outcome one of solved, lost

clock answering on calls
  starts at started_at
  dated started_at
`;

/** The one mistake in a file: its words, and the sentences of the credit once a guess of it is taken. */
function told(head: string, ...sentences: readonly string[]): readonly [string, string | null] {
  const text = [DATA, head, ...sentences.map((sentence) => `  ${sentence}`), ""].join("\n");
  const { diagnostics } = loadAgreement("a.tenet", () => text);
  expect(diagnostics.map(({ code }) => code)).toEqual(["TEN1027"]);
  const [{ span, fixes } = { span: { start: 0, end: 0 }, fixes: [] }] = diagnostics;
  const place = text.slice(span.start, span.end);
  const [fix] = fixes;
  if (fix === undefined) return [place, null];
  expect([fixes.length, fix.isGuess]).toEqual([1, true]);
  const edits = fix.edits.toSorted((left, right) => right.span.start - left.span.start);
  const after = edits.reduce(
    (now, edit) => now.slice(0, edit.span.start) + edit.text + now.slice(edit.span.end),
    text,
  );
  expect(loadAgreement("a.tenet", () => after).diagnostics).toEqual([]);
  return [place, after.slice(after.indexOf(head) + head.length).trim()];
}

const PAYS = "pays for rows of calls";

describe("where the rows are named", () => {
  test.each([
    ["per call", "gives 50 EUR"],
    ["for each missed call", "gives 50 EUR when missed is yes"],
    ["for missed calls", "gives 50 EUR when missed is yes"],
    ["per lost call", "gives 50 EUR when outcome is lost"],
    ["per hour of wait", "gives 50 EUR for each started hour of wait in calls"],
    ["for every call where missed is yes", "gives 50 EUR when missed is yes"],
  ])("%s", (words, sentence) => {
    expect(told("credit late", PAYS, `gives 50 EUR ${words}`)).toEqual([words, `${PAYS}\n  ${sentence}`]);
  });
});

describe("where they are not", () => {
  test.each([
    ["per call", `${PAYS}\n  gives 50 EUR`],
    ["per missed call", `${PAYS}\n  gives 50 EUR when missed is yes`],
    ["per late answering", "pays for rows of answering\n  gives 50 EUR when verdict is missed"],
    ["per minute of wait", "gives 50 EUR for each started minute of wait in calls"],
  ])("%s", (words, sentences) => {
    expect(told("credit late", `gives 50 EUR ${words}`)).toEqual([words, sentences]);
  });
});

test("a credit on a standard is given for each verdict that is missed", () => {
  expect(told("credit late on punctual", "gives 50 EUR per missed month")).toEqual([
    "per missed month",
    "gives 50 EUR",
  ]);
});

describe("nothing is offered of what nobody knows", () => {
  test.each(["per parcel", "per unhappy call", "per hour of sleep"])("%s", (words) => {
    expect(told("credit late", PAYS, `gives 50 EUR ${words}`)).toEqual([words, null]);
  });
});
