import fc from "fast-check";
import { it } from "vitest";
import { cases } from "./cases.ts";
import { linesOfMemory, linesOfReference } from "./compare.ts";
import { judgeInMemory, judgeReference, prepare } from "./run.ts";

const strip = (l: string) =>
  l.startsWith("data") ? l.replace(/undated \d+/, "").replace(/unknown .*/, "") : l;
it("x", () => {
  for (const s of (process.env.SEEDS ?? "").split(",").map(Number)) {
    const c0 = fc.sample(cases, { seed: s, numRuns: 1 })[0]!;
    const c = { text: c0.text, ...c0.runs[0]! };
    const p = prepare(c.text);
    const m = linesOfMemory(judgeInMemory(p.bundle!, c), c.tolerateBadRows).map(strip);
    const r = linesOfReference(judgeReference(p.model!, p.bundle!, c), c.tolerateBadRows).map(strip);
    const at = m.findIndex((l, i) => l !== r[i]);
    const d = m.filter((l) => !r.includes(l)).slice(0, 6),
      e = r.filter((l) => !m.includes(l)).slice(0, 6);
    console.log(
      s,
      c.text.slice(c.text.indexOf("metric m1")),
      c.asOf,
      /time zone .*/.exec(c.text)![0],
      /effective .*/.exec(c.text)![0],
      "\nM only",
      d,
      "\nR only",
      e,
      "\nat",
      m.slice(at - 1, at + 4),
      r.slice(at - 1, at + 4),
    );
  }
}, 110000);
