/** The six verdicts as words in a text. */
import type { VerdictKind } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { reportUnknownVerdict } from "./rules/unknown-verdict.rule.ts";
import type { Site } from "./site.ts";

/** Verdicts that a sentence may choose: all but `pending`, which only time can lift. */
export const chosenVerdicts = ["met", "missed", "not_enough_data", "not_applicable", "excused"] as const;

/** The six verdicts. */
export const allVerdicts = [...chosenVerdicts, "pending"] as const;

/** A verdict by its name; an unknown one is reported. */
export function verdictOf(site: Site, name: ast.Name, among: readonly VerdictKind[]): VerdictKind | null {
  const verdict = among.find((one) => one === name.text);
  if (verdict === undefined) reportUnknownVerdict(site, name, among);
  return verdict ?? null;
}
