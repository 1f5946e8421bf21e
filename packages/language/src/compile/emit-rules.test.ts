import { runRules } from "@tenet-lang/evaluator/engine";
import { expect, it } from "vitest";
import { sampleBundle } from "../../../../test/support/sample-bundle.ts";
import { rulesJson } from "./emit-rules.ts";

it("gives the rules as indented text that json-rules-engine runs", async () => {
  const text = rulesJson(sampleBundle());
  expect(text.split("\n").slice(0, 3)).toEqual(["[", "  {", '    "name": "urgent/scope 1",']);
  expect(text.endsWith("\n]\n")).toBe(true);
  expect(JSON.parse(text)).toEqual(sampleBundle().rules);
  expect(await runRules(JSON.parse(text), { "partner:kind": "call_centre" })).toContain("urgent/scope 1");
});
