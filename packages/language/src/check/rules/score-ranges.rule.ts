import type { FieldType, Ratio } from "@tenet-lang/evaluator";
import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { compareRatios } from "../exact.ts";
import type { Site } from "../site.ts";

function example(detractors: string): string {
  return `dataset answers from "answers.csv" one row per line
  field likely number from 0 to 10

metric nps net score of likely in answers promoters 9 to 10 detractors ${detractors}
`;
}

/** Promoters and detractors that overlap, or that no answer can be. */
export const scoreRanges: DiagnosticRule = {
  code: "TEN2407",
  name: "score-ranges",
  severity: "error",
  spec: "§3.5",
  summary: "An answer is a promoter's or a detractor's, never both, and both ranges lie within the field's own.",
  help: "A row in both ranges would cancel itself out. Both ends of a range belong to it.",
  examples: { invalid: example("0 to 9"), valid: example("0 to 6") },
  fix: { none: "where the ranges part is a decision of the parties" },
};

type Range = readonly [Ratio, Ratio];

/** Whether the two ranges part the answers; if not, that is reported. */
export function checkScoreRanges(
  site: Site,
  node: { readonly promoters: readonly [ast.NumberValue, ast.NumberValue]; readonly detractors: readonly [ast.NumberValue, ast.NumberValue] },
  field: { readonly name: string; readonly plan: { readonly type: FieldType } | null },
  promoters: Range,
  detractors: Range,
): boolean {
  const type = field.plan?.type;
  for (const [range, [from, to], words] of [[promoters, node.promoters, "promoters"], [detractors, node.detractors, "detractors"]] as const) {
    if (type?.kind !== "number" || isWithin(range, type)) continue;
    const span = { start: from.span.start, end: to.span.end };
    site.say(scoreRanges, span, `no answer can be among these ${words}: \`${field.name}\` does not reach so far`);
    return false;
  }
  const apart = compareRatios(detractors[1], promoters[0]) < 0 || compareRatios(promoters[1], detractors[0]) < 0;
  const [from, to] = node.detractors;
  if (!apart) site.say(scoreRanges, { start: from.span.start, end: to.span.end }, "an answer could be a promoter's and a detractor's at once");
  return apart;
}

function isWithin([from, to]: Range, type: Extract<FieldType, { readonly kind: "number" }>): boolean {
  const aboveLow = type.from === null || compareRatios(type.from, from) <= 0;
  return aboveLow && (type.to === null || compareRatios(to, type.to) <= 0);
}
