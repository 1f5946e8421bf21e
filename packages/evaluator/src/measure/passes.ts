/**
 * Passes: rows of one dataset into the windows of one `measured` line.
 *
 * A pass has everything in common that a row must be asked once: the windows, the exclusions, and for each date that
 * some metric goes by, the run of windows that the row falls in. Standards that share dataset, windows and
 * exclusions share a pass, and metrics that are the same in them share a unit. Cells are numbered
 * `party × windows + window`.
 */
import type { Condition } from "../bundle/condition-plan.ts";
import { grid } from "../metrics/grid.ts";
import { cutTies } from "./cut-ties.ts";
import { rangeOf } from "./date-ranges.ts";
import type { NewestMeasures } from "./newest-measures.ts";
import type { Pass, RowCounter, RowExclusion } from "./pass.ts";
import type { Table } from "./run.ts";
import { identityReader } from "./table.ts";
import type { ConditionMaker, Unit } from "./unit-spec.ts";
import { makeUnit } from "./units.ts";
import { type DateVariant, windowDriver } from "./window-driver.ts";
import type { WindowSet } from "./window-set.ts";

export function makePass(
  table: Table,
  windows: WindowSet,
  excluding: readonly { readonly name: string; readonly removes: RowExclusion }[],
  latestOf: Condition | null,
  conditions: ConditionMaker,
  newest: NewestMeasures | null,
): Pass {
  const units: Unit[] = [];
  const unitDates: number[] = [];
  const counters: RowCounter[] = [];
  const dates: DateVariant[] = [];
  const bySpec = new Map<string, Unit>();
  const oldest = new Map<number, number>();
  const cuts = cutTies();

  function dateOf(dated: string | null): number {
    const known = dates.findIndex((variant) => variant.dated === dated);
    if (known >= 0) return known;
    dates.push({ dated, range: rangeOf(table, windows, dated), from: 0, to: 0 });
    return dates.length - 1;
  }
  const pass: Pass = {
    table,
    windows,
    units,
    counters,
    excluding: excluding.map(({ name }) => name),
    oldest,
    cuts,
    unit(spec) {
      const key = JSON.stringify(spec);
      const known = bySpec.get(key);
      if (known !== undefined) return known;
      const unit = makeUnit(spec, table, conditions, newest);
      bySpec.set(key, unit);
      units.push(unit);
      unitDates.push(windows.days === null ? 0 : dateOf(spec.dated));
      return unit;
    },
    counter(of, group = null) {
      const places = windows.days === null ? [] : [...new Set(of.map((unit) => dateOf(unit.spec.dated)))];
      if (places.length === 0 && windows.days !== null) places.push(dateOf(null));
      const made: RowCounter = {
        used: grid(),
        missing: grid(),
        excluded: excluding.map(() => grid()),
        unproven: excluding.map(() => grid()),
        units: new Set(of),
        dates: places,
        groups: group === null ? null : { of: identityReader(table, group), missing: new Map() },
      };
      counters.push(made);
      return made;
    },
    take: () => undefined,
    finish: () => undefined,
  };
  const removes = excluding.map((exclusion) => exclusion.removes);
  const driver =
    windows.days === null
      ? newest?.driver(pass, removes, conditions.testOf(latestOf, table), oldest, cuts)
      : windowDriver(pass, removes, dates, unitDates);
  return Object.assign(pass, driver);
}
