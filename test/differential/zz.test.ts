import fc from "fast-check";
import { it } from "vitest";
import { cases } from "./cases.ts";
import { prepare } from "./run.ts";
it("x", () => {
  const n = new Map<string, number>();
  for (const c of fc.sample(cases, { seed: 5, numRuns: 400 })) for (const d of prepare(c.text).diagnostics) if (d.severity === "error") { const k = d.message.slice(0, 60); n.set(k, (n.get(k) ?? 0) + 1); }
  console.log([...n]);
}, 100000);
