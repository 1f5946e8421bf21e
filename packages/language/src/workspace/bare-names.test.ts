import { expect, test } from "vitest";
import { bareCondition } from "../syntax/rules/bare-condition.rule.ts";
import { loadAgreement } from "./load.ts";

const HEAD = `agreement calls "Calls"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Paris"
`;
const PARTNERS = `partners from "partners.csv" key partner_id
  field partner_id text
  field country text
  field certified yes_no
`;
const CALLS = `dataset calls from "calls.csv" one row per line
  partner centre_id
  dated called_on
  field called_on date
  field centre_id text
  field urgent yes_no
  field punctual yes_no
  field wait duration in seconds
`;

/** What is said of the one bare name of an agreement, with its words and its fixes. */
function said(texts: Readonly<Record<string, string>>): readonly string[] {
  const { diagnostics } = loadAgreement("a.tenet", (path) => texts[path] ?? null);
  const found = diagnostics.find(({ code }) => code === bareCondition.code);
  if (found === undefined) return [];
  const { file, span, message, fixes } = found;
  return [file.text.slice(span.start, span.end), message, ...fixes.map(({ title }) => title)];
}

const where = (condition: string, beside = PARTNERS): readonly string[] =>
  said({ "a.tenet": `${HEAD}${beside}${CALLS}metric m number of calls where ${condition}\n` });

test("of a yes or no, `is yes` is surely meant", () => {
  expect(where("urgent")).toEqual([
    "urgent",
    "`urgent` alone is not a condition: say what it is, as in `urgent is yes`",
    "write urgent is yes",
  ]);
  expect(where("partner.certified and urgent is yes")).toEqual([
    "partner.certified",
    "`partner.certified` alone is not a condition: say what it is, as in `partner.certified is yes`",
    "write partner.certified is yes",
  ]);
});

test.each(["wait", "date of called_on", "partner.country", "partner . country", "nothing_of_that_name"])(
  "of `%s` nobody knows what is meant",
  (words) => {
    const shown = words.replaceAll(" . ", ".");
    expect(where(words)).toEqual([words, `\`${shown}\` alone is not a condition: say what is asked of it`]);
  },
);

test("a verdict's name is no yes or no, though a field is called the same", () => {
  const standard = 'standard punctual "Punctual"\n';
  expect(where("punctual")).toContain("write punctual is yes");
  expect(where("punctual", `${PARTNERS}${standard}`)).toEqual([
    "punctual",
    "`punctual` alone is not a condition: say what is asked of it",
  ]);
});

test("a partner is asked by its fields", () => {
  const message =
    "`partner` alone is not a condition: say what is asked of which field of the partner, `partner.partner_id`, `partner.country` or `partner.certified`";
  expect(where("partner")).toEqual(["partner", message]);
  expect(where("not (partner or urgent is yes)")).toEqual(["partner", message]);
  expect(where("partner", "")).toEqual([
    "partner",
    '`partner` alone is not a condition: say what is asked of which field of the partner, as in `partner.country is "NL"`',
  ]);
});

test("a field that is called `partner` is a field", () => {
  const text = `${HEAD}${CALLS}  field partner yes_no\nmetric m number of calls where partner\n`;
  expect(said({ "a.tenet": text })).toContain("write partner is yes");
});

test("fields of used files are known, and of files that are missing nothing is", () => {
  const metric = "metric m number of calls where wait\n";
  const text = `uses "calls.tenet"\n${HEAD}${metric}`;
  expect(said({ "a.tenet": text, "calls.tenet": CALLS })).toHaveLength(2);
  expect(said({ "a.tenet": text })).toContain("write wait is yes");
  expect(said({ "a.tenet": metric })).toContain("write wait is yes");
});

test("nothing else is said differently", () => {
  const text = "metric m number of calls where urgent\n?\n";
  const { root, diagnostics } = loadAgreement("a.tenet", () => text);
  expect(diagnostics).toHaveLength(2);
  expect(diagnostics).toEqual(root.diagnostics);
});
