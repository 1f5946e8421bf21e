/**
 * The verdicts of one run: judges of its standards, made when they are first asked for, and what terms add.
 *
 * Ties, verdicts, duties and consequences all ask here, so that every cell is decided by the same judge.
 */

import type { PatternEngine } from "../measure/conditions.ts";
import { type Measured, partyKey } from "../measure/measure.ts";
import { BRAND } from "../measure/run.ts";
import type { StandardJudge } from "./decision.ts";
import { standardJudge } from "./judge-standard.ts";
import type { RunTerms, Terms, VerdictBook } from "./terms.ts";

export interface JudgeBook {
  readonly measured: Measured;
  readonly terms: RunTerms | null;
  /** Null for a standard that was not measured. */
  judgeOf(standard: string): StandardJudge | null;
  /** The place of a partner's key; -1 where it has none. */
  partyOf(key: string): number;
  /** Keys of the partners. */
  readonly keys: readonly string[];
}

export function judgeBook(
  measured: Measured,
  terms: Terms | null,
  { patterns = null }: { readonly patterns?: PatternEngine | null },
): JudgeBook {
  const { run, standards } = measured;
  const judges = new Map<string, StandardJudge | null>();
  const places = new Map<string, number>();
  for (let party = BRAND + 1; party < run.parties.size; party += 1) places.set(partyKey(run, party), party);
  let runTerms: RunTerms | null = null;
  function judgeOf(name: string): StandardJudge | null {
    const known = judges.get(name);
    if (known !== undefined) return known;
    const plan = run.bundle.standards.find((standard) => standard.name === name);
    const lines = standards.get(name);
    const made =
      plan === undefined || lines === undefined ? null : standardJudge(plan, lines, run, patterns, runTerms);
    judges.set(name, made);
    return made;
  }
  const verdictsOf: VerdictBook["verdictsOf"] = (standard, party) => {
    const judge = judgeOf(standard);
    if (judge === null) return [];
    return judge
      .cellsOf(party)
      .map((cell) => ({ occasion: judge.occasionOf(cell), verdict: judge.code(cell) }));
  };
  runTerms = terms?.in({ run, patterns, verdictsOf }) ?? null;
  return {
    measured,
    terms: runTerms,
    judgeOf,
    partyOf: (key) => places.get(key) ?? -1,
    keys: [...places.keys()],
  };
}
