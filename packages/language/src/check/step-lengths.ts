/** How long a step may take to be cured, and a notice to be given (SPEC §3.7.28, §3.7.30). */
import type { Length } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { businessCalendar } from "./business-days.ts";
import { wholeNumber } from "./exact.ts";
import { reportStepLength } from "./rules/step-length.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import type { Site } from "./site.ts";
import type { World } from "./world.ts";

/** A length of whole days; undefined where it was reported. */
export function stepLength(world: World, site: Site, node: ast.Quantity): Length | undefined {
  const count = wholeNumber(node.count.text, 1);
  if (count === null) reportWholeNumber(site, node.count, 1);
  const { unit, qualifier } = node;
  if (qualifier === "business" && unit === "day") {
    const calendar = businessCalendar(world, site, node.span);
    return count === null || calendar === null ? undefined : { kind: "business", days: count };
  }
  if (qualifier !== null || unit === "second" || unit === "minute" || unit === "hour") {
    reportStepLength(site, node);
    return undefined;
  }
  return count === null ? undefined : { kind: "civil", count, unit };
}
