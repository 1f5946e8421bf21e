/** JUnit XML, as CI systems read it: suites of cases that passed, failed, were skipped or could not be run. */
import { inert } from "./inert.ts";

/** One test case. */
export interface Case {
  readonly name: string;
  readonly className: string;
  readonly outcome: "passed" | "failure" | "skipped" | "error";
  /** One line; empty where the case passed. */
  readonly message: string;
  readonly details?: readonly string[];
}

/** Cases that belong together. */
export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** The document. It holds no times, so that equal results give equal bytes. */
export function junitXml(suites: readonly Suite[]): string {
  const all = suites.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="tenet" ${counts(all)}>`,
    ...suites.flatMap(suiteLines),
    "</testsuites>",
    "",
  ].join("\n");
}

function suiteLines(suite: Suite): readonly string[] {
  return [
    `  <testsuite name="${attribute(suite.name)}" ${counts(suite.cases)}>`,
    ...suite.cases.flatMap(caseLines),
    "  </testsuite>",
  ];
}

function caseLines({ name, className, outcome, message, details }: Case): readonly string[] {
  const open = `    <testcase classname="${attribute(className)}" name="${attribute(name)}"`;
  if (outcome === "passed") return [`${open}/>`];
  if (outcome === "skipped")
    return [`${open}>`, `      <skipped message="${attribute(message)}"/>`, "    </testcase>"];
  return [
    `${open}>`,
    `      <${outcome} message="${attribute(message)}">${(details ?? []).map(content).join("\n")}</${outcome}>`,
    "    </testcase>",
  ];
}

function counts(cases: readonly Case[]): string {
  const number = (outcome: Case["outcome"]): number =>
    cases.filter((each) => each.outcome === outcome).length;
  return `tests="${cases.length}" failures="${number("failure")}" errors="${number("error")}" skipped="${number("skipped")}"`;
}

/** Control characters, which XML cannot hold at all, were written out by `inert` before. */
function content(text: string): string {
  return inert(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function attribute(text: string): string {
  return content(text).replaceAll('"', "&quot;").replaceAll("'", "&apos;");
}
