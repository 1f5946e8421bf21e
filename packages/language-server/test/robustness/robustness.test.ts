/** A sample of the sweep: the same texts at each run, spread over all examples and all ways of breaking them. */
import { expect, test } from "vitest";
import { features } from "../../src/features/features.ts";
import { aboutPlace, requests } from "./requests.ts";
import { type Broken, brokenTexts, examples, Sweep, wholeTexts } from "./sweep.ts";

/** Of each example so many texts. */
const SAMPLE = 24;
/** Of these, every so many also with what takes long. */
const SLOW = 8;

test("every feature is asked", () => {
  expect(features.map(({ method }) => method).filter((method) => !requests.has(method))).toEqual([]);
});

test.each(examples().map((example) => [example.path, example] as const))(
  "%s, broken in many ways",
  { timeout: 300_000 },
  async (_, example) => {
    const all = [...brokenTexts(example)];
    const sweep = new Sweep(example);
    const failures: string[] = [];
    for (const [index, broken] of sampleOf(all).entries())
      failures.push(...(await sweep.tried(broken, index % SLOW === 0 ? () => true : undefined)));
    expect(failures.slice(0, 5)).toEqual([]);
  },
);

test.each(examples().map((example) => [example.path, example] as const))(
  "%s as it is, at every different word",
  { timeout: 300_000 },
  async (_, example) => {
    const sweep = new Sweep(example);
    const failures: string[] = [];
    for (const whole of wholeTexts(example))
      failures.push(...(await sweep.tried(whole, (method) => aboutPlace.has(method))));
    expect(failures.slice(0, 5)).toEqual([]);
  },
);

/** Evenly spread, half of them among the beginnings, which are most of all texts. */
function sampleOf(all: readonly Broken[]): readonly Broken[] {
  const firstWord = all.findIndex(({ about }) => about.startsWith("`"));
  const [beginnings, words] = [all.slice(0, firstWord), all.slice(firstWord)];
  return [beginnings, words].flatMap((texts) =>
    Array.from(
      { length: SAMPLE / 2 },
      (_, index) => texts[Math.floor(((index + 0.5) / SAMPLE) * 2 * texts.length)],
    ).flatMap((broken) => broken ?? []),
  );
}
