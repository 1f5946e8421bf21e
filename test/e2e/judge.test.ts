import { appendFileSync, chmodSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { change, folderWith, startedFolder, tenet, tenetInto } from "./tenet.ts";

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
    const { code } = await tenet(judge("--fail-on", list), { cwd: folder });
    expect(code).toBe(expected);
  });
});

test("JSON is the same bytes from run to run, and from a bundle as from its agreement", async () => {
  const first = await tenet(judge("--format", "json"), { cwd: folder });
  const again = await tenet(judge("--format", "json"), { cwd: folder, env: { TZ: "Asia/Kolkata", LANG: "de_DE" } });
  expect(again.out).toBe(first.out);
  await tenet(["compile", "standards.tenet", "--to", "bundle", "--out", "bundle.json"], { cwd: folder });
  const bundled = await tenet(["judge", "bundle.json", "--as-of", "2026-04-01", "--format", "json"], { cwd: folder });
  expect(bundled.out).toBe(first.out);
  const result = JSON.parse(first.out);
  expect(result.schema).toBe("tenet.verdicts/1");
  expect(result.verdicts).toHaveLength(12);
});

test("--out writes the report whole and nothing to standard output", async () => {
  const { code, out, err } = await tenet(judge("--format", "markdown", "--out", "report.md"), { cwd: folder });
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain("The report is in report.md.");
  expect(readFileSync(join(folder, "report.md"), "utf8")).toMatch(/^## Delivery standards\n/);
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("--out into a folder that is not there says so", async () => {
  const { code, err } = await tenet(judge("--out", "none/report.md"), { cwd: folder });
  expect(code).toBe(2);
  expect(err).toContain("cannot write none/report.md: its folder does not exist");
});

test.each([
  ["junit", /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites /],
  ["sarif", /^\{\n {2}"\$schema": "https:\/\/json\.schemastore\.org\/sarif-2\.1\.0\.json"/],
  ["github", /^::error file=standards\.tenet,line=\d+,title=/],
  ["markdown", /^## Delivery standards\n/],
])("--format %s", async (format, start) => {
  const { code, out, err } = await tenet(judge("--format", format), { cwd: folder });
  expect({ code, err }).toEqual({ code: 1, err: "" });
  expect(out).toMatch(start);
});

test("one partner and one standard can be picked", async () => {
  const args = judge("--partner", "SWIFT", "--standard", "punctual", "--format", "json");
  const { out } = await tenet(args, { cwd: folder });
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
  const { code, out, err } = await tenet(judge(...args), { cwd: folder });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(said);
  expect(err).toContain("help:");
});

test("without --as-of the present is taken, and said", async () => {
  const { err } = await tenet(["judge", "standards.tenet"], { cwd: folder });
  expect(err).toMatch(/^As of now, \d{4}-\d\d-\d\d \d\d:\d\d.* UTC; --as-of \S+Z would judge the same again\.\n/);
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
  const expected = JSON.parse((await tenet(judge("--format", "json"), { cwd: folder })).out).verdicts;
  for (const name of ["d.ndjson", "d.json", "d.tsv"]) {
    const args = judge("--format", "json", "--data", `deliveries=${join(elsewhere, name)}`);
    const { out, err } = await tenet(args, { cwd: folder });
    expect(JSON.parse(out === "" ? err : out).verdicts, name).toEqual(expected);
  }
});

test("paths in an agreement start from the agreement, paths typed from where one is", async () => {
  const parent = join(folder, "..");
  const agreement = join(folder, "standards.tenet");
  const { code } = await tenet(["judge", agreement, "--as-of", "2026-04-01"], { cwd: parent });
  expect(code).toBe(1);
});

describe("data that cannot be read", () => {
  let broken = "";
  beforeAll(async () => {
    broken = await startedFolder();
    appendFileSync(join(broken, "deliveries.csv"), "X1,ACME,31/02/2026,2026-01-01,9\nX2,ACME,2026-01-01,,\u001b[2J\n");
  });

  test("gives no verdicts, but every error by file, row and column", async () => {
    const { code, out, err } = await tenet(judge(), { cwd: broken });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/deliveries\.csv:200: column promised_on: /);
    expect(err).toMatch(/deliveries\.csv:201: column stars: /);
    expect(err).not.toContain("\u001b");
  });

  test("says the same to machines, on standard output", async () => {
    const { code, out } = await tenet(judge("--format", "json"), { cwd: broken });
    expect(code).toBe(2);
    const { verdicts, problems, data } = JSON.parse(out);
    expect(verdicts).toEqual([]);
    expect(problems).not.toEqual([]);
    expect(data[0].errorCount).toBeGreaterThanOrEqual(3);
  });

  test("is judged without its bad rows where they are tolerated, and only then", async () => {
    const tolerated = await tenet(judge("--tolerate-bad-rows", "2"), { cwd: broken });
    expect(tolerated.code).toBe(1);
    expect(tolerated.out).toContain("2 set aside");
    expect(tolerated.out).toContain("deliveries.csv:200");
    expect((await tenet(judge("--tolerate-bad-rows", "1"), { cwd: broken })).code).toBe(2);
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
    const { code, out, err } = await tenet(judge("--data", `deliveries=${join(data, "x.csv")}`), { cwd: folder });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("x.csv");
    expect(err).not.toMatch(/internal error|\bat .*:\d+:\d+/);
  });
});

test("a file that may not be read is a reason, not a crash", async () => {
  const closed = await startedFolder();
  chmodSync(closed, 0o755);
  chmodSync(join(closed, "deliveries.csv"), 0);
  const nobody = process.getuid?.() === 0 ? { uid: 65534 } : {};
  const { code, out, err } = await tenet(judge(), { cwd: closed, ...nobody });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("deliveries.csv: permission denied");
});

test("an agreement cannot choose files outside its workspace", async () => {
  const outer = folderWith({ "secret.csv": "parcel_id,carrier,promised_on,delivered_on,stars\n" });
  const inner = await startedFolder();
  symlinkSync(join(outer, "secret.csv"), join(inner, "link.csv"));
  for (const name of [join("..", "secret.csv"), "link.csv"]) {
    change(inner, "standards.tenet", 'from "deliveries.csv"', `from "${name}"`);
    const { code, out, err } = await tenet(judge(), { cwd: inner });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/outside the workspace|TEN\d{4}/);
    change(inner, "standards.tenet", `from "${name}"`, 'from "deliveries.csv"');
  }
  const given = await tenet(judge("--data", `deliveries=${join(outer, "secret.csv")}`), { cwd: inner });
  expect(given.code).toBe(0);
});

test("a file that the agreement names and that is not there is asked for", async () => {
  const without = folderWith({ "standards.tenet": readFileSync(join(folder, "standards.tenet")) });
  const { code, out, err } = await tenet(judge(), { cwd: without });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("deliveries.csv does not exist; name another file with --data deliveries=PATH");
});

describe("the terminal", () => {
  test("gets colour only where it is wanted", async () => {
    const plain = await tenet(judge(), { cwd: folder });
    const forced = await tenet(judge(), { cwd: folder, env: { FORCE_COLOR: "1" } });
    const both = await tenet(judge(), { cwd: folder, env: { FORCE_COLOR: "1", NO_COLOR: "1" } });
    expect(plain.out).not.toContain("\u001b");
    expect(forced.out).toContain("\u001b[");
    expect(both.out).toBe(plain.out);
  });

  test("that stops reading ends the writing without a word", async () => {
    const many = folderWith({
      "standards.tenet": readFileSync(join(folder, "standards.tenet")),
      "deliveries.csv": readFileSync(join(folder, "deliveries.csv")),
      "partners.csv": `partner_id,name\n${Array.from({ length: 3000 }, (_, index) => `P${index},x`).join("\n")}\n`,
    });
    const { out, err } = await tenetInto("head -c 20", judge("--format", "json"), many);
    expect(out).toBe('{\n  "schema": "tenet.');
    expect(err).toBe("code 0\n");
  });
});

test("a mistake of ours is one line, no trace, and answers 3", async () => {
  const odd = await startedFolder();
  writeFileSync(join(odd, "bomb.mjs"), 'JSON.stringify = () => { throw new Error("boom"); };\n');
  const env = { NODE_OPTIONS: `--import=${join(odd, "bomb.mjs")}` };
  const { code, out, err } = await tenet(["compile", "standards.tenet"], { cwd: odd, env });
  expect({ code, out }).toEqual({ code: 3, out: "" });
  expect(err).toMatch(/^tenet: internal error: boom\nThis is a mistake in tenet, .*\n$/);
  const traced = await tenet(["compile", "standards.tenet"], { cwd: odd, env: { ...env, TENET_DEBUG: "1" } });
  expect(traced.err).toMatch(/\n {4}at /);
});
