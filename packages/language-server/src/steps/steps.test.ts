/** Every test of every example, retraced: what a trace says is what the verdict says, each at its sentence. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "@tenet-lang/evaluator";
import {
  checkAgreement,
  compile,
  loadAgreement,
  loadHolidays,
  runTests,
  type Tried,
} from "@tenet-lang/language";
import { beforeAll, describe, expect, it } from "vitest";
import { type Retraced, retrace, type Sentences, type Step } from "./steps.ts";

const examples = join(import.meta.dirname, "../../../../examples");
const agreements = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `${name}/${name}.tenet`)
  .filter((path) => existsSync(join(examples, path)));

interface Traced {
  readonly tried: Tried;
  readonly retraced: Retraced;
}

async function tracesOf(path: string): Promise<readonly Traced[]> {
  const read = (name: string): string | null =>
    existsSync(join(examples, name)) ? readFileSync(join(examples, name), "utf8") : null;
  const loaded = loadAgreement(path, read);
  const { value: model } = checkAgreement(loaded);
  if (model === null) throw new Error(`${path} does not check`);
  const { value: bundle } = compile(model, { holidays: await loadHolidays(model) });
  if (bundle === null) throw new Error(`${path} does not compile`);
  const [folder = ""] = path.split("/");
  const sentences: Sentences = {
    files: loaded.files,
    local: (instant) => instant,
    pathOf: (file) => join(folder, file).replaceAll("\\", "/"),
  };
  const traces: Traced[] = [];
  const sample = (name: string): Uint8Array | null => readFileSync(join(examples, folder, name));
  runTests(model, bundle, sample, {
    onTried: (tried) => traces.push({ tried, retraced: retrace(tried, model, sentences) }),
  });
  return traces;
}

describe.each(agreements)("%s", (path) => {
  let traces: readonly Traced[] = [];

  beforeAll(async () => {
    traces = await tracesOf(path);
    expect(traces.length).toBeGreaterThan(0);
  });

  it("ends each walk at the sentence of the test, after what was found", () => {
    for (const { tried, retraced } of traces) {
      const last = retraced.steps.at(-1);
      expect(last === undefined ? "" : wordsOf(last)).toBe(tried.expect.origin.text);
      expect(valuesOf(last)).toMatchObject({
        expected: tried.result.expected,
        found: tried.result.actual,
        holds: tried.result.passed ? "yes" : "no",
      });
      const { found } = tried;
      if (found === null || tried.expect.kind !== "verdict" || !("verdict" in found)) continue;
      const verdict = valuesOf(retraced.steps.at(-2));
      expect([retraced.title, verdict[found.standard]]).toEqual([retraced.title, found.verdict]);
    }
  });

  it("tells every limit that was looked at, at the sentence that was in force", () => {
    for (const { tried, retraced } of traces) {
      const { found, decided } = tried;
      if (found === null || decided === null || !("verdict" in found)) continue;
      const isByLimits = decided.found?.why === "limits" && decided.why !== "duty";
      const told = retraced.steps.filter(({ values }) => values.some(({ name }) => name === "limit"));
      expect(told.map(placeOf)).toEqual(isByLimits ? found.limits.map(placeOfLimit) : []);
      expect(told.map((step) => valuesOf(step).distance)).toEqual(
        isByLimits ? found.limits.map(({ distance }) => distance?.text) : [],
      );
    }
  });

  it("tells each value as the evaluator measured it", () => {
    for (const { tried, retraced } of traces) {
      const { found } = tried;
      if (found === null || !("verdict" in found)) continue;
      for (const { metric, group, value } of found.metrics) {
        const name = group === null ? metric : `${metric} for ${group}`;
        const told = retraced.steps.flatMap((step) => valuesOf(step)[name] ?? []);
        // A count may go by the name of what it counts, in `needs`.
        const shown = value?.rounded?.text ?? value?.text ?? "no value";
        expect(told.filter((text) => text !== shown)).toEqual([]);
      }
    }
  });
});

function valuesOf(step: Step | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries((step?.values ?? []).map(({ name, value }) => [name, value]));
}

/** The sentence as an origin has it: on one line, without comments. */
function wordsOf({ place: { file, span } }: Step): string {
  return file.text
    .slice(span.start, span.end)
    .replaceAll(/#[^"]*$/gm, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The sentence that changes a limit, else the line of the limit. */
function placeOf(step: Step): string {
  const { file, span } = step.place;
  const [, changed] = /^changes limit of (\w+)/.exec(wordsOf(step)) ?? [];
  const line = file.lineStarts.filter((start) => start <= span.start).length;
  return changed === undefined ? `${file.path.split("/").at(-1)}:${line}` : `changed ${changed}`;
}

function placeOfLimit({ metric, amendment, origin }: Verdict["limits"][number]): string {
  const { file, line } = origin;
  return amendment === null ? `${file.split("/").at(-1)}:${line}` : `changed ${metric}`;
}
