/** An edited file is read as if it had been read from the start. */
import { expect, test } from "vitest";
import { difference, edited, excerpt, first, next, wholeTexts } from "./edit-scripts.ts";
import { seeded } from "./seeded.ts";

const seed = Number(process.env.TENET_SEED ?? 1);
const texts = wholeTexts();

/** Plays scripts of so many steps, with what is checked after a step; the first failure with its seed. */
function played(
  scripts: number,
  steps: number,
  start: (draw: (bound: number) => number) => string,
  eachStep: boolean,
) {
  for (let script = 0; script < scripts; script++) {
    const draw = seeded(seed * 1_000_003 + script);
    const earlier = [start(draw)];
    let state = first(earlier[0] ?? "");
    for (let step = 0; step < steps; step++) {
      earlier.push(edited(earlier, draw));
      state = next(state, earlier.at(-1) ?? "");
      const wrong = eachStep || step === steps - 1 ? difference(state) : null;
      if (wrong !== null) return `seed ${seed}, script ${script}, step ${step}: ${wrong}`;
    }
  }
  return null;
}

test("10,000 scripts on a few declarations", { timeout: 300_000 }, () => {
  expect(played(10_000, 3, (draw) => excerpt(texts, draw), false)).toBeNull();
});

test("every step of scripts on whole agreements", () => {
  expect(played(24, 12, (draw) => texts[draw(texts.length)] ?? "", true)).toBeNull();
});
