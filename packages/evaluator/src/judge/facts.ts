/**
 * The named facts of one standard over one `measured` line, as columns (see `bundle/rule.ts` for their names).
 *
 * Metric facts are rounded here where the agreement rounds, because a comparison reads the rounded value; the
 * unrounded one stays with the metric (SPEC §4.2.2).
 */
import type { MetricPlan } from "../bundle/metric-plan.ts";
import type { FieldPlan } from "../bundle/table-plan.ts";
import { type Exact, exact, roundHalfUp } from "../exact/ratio.ts";
import { exactAt } from "../measure/conditions.ts";
import { type FactValue, isExact, scaled } from "../measure/facts.ts";
import { partyKey } from "../measure/measure.ts";
import type { Run } from "../measure/run.ts";
import { fieldIndex } from "../measure/scale.ts";
import type { Group, LineMeasure } from "../measure/standard-measure.ts";
import { valueText } from "../measure/table.ts";
import { occasionAt } from "../measure/window-set.ts";
import { formatDay } from "../time/civil.ts";
import { byCell, type FactColumn, factColumn } from "./fact-column.ts";
import type { FactFinder } from "./rule-test.ts";
import type { StandingTerms } from "./terms.ts";

/** Finds facts of a line, as a whole or for one group of `for each`. Columns are made when first asked. */
export function factFinder(
  line: LineMeasure,
  needed: string | null,
  group: Group | null,
  run: Run,
  terms: StandingTerms | null,
): FactFinder {
  const columns = new Map<string, FactColumn | null>();
  const width = line.windows.occasions.length;
  const cells = run.parties.size * width;
  const byParty = (cell: number): number => Math.floor(cell / width);
  const byWindow = (cell: number): number => cell % width;

  function make(fact: string): FactColumn | null {
    const [kind, name] = split(fact);
    if (kind === "metric") {
      const facts = line.facts(name, group);
      return factColumn(cells, (cell) => rounded(facts.value(cell), facts.plan, run));
    }
    if (kind === "rows") {
      return needed === name
        ? factColumn(cells, (cell) => exact(BigInt(line.needed(cell, group)), 1n))
        : null;
    }
    if (kind === "partner")
      return factColumn(run.parties.size, (party) => partnerFact(run, name, party), byParty);
    if (fact === "party") return factColumn(run.parties.size, (party) => partyKey(run, party), byParty);
    const ofTerms = terms?.fact(fact, line, group) ?? null;
    if (ofTerms !== null) return factColumn(cells, ofTerms);
    if (fact !== "day") return null;
    const isShared = line.windows.own === null;
    return factColumn(
      isShared ? width : cells,
      (at) => formatDay(occasionAt(line.windows, at)?.governingDay ?? 0),
      isShared ? byWindow : byCell,
    );
  }
  return (fact) => {
    const known = columns.get(fact);
    if (known !== undefined) return known;
    const made = make(fact);
    columns.set(fact, made);
    return made;
  };
}

function split(fact: string): readonly [string, string] {
  const colon = fact.indexOf(":");
  return colon < 0 ? [fact, ""] : [fact.slice(0, colon), fact.slice(colon + 1)];
}

/** A value as comparisons read it. */
export function rounded(value: FactValue | null, metric: MetricPlan, run: Run): FactValue | null {
  const decimals = roundingOf(metric, run);
  return isExact(value) && decimals !== null ? roundHalfUp(value, decimals) : value;
}

/** Decimals to which a metric's value is rounded: of percentage points for percentages; null: not at all. */
export function roundingOf(metric: MetricPlan, run: Run): number | null {
  const { rounding } = run.bundle.agreement;
  if (rounding === null) return null;
  return metric.unit.kind === "percent" ? rounding + 2 : rounding;
}

/** A partner's field as a fact: ratio, text, yes/no or ISO date; null where missing. */
export function partnerFact(run: Run, name: string, party: number): Exact | string | boolean | null {
  const table = run.table("partners");
  const row = run.parties.rowOf(party);
  if (table === null || row < 0) return null;
  const index = fieldIndex(table.plan.fields, name);
  const field: FieldPlan | undefined = table.plan.fields[index];
  const value = table.view.columns[index]?.[row] ?? Number.NaN;
  if (field === undefined || Number.isNaN(value)) return null;
  switch (field.type.kind) {
    case "yes_no":
      return value === 1;
    case "text":
    case "one_of":
    case "date":
      return valueText(field.type, value, run);
    case "timestamp":
      return exact(BigInt(value), 1_000_000n);
    default:
      return scaled(exactAt(table.view, index, row), field.type, 1n);
  }
}
