/** Verdicts for code scanning: a standard is a rule, a miss a result on the sentence that states the limit. */
import type { DataError, JudgeResult, Verdict } from "@tenet-lang/evaluator";
import { errorWords } from "./data-text.ts";
import { type SarifResult, type SarifRule, sarifLog } from "./sarif.ts";
import { missedLimits, type ResultNames, verdictGrounds, verdictTitle } from "./words.ts";

/** What the log says beside the result. */
export interface SarifOptions extends ResultNames {
  readonly version: string;
}

/** Misses, warnings, and what kept the data from being read. */
export function verdictsSarif(result: JudgeResult, options: SarifOptions): string {
  const results = [
    ...dataResults(result, options),
    ...result.verdicts.flatMap((verdict) => verdictResult(verdict, options)),
  ];
  const used = new Set(results.map((each) => each.rule));
  const rules = [...standardRules(result), ...dataRules(result)].filter((rule) => used.has(rule.id));
  return sarifLog(rules, results, options.version);
}

function standardRules(result: JudgeResult): readonly SarifRule[] {
  const labels = new Map(result.verdicts.map((verdict) => [verdict.standard, verdict.label]));
  const { label, version } = result.agreement;
  return [...labels].map(([name, summary]) => ({
    id: name,
    name,
    summary,
    help: `A standard of ${label} ${version}. A result is a verdict on one party and period; run tenet explain for the whole of it.`,
  }));
}

function dataRules(result: JudgeResult): readonly SarifRule[] {
  const codes = [...result.problems, ...result.data.flatMap((summary) => summary.errors)].map(
    ({ code }) => code,
  );
  return [...new Set(codes)].map((code) => ({
    id: code,
    name: code,
    summary: "The data could not be read as the agreement declares it.",
    help: "Correct the file, or tolerate a number of such rows: --tolerate-bad-rows N sets them aside and lists them.",
  }));
}

function verdictResult(verdict: Verdict, { pathOf }: SarifOptions): readonly SarifResult[] {
  const isMissed = verdict.verdict === "missed";
  if (!isMissed && !verdict.flags.includes("warning")) return [];
  const origin = missedLimits(verdict)[0]?.origin ?? verdict.origin;
  return [
    {
      rule: verdict.standard,
      level: isMissed ? "error" : "warning",
      message: [verdictTitle(verdict), ...verdictGrounds(verdict)].join("; "),
      place: { path: pathOf(origin.file), region: { startLine: origin.line } },
      subject: [verdict.standard, verdict.party.kind, verdict.party.key, verdict.period.label].join("/"),
    },
  ];
}

function dataResults(result: JudgeResult, { pathOf, dataOf }: SarifOptions): readonly SarifResult[] {
  const level = result.problems.length > 0 ? "error" : "warning";
  return [
    ...result.problems.map(
      ({ code, message }): SarifResult => ({
        rule: code,
        level: "error",
        message,
        place: { path: pathOf(""), region: null },
        subject: `${code}/${message}`,
      }),
    ),
    ...result.data
      .flatMap((summary) => summary.errors)
      .map((error) => dataResult(error, level, dataOf(error.source))),
  ];
}

function dataResult(error: DataError, level: SarifResult["level"], path: string): SarifResult {
  return {
    rule: error.code,
    level,
    message: errorWords(error),
    place: { path, region: error.row === null ? null : { startLine: error.row } },
    subject: [error.code, path, error.row ?? "", error.column ?? ""].join("/"),
  };
}
