/** What an earlier result said otherwise, verdict by verdict, with both figures. */
import type { JudgeResult, Verdict } from "@tenet-lang/evaluator";
import { inert } from "./inert.ts";
import { hanging } from "./layout.ts";
import type { View } from "./palette.ts";
import { symbols, verdictPaint } from "./verdict-cell.ts";
import { count, firstOf, partyName, restatedGrounds, verdictPeriod, verdictWords } from "./words.ts";

const MOST_RESTATED = 20;

/** The section; no lines where nothing was restated. */
export function restatedLines(result: JudgeResult, view: View): readonly string[] {
  const restated = result.verdicts.filter((verdict) => restatedGrounds(verdict).length > 0);
  if (restated.length === 0) return [];
  const { shown, more } = firstOf(restated, MOST_RESTATED);
  return [
    view.palette.heading("Restated since the earlier result"),
    ...shown.flatMap((verdict, index) => [
      ...(shown[index - 1]?.standard === verdict.standard ? [] : ["", `  ${inert(verdict.label)}`]),
      ...verdictLines(verdict, view),
    ]),
    ...(more === 0
      ? []
      : ["", view.palette.quiet(`  and ${count(more, "more", "more")}; --format json has all of them`)]),
  ];
}

function verdictLines(verdict: Verdict, { palette, width }: View): readonly string[] {
  const who = inert(`${partyName(verdict.party)}, ${verdictPeriod(verdict)}`);
  const outcome = `${symbols[verdict.verdict]} ${verdictWords(verdict.verdict)}`;
  const paint = verdictPaint(verdict.verdict, palette);
  return [
    `  ${paint(outcome)}  ${palette.heading(who)}`,
    ...restatedGrounds(verdict).flatMap((reason) => hanging("    - ", inert(reason), width)),
  ];
}
