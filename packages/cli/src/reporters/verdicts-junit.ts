/** Verdicts as test cases: a standard is a suite, a party's period a case; data errors are cases that could not run. */
import type { JudgeResult, Verdict } from "@tenet-lang/evaluator";
import { errorWords } from "./data-text.ts";
import { findingName, findingTitle, isFound } from "./finding-words.ts";
import { byDeclaration } from "./findings-text.ts";
import { type Case, junitXml, type Suite } from "./junit.ts";
import { partyName, verdictGrounds, verdictPeriod, verdictTitle } from "./words.ts";

/** Missed is a failure; met passes, everything else is skipped with its reason. */
export function verdictsJunit(result: JudgeResult): string {
  const suites = new Map<string, Suite & { readonly cases: Case[] }>();
  for (const verdict of result.verdicts) {
    const suite = suites.get(verdict.standard) ?? { name: verdict.label, cases: [] };
    suite.cases.push(caseOf(verdict));
    suites.set(verdict.standard, suite);
  }
  return junitXml([...dataSuite(result), ...suites.values(), ...findingSuites(result)]);
}

/** What was found of each consequence: nothing that could fail, so that it stands in the record. */
function findingSuites(result: JudgeResult): readonly Suite[] {
  return byDeclaration(result.findings.filter(isFound)).map((findings) => ({
    name: findings[0] === undefined ? "" : findingName(findings[0]),
    cases: findings.map(
      (finding): Case => ({
        name: findingTitle(finding),
        className: finding.name,
        outcome: "passed",
        message: "",
      }),
    ),
  }));
}

function caseOf(verdict: Verdict): Case {
  const base = {
    name: `${partyName(verdict.party)}, ${verdictPeriod(verdict)}`,
    className: verdict.standard,
  };
  const grounds = verdictGrounds(verdict);
  if (verdict.verdict === "met") return { ...base, outcome: "passed", message: "" };
  if (verdict.verdict === "missed")
    return { ...base, outcome: "failure", message: grounds[0] ?? verdictTitle(verdict), details: grounds };
  const [reason] = grounds;
  const words = verdict.verdict.replaceAll("_", " ");
  return { ...base, outcome: "skipped", message: reason === undefined ? words : `${words}: ${reason}` };
}

function dataSuite(result: JudgeResult): readonly Suite[] {
  if (result.problems.length === 0) return [];
  const details = result.data.flatMap((summary) => summary.errors).map(errorWords);
  const cases = result.problems.map(
    ({ code, message }): Case => ({ name: code, className: "data", outcome: "error", message, details }),
  );
  return [{ name: "Data", cases }];
}
