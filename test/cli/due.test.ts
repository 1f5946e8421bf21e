/** `tenet due` on the example with clocks: the table that people read, and the JSON that programs read. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DueResult } from "@tenet-lang/evaluator/due";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { dueJsonSchema } from "../../scripts/generate-bundle-schema.ts";
import { folderWith, startedFolder } from "./folder.ts";
import { run } from "./run.ts";

const example = fileURLToPath(new URL("../../examples/service-centre/", import.meta.url));
const golden = `${example}expected/due.txt`;
const schema = new URL("../../grammar/due.schema.json", import.meta.url);

const due = (...args: readonly string[]) =>
  run(["due", "service-centre.tenet", "--as-of", "2026-06-16", ...args], example);

test("the table is that of the golden file", async () => {
  const { code, out, err } = await due();
  if (process.env.UPDATE === "1") writeFileSync(golden, out);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toBe(readFileSync(golden, "utf8"));
});

test("no line is wider than the terminal", async () => {
  const { out } = await due();
  expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

describe("as JSON", () => {
  let result: DueResult;
  beforeAll(async () => {
    result = JSON.parse((await due("--format", "json")).out);
  });

  test("it fits the published schema, which is what the code makes", () => {
    expect(readFileSync(schema, "utf8")).toBe(dueJsonSchema());
    const validate = new Ajv2020({ validateFormats: false }).compile(JSON.parse(dueJsonSchema()));
    expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
  });

  test("the soonest stands first, and what has no instant last", () => {
    const instants = result.items.map((item) => item.due);
    const given = instants.filter((instant) => instant !== null);
    expect(given).toEqual(given.toSorted());
    expect(instants.lastIndexOf(given.at(-1) ?? "")).toBe(given.length - 1);
    expect(instants.length).toBeGreaterThan(given.length);
  });

  test("only what is overdue has less than no time left", () => {
    for (const { remaining, state, text } of result.items)
      expect(remaining?.startsWith("-"), text).toBe(state === "overdue");
  });
});

test("one partner can be picked", async () => {
  const { out } = await due("--partner", "VLC-1", "--format", "json");
  const items: DueResult["items"] = JSON.parse(out).items;
  expect(items.length).toBeGreaterThan(2);
  expect([...new Set(items.map(({ party }) => party.key))]).toEqual(["VLC-1"]);
});

test("an agreement in which nothing runs says so", async () => {
  const { code, out } = await run(["due", "standards.tenet", "--as-of", "2026-04-01"], await startedFolder());
  expect(code).toBe(0);
  expect(out).toMatch(/\nNothing is due\.\n$/);
});

test("data that cannot be read is refused with its code", async () => {
  const folder = folderWith({
    "a.tenet": readFileSync(`${example}service-centre.tenet`, "utf8"),
    "workshops.csv": readFileSync(`${example}workshops.csv`),
  });
  const { code, out, err } = await run(["due", "a.tenet", "--as-of", "2026-06-16"], folder);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("no rows are given for `case_log`, which the agreement reads (TEN4003)");
  expect(err).toContain("tenet explain TEN4003");
});

test("the end of a day is told by that day, and what is always due by no day", async () => {
  const folder = folderWith({
    "a.tenet": `agreement terms "Papers"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Lisbon"

dataset papers from "papers.csv" one row per line
  partner shop
  dated day
  field shop text
  field day date

duty report "Report" by partner
  recorded in papers
  due within 15 days after each calendar quarter

attestation insured "Insurance"
  given by partner
  recorded in papers where day is 2026-12-31
`,
    "papers.csv": "shop,day\nS,2026-01-02\n",
  });
  const { out } = await run(["due", "a.tenet", "--as-of", "2026-04-02"], folder);
  const lines = out.split("\n").map((line) => line.trim().replaceAll(/ +/g, " "));
  expect(lines).toContain("2026-04-15 24:00 14 days open report 2026-Q1 S");
  expect(lines).toContain("at any time overdue insured 2026-04-02 S");
});

describe("several versions", () => {
  const version = (number: string, from: string, until: string, days: number): string =>
    `agreement care "Care"
  version ${number}
  effective from ${from} until ${until}
  time zone "UTC"

dataset jobs from "jobs.csv" one row per id
  partner shop
  dated opened
  field id text
  field shop text
  field opened timestamp
  field closed timestamp optional

clock repair on jobs
  starts at opened
  stops at closed
  dated started_at
  due within ${days} days
`;
  const jobs = "id,shop,opened,closed\nA,S,2026-02-28T12:00,\nB,S,2026-03-01T12:00,\n";
  const files = { "1.tenet": version("1.0.0", "2026-01-01", "2026-02-28", 10), "jobs.csv": jobs };

  test("list each case once, as its version says", async () => {
    const folder = folderWith({ ...files, "2.tenet": version("2.0.0", "2026-03-01", "2026-12-31", 3) });
    const asked = ["due", "1.tenet", "2.tenet", "--as-of", "2026-03-02", "--format", "json"];
    const result: DueResult = JSON.parse((await run(asked, folder)).out);
    expect(result.agreement.version).toBe("2.0.0");
    expect(result.items.map(({ key, due: until }) => `${key} ${until}`)).toEqual([
      "B 2026-03-04T12:00:00Z",
      "A 2026-03-10T12:00:00Z",
    ]);
  });

  test("that do not go together are refused, also where nothing is judged", async () => {
    const folder = folderWith({ ...files, "2.tenet": version("1.0.0", "2026-03-01", "2026-12-31", 3) });
    const { code, err } = await run(["due", "1.tenet", "2.tenet", "--as-of", "2026-03-02"], folder);
    expect(code).toBe(2);
    expect(err).toContain("two of the versions have the version 1.0.0 (TEN4009)");
  });
});
