/** The pages about data errors say what the evaluator says: every example is executed, and no code is without a page. */
import { readdirSync, readFileSync } from "node:fs";
import { type Bundle, type ChunkSource, type JudgeResult, judge } from "@tenet-lang/evaluator";
import { judgeVersions, judge as judgeWithAll } from "@tenet-lang/evaluator/all";
import { type DataCode, dataCodes, type FileExample } from "@tenet-lang/evaluator/codes";
import { patternEngine } from "@tenet-lang/evaluator/patterns";
import { csv, json, ndjson } from "@tenet-lang/evaluator/read";
import { checkAgreement, compile, loadAgreement, loadHolidays } from "@tenet-lang/language";
import { describe, expect, it } from "vitest";

const HEAD = `agreement example "Example"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Paris"
  currency EUR
`;
const ANY_STANDARD = `
metric rows_found number of calls

standard any "Any"
  requires rows_found at least 0
  measured each calendar month
  needs no minimum
`;
const AS_OF = "2026-07-01T00:00:00Z";

async function bundleOf(declarations: string): Promise<Bundle> {
  const rest = declarations.includes("standard ") ? "" : ANY_STANDARD;
  const text = `${HEAD}\n${declarations}\n${rest}`;
  const checked = checkAgreement(loadAgreement("example.tenet", () => text));
  expect(checked.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  if (checked.value === null) throw new Error("the example does not check");
  const holidays = await loadHolidays(checked.value);
  const { value } = compile(checked.value, { holidays });
  if (value === null) throw new Error("the example does not compile");
  return value;
}

const readers = { csv, ndjson, json } as const;

function sourcesOf(example: FileExample): Record<string, ChunkSource> {
  const files = { ...example.others, [example.file]: example.text };
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => {
      const [name = "", ending = "csv"] = file.split(".");
      const encoding = file === example.file ? example.encoding : undefined;
      const bytes = Buffer.from(text, encoding ?? "utf8");
      return [name, readers[ending as keyof typeof readers](file, [bytes])];
    }),
  );
}

async function judged(example: FileExample): Promise<JudgeResult> {
  return await judgeWithAll(await bundleOf(example.agreement), sourcesOf(example), { asOf: AS_OF });
}

/** What is said of a row, a file, or a call. */
function said(result: JudgeResult): readonly { readonly code: string; readonly message: string }[] {
  const errors = result.data.flatMap((summary) => summary.errors);
  return [...errors, ...result.problems].map(({ code, message }) => ({ code, message }));
}

const CALLS = `dataset calls from "calls.csv" one row per call_id
  dated called_on
  field call_id text
  field called_on date`;

const MATCHES = `${CALLS}

metric internal number of calls where call_id matches "^X"

standard any "Any"
  requires internal at least 0
  measured each calendar month
  needs no minimum`;

/** How the examples that are calls are made. */
const calls: Readonly<Record<string, () => Promise<JudgeResult>>> = {
  TEN4001: async () => judge(await bundleOf(CALLS), { calls: [] }, { asOf: "1 March" }),
  TEN4002: async () => {
    const bundle = await bundleOf(CALLS);
    const { agreement } = bundle;
    const endless = { ...agreement, effective: { ...agreement.effective, until: null } };
    return judge({ ...bundle, agreement: endless }, { calls: [] }, { asOf: "2099-01-01T00:00:00Z" });
  },
  TEN4003: async () => judge(await bundleOf(CALLS), {}, { asOf: AS_OF }),
  TEN4004: async () => judge(await bundleOf(CALLS), { calls: [{ call_id: "C1" }] }, { asOf: AS_OF }),
  TEN4005: async () => judge(await bundleOf(CALLS), { calls: [], call: [] }, { asOf: AS_OF }),
  TEN4006: async () => judge(await bundleOf(MATCHES), { calls: [] }, { asOf: AS_OF }),
  TEN4007: async () => judge(await bundleOf(CALLS), { calls: [] }, { asOf: AS_OF, standard: "punctuality" }),
  TEN4008: async () => {
    const bundle = JSON.parse(JSON.stringify(await bundleOf(MATCHES)).replaceAll("^X", String.raw`(a)\\1`));
    return judge(bundle, { calls: [] }, { asOf: AS_OF, patterns: patternEngine });
  },
  TEN4009: async () => {
    const v1 = await bundleOf(CALLS);
    const sources = { calls: [] };
    const versions = [
      { bundle: v1, sources },
      { bundle: v1, sources },
    ];
    return judgeVersions(versions, { asOf: AS_OF });
  },
  TEN4113: async () => {
    const text = JSON.stringify(await bundleOf(CALLS));
    const bundle = JSON.parse(
      text.replaceAll('"kind":"date","written":null', '"kind":"date","written":"YY"'),
    ) as Bundle;
    return judgeWithAll(bundle, { calls: [{ call_id: "C1", called_on: "26" }] }, { asOf: AS_OF });
  },
  TEN4304: async () => {
    const bytes = [Buffer.from("call_id;called_on\nC1;2026-03-02\n")];
    return await judge(
      await bundleOf(CALLS),
      { calls: csv("calls.csv", bytes, { delimiter: "," }) },
      { asOf: AS_OF },
    );
  },
};

function resultOf({ code, example }: DataCode): Promise<JudgeResult> {
  if ("file" in example) return judged(example);
  const call = calls[code];
  if (call === undefined) throw new Error(`nothing executes the example of ${code}`);
  return call();
}

describe.each(dataCodes.map((page) => [page.code, page] as const))("%s", (code, page) => {
  it("is said of its example, in these words", async () => {
    const found = said(await resultOf(page)).filter((each) => each.code === code);
    expect(found.map(({ message }) => message).join("\n")).toContain(page.example.says);
  });

  it("speaks in whole sentences", () => {
    for (const text of [page.summary, page.why, page.todo]) expect(text).toMatch(/^[A-Z].*\.$/);
    expect(page.spec).toMatch(/^§\d+(\.\d+)+$/);
    expect(page.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});

describe("all pages", () => {
  const folder = new URL("../../packages/evaluator/src/", import.meta.url);
  const written = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.startsWith("codes"))
    .flatMap((file) => readFileSync(new URL(file, folder), "utf8").match(/\bTEN4\d{3}\b/g) ?? []);

  it("cover every code that the evaluator says, and no other", () => {
    expect(dataCodes.map(({ code }) => code)).toEqual([...new Set(written)].sort());
  });

  it("have names of their own", () => {
    expect(new Set(dataCodes.map(({ name }) => name)).size).toBe(dataCodes.length);
  });
});
