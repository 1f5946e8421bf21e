/** Checking with the zones and patterns that this package and the evaluator know. */
import { patternEngine } from "@tenet-lang/evaluator/patterns";
import { type Checkable, check } from "./check/check.ts";
import type { Model } from "./check/model.ts";
import { zonedInstant } from "./compile/zone.ts";
import type { Outcome } from "./diagnostics/diagnostic.ts";

/** Checks a loaded agreement or library; the model is null where there is an error or no agreement. */
export function checkAgreement(loaded: Checkable): Outcome<Model | null> {
  const acceptsPattern = (pattern: string): boolean => patternEngine.compile(pattern) !== null;
  return check(loaded, { instant: zonedInstant, acceptsPattern });
}
