/**
 * The reference evaluator: the law of the language, written to be read beside SPEC.md and never to be fast.
 *
 * It goes from the checked model and plain rows of text to verdicts by filtering arrays, sorting and folding, with
 * exact rationals. It shares no code with the evaluator, only types, the zone table and the pattern library; where
 * the two disagree, one of them has misread the law. `cells` reads cells, `rows` decides what becomes of rows,
 * `windows` places judgements in time, `views` shows a window's rows to `metrics`, `standards` gives verdicts, and
 * `decisions` says which rules must fire.
 */

import type { ZoneTable } from "@tenet-lang/evaluator";
import type { Model } from "../../packages/language/src/check/model.ts";
import { textOrder } from "./conditions.ts";
import type { RawData, Row } from "./parse.ts";
import { datasetsCounted } from "./reads.ts";
import { type Fate, type RowError, readTables } from "./rows.ts";
import { judgeStandard, type ReferenceVerdict } from "./standards.ts";
import { readInstant } from "./time.ts";
import type { World } from "./views.ts";

export interface ReferenceResult {
  /** Empty where data errors made judging impossible. */
  readonly verdicts: readonly ReferenceVerdict[];
  readonly data: readonly Fate[];
  readonly errors: readonly RowError[];
  readonly isRefused: boolean;
  readonly world: World;
}

/** Judges rows under an agreement, as known at an instant; up to `tolerateBadRows` bad rows are set aside (§4.7). */
export function judgeByReference(
  model: Model,
  zone: ZoneTable,
  data: RawData,
  options: { readonly asOf: string; readonly tolerateBadRows?: number },
): ReferenceResult {
  const asOf = readInstant(options.asOf);
  const tables = readTables(model.datasets, model.partners, data, zone, asOf, datasetsCounted(model));
  const errors = [...tables.errors];
  const refuse = (rows: readonly Row[], reason: string): void => {
    errors.push({ dataset: rows[0]?.dataset ?? "", line: rows[0]?.line ?? 0, column: null, reason });
  };
  const world: World = { model, frame: { agreement: model.agreement, zone, asOf }, tables, refuse };
  const tolerable = tables.errors.length <= (options.tolerateBadRows ?? 0);
  const standards = [...model.standards].sort((a, b) => textOrder(a.name, b.name));
  const verdicts = tolerable ? standards.flatMap((standard) => judgeStandard(standard, world)) : [];
  const isRefused = !tolerable || errors.length > tables.errors.length;
  return { verdicts: isRefused ? [] : verdicts, data: tables.fates, errors, isRefused, world };
}
