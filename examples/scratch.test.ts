import { existsSync, readFileSync } from "node:fs";
import { it, vi } from "vitest";
vi.mock("@tenet-lang/evaluator/patterns", () => ({ patternEngine: { compile: (p: string) => { const r = new RegExp(p, "u"); return (t: string) => r.test(t); } } }));
import { judge } from "@tenet-lang/evaluator";
import { csv } from "@tenet-lang/evaluator/read";
import { checkAgreement } from "../packages/language/src/check-agreement.ts";
import { compile } from "../packages/language/src/compile/compile.ts";
import { loadAgreement } from "../packages/language/src/workspace/load.ts";
import { runTests } from "../packages/language/src/testing/run-tests.ts";
import { palette } from "../packages/cli/src/reporters/palette.ts";
import { verdictsText } from "../packages/cli/src/reporters/verdicts-text.ts";
import { examples } from "./examples.ts";
const root = "examples";
const only = process.env.ONLY ?? "";
it("x", async () => {
  for (const e of examples.filter((e) => e.path.includes(only))) {
    const loaded = loadAgreement(e.path, (x) => existsSync(`${root}/${x}`) ? readFileSync(`${root}/${x}`, "utf8") : null);
    const c = checkAgreement(loaded);
    for (const d of [...loaded.diagnostics, ...c.diagnostics]) if (d.severity === "error") console.log(d.message);
    if (!c.value) continue;
    const b = compile(c.value).value!;
    const folder = `${root}/${e.path.split("/")[0]}`;
    if (process.env.MODE !== "judge") {
      const r = runTests(c.value, b, (p) => existsSync(`${folder}/${p}`) ? readFileSync(`${folder}/${p}`) : null);
      console.log(`## ${e.path} passed ${r.passed} failed ${r.failed}\n` + r.tests.filter((t) => !t.passed).map((t) => `  ${t.name} asOf ${t.asOf}\n` + t.problems.map((p) => `     PROBLEM ${p.file}:${p.line} ${p.message}`).join("\n") + t.expectations.filter((x) => !x.passed).map((x) => `\n     ${x.origin.text}: expected ${x.expected}, got ${x.actual}\n        ${x.reasons.join("\n        ")}`).join("")).join("\n"));
    }
    if (process.env.MODE !== "test") {
      const src: any = {};
      for (const t of [...b.datasets, ...(b.partners ? [{ name: "partners", source: b.partners.source }] : [])]) src[t.name] = csv(t.source, [readFileSync(`${folder}/${t.source}`)]);
      const t0 = Date.now();
      const res = await judge(b, src, { asOf: e.asOf, patterns: { compile: (p: string) => { const r = new RegExp(p, "u"); return (t: string) => r.test(t); } } });
      console.log(`## ${e.path} ${Date.now() - t0}ms\n` + verdictsText(res, { palette: palette(false), width: 110 }));
    }
  }
});
