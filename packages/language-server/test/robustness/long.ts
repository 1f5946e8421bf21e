/**
 * The whole sweep: `npm run test:long-editor`. It goes on after a failure, names all of them, and ends with 1 if there
 * was one. With `TENET_STRIDE=10` only every tenth text is tried; `TENET_FIRST=3` then begins with the third, so that
 * ten processes with the firsts 1 to 10 share the sweep among them.
 */
import { brokenTexts, examples, Sweep, wholeTexts } from "./sweep.ts";

const stride = Number(process.env.TENET_STRIDE ?? 1);
const first = Number(process.env.TENET_FIRST ?? stride);
const SLOW = 500;
const said = (line: string): boolean => process.stdout.write(`${line}\n`);

let tried = 0;
let failures = 0;
for (const example of examples()) {
  const sweep = new Sweep(example);
  let number = 0;
  for (const broken of [...wholeTexts(example), ...brokenTexts(example)]) {
    number += 1;
    if (number % stride !== first % stride) continue;
    const wrong = await sweep.tried(broken, tried % SLOW === 0 ? () => true : undefined);
    tried += 1;
    failures += wrong.length;
    for (const line of wrong) said(line);
  }
  said(`${example.path}: ${tried} texts, ${failures} failures`);
}
process.exitCode = failures === 0 ? 0 : 1;
