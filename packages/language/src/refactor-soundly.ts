/** Refactorings with the checks that this package knows; see `refactor/refactorings.ts`. */
import { checkAgreement } from "./check-agreement.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Refactoring } from "./refactor/refactoring.ts";
import { isSoundAfter } from "./refactor/sound.ts";
import type { Loaded } from "./workspace/load.ts";

/** Whether an agreement, of which `before` was said, is as sound after a refactoring. */
export function staysSound(loaded: Loaded, before: readonly Diagnostic[], refactoring: Refactoring): boolean {
  return isSoundAfter(loaded, before, refactoring, (after) => checkAgreement(after).diagnostics);
}
