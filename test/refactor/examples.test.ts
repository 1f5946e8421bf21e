/**
 * Every rule, wherever it is offered in the examples: nothing new is said of the agreement, what was canonical stays so,
 * and the example's data gives the same verdicts and findings. What keeps the fingerprint needs no judging: the bundle
 * is the same.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Bundle } from "@tenet-lang/evaluator/all";
import { format, type Refactoring, refactoringRules } from "@tenet-lang/language";
import { describe, expect, it } from "vitest";
import { examples } from "../../examples/examples.ts";
import { type Compiled, compileAgreement, folderOf, judgeFiles } from "../../examples/judge-agreement.ts";
import { after, edited, isOffered, load, readersOf, type Texts, usesInOrder } from "./offered.ts";
import { linesOf } from "./results.ts";
import { inverses, keptBy, offersOf, parsedAt, soundTogether, spread } from "./sweep.ts";

const root = join(import.meta.dirname, "../../examples");
/** Offers of one rule in one file that are tried; more are spread over them evenly. */
const mostRewrites = 4;
const mostMoves = 2;

/** All agreement files of the examples. */
const texts: Texts = Object.fromEntries(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tenet"))
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, path), "utf8")]),
);
const roots = examples.map(({ path }) => path);

/** The examples that read a file; what a rewrite changes in one of them changes nothing of that. */
function rootsOf(path: string): readonly string[] {
  return roots.filter((root) => load(texts, root).files.some(({ file }) => file.path === path));
}
const taken = new Map<string, number>();

describe.each(examples)("$path", ({ path: agreement, asOf }) => {
  const files = load(texts, agreement).files.map(({ file }) => file.path);

  it("means the same after every rewrite", async () => {
    const before = await compiled(texts, agreement);
    const verdicts = await judged(before, agreement, asOf);
    const expectAlike = async (name: string, { texts: rewritten, keeps }: Rewritten): Promise<void> => {
      const now = await compiled(rewritten, agreement);
      expectSame(now, before, name);
      for (const path of files) expectCanonical(texts, rewritten, path, name);
      if (keeps === "fingerprint") expect(bundleOf(now).fingerprint, name).toBe(bundleOf(before).fingerprint);
      else expect(await judged(now, agreement, asOf), name).toEqual(verdicts);
    };
    for (const [name, { kind }] of Object.entries(refactoringRules)) {
      const rewritten = kind === "rewrite" ? rewrittenBy(name, texts, files) : null;
      if (rewritten === null) continue;
      await expectAlike(name, rewritten);
      const inverse = inverses[name];
      const back = inverse === undefined ? null : rewrittenBy(inverse, rewritten.texts, files);
      if (inverse !== undefined && back !== null) await expectAlike(inverse, back);
    }
  }, 300_000);

  it("has the same bundle after every move between files", async () => {
    const before = await compiled(texts, agreement);
    for (const [name, rule] of Object.entries(refactoringRules)) {
      if (rule.kind === "rewrite") continue;
      for (const path of files) {
        const agreements = readersOf(texts, path, rootsOf(path));
        for (const one of spread(offersOf(rule, texts, path, agreements), mostMoves)) {
          if (!isOffered(agreements, one)) continue;
          count(name, 1);
          const moved = after(texts, one);
          const now = await compiled(moved, agreement);
          expectSame(now, before, one.title);
          expect(bundleOf(now).fingerprint, one.title).toBe(bundleOf(before).fingerprint);
          for (const file of [...one.files.map(({ file }) => file), ...one.made])
            expectCanonical(texts, moved, file.path, one.title);
        }
      }
    }
  }, 300_000);
});

it("has the same bundle with `uses` in order", async () => {
  const path = "franchise/franchise.tenet";
  const agreements = readersOf(texts, path, rootsOf(path));
  const inOrder = { ...texts, [path]: usesInOrder(texts, path, agreements) };
  const lines = (inOrder[path] ?? "").match(/^uses .*$/gm);
  expect(lines).toEqual(['uses "agreed-cases.tenet"', 'uses "data.tenet"', 'uses "measures.tenet"']);
  expectCanonical(texts, inOrder, path, path);
  expect(usesInOrder(inOrder, path, readersOf(inOrder, path, [path]))).toBe(inOrder[path]);
  const [before, now] = [await compiled(texts, path), await compiled(inOrder, path)];
  expect(bundleOf(now).fingerprint).toBe(bundleOf(before).fingerprint);
});

it("every rule was tried", () => {
  expect(Object.keys(refactoringRules).filter((name) => !taken.has(name))).toEqual(rulesWithoutOffers);
});

/** What no example has a use for; random agreements have. */
const rulesWithoutOffers: readonly string[] = ["notOfEach", "notOfAll", "gatesApart"];

interface Rewritten {
  readonly texts: Texts;
  readonly keeps: Refactoring["keeps"];
}

/** The files after what a rule offers in them; null where that is nothing. */
function rewrittenBy(name: string, before: Texts, files: readonly string[]): Rewritten | null {
  const rule = refactoringRules[name as keyof typeof refactoringRules];
  let found: Rewritten | null = null;
  for (const path of files) {
    const agreements = readersOf(before, path, rootsOf(path));
    const offers = spread(offersOf(rule, before, path, agreements), mostRewrites);
    const all = soundTogether(offers, agreements);
    if (all === null) continue;
    count(name, all.taken);
    const rewritten: Texts = { ...(found?.texts ?? before), [path]: edited(before[path] ?? "", all.edits) };
    found = { texts: rewritten, keeps: keptBy(offers) };
  }
  return found;
}

function count(name: string, tried: number): void {
  taken.set(name, (taken.get(name) ?? 0) + tried);
}

async function compiled(given: Texts, agreement: string): Promise<Compiled> {
  return await compileAgreement(root, agreement, (path) => given[path] ?? null);
}

function bundleOf({ bundle }: Compiled): Bundle {
  if (bundle === null) throw new Error("no bundle was made");
  return bundle;
}

async function judged(one: Compiled, agreement: string, asOf: string): Promise<readonly string[]> {
  return linesOf(await judgeFiles(bundleOf(one), dirname(join(folderOf(root, agreement), "x")), asOf));
}

function expectSame(now: Compiled, before: Compiled, what: string): void {
  const said = ({ diagnostics }: Compiled): readonly string[] =>
    diagnostics
      .filter(({ severity }) => severity !== "hint")
      .map(({ code }) => code)
      .sort();
  expect(said(now), what).toEqual(said(before));
}

function expectCanonical(before: Texts, now: Texts, path: string, what: string): void {
  const isCanonical = before[path] === undefined || format(parsedAt(before, path)) === before[path];
  if (isCanonical) expect(now[path], what).toBe(format(parsedAt(now, path)));
}
