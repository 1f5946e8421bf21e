/** Verdicts and data errors as annotations on a pull request: one line each, on the sentence that was missed. */
import type { JudgeResult, Verdict } from "@tenet-lang/evaluator";
import { errorWords } from "./data-text.ts";
import { missedLimits, type ResultNames, verdictGrounds, verdictTitle } from "./words.ts";
import { type Annotation, workflowCommand } from "./workflow-command.ts";

/** Misses are errors, warnings are warnings, what could not be judged is a notice. */
export function verdictsGithub(result: JudgeResult, names: ResultNames): string {
  const annotations = [
    ...problemAnnotations(result, names),
    ...result.verdicts.flatMap((verdict) => verdictAnnotation(verdict, names)),
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
