/**
 * Judging while rows still come in.
 *
 * An open run takes rows one at a time and gives the verdicts on all rows so far as often as it is asked: the same
 * bytes as `judge` would give on the same rows. A row becomes numbers in typed columns soon after it is added and is
 * not kept as an object, so a run may hold millions of them; what judging costs, it costs anew each time it is asked.
 *
 * Every dataset of the agreement counts as given, with no rows until the first one is added: a log of letters in
 * which nobody has written yet is empty, not absent.
 */

import type { Bundle } from "../bundle/rule.ts";
import type { DatasetPlan } from "../bundle/table-plan.ts";
import type { ChunkSource, ReadContext } from "../columns/chunk.ts";
import { readTally } from "../columns/read-tally.ts";
import { gatherRows } from "../columns/rows-source.ts";
import { textPool } from "../columns/text-pool.ts";
import type { JudgeResult } from "../judge/result.ts";
import { judgeChunks } from "../judge.ts";
import { partnersPlan } from "../measure/make-run.ts";
import { type Needs, needsOf } from "../measure/needed.ts";
import { rowStore } from "../measure/store.ts";
import { isTolerant, type JudgeOptions, standardsOf } from "../options.ts";
import { zoneClock } from "../time/zone.ts";

export interface OpenRun {
  /** Takes a row of a dataset (of the partners: `partners`), an object keyed by the file's column names. */
  add(dataset: string, row: object): void;
  /** The verdicts on all rows added so far. */
  verdicts(): JudgeResult;
}

/** Opens a run of a bundle that rows are added to. */
export function open(bundle: Bundle, options: JudgeOptions): OpenRun {
  const pool = textPool();
  const parts = [options.terms?.of(bundle), options.consequences?.of(bundle)].filter(
    (part) => part !== undefined,
  );
  const needs = needsOf(
    bundle,
    isTolerant(options),
    standardsOf(bundle, options),
    options.clocks?.needs,
    parts,
  );
  const plans = [...(bundle.partners === null ? [] : [partnersPlan(bundle.partners)]), ...bundle.datasets];
  const calendars = options.clocks?.calendars(bundle).shared ?? (() => null);
  const { forms = null } = options;
  const zone = zoneClock(bundle.zone);
  const kept = new Map(
    plans.map((plan) => [plan.name, keptRows(plan, { zone, calendars, forms, pool }, needs, options)]),
  );
  const sources = new Map<string, ChunkSource>(kept);
  return {
    add(dataset, row) {
      const rows = kept.get(dataset);
      // A name that the agreement does not know is a source as well: judging names it among its problems.
      if (rows === undefined) sources.set(dataset, noRows(dataset));
      else rows.add(row);
    },
    // No source is asynchronous, so neither is the result.
    verdicts: () => judgeChunks(bundle, sources, options, pool) as JudgeResult,
  };
}

interface KeptRows extends ChunkSource {
  add(row: object): void;
}

/** The rows of one dataset in columns, as a source that may be opened again and again. */
function keptRows(
  plan: DatasetPlan,
  around: Required<Pick<ReadContext, "zone" | "calendars" | "forms" | "pool">>,
  needs: Needs,
  { maxErrors = 100 }: JudgeOptions,
): KeptRows {
  const { name, fields } = plan;
  const wanted = needs.fields.get(name);
  const needed = fields.map((field) => wanted?.has(field.name) ?? false);
  const tally = readTally(maxErrors);
  const gathering = gatherRows(name, { plan, needed, ...around, tally });
  const store = rowStore(fields.length);
  function settle(): void {
    for (const chunk of gathering.take()) store.append(chunk);
  }
  return {
    kind: "chunks",
    name,
    add(row) {
      gathering.add(row);
      if (gathering.isFull()) settle();
    },
    open(context) {
      settle();
      copyTally(tally, context);
      return store.length === 0 ? [] : [store.chunk()];
    },
  };
}

/** A run adds errors of its own to what reading has counted, so each run gets a copy. */
function copyTally({ errors, ...counts }: ReadContext["tally"], context: ReadContext): void {
  Object.assign(context.tally, counts);
  context.tally.errors.push(...errors);
}

function noRows(name: string): ChunkSource {
  return { kind: "chunks", name, open: () => [] };
}
