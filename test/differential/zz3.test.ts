import fc from "fast-check";
import { it } from "vitest";
import { cases } from "./cases.ts";
import { judgeInMemory, judgeReference, prepare } from "./run.ts";
it("x", () => {
  for (const s of (process.env.SEEDS ?? "").split(",").map(Number)) {
    const c0 = fc.sample(cases, { seed: s, numRuns: 1 })[0]!; const c = c0.runs[0]!;
    const p = prepare(c0.text);
    const m = judgeInMemory(p.bundle!, c), r = judgeReference(p.model!, p.bundle!, c);
    const me = m.data.flatMap((d) => d.errors.map((e) => `${d.dataset} ${e.row} ${e.column} ${e.value} ${e.message}`));
    const re = r.errors.map((e) => `${e.dataset} ${e.line} ${e.column} ${e.reason}`);
    const key = (l: string) => l.split(" ").slice(0, 2).join(" ");
    console.log("M", me.filter((l) => !re.some((o) => key(o) === key(l))), "R", re.filter((l) => !me.some((o) => key(o) === key(l))));
  }
});
