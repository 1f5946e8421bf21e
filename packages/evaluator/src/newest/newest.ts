/**
 * What is newest: `over latest N`, `counts at most N rows per FIELD` and `latest FIELD` (SPEC §3.2.13 to §3.2.15, §4.3.9).
 *
 * A part of its own: pass `newestEngine` as `newest` to `judge`. Rows are kept until the last one has come and then put
 * in order of time (`cuts.ts`); where nothing tells which of some rows is newer and a verdict turns on it, no verdict
 * can be given (`ties.ts`).
 */
import type { NewestEngine } from "../judge/newest-engine.ts";
import { holdBack } from "./hold-back.ts";
import { latestAggregate } from "./latest.ts";
import { latestDriver } from "./latest-driver.ts";
import { reportMetricTies, reportTies } from "./ties.ts";

/** What judging needs where it is asked which rows are newest. */
export const newestEngine: NewestEngine = {
  aggregate: latestAggregate,
  driver: latestDriver,
  holdBack,
  reportTies,
  reportMetricTies,
};
