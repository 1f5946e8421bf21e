/**
 * A million edits, each compared with reading the text from the start: `npm run test:long-edits`. It goes on after a
 * difference, names all of them, and ends with 1 if there was one.
 */
import { difference, edited, excerpt, first, next, wholeTexts } from "./edit-scripts.ts";
import { seeded } from "./seeded.ts";

const wanted = Number(process.env.TENET_CASES ?? 1_000_000);
const seed = Number(process.env.TENET_SEED ?? 1);
const stepsOfScript = 40;
const editsBetweenReports = 50_000;
const said = (line: string): boolean => process.stdout.write(`${line}\n`);

const texts = wholeTexts();
let differences = 0;
let edits = 0;
for (let script = 0; edits < wanted; script++) {
  const draw = seeded(seed * 1_000_003 + script);
  // Most scripts work on a few declarations, which costs little; every fiftieth on a whole agreement.
  const earlier = [script % 50 === 0 ? (texts[draw(texts.length)] ?? "") : excerpt(texts, draw)];
  let state = first(earlier[0] ?? "");
  for (let step = 0; step < stepsOfScript && edits < wanted; step++) {
    earlier.push(edited(earlier, draw));
    state = next(state, earlier.at(-1) ?? "");
    edits += 1;
    if (edits % editsBetweenReports === 0) said(`${edits} edits, ${differences} differences`);
    const wrong = difference(state);
    if (wrong === null) continue;
    differences += 1;
    said(`seed ${seed}, script ${script}, step ${step}: ${wrong}`);
    break;
  }
}
said(`${edits} edits, ${differences} differences`);
process.exitCode = differences === 0 ? 0 : 1;
