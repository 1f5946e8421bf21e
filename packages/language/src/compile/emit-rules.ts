/** The decisions of a bundle for other programs that run json-rules-engine. */
import type { Bundle } from "@tenet-lang/evaluator";

/**
 * The rules as a JSON list, in the bundle's order, ready to be added to an engine one by one. They use the operators
 * `strict:…` only, which that engine must be given.
 */
export function rulesJson(bundle: Bundle): string {
  return `${JSON.stringify(bundle.rules, null, 2)}\n`;
}
