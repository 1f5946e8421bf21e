/**
 * Every example works as shown: it checks without a word, its tests pass, and its data gives the verdicts that lie in
 * `expected/`. `UPDATE=1 npx vitest run examples` writes these anew; read the difference before you commit it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bundle, Finding, JudgeResult, Verdict } from "@tenet-lang/evaluator";
import { readEarlier, restate } from "@tenet-lang/evaluator/restate";
import { format, loadAgreement, type Model, parse, runTests, sourceFile } from "@tenet-lang/language";
import { describe, expect, it } from "vitest";
import { localWords } from "../packages/cli/src/commands/as-of.ts";
import { palette } from "../packages/cli/src/reporters/palette.ts";
import { verdictsText } from "../packages/cli/src/reporters/verdicts-text.ts";
import { type Example, examples } from "./examples.ts";
import { exampleFiles } from "./generate.ts";
import { compileAgreement, folderOf, judgeFiles, judgeVersionFiles, textUnder } from "./judge-agreement.ts";

const root = fileURLToPath(new URL(".", import.meta.url));

/** What was compiled and judged already: holidays and data are read once for each example. */
const compilations = new Map<string, ReturnType<typeof compileAgreement>>();
const results = new Map<string, Promise<JudgeResult>>();

function compilation({ path }: Example): ReturnType<typeof compileAgreement> {
  const made = compilations.get(path) ?? compileAgreement(root, path);
  compilations.set(path, made);
  return made;
}

async function compiled(example: Example): Promise<{ readonly model: Model; readonly bundle: Bundle }> {
  const { model, bundle } = await compilation(example);
  if (model === null || bundle === null) throw new Error(`${example.path} does not compile`);
  return { model, bundle };
}

async function judgedAnew(example: Example): Promise<JudgeResult> {
  return await judgeFiles((await compiled(example)).bundle, folderOf(root, example.path), example.asOf);
}

function judged(example: Example): Promise<JudgeResult> {
  const result = results.get(example.path) ?? judgedAnew(example);
  results.set(example.path, result);
  return result;
}

/** What the golden file keeps of a verdict: all that decides it, nothing that only says where it was written. */
function digest(verdict: Verdict): object {
  const { standard, party, period, limits, rows, flags, smallGroups, provisional } = verdict;
  return {
    standard,
    party: party.key,
    period: period.label,
    verdict: verdict.verdict,
    limits: limits.map(
      ({ metric, group, comparison, limit, met, value, distance, toleratedBy, amendment }) => [
        `${metric}${group === null ? "" : ` of ${group}`} ${comparison} ${limit}`,
        met,
        value === null ? null : `${value.numerator}/${value.denominator}`,
        distance === null ? null : distance.text,
        ...(toleratedBy === null ? [] : [`tolerated by ${toleratedBy}`]),
        ...(amendment === null ? [] : [`amendment ${amendment}`]),
      ],
    ),
    rows: [rows.used, rows.missing, ...rows.excluded.map(({ by, rows: count }) => `${by}: ${count}`)],
    ...(smallGroups.length > 0
      ? { smallGroups: smallGroups.map(({ group, rows: count }) => `${group}: ${count}`) }
      : {}),
    ...(flags.length > 0 ? { flags } : {}),
    ...(provisional === null ? {} : { provisional }),
  };
}

/** What the golden file keeps of a finding: its value and the arithmetic that gives it. */
function findingDigest({ kind, name, party, period, value, provisional, lines }: Finding): object {
  return {
    [kind]: name,
    party: party.key,
    period: period.label,
    value,
    ...(provisional ? { provisional } : {}),
    ...(lines.length > 0 ? { lines: lines.map(({ text }) => text) } : {}),
  };
}

/** Is anything found? What is 0, `none` or null without a line is left out of the golden file. */
function isFound({ value, lines }: Finding): boolean {
  return value !== null && value !== "none" && (lines.length > 0 || typeof value === "string");
}

/** One verdict or finding per line, so that a difference shows which one changed. */
function digestOf(result: JudgeResult): string {
  const entries = [...result.verdicts.map(digest), ...result.findings.filter(isFound).map(findingDigest)];
  return `[\n${entries.map((entry) => JSON.stringify(entry)).join(",\n")}\n]\n`;
}

function expectGolden(path: string, text: string): void {
  if (process.env.UPDATE === "1") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, "utf8"));
}

describe.each(examples)("$path", { timeout: 30_000 }, (example) => {
  const folder = folderOf(root, example.path);

  it(example.says === undefined ? "checks without a word" : "is warned of what it shows", async () => {
    const { diagnostics } = await compilation(example);
    const unexpected = diagnostics.filter(({ code }) => !(example.says ?? []).includes(code));
    expect(unexpected.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(example.says ?? []);
  });

  it("passes its own tests", async () => {
    const { model, bundle } = await compiled(example);
    const report = runTests(model, bundle, (path) => {
      const whole = join(folder, path);
      return existsSync(whole) ? readFileSync(whole) : null;
    });
    const failures = report.tests.filter(({ passed }) => !passed);
    expect(failures.map(({ name, problems, expectations }) => ({ name, problems, expectations }))).toEqual(
      [],
    );
    expect(report.passed).toBeGreaterThanOrEqual(8);
  });

  it("gives the verdicts of its golden file", async () => {
    const result = await judged(example);
    expect(result.problems).toEqual([]);
    const asOf = localWords(result.asOf, (await compiled(example)).bundle.zone);
    expectGolden(join(folder, "expected", "verdicts.json"), digestOf(result));
    expectGolden(
      join(folder, "expected", "judge.txt"),
      verdictsText(result, { palette: palette(false), width: 100, asOf }),
    );
  });

  it("shows more than one kind of verdict", async () => {
    const kinds = new Set((await judged(example)).verdicts.map(({ verdict }) => verdict));
    expect([...kinds]).toEqual(expect.arrayContaining(["met", "missed"]));
    expect(kinds.size).toBeGreaterThanOrEqual(3);
  });

  it("is written as the formatter writes", () => {
    for (const { file } of loadAgreement(example.path, textUnder(root)).files) {
      expect(format(parse(file))).toBe(file.text);
    }
  });

  it("can be read however far it is typed", () => {
    for (const { file } of loadAgreement(example.path, textUnder(root)).files) {
      for (const end of prefixEnds(file.text.length)) {
        const { tree } = parse(sourceFile(file.path, file.text.slice(0, end)));
        expect(tree.span.end).toBeLessThanOrEqual(end);
      }
    }
  }, 30_000);

  it("can be read at every letter of every declaration", () => {
    for (const { file, tree } of loadAgreement(example.path, textUnder(root)).files) {
      for (const { kind, span } of tree.declarations) {
        const declaration = file.text.slice(span.start, span.end);
        // Tests are long tables of like rows: every seventh letter falls at all places of a row.
        const step = kind === "Test" ? 7 : 1;
        for (let end = 0; end <= declaration.length; end += step) {
          expect(parse(sourceFile(file.path, declaration.slice(0, end))).tree.span.end).toBeLessThanOrEqual(
            end,
          );
        }
      }
    }
  }, 60_000);
});

/** Every sixty-first place, so that cuts fall at all places of words and lines, and every place near the end. */
function prefixEnds(length: number): readonly number[] {
  return Array.from({ length: length + 1 }, (_, end) => end).filter(
    (end) => end % 61 === 0 || end > length - 60,
  );
}

describe("brokers/brokers.tenet, judged again with the answers that came late", () => {
  const path = "brokers/brokers.tenet";
  const folder = folderOf(root, path);

  it("names what was said before, and what it is now", async () => {
    const { bundle } = await compiled(exampleAt(path));
    const first = await judgeFiles(bundle, folder, "2026-04-20T04:00:00Z", {
      answers: join(folder, "first-sent", "answers.csv"),
    });
    const earlier = readEarlier(JSON.stringify(first));
    if (typeof earlier === "string") throw new Error(earlier);
    const restated = restate(await judged(exampleAt(path)), earlier).verdicts.filter(({ flags }) =>
      flags.includes("restated"),
    );
    expect(restated.map(({ standard }) => standard)).toContain("understood");
    const lines = restated.map(({ standard, party, period, earlier: before, verdict }) =>
      JSON.stringify({ standard, party: party.key, period: period.label, before, verdict }),
    );
    expectGolden(join(folder, "expected", "restated.json"), `[\n${lines.join(",\n")}\n]\n`);
  });
});

describe("resellers/partner-path-2.4.tenet, the version before", () => {
  const path = "resellers/partner-path-2.4.tenet";
  const folder = folderOf(root, path);
  const now = exampleAt("resellers/resellers.tenet");

  it("checks without a word, passes its test and is written as the formatter writes", async () => {
    const { diagnostics, model, bundle } = await compileAgreement(root, path);
    expect(diagnostics).toEqual([]);
    if (model === null || bundle === null) throw new Error(`${path} does not compile`);
    expect(runTests(model, bundle, () => null)).toMatchObject({ passed: 1, failed: 0 });
    for (const { file } of loadAgreement(path, textUnder(root)).files)
      expect(format(parse(file))).toBe(file.text);
  });

  it("governs its quarter, and the present one those after it", async () => {
    const bundles = [await compileAgreement(root, path), await compilation(now)].flatMap(({ bundle }) =>
      bundle === null ? [] : [bundle],
    );
    const result = await judgeVersionFiles(bundles, folder, now.asOf);
    expect(result.problems).toEqual([]);
    const lines = result.verdicts
      .filter(({ standard }) => standard === "quick_start")
      .map(({ party, period, verdict, version }) =>
        JSON.stringify({ quick_start: party.key, period: period.label, version, verdict }),
      );
    expectGolden(join(folder, "expected", "versions.json"), `[\n${lines.join(",\n")}\n]\n`);
  });
});

function exampleAt(path: string): Example {
  const found = examples.find((example) => example.path === path);
  if (found === undefined) throw new Error(`there is no example ${path}`);
  return found;
}

describe("the data of the examples", () => {
  const files = exampleFiles();

  it.each([...files.keys()])("%s is what the generator writes", (path) => {
    expect(readFileSync(join(root, path), "utf8")).toBe(files.get(path));
  });

  it("is small", () => {
    const sizes = [...files].map(([path, text]) => ({ path, bytes: Buffer.byteLength(text) }));
    expect(sizes.filter(({ bytes }) => bytes > 200_000)).toEqual([]);
    expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(2_000_000);
  });

  it("comes with an example for every folder", () => {
    const folders = new Set([...files.keys()].map((path) => path.split("/")[0]));
    expect(new Set(examples.map(({ path }) => dirname(path)))).toEqual(folders);
  });
});
