import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { change, folderWith, startedFolder } from "./folder.ts";
import { run } from "./run.ts";

test("format lays out in place, once, and --check only tells", async () => {
  const folder = await startedFolder();
  const path = join(folder, "standards.tenet");
  const tidy = readFileSync(path, "utf8");
  change(folder, "standards.tenet", "  version 1.0.0", "        version   1.0.0");
  const told = await run(["format", "--check", "standards.tenet"], folder);
  expect(told).toEqual({ code: 1, out: "standards.tenet\n", err: "" });
  expect(readFileSync(path, "utf8")).not.toBe(tidy);
  const done = await run(["format", "standards.tenet"], folder);
  expect(done).toEqual({ code: 0, out: "", err: "1 file of 1 laid out anew\n" });
  expect(readFileSync(path, "utf8")).toBe(tidy);
});

test("format reads standard input for -", async () => {
  const { code, out } = await run(["format", "-"], "/", 'uses   "a.tenet"\n');
  expect({ code, out }).toEqual({ code: 0, out: 'uses "a.tenet"\n' });
});

test("format leaves a file with mistakes as it is", async () => {
  const folder = folderWith({ "a.tenet": "agreement agreement agreement\n" });
  const { code, err } = await run(["format", "a.tenet"], folder);
  expect(code).toBe(2);
  expect(err).toMatch(/error\[TEN1\d{3}\]/);
  expect(readFileSync(join(folder, "a.tenet"), "utf8")).toBe("agreement agreement agreement\n");
});

test("check reports a shared file once, however many agreements use it", async () => {
  const folder = await startedFolder();
  const agreement = readFileSync(join(folder, "standards.tenet"), "utf8");
  writeFileSync(join(folder, "shared.tenet"), "metric broken number of nothing_here\n");
  for (const name of ["a", "b"])
    writeFileSync(join(folder, `${name}.tenet`), `${agreement}\nuses "shared.tenet"\n`);
  const { code, out } = await run(["check", "--format", "json"], folder);
  expect(code).toBe(1);
  const found = JSON.parse(out).diagnostics.filter(({ file }: { file: string }) => file === "shared.tenet");
  const errors = found.filter(({ severity }: { severity: string }) => severity === "error");
  expect(errors).toHaveLength(1);
});

test("check says everything about the readable files, and answers 2 for the others", async () => {
  const folder = await startedFolder();
  const { code, out, err } = await run(["check", "standards.tenet", "missing.tenet"], folder);
  expect(code).toBe(2);
  expect(out).toBe("✓ 1 file checked, nothing to report\n");
  expect(err).toContain("cannot read missing.tenet: no such file");
});

test("check of a folder finds the agreements below it and shows paths from where one is", async () => {
  const folder = await startedFolder();
  change(folder, "standards.tenet", "requires on_time at least", "requires on_tim at least");
  const parent = join(folder, "..");
  const { code, out } = await run(["check", folder], parent);
  expect(code).toBe(1);
  expect(out).toContain(`--> ${folder.slice(parent.length + 1)}/standards.tenet:`);
  const github = await run(["check", "--format", "github"], folder);
  expect(github.out).toMatch(
    /^::error file=standards\.tenet,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=TEN\d{4} /,
  );
  const sarif = JSON.parse((await run(["check", "--format", "sarif"], folder)).out);
  expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe("standards.tenet");
});

test("compile gives a bundle with its fingerprint, and rules that hold no path and no params", async () => {
  const folder = await startedFolder();
  const bundle = JSON.parse((await run(["compile", "standards.tenet"], folder)).out);
  expect(bundle.schema).toBe("tenet.bundle/1");
  expect(bundle.fingerprint).toMatch(/^sha256:[0-9a-f]{64}$/);
  const rules = JSON.parse(
    (await run(["compile", "standards.tenet", "--to", "json-rules-engine"], folder)).out,
  );
  expect(rules).toEqual(bundle.rules);
  expect(JSON.stringify(rules)).not.toMatch(/"(path|params)":/);
});

test("every code that check gives has a page", async () => {
  const folder = await startedFolder();
  change(folder, "standards.tenet", "requires on_time at least", "requires on_tim at least");
  const [{ code: found }] = JSON.parse((await run(["check", "--format", "json"], folder)).out).diagnostics;
  const page = await run(["explain", found.toLowerCase()], folder);
  expect(page.code).toBe(0);
  expect(page.out).toMatch(new RegExp(`^${found} {2}[a-z-]+ {2}error, §`));
  expect(page.out).toContain("Avoid\n");
});

test("every code that data gives has a page, by its number or its name", async () => {
  const folder = await startedFolder();
  change(folder, "deliveries.csv", "ACME,2026-01-", "ACME,2026-13-");
  const { out } = await run(
    ["judge", "standards.tenet", "--as-of", "2026-04-01", "--format", "json"],
    folder,
  );
  const [{ code: found }] = JSON.parse(out).data.flatMap((each: { errors: unknown }) => each.errors);
  const page = await run(["explain", found], folder);
  expect(page.code).toBe(0);
  expect(page.out).toMatch(new RegExp(`^${found} {2}no-date {2}data, §`));
  expect(page.out).toContain("What to do\n");
  expect((await run(["explain", "no-date"], folder)).out).toBe(page.out);
  const problem = await run(["explain", "ten4003"], folder);
  expect(problem.out).toContain("TEN4003  dataset-not-given");
});

test("explain asks for what is missing and offers what exists", async () => {
  const folder = await startedFolder();
  const asOf = ["--as-of", "2026-04-01"];
  const which = await run(["explain", "standards.tenet", "punctual", ...asOf], folder);
  expect(which.code).toBe(2);
  expect(which.err).toContain("which partner's verdict is to be explained?");
  expect(which.err).toContain("parties: ACME, SWIFT");
  const when = await run(
    ["explain", "standards.tenet", "punctual", "--partner", "ACME", "--period", "2026-09", ...asOf],
    folder,
  );
  expect(when.code).toBe(2);
  expect(when.err).toContain("periods: 2026-03, 2026-02, 2026-01");
  const newest = await run(["explain", "standards.tenet", "punctual", "--partner", "ACME", ...asOf], folder);
  expect(newest.out).toContain("ACME, 2026-03 (2026-03-01 to 2026-03-31)");
  const standard = await run(["explain", "standards.tenet"], folder);
  expect(standard.err).toContain("what of it is to be explained?");
  expect(standard.err).toContain(
    "it has punctual and well_rated: write tenet explain standards.tenet punctual",
  );
  expect((await run(["explain", "absent.tenet"], folder)).err).toContain("cannot read absent.tenet");
});
