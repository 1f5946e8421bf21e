/** Which verdicts there are, said where the one that was asked for is not among them. */
import type { JudgeResult } from "@tenet-lang/evaluator";
import { inert } from "./inert.ts";
import { wrap } from "./layout.ts";
import type { View } from "./palette.ts";
import { firstOf, partyName } from "./words.ts";

const MOST_NAMES = 12;

/** The verdicts that a reader may have meant, where the one asked for does not exist. */
export function knownVerdicts(result: JudgeResult, standard: string, view: View): string {
  const verdicts = result.verdicts.filter((verdict) => verdict.standard === standard);
  const parties = firstOf([...new Set(verdicts.map(({ party }) => partyName(party)))], MOST_NAMES);
  const periods = firstOf([...new Set(verdicts.map(({ period }) => period.label))].reverse(), MOST_NAMES);
  const list = (
    what: string,
    { shown, more }: { shown: readonly string[]; more: number },
  ): readonly string[] =>
    shown.length === 0
      ? []
      : wrap(inert(`${what}: ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`), view.width);
  return [...list("parties", parties), ...list("periods", periods)].join("\n");
}
