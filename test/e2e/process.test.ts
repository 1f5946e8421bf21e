import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { folderWith, startedFolder } from "../cli/folder.ts";
import { tenet, tenetInto } from "./tenet.ts";

let folder = "";
beforeAll(async () => {
  folder = await startedFolder();
});

const judge = (...args: readonly string[]) => ["judge", "standards.tenet", "--as-of", "2026-04-01", ...args];

test("help and the version go to standard output", async () => {
  const help = await tenet(["--help"]);
  expect({ code: help.code, err: help.err }).toEqual({ code: 0, err: "" });
  expect(help.out).toMatch(/^Usage: tenet /);
  const version = await tenet(["--version"]);
  expect({ code: version.code, err: version.err }).toEqual({ code: 0, err: "" });
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("wrong usage and missing files answer 2, on standard error", async () => {
  const option = await tenet(["judge", "a.tenet", "--formt", "json"]);
  expect(option).toEqual({
    code: 2,
    out: "",
    err: "tenet: unknown option '--formt'\n  (Did you mean --format?)\n",
  });
  const file = await tenet(["check", "missing.tenet"], { cwd: folder });
  expect(file).toEqual({ code: 2, out: "", err: "tenet: cannot read missing.tenet: no such file\n" });
});

test("format reads standard input and writes standard output", async () => {
  const { code, out, err } = await tenet(["format", "-"], { input: 'uses   "a.tenet"\n' });
  expect({ code, out, err }).toEqual({ code: 0, out: 'uses "a.tenet"\n', err: "" });
});

test("JSON is the same bytes from run to run, and from a bundle as from its agreement", async () => {
  const first = await tenet(judge("--format", "json"), { cwd: folder });
  const again = await tenet(judge("--format", "json"), {
    cwd: folder,
    env: { TZ: "Asia/Kolkata", LANG: "de_DE" },
  });
  expect(again.out).toBe(first.out);
  await tenet(["compile", "standards.tenet", "--to", "bundle", "--out", "bundle.json"], { cwd: folder });
  const bundled = await tenet(["judge", "bundle.json", "--as-of", "2026-04-01", "--format", "json"], {
    cwd: folder,
  });
  expect(bundled.out).toBe(first.out);
  const result = JSON.parse(first.out);
  expect(result.schema).toBe("tenet.verdicts/1");
  expect(result.verdicts).toHaveLength(12);
});

test("paths in an agreement start from the agreement, paths typed from where one is", async () => {
  const parent = join(folder, "..");
  const agreement = join(folder, "standards.tenet");
  const { code } = await tenet(["judge", agreement, "--as-of", "2026-04-01"], { cwd: parent });
  expect(code).toBe(1);
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
    const { out, err } = await tenetInto("| head -c 20", judge("--format", "json"), many);
    expect(out).toBe('{\n  "schema": "tenet');
    expect(err).toBe("code 0\n");
  });
});

test("a full disk is a reason, not a crash", async () => {
  const { err } = await tenetInto("> /dev/full", judge("--format", "json"), folder);
  expect(err).toBe("tenet: standard output: the disk is full\ncode 2\n");
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
