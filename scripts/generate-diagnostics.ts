/**
 * The diagnostics as a document: `grammar/diagnostics.md`, made from the rules themselves. Every example on the page
 * is the one that the rule's test executes.
 */
import { type DataCode, dataCodes } from "../packages/evaluator/src/codes/codes.ts";
import { allRules } from "../packages/language/src/all-rules.ts";
import type { DiagnosticRule } from "../packages/language/src/diagnostics/diagnostic.ts";
import { fencedExample, rulePage } from "../packages/language/src/diagnostics/rule-page.ts";

/** The phases, by the first digit of their codes. */
const phases: readonly (readonly [digit: string, title: string])[] = [
  ["1", "Reading the text"],
  ["2", "Checking the agreement"],
  ["3", "Making the bundle"],
];

/** The page. */
export function diagnosticsMarkdown(): string {
  const parts = phases.flatMap(([digit, title]) => {
    const rules = allRules.filter(({ code }) => code.startsWith(`TEN${digit}`));
    return rules.length === 0
      ? []
      : [`## ${title}`, contents(rules), ...rules.map((rule) => rulePage(rule, 3))];
  });
  const data = ["## Reading the data", aboutData, contentsOfData(), ...dataCodes.map(dataEntry)];
  return `${[header, ...parts, ...data].join("\n\n")}\n`;
}

const header = `# Diagnostics

Everything that Tenet says about a text or about data, by code. Codes are permanent. An *error* stops the text from becoming a
bundle, a *warning* is surely a mistake, a *hint* is a matter of style. \`tenet explain CODE\` shows the same text in a
terminal. The sections named are those of [SPEC.md](SPEC.md).`;

const aboutData = `Codes that begin with 4 are said of data, and of calls that no data could answer. An error names the file, the
line and the column; a value of a personal field is never shown. Every one of them stops the run unless bad rows are
tolerated (§4.7.8).`;

function contents(rules: readonly DiagnosticRule[]): string {
  const rows = rules.map(
    ({ code, name, severity, summary }) =>
      `| [${code}](#${anchor(code, name)}) | ${name} | ${severity} | ${summary.replaceAll("|", "\\|")} |`,
  );
  return ["| code | name | severity | law |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function anchor(code: string, name: string): string {
  return `${code.toLowerCase()}-${name}`;
}

function contentsOfData(): string {
  const rows = dataCodes.map(
    ({ code, name, summary }) => `| [${code}](#${anchor(code, name)}) | ${name} | ${summary} |`,
  );
  return ["| code | name | what happened |", "| --- | --- | --- |", ...rows].join("\n");
}

function dataEntry({ code, name, spec, summary, why, todo, example }: DataCode): string {
  return [
    `### ${code} ${name}`,
    `data · ${spec}`,
    `**${summary}** ${why}`,
    `What to do: ${todo}`,
    ...exampleOf(example),
    `Said: ${example.says}`,
  ].join("\n\n");
}

function exampleOf(example: DataCode["example"]): readonly string[] {
  if ("call" in example) return [`Example: ${example.call}`];
  const { agreement, others = {}, file, text } = example;
  const files = Object.entries({ ...others, [file]: text });
  return [
    "Agreement:",
    fencedExample(agreement),
    ...files.flatMap(([name, held]) => [`\`${name}\`:`, fencedExample(held, "text")]),
  ];
}
