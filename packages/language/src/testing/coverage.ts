/**
 * What the tests of an agreement have tried of its standards: for every row of a limit, how often a verdict that a
 * test expects was decided by it, and which way. A promise is tried when tests stand on both sides of its limit.
 */
import type { LimitResult, Origin, Verdict } from "@tenet-lang/evaluator";
import type { Model, StandardModel } from "../check/model.ts";

/** A row of a limit: `at least 95% where partner.size is large`. */
export interface TriedLimit {
  readonly metric: string;
  readonly origin: Origin;
  /** How many times it was met, and missed. */
  readonly met: number;
  readonly missed: number;
}

export interface TriedStandard {
  readonly name: string;
  readonly label: string;
  readonly origin: Origin;
  /** How many verdicts on it tests expected. */
  readonly verdicts: number;
  readonly limits: readonly TriedLimit[];
}

/** All standards of an agreement, with what these verdicts tried of them. */
export function coverageOf({ standards }: Model, verdicts: readonly Verdict[]): readonly TriedStandard[] {
  return standards.map((standard) => {
    const own = verdicts.filter((verdict) => verdict.standard === standard.name);
    const { name, label, origin } = standard;
    return { name, label, origin, verdicts: own.length, limits: triedLimits(standard, own) };
  });
}

function triedLimits({ requires }: StandardModel, verdicts: readonly Verdict[]): readonly TriedLimit[] {
  const results = verdicts.flatMap(({ limits }) => limits);
  const rows = requires.flatMap(({ alternatives }) =>
    alternatives.flatMap(({ metric, rows }) => rows.map(({ origin }) => ({ metric, origin }))),
  );
  return rows.map(({ metric, origin }) => {
    const own = results.filter((result) => result.metric === metric && isAt(origin, result));
    const times = (met: boolean): number => own.filter((result) => result.met === met).length;
    return { metric, origin, met: times(true), missed: times(false) };
  });
}

function isAt({ file, line, text }: Origin, { origin }: LimitResult): boolean {
  return origin.file === file && origin.line === line && origin.text === text;
}
