/**
 * Random agreements with all that the rules offer in them, and random rows with missing values: the verdicts and findings
 * are the same before and after. Rules that are a little wrong are found out.
 */
import type { Bundle } from "@tenet-lang/evaluator/all";
import { type Refactoring, type RefactoringRule, refactoringRules } from "@tenet-lang/language";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Case, cases, type Run } from "../differential/cases.ts";
import { judgeInMemory, prepare } from "../differential/run.ts";
import { edited, readersOf, type Texts } from "./offered.ts";
import { linesOf } from "./results.ts";
import { inverses, keptBy, offersOf, soundTogether, spread } from "./sweep.ts";

const wanted = 40;
const seed = Number(process.env.TENET_SEED ?? 1);
/** Offers of one rule in one agreement that are taken. */
const most = 6;
const path = "case.tenet";

describe("random agreements", () => {
  const given = fc.sample(cases, { numRuns: wanted, seed }).map(withGates);
  const taken = new Map<string, number>();
  const foundOut = new Set<string>();

  it(`mean the same after every rewrite, in ${wanted} cases`, () => {
    for (const one of given) {
      const before = judged(one);
      for (const [name, rule] of Object.entries(refactoringRules)) {
        const found = rule.kind === "rewrite" ? rewritten(one.text, rule) : null;
        if (found === null) continue;
        const told = `TENET_SEED=${seed} ${name}\n${found.text}`;
        expect(difference(before, found), told).toBeNull();
        const inverse = inverses[name];
        const back = inverse === undefined ? null : rewritten(found.text, refactoringRules[inverse]);
        if (back !== null) expect(difference(before, back), `${told}\n\n${back.text}`).toBeNull();
        for (const rule of [name, ...(inverse === undefined || back === null ? [] : [inverse])])
          taken.set(rule, (taken.get(rule) ?? 0) + 1);
      }
      const hidden = Object.entries(planted).filter(([name]) => !foundOut.has(name));
      for (const [name, rule] of hidden) if (changes(one, rewritten(one.text, rule))) foundOut.add(name);
    }
  }, 300_000);

  it("have a use for the rewrites", () => {
    const rewrites = Object.entries(refactoringRules).filter(([, { kind }]) => kind === "rewrite");
    expect(rewrites.map(([name]) => name).filter((name) => (taken.get(name) ?? 0) < 3)).toEqual([]);
  });

  it("show every rewrite that is a little wrong", () => {
    expect(Object.keys(planted).filter((name) => !foundOut.has(name))).toEqual([]);
  });
});

/** Gates of two parts in place of some warnings, which few random standards have by themselves. */
function withGates(one: Case): Case {
  const text = one.text.replaceAll(
    /^ {2}warns when (?:not )?(\w+) .*$/gm,
    (line, metric: string, at: number) =>
      at % 2 === 0 ? line : `  applies when ${metric} is given and (${line.slice("  warns when ".length)})`,
  );
  return prepare(text).bundle === null ? one : { ...one, text };
}

/** Rules with a slip in them: what is put in becomes something else; null leaves the edit out. */
const planted: Readonly<Record<string, RefactoringRule>> = {
  "a side that is mistaken": altered(refactoringRules.notOfEach, (put) =>
    put === "less than" ? "more than" : put === "at least" ? "at most" : put,
  ),
  "joints that stay": altered(refactoringRules.notOfEach, (put) =>
    put === "or" || put === "and" ? null : put,
  ),
  "a range without its end": altered(refactoringRules.twoBounds, (put) =>
    put.replace("at most", "less than"),
  ),
  "a list that must be all of it": altered(refactoringRules.listWrittenOut, (put) =>
    put.replaceAll(" or ", " and "),
  ),
  "another length": altered(refactoringRules.otherUnit, (put) =>
    put.replace(/^\d+/, (digits) => `${digits}0`),
  ),
  "a gate that is lost": altered(refactoringRules.gatesApart, (put) =>
    put.replace("applies when ", "warns when "),
  ),
};

function altered(rule: RefactoringRule, alter: (put: string) => string | null): RefactoringRule {
  const change = (one: Refactoring): Refactoring => ({
    ...one,
    files: one.files.map(({ file, edits }) => ({
      file,
      edits: edits.flatMap(({ span, text }) => {
        const put = alter(text);
        return put === null ? [] : [{ span, text: put }];
      }),
    })),
  });
  return { kind: rule.kind, at: (scene) => rule.at(scene).map(change) };
}

interface Rewritten {
  readonly text: string;
  readonly keeps: Refactoring["keeps"];
}

/** The text after what a rule offers in it; null where that is nothing. */
function rewritten(text: string, rule: RefactoringRule): Rewritten | null {
  const texts: Texts = { [path]: text };
  const agreements = readersOf(texts, path, [path]);
  const offers = spread(offersOf(rule, texts, path, agreements), most);
  const found = soundTogether(offers, agreements);
  return found && { text: edited(text, found.edits), keeps: keptBy(offers) };
}

/** What of a result another text changes; null where nothing is changed. */
function difference(before: Judged, { text, keeps }: Rewritten): string | null {
  const { bundle } = prepare(text);
  if (bundle === null) return "does not check";
  if (keeps === "fingerprint")
    return bundle.fingerprint === before.bundle.fingerprint ? null : "other fingerprint";
  for (const [at, run] of before.runs.entries()) {
    const [lines, others] = [before.results[at] ?? [], linesOf(judgeInMemory(bundle, run))];
    const line = lines.findIndex((one, index) => one !== others[index]);
    if (line >= 0) return firstDifference(lines[line] ?? "", others[line] ?? "");
  }
  return null;
}

/** A case judged as it was written. */
interface Judged {
  readonly bundle: Bundle;
  readonly runs: readonly Run[];
  readonly results: readonly (readonly string[])[];
}

/** Whether any of a case's rows show that a text means something else. */
function changes(one: Case, found: Rewritten | null): boolean {
  return found !== null && difference(judged(one, one.runs.length), found) !== null;
}

function judged({ text, runs }: Case, mostRuns = 1): Judged {
  const { bundle } = prepare(text);
  if (bundle === null) throw new Error(`does not check:\n${text}`);
  const taken = runs.slice(0, mostRuns);
  return { bundle, runs: taken, results: taken.map((run) => linesOf(judgeInMemory(bundle, run))) };
}

/** Where two long lines part. */
function firstDifference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const around = (line: string): string => line.slice(Math.max(0, at - 200), at + 200);
  return `${one.slice(0, 80)} …\n${around(one)}\n${around(other)}`;
}
