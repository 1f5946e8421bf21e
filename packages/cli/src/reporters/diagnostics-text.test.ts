import { sourceFile } from "@tenet-lang/language";
import { expect, test } from "vitest";
import { diagnosticOn, unknownName, withFix } from "../../../../test/cli/diagnostics.ts";
import { diagnosticsText } from "./diagnostics-text.ts";
import { palette } from "./palette.ts";

const view = {
  palette: palette(false),
  width: 80,
  helpOf: (code: string) => (code === unknownName.code ? unknownName.help : null),
  pathOf: (file: { readonly path: string }) => `contracts/${file.path}`,
};

test("a mistake is shown with its place, its law, what it relates to and its fix", () => {
  expect(diagnosticsText([withFix], view)).toMatchInlineSnapshot(`
    "error[TEN2014]: \`csat\` is not declared
     --> contracts/courier.tenet:2:12
       |
     2 |   requires csat at least 4.2
       |            ^^^^
       = see: contracts/courier.tenet:1:10: \`punctual\` asks for it here
       = help: A name that nothing declares has no meaning. Declare it, or correct
               the spelling.
       = fix: write \`csat_score\`

    1 error
    "
  `);
});

test("carets stand under what is meant, also after a tab", () => {
  const text = diagnosticsText([diagnosticOn("atleast", { code: "TEN1001", severity: "warning" })], view);
  expect(text).toMatchInlineSnapshot(`
    "warning[TEN1001]: \`atleast\` is not declared
     --> contracts/courier.tenet:3:19
       |
     3 |   requires on_time atleast 95%  # bedeutet ‚pünktlich‘
       |                    ^^^^^^^

    1 warning
    "
  `);
});

test("help is given once for each code", () => {
  const text = diagnosticsText([diagnosticOn("csat"), diagnosticOn("on_time")], view);
  expect(text.match(/help:/g)).toHaveLength(1);
  expect(text).toMatch(/2 errors\n$/);
});

test("an insertion has one caret; a span over lines ends with its first", () => {
  const empty = diagnosticOn("csat", { span: { start: 0, end: 0 } });
  expect(diagnosticsText([empty], view)).toMatch(/\| \^\n/);
  const long = diagnosticOn("csat", { span: { start: 9, end: 80 } });
  expect(diagnosticsText([long], view)).toMatch(/\| {10}\^{39}\n/);
});

test("a very long line is shown around the place", () => {
  const file = sourceFile("long.tenet", `${"a ".repeat(500)}HERE${" b".repeat(500)}`);
  const lines = diagnosticsText([diagnosticOn("HERE", {}, file)], view).split("\n");
  const source = lines.find((line) => line.includes("HERE") && line.includes("|")) ?? "";
  const carets = lines.find((line) => line.includes("^")) ?? "";
  expect(source.length).toBeLessThanOrEqual(80);
  expect(carets.indexOf("^")).toBe(source.indexOf("HERE"));
  expect(carets.trimEnd()).toHaveLength(source.indexOf("HERE") + 4);
});

test("control characters in a source line are written out and do not move the carets", () => {
  const file = sourceFile("odd.tenet", "a \u001b[31m\u202e HERE");
  const lines = diagnosticsText([diagnosticOn("HERE", {}, file)], view).split("\n");
  const source = lines.find((line) => line.includes("HERE") && line.includes("|")) ?? "";
  expect(source).toContain("a \\x1b[31m\\u{202e} HERE");
  expect(lines.find((line) => line.includes("^"))?.indexOf("^")).toBe(source.indexOf("HERE"));
});

test("nothing is said about nothing", () => {
  expect(diagnosticsText([], view)).toBe("");
});
