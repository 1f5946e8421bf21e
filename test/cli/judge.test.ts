import { appendFileSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { change, folderWith, startedFolder } from "./folder.ts";
import { run } from "./run.ts";

let folder = "";
beforeAll(async () => {
  folder = await startedFolder();
});

const judge = (...args: readonly string[]) => ["judge", "standards.tenet", "--as-of", "2026-04-01", ...args];

describe("which verdicts make it fail", () => {
  test.each([
    ["missed", 1],
    ["none", 0],
    ["pending", 0],
    ["pending,not_enough_data", 1],
    ["excused, missed", 1],
  ])("--fail-on %s answers %i", async (list, expected) => {
    const { code } = await run(judge("--fail-on", list), folder);
    expect(code).toBe(expected);
  });
});

test("--out writes the report whole and nothing to standard output", async () => {
  const { code, out, err } = await run(judge("--format", "markdown", "--out", "report.md"), folder);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain("The report is in report.md.");
  expect(readFileSync(join(folder, "report.md"), "utf8")).toMatch(/^## Delivery standards\n/);
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("--out into a folder that is not there says so", async () => {
  const { code, err } = await run(judge("--out", "none/report.md"), folder);
  expect(code).toBe(2);
  expect(err).toContain("cannot write none/report.md: its folder does not exist");
});

test.each([
  ["junit", /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites /],
  ["sarif", /^\{\n {2}"\$schema": "https:\/\/json\.schemastore\.org\/sarif-2\.1\.0\.json"/],
  ["github", /^::warning file=standards\.tenet,line=\d+,title=.*\n::error /m],
  ["markdown", /^## Delivery standards\n/],
])("--format %s", async (format, start) => {
  const { code, out, err } = await run(judge("--format", format), folder);
  expect({ code, err }).toEqual({ code: 1, err: "" });
  expect(out).toMatch(start);
});

test("one partner and one standard can be picked", async () => {
  const args = judge("--partner", "SWIFT", "--standard", "punctual", "--format", "json");
  const { out } = await run(args, folder);
  const keys = JSON.parse(out).verdicts.map((each: { standard: string; party: { key: string } }) => [
    each.standard,
    each.party.key,
  ]);
  expect(keys).toEqual([
    ["punctual", "SWIFT"],
    ["punctual", "SWIFT"],
    ["punctual", "SWIFT"],
  ]);
});

test.each([
  [["--standard", "punctul"], "did you mean punctual?"],
  [["--partner", "Swift"], "there is no verdict on a partner Swift"],
  [["--data", "deliverys=x.csv"], "did you mean deliveries?"],
  [["--data", "deliveries"], "does not say NAME=PATH"],
  [["--data", "deliveries=none.csv"], "cannot read deliveries from none.csv: no such file"],
  [["--data", "deliveries=."], "cannot read deliveries from .: it is a folder"],
  [["--data", "partners=partners.csv", "--data", "partners=partners.csv"], "names partners twice"],
  [["--as-of", "1 April 2026"], "is not an instant"],
])("%j is refused with a hint", async (args, said) => {
  const { code, out, err } = await run(judge(...args), folder);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(said);
  expect(err).toContain("help:");
});

test("without --as-of the present is taken, and said", async () => {
  const { err } = await run(["judge", "standards.tenet"], folder);
  expect(err).toMatch(
    /^As of now, \d{4}-\d\d-\d\d \d\d:\d\d.* Europe\/Amsterdam; --as-of \S+Z would judge the same again\.\n/,
  );
});

test("data may come from another file, in another format", async () => {
  const rows = readFileSync(join(folder, "deliveries.csv"), "utf8").trim().split("\n").slice(1);
  const objects = rows.map((row) => {
    const [parcel_id, carrier, promised_on, delivered_on, stars] = row.split(",");
    return { parcel_id, carrier, promised_on, delivered_on, stars: stars === "" ? null : Number(stars) };
  });
  const elsewhere = folderWith({
    "d.ndjson": objects.map((row) => JSON.stringify(row)).join("\n"),
    "d.json": JSON.stringify(objects),
    "d.tsv": readFileSync(join(folder, "deliveries.csv"), "utf8").replaceAll(",", "\t"),
  });
  const expected = JSON.parse((await run(judge("--format", "json"), folder)).out).verdicts;
  for (const name of ["d.ndjson", "d.json", "d.tsv"]) {
    const args = judge("--format", "json", "--data", `deliveries=${join(elsewhere, name)}`);
    const { out, err } = await run(args, folder);
    expect(JSON.parse(out === "" ? err : out).verdicts, name).toEqual(expected);
  }
});

describe("data that cannot be read", () => {
  let broken = "";
  beforeAll(async () => {
    broken = await startedFolder();
    appendFileSync(
      join(broken, "deliveries.csv"),
      "X1,ACME,31/02/2026,2026-01-01,9\nX2,ACME,2026-01-01,,\u001b[2J\n",
    );
  });

  test("gives no verdicts, but every error by file, row and column", async () => {
    const { code, out, err } = await run(judge(), broken);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/deliveries\.csv:200: column promised_on: /);
    expect(err).toMatch(/deliveries\.csv:201: column stars: /);
    expect(err).not.toContain("\u001b");
  });

  test("says the same to machines, on standard output", async () => {
    const { code, out } = await run(judge("--format", "json"), broken);
    expect(code).toBe(2);
    const { verdicts, problems, data } = JSON.parse(out);
    expect(verdicts).toEqual([]);
    expect(problems).not.toEqual([]);
    expect(data[0].errorCount).toBeGreaterThanOrEqual(3);
  });

  test("is judged without its bad rows where they are tolerated, and only then", async () => {
    const tolerated = await run(judge("--tolerate-bad-rows", "2"), broken);
    expect(tolerated.code).toBe(1);
    expect(tolerated.out).toContain("2 set aside");
    expect(tolerated.out).toContain("deliveries.csv:200");
    const refused = await run(judge("--tolerate-bad-rows", "1"), broken);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(
      "2 rows with bad values: mend them, or set them aside with --tolerate-bad-rows 2",
    );
    expect(tolerated.err).not.toContain("bad values");
  });

  test("is explained, and asked what is due, with as many bad rows as it was judged with", async () => {
    for (const args of [
      ["explain", "standards.tenet", "punctual", "--partner", "ACME"],
      ["due", "standards.tenet"],
    ]) {
      const whole = [...args, "--as-of", "2026-04-01"];
      expect((await run(whole, broken)).code).toBe(2);
      expect((await run([...whole, "--tolerate-bad-rows", "2"], broken)).code).toBe(0);
    }
  });
});

describe("files of data that are none", () => {
  test.each([
    ["empty", ""],
    ["binary", new Uint8Array([0, 255, 254, 1, 2, 3])],
    ["header only, of another file", "a,b\n"],
    ["unclosed quote", 'parcel_id,carrier,promised_on,delivered_on,stars\n"x,ACME\n'],
  ])("%s", async (_, content) => {
    const data = folderWith({ "x.csv": content });
    const { code, out, err } = await run(judge("--data", `deliveries=${join(data, "x.csv")}`), folder);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("x.csv");
    expect(err).not.toMatch(/internal error|\bat .*:\d+:\d+/);
  });
});

test("an agreement cannot choose files outside its workspace", async () => {
  const outer = folderWith({ "secret.csv": "parcel_id,carrier,promised_on,delivered_on,stars\n" });
  const inner = await startedFolder();
  symlinkSync(join(outer, "secret.csv"), join(inner, "link.csv"));
  for (const name of [join("..", "secret.csv"), "link.csv"]) {
    change(inner, "standards.tenet", 'from "deliveries.csv"', `from "${name}"`);
    const { code, out, err } = await run(judge(), inner);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/outside the workspace|TEN\d{4}/);
    change(inner, "standards.tenet", `from "${name}"`, 'from "deliveries.csv"');
  }
  const given = await run(judge("--data", `deliveries=${join(outer, "secret.csv")}`), inner);
  expect(given.code).toBe(0);
});

test("a file that the agreement names and that is not there is asked for", async () => {
  const without = folderWith({ "standards.tenet": readFileSync(join(folder, "standards.tenet")) });
  const { code, out, err } = await run(judge(), without);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("deliveries.csv does not exist; name another file with --data deliveries=PATH");
});

test("patterns are matched where an agreement asks for them", async () => {
  const own = await startedFolder();
  change(
    own,
    "standards.tenet",
    "    out of deliveries\n",
    '    out of deliveries where parcel_id matches "-2026-02-"\n',
  );
  const { out } = await run(judge("--standard", "punctual"), own);
  expect(out).toContain("Delivered on time is 87.5% (28 of 32 deliveries)");
  expect(out).toMatch(/ACME +· not enough data +✓ met 95%/);
});

describe("--against an earlier result", () => {
  let home = "";
  beforeAll(async () => {
    home = await startedFolder();
    await run(judge("--format", "json", "--out", "april.json"), home);
  });

  test("says nothing where everything is as it was", async () => {
    const { out } = await run(judge("--against", "april.json"), home);
    expect(out).not.toContain("Restated");
  });

  test("marks what it said otherwise, with both figures", async () => {
    const path = join(home, "deliveries.csv");
    const text = readFileSync(path, "utf8");
    const late = text.replace(/(,ACME,2026-02-\d\d,)2026-02-\d\d/g, "$12026-03-31");
    expect(late).not.toBe(text);
    const args = ["--against", "april.json", "--data", `deliveries=${folderWith({ "d.csv": late })}/d.csv`];
    const { out } = await run(judge(...args), home);
    expect(out).toContain("Restated since the earlier result\n");
    expect(out).toMatch(/ACME, 2026-02\n {4}- Restated[^\n]* an earlier result said/);
    const { verdicts } = JSON.parse((await run(judge(...args, "--format", "json"), home)).out);
    const restated = verdicts.filter(({ flags }: { flags: string[] }) => flags.includes("restated"));
    expect(restated.length).toBeGreaterThan(0);
    expect(restated[0].earlier).not.toBeNull();
  });

  test.each([
    ["none.json", null, "cannot read none.json: no such file"],
    ["other.json", "{}", "it is no result of `tenet judge --format json`"],
  ])("%s is refused", async (name, text, said) => {
    const place = folderWith(text === null ? {} : { [name]: text });
    const { code, err } = await run(judge("--against", text === null ? name : join(place, name)), home);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  test("a result of another agreement is refused", async () => {
    const other = readFileSync(join(home, "april.json"), "utf8").replace(
      /"name": "[a-z_]+"/,
      '"name": "another"',
    );
    const place = folderWith({ "other.json": other });
    const { code, err } = await run(judge("--against", join(place, "other.json")), home);
    expect(code).toBe(2);
    expect(err).toContain("is a result of another, and this is");
  });
});
