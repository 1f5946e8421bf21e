/** Events in words: `missed 2 times in a row`, `met`. */
import type { EventPlan } from "../bundle/consequence-plan.ts";

export function eventWords({ what, count }: EventPlan): string {
  switch (count.kind) {
    case "once":
      return what;
    case "row":
      return count.length === 1 ? what : `${what} ${count.length} times in a row`;
    case "times": {
      const unit = count.span.replace("_", " ");
      const units = count.spans === 1 ? `one ${unit}` : `${count.spans} ${unit}s`;
      return `${what} ${count.times === 1 ? "once" : `${count.times} times`} within ${units}`;
    }
  }
}
