import { describe, expect, test } from "vitest";
import { folderWith } from "./folder.ts";
import { run } from "./run.ts";

const asOf = ["--as-of", "2026-04-01"];

test("help names every command, on standard output", async () => {
  const { code, out, err } = await run(["--help"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  for (const name of ["init", "check", "test", "judge", "explain", "due", "format", "compile"])
    expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, "m"));
});

test.each(["init", "check", "test", "judge", "explain", "due", "format", "compile"])(
  "%s has help of its own",
  async (name) => {
    const { code, out } = await run([name, "--help"]);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Usage: tenet ${name} `));
  },
);

test("help NAME is NAME --help", async () => {
  expect((await run(["help", "judge"])).out).toBe((await run(["judge", "--help"])).out);
});

test("the version is printed", async () => {
  const { code, out } = await run(["--version"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe("wrong usage answers 2, on standard error, with what was meant", () => {
  test.each([
    [["jugde", "a.tenet"], "did you mean judge"],
    [["judge", "a.tenet", "--formt", "json"], "did you mean --format"],
    [["judge", "a.tenet", "--format", "jsn"], "text, json, sarif, junit, github, markdown"],
    [["judge", "deliveries.csv", ...asOf], "deliveries.csv is data, and what it is judged by comes first"],
    [["explain", "deliveries.csv", "on_time", ...asOf], "the file with --data DATASET=deliveries.csv"],
    [["judge"], "missing required argument 'agreement'"],
    [["compile", "a.tenet", "b.tenet"], "too many arguments"],
    [["due"], "missing required argument 'agreement'"],
    [["judge", "a.tenet", "--fail-on", "mised"], "did you mean missed?"],
    [["judge", "a.tenet", "--fail-on", ""], "knows no verdict without a name"],
    [["judge", "a.tenet", "--tolerate-bad-rows", "-1"], "must be a whole number"],
    [["judge", "a.tenet", "--tolerate-bad-rows", "many"], "must be a whole number"],
    [["check", "--format", "junit"], "Allowed choices are text, json, sarif, github"],
    [["explain", "TEN9999"], "there is no diagnostic TEN9999"],
    [["compile", "a.tenet", "--to", "sql"], "Allowed choices are bundle, json-rules-engine"],
    [["format"], "missing required argument"],
  ])("%j", async (args, said) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.toLowerCase()).toContain(said.toLowerCase());
    expect(err).toMatch(/^tenet: /);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  });
});

describe("a file that cannot be read answers 2 and says why", () => {
  const folder = folderWith({
    "empty.tenet": "",
    "binary.tenet": new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]),
    "utf16.tenet": new Uint8Array([0xff, 0xfe, 0x61, 0]),
    "bundle.json": '{"schema":"tenet.bundle/1"}',
    "evil.json": '{"a":'.repeat(100_000),
    "sub/.keep": "",
  });

  test.each([
    [["check", "missing.tenet"], "cannot read missing.tenet: no such file"],
    [["check", "sub"], "there is no .tenet file in sub"],
    [["check", "binary.tenet"], "cannot read binary.tenet: it is not a text file"],
    [["check", "utf16.tenet"], "cannot read utf16.tenet: it is written in UTF-16"],
    [["test", "missing.tenet"], "cannot read missing.tenet: no such file"],
    [["judge", "missing.tenet", ...asOf], "cannot read missing.tenet: no such file"],
    [["judge", "sub", ...asOf], "cannot read sub: it is a folder"],
    [["judge", "binary.tenet", ...asOf], "cannot read binary.tenet: it is not a text file"],
    [["judge", "empty.tenet", ...asOf], "empty.tenet"],
    [["judge", "bundle.json", ...asOf], "bundle.json is not a bundle"],
    [["judge", "evil.json", ...asOf], "evil.json is not a bundle"],
    [["format", "missing.tenet"], "cannot read missing.tenet: no such file"],
    [["compile", "missing.tenet"], "cannot read missing.tenet: no such file"],
    [["explain", "missing.tenet", "punctual", ...asOf], "cannot read missing.tenet: no such file"],
    [["init", "binary.tenet"], "cannot write binary.tenet"],
  ])("%j", async (args, said) => {
    const { code, out, err } = await run(args, folder);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  });
});
