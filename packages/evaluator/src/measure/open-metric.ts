/** Metrics that cases which are still open may change, whoever asks for them (SPEC §3.4.27). */
import type { ClockEngine } from "./clock-engine.ts";
import { metricMeasure, partsOfMeasure, type UnitMaker } from "./metric-measure.ts";
import type { Pass } from "./pass.ts";
import type { Run } from "./run.ts";
import type { Unit } from "./unit-spec.ts";
import type { WindowSet } from "./window-set.ts";

/** Gives the pass of a dataset in some windows. */
export type OpenPass = (dataset: string, windows: WindowSet) => Pass | null;

/** Names what must be counted before rows are read; the answer is by cell. */
export function openMetric(
  name: string,
  windows: WindowSet,
  run: Run,
  clocks: ClockEngine | null,
  passOf: OpenPass,
): (cell: number) => boolean {
  if (clocks === null) return () => false;
  const read = new Map<Pass, Set<Unit>>();
  const unitOf: UnitMaker = (spec, set) => {
    const pass = passOf(spec.dataset, set);
    const unit = pass?.unit(spec) ?? null;
    if (pass !== null && unit !== null && set === windows)
      read.set(pass, (read.get(pass) ?? new Set()).add(unit));
    return unit;
  };
  const parts = [...partsOfMeasure(metricMeasure(name, windows, null, run, unitOf))];
  const open = clocks.openCases(read, parts, (spec) => unitOf(spec, windows));
  return (cell) => open(cell).isProvisional;
}
