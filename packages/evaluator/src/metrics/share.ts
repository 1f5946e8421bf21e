/** `percent of POP out of POP`: rows of the first among the rows of the second; never above 100 %. */
import { type Grid, grid } from "./grid.ts";

export interface ShareAggregate {
  readonly numerator: Grid;
  readonly denominator: Grid;
  /** Rows that satisfy the numerator's condition but are not in the denominator. */
  readonly outside: Grid;
}

export function shareAggregate(): ShareAggregate {
  return { numerator: grid(), denominator: grid(), outside: grid() };
}
