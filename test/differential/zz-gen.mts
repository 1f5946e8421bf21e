import fc from "fast-check";
import { cases } from "/work/main/test/differential/cases.ts";
const [c] = fc.sample(cases, { seed: Number(process.argv[2] ?? 1), numRuns: 1 });
console.log(c.text); console.log(c.asOf, Object.entries(c.data).map(([n, r]) => n + ":" + r.length).join(" ")); console.log(JSON.stringify(c.data.visits.slice(0,3)));
