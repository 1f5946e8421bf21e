import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { diagnosticsMarkdown } from "../../../../../scripts/generate-diagnostics.ts";

const committed = new URL("../../../../../grammar/diagnostics.md", import.meta.url);

test("grammar/diagnostics.md is what the rules make (npm run generate)", () => {
  expect(readFileSync(committed, "utf8")).toBe(diagnosticsMarkdown());
});

test("a rule's examples stand on the page as they are executed", () => {
  expect(diagnosticsMarkdown()).toContain("### TEN2001 unknown-name\n\nerror · §2.3.4\n");
  expect(diagnosticsMarkdown()).toContain("needs at least 30 cals otherwise not_enough_data");
});
