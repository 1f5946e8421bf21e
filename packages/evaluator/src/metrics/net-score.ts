/** `net score of FIELD`: promoters less detractors among all answers, times 100. */
import { type Grid, grid } from "./grid.ts";

export interface NetScoreAggregate {
  /** Takes one answer. */
  add(cell: number, kind: "promoter" | "detractor" | "passive"): void;
  readonly answers: Grid;
  readonly promoters: Grid;
  readonly detractors: Grid;
}

export function netScoreAggregate(): NetScoreAggregate {
  const [answers, promoters, detractors] = [grid(), grid(), grid()];
  return {
    answers,
    promoters,
    detractors,
    add(cell, kind) {
      answers.add(cell, 1);
      if (kind === "promoter") promoters.add(cell, 1);
      if (kind === "detractor") detractors.add(cell, 1);
    },
  };
}
