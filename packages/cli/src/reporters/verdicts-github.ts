/** Verdicts and data errors as annotations on a pull request: one line each, on the sentence that was missed. */
import type { Finding, JudgeResult, Verdict } from "@tenet-lang/evaluator";
import { errorWords } from "./data-text.ts";
import { findingName, findingTitle, isFound } from "./finding-words.ts";
import { missedLimits, type ResultNames, verdictGrounds, verdictTitle } from "./words.ts";
import { type Annotation, workflowCommand } from "./workflow-command.ts";

/** Misses are errors, warnings are warnings; what could not be judged, and what follows, is a notice. */
export function verdictsGithub(result: JudgeResult, names: ResultNames): string {
  const annotations = [
    ...problemAnnotations(result, names),
    ...result.verdicts.flatMap((verdict) => verdictAnnotation(verdict, names)),
    ...result.findings.filter(isNews).map((finding) => findingAnnotation(finding, names)),
  ];
  return annotations.map((annotation) => `${workflowCommand(annotation)}\n`).join("");
}

function verdictAnnotation(verdict: Verdict, { pathOf }: ResultNames): readonly Annotation[] {
  const level = levelOf(verdict);
  if (level === null) return [];
  const origin = missedLimits(verdict)[0]?.origin ?? verdict.origin;
  const title = verdict.label;
  const message = [verdictTitle(verdict), ...verdictGrounds(verdict)];
  return [{ level, file: pathOf(origin.file), line: origin.line, title, message }];
}

/** What is new in its period: scores and levels are there in each, a step only where it begins. */
function isNews(finding: Finding): boolean {
  if (finding.kind === "scorecard" || finding.kind === "tiers") return false;
  if (finding.kind === "escalation") return finding.details.found.length > 0;
  return finding.kind === "ratchet" ? isFound(finding) && finding.details.begins : isFound(finding);
}

function findingAnnotation(finding: Finding, { pathOf }: ResultNames): Annotation {
  const { origin } = finding.lines[0] ?? finding;
  const message = [findingTitle(finding), ...finding.reasons];
  return {
    level: "notice",
    file: pathOf(origin.file),
    line: origin.line,
    title: findingName(finding),
    message,
  };
}

function levelOf(verdict: Verdict): Annotation["level"] | null {
  if (verdict.verdict === "missed") return "error";
  if (verdict.flags.includes("warning")) return "warning";
  return verdict.verdict === "not_enough_data" ? "notice" : null;
}

function problemAnnotations(result: JudgeResult, { pathOf, dataOf }: ResultNames): readonly Annotation[] {
  const level = result.problems.length > 0 ? "error" : "warning";
  const file = pathOf("");
  return [
    ...result.problems.map(
      ({ code, message }): Annotation => ({
        level: "error",
        file,
        line: null,
        title: code,
        message: [message],
      }),
    ),
    ...result.data
      .flatMap((summary) => summary.errors)
      .map(
        (error): Annotation => ({
          level,
          file: dataOf(error.source),
          line: error.row,
          title: error.code,
          message: [errorWords(error)],
        }),
      ),
  ];
}
