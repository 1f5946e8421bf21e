/** Passes over the rows: one for each dataset, set of windows and list of exclusions, however many ask for it. */

import type { Asking } from "./addition.ts";
import type { ClockEngine } from "./clock-engine.ts";
import { type ConditionScope, partOf } from "./conditions.ts";
import { exclusionOf } from "./exclusions.ts";
import { lookupTest } from "./lookups.ts";
import { metricFacts } from "./metric-facts.ts";
import { metricMeasure, type UnitMaker } from "./metric-measure.ts";
import type { NewestMeasures } from "./newest-measures.ts";
import { openMetric } from "./open-metric.ts";
import { partnerYears } from "./partner-years.ts";
import { rowTest } from "./parts.ts";
import type { Pass, RowExclusion } from "./pass.ts";
import { makePass } from "./passes.ts";
import type { Run, Table } from "./run.ts";
import type { ConditionMaker } from "./unit-spec.ts";
import { daySet, type WindowSet, windowSet } from "./window-set.ts";

/** Conditions of the bundle as tests of rows. */
export function conditionMaker(run: Run): ConditionMaker {
  const scopeOf = (table: Table): ConditionScope => {
    const partners = run.table("partners");
    return {
      fields: table.plan.fields,
      view: table.view,
      partners: partners === null ? null : { fields: partners.plan.fields, view: partners.view },
      pool: run.pool,
      clock: run.clock,
      patterns: run.patterns,
      lookup: (has) => lookupTest(has, table, conditions.testOf),
    };
  };
  const conditions: ConditionMaker = {
    partOf: (condition, table) => partOf(condition, scopeOf(table)),
    testOf: (condition, table) => rowTest(partOf(condition, scopeOf(table)), table.view),
  };
  return conditions;
}

/** Passes by dataset, windows and exclusions, and windows by what they are. */
export function passMaker(
  run: Run,
  conditions: ConditionMaker,
  newest: NewestMeasures | null,
  clocks: ClockEngine | null,
): {
  readonly asking: Asking;
  passOf: (dataset: string, windows: WindowSet, excluding: readonly string[]) => Pass | null;
  of: (table: Table) => readonly Pass[];
  all: () => readonly Pass[];
} {
  const sets = new Map<string, WindowSet>();
  const passes = new Map<WindowSet, Map<string, Pass>>();
  const byTable = new Map<Table, Pass[]>();
  function setOf(key: unknown, make: () => WindowSet): WindowSet {
    const text = JSON.stringify(key);
    const set = sets.get(text) ?? make();
    sets.set(text, set);
    return set;
  }
  function exclusionsOf(
    names: readonly string[],
    table: Table,
  ): readonly { readonly name: string; readonly removes: RowExclusion }[] {
    return names.flatMap((name) => {
      const exclusion = run.bundle.exclusions.find((each) => each.name === name);
      const removes = exclusion === undefined ? null : exclusionOf(exclusion, table, conditions.testOf);
      return removes === null ? [] : [{ name, removes }];
    });
  }
  function passOf(dataset: string, windows: WindowSet, excluding: readonly string[]): Pass | null {
    const table = run.table(dataset);
    if (table === null) return null;
    const bySet = passes.get(windows) ?? new Map<string, Pass>();
    passes.set(windows, bySet);
    const key = `${dataset}\n${excluding.join("\n")}`;
    const known = bySet.get(key);
    if (known !== undefined) return known;
    const { window } = windows;
    const latestOf = window.kind === "latest" ? window.population.where : null;
    const pass = makePass(table, windows, exclusionsOf(excluding, table), latestOf, conditions, newest);
    bySet.set(key, pass);
    byTable.set(table, [...(byTable.get(table) ?? []), pass]);
    return pass;
  }
  const asking: Asking = {
    ...conditions,
    run,
    windows: (window, assessed) =>
      setOf([window, assessed], () =>
        window.kind === "partner_year" ? partnerYears(window, run) : windowSet(window, assessed, run.frame),
      ),
    daySet: (days) => setOf(days, () => daySet(days)),
    metric(name, windows, excluding = []) {
      const unitOf: UnitMaker = (spec, set) => passOf(spec.dataset, set, excluding)?.unit(spec) ?? null;
      const measured = metricMeasure(name, windows, null, run, unitOf);
      return () => metricFacts(measured, null, run);
    },
    isOpen: (name, windows) =>
      openMetric(name, windows, run, clocks, (dataset, set) => passOf(dataset, set, [])),
    unit: (spec, windows, excluding = []) => passOf(spec.dataset, windows, excluding)?.unit(spec) ?? null,
    exclusions: (names, table) => exclusionsOf(names, table).map(({ removes }) => removes),
  };
  return { asking, passOf, of: (table) => byTable.get(table) ?? [], all: () => [...byTable.values()].flat() };
}
