import fc from "fast-check";
import { it } from "vitest";
import { cases } from "./cases.ts";
import { linesOfMemory, linesOfReference } from "./compare.ts";
import { judgeInMemory, judgeReference, prepare } from "./run.ts";

const strip = (l: string) =>
  l.startsWith("data") ? l.replace(/undated \d+/, "").replace(/unknown .*/, "") : l;
const known = (_m: string, _r: string) => false;
const firstNew = (m: string[], r: string[]) => {
  for (let i = 0; i < Math.max(m.length, r.length); i++) {
    if (m[i] !== r[i] && !(m[i] && r[i] && known(m[i]!, r[i]!))) return { memory: m[i], reference: r[i] };
  }
  return null;
};
it("x", () => {
  const n = new Map<string, number>();
  const diffs: string[] = [];
  const seed0 = Number(process.env.SEED ?? 1000),
    N = Number(process.env.N ?? 100);
  const verdicts = new Map<string, number>();
  let tm = 0,
    tr = 0,
    tp = 0;
  for (let s = seed0; s < seed0 + N; s++) {
    const c0 = fc.sample(cases, { seed: s, numRuns: 1 })[0]!;
    const c = { text: c0.text, ...c0.runs[0]! };
    const t0 = performance.now();
    const p = prepare(c.text);
    tp += performance.now() - t0;
    if (!p.model || !p.bundle) {
      for (const d of p.diagnostics)
        if (d.severity === "error") {
          const k = d.message;
          n.set(k, (n.get(k) ?? 0) + 1);
        }
      continue;
    }
    try {
      const t1 = performance.now();
      const r = judgeReference(p.model, p.bundle, c);
      const t2 = performance.now();
      const m = judgeInMemory(p.bundle, c);
      tr += t2 - t1;
      tm += performance.now() - t2;
      for (const v of r.verdicts) verdicts.set(v.verdict, (verdicts.get(v.verdict) ?? 0) + 1);
      const d = firstNew(
        linesOfMemory(m, c.tolerateBadRows).map(strip),
        linesOfReference(r, c.tolerateBadRows).map(strip),
      );
      if (d)
        diffs.push(
          `${s}\n  M ${d.memory}\n  R ${d.reference}\n  ${m.problems.map((x) => x.message).join()} ${r.errors
            .slice(0, 2)
            .map((e) => e.reason)
            .join()}`,
        );
    } catch (e) {
      diffs.push(`${s} THROW ${(e as Error).stack?.slice(0, 600)}`);
    }
  }
  console.log([...n], [...verdicts], Math.round(tp), Math.round(tr), Math.round(tm));
  console.log(diffs.length, "differences of", N);
  console.log(diffs.slice(0, Number(process.env.SHOW ?? 12)).join("\n"));
}, 110000);
