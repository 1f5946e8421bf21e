/**
 * Does the differential see mistakes with versions and earlier results? Here functions of the evaluator are changed,
 * because no bundle and no rows can say them.
 */
import { type Bundle, type JudgeResult, judgeVersions } from "@tenet-lang/evaluator/all";
import { readEarlier, restate } from "@tenet-lang/evaluator/restate";
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { judgeVersionsByReference } from "../reference/versions.ts";
import { type Case, cases, type Run } from "./cases.ts";
import {
  firstDifference,
  linesOfVersions,
  referenceOfVersions,
  referenceRestated,
  restatedLines,
} from "./compare.ts";
import { type Changes, type Functions, restateMistakes, versionMistakes } from "./planted-versions.ts";
import { judgeInMemory, judgeReference, prepare } from "./run.ts";

/** What is planted now. */
const planted = vi.hoisted((): { changes: Changes } => ({ changes: {} }));

/** The functions of a module that mistakes change, each looked up when it is called. */
const changeable = vi.hoisted(
  () =>
    function changed<M extends object>(real: M, ...names: readonly (keyof M & keyof Functions)[]): M {
      const made = names.map((name) => {
        type Called = (...given: readonly unknown[]) => unknown;
        const own = real[name] as Called;
        const change = (): ((one: Called) => Called) | undefined =>
          planted.changes[name] as ((one: Called) => Called) | undefined;
        return [name, (...given: readonly unknown[]) => (change()?.(own) ?? own)(...given)] as const;
      });
      return { ...real, ...Object.fromEntries(made) };
    },
);

vi.mock(import("../../packages/evaluator/src/versions/seasons.ts"), async (real) =>
  changeable(await real(), "seasonsOf"),
);
vi.mock(import("../../packages/evaluator/src/time/windows.ts"), async (real) =>
  changeable(await real(), "occasions"),
);
vi.mock(import("../../packages/evaluator/src/consequences/governing.ts"), async (real) =>
  changeable(await real(), "givenFrom", "governsVerdict"),
);
vi.mock(import("../../packages/evaluator/src/consequences/judged-runs.ts"), async (real) =>
  changeable(await real(), "judgedOf"),
);
vi.mock(import("../../packages/evaluator/src/consequences/money.ts"), async (real) =>
  changeable(await real(), "moneyResults"),
);
vi.mock(import("../../packages/evaluator/src/consequences/earn-back.ts"), async (real) =>
  changeable(await real(), "earnedBack"),
);
vi.mock(import("../../packages/evaluator/src/consequences/points.ts"), async (real) =>
  changeable(await real(), "pointsFindings"),
);
vi.mock(import("../../packages/evaluator/src/consequences/escalation-findings.ts"), async (real) =>
  changeable(await real(), "escalationFindings"),
);
vi.mock(import("../../packages/evaluator/src/restate/restate.ts"), async (real) =>
  changeable(await real(), "restate"),
);

const agreements = 1_000;
/** What is earned back over a seam is rare, so of so many more those that could are judged. */
const more = 1_500;
const runsOfEach = 2;
const seed = 8;

/** Something that both runtimes say alike, so that any difference is the mistake's. */
interface Sound {
  readonly lines: () => readonly string[];
  readonly reference: readonly string[];
}

const versions: Sound[] = [];
const restated: Sound[] = [];

beforeAll(() => {
  const add = (pool: Sound[], sound: Sound): void => {
    if (firstDifference(sound.lines(), sound.reference) === null) pool.push(sound);
  };
  const sampled = fc.sample(cases, { seed, numRuns: agreements + more });
  const couldEarnBack = ({ versions: texts }: Case): boolean =>
    texts?.every((text) => text.includes("earns back")) ?? false;
  for (const one of sampled.filter((each, at) => at < agreements || couldEarnBack(each))) {
    const given = (one.versions ?? []).map((text) => prepare(text));
    const ready = given.flatMap(({ model, bundle }) =>
      model === null || bundle === null ? [] : [{ model, bundle }],
    );
    if (one.versions === null || ready.length < one.versions.length) continue;
    for (const run of one.runs.slice(0, runsOfEach)) {
      const { data, asOf, tolerateBadRows } = run;
      const reference = judgeVersionsByReference(
        ready.map(({ model, bundle }) => ({ model, resolved: bundle, data })),
        { asOf, tolerateBadRows },
      );
      add(versions, {
        reference: referenceOfVersions(reference),
        lines: () =>
          linesOfVersions(
            together(
              ready.map(({ bundle }) => bundle),
              run,
            ),
          ),
      });
    }
    const [{ model, bundle } = { model: null, bundle: null }] = ready;
    const [first, second] = one.runs;
    if (model === null || bundle === null || first === undefined || second === undefined) continue;
    const results = [first, second].map((run) => judgeInMemory(bundle, run));
    const [before, now] = results;
    const earlier = readEarlier(JSON.stringify(before));
    if (now === undefined || typeof earlier === "string") continue;
    if (results.some(({ problems }) => problems.length > 0)) continue;
    add(restated, {
      reference: referenceRestated(
        judgeReference(model, bundle, second),
        judgeReference(model, bundle, first),
      ),
      lines: () => restatedLines(restate(now, earlier)),
    });
  }
}, 900_000);

function together(bundles: readonly Bundle[], { data, asOf, tolerateBadRows }: Run): JudgeResult {
  return judgeVersions(
    bundles.map((bundle) => ({ bundle, sources: data })),
    { asOf, tolerateBadRows },
  );
}

describe("a planted mistake is caught", () => {
  const all = [
    ...versionMistakes.map((one) => ({ ...one, pool: versions })),
    ...restateMistakes.map((one) => ({ ...one, pool: restated })),
  ];
  for (const { name, changes, pool } of all) {
    it(name, () => {
      planted.changes = changes;
      const at = pool.findIndex(({ lines, reference }) => firstDifference(lines(), reference) !== null);
      planted.changes = {};
      expect(at, `in ${pool.length} cases`).toBeGreaterThanOrEqual(0);
      process.stdout.write(`${name}: caught by case ${at + 1} of ${pool.length}\n`);
    }, 300_000);
  }
});
