import fc from "fast-check";
import { it } from "vitest";
import { cases } from "./cases.ts";
import { judgeInMemory, judgeReference, prepare, shown } from "./run.ts";

it("x", () => {
  const all = fc.sample(cases, { seed: 5, numRuns: 50 });
  const codes = new Map<string, number>();
  for (const c of all) {
    const p = prepare(c.text);
    for (const d of p.diagnostics) {
      const s = shown(d);
      const k = `${d.severity} ${d.code}`;
      if (!codes.has(k)) console.log(s, "\n", c.text.split("\n")[Number(s.split(" ")[2].split(":")[0]) - 1]);
      codes.set(k, (codes.get(k) ?? 0) + 1);
    }
    if (p.model && p.bundle) {
      const r = judgeReference(p.model, p.bundle, c);
      const m = judgeInMemory(p.bundle, c);
      console.log(r.verdicts.length, m.verdicts.length, m.problems.map((x) => x.message).join());
    }
  }
  console.log([...codes]);
});
