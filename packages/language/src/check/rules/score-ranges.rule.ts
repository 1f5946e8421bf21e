import type { Ratio } from "@tenet-lang/evaluator";
import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type * as ast from "../../syntax/ast.ts";
import { compareRatios } from "../exact.ts";
import { relatedAt, type Site } from "../site.ts";

function example(detractors: string): string {
  return `dataset answers from "answers.csv" one row per line
  dated given_on
  field given_on date
  field likely number from 0 to 10

metric nps net score of likely in answers promoters 9 to 10 detractors ${detractors}
`;
}

/** Promoters and detractors that overlap. */
export const scoreRanges: DiagnosticRule = {
  code: "TEN2407",
  name: "score-ranges",
  severity: "error",
  spec: "§3.5.12",
  summary: "An answer is a promoter's or a detractor's, never both.",
  help: "A row in both ranges would cancel itself out. Both ends of a range belong to it.",
  examples: { invalid: example("0 to 9"), valid: example("0 to 6") },
  fix: "offered",
};

type Range = readonly [Ratio, Ratio];

/** Whether the two ranges part the answers; if not, that is reported. */
export function checkScoreRanges(
  site: Site,
  node: {
    readonly promoters: readonly [ast.NumberValue, ast.NumberValue];
    readonly detractors: readonly [ast.NumberValue, ast.NumberValue];
  },
  promoters: Range,
  detractors: Range,
): boolean {
  const apart =
    compareRatios(detractors[1], promoters[0]) < 0 || compareRatios(promoters[1], detractors[0]) < 0;
  if (!apart)
    site.say(
      scoreRanges,
      across(...node.detractors),
      "an answer could be a promoter's and a detractor's at once",
      { related: [relatedAt(site, across(...node.promoters), "the promoters' answers stand here")] },
    );
  return apart;
}

function across(from: ast.NumberValue, to: ast.NumberValue): Span {
  return { start: from.span.start, end: to.span.end };
}
