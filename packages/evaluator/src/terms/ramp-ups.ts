/**
 * Ramp-ups: the time in which a partner is new (SPEC §3.8.13 to §3.8.19).
 *
 * `lasts` counts from a date of the partner. `until N NAME` ends with the partner's N-th row; of its rows only the dates
 * of the first N are kept, as they stream past.
 */
import type { CivilLength, RampUpPlan } from "../bundle/human-plan.ts";
import type { Bundle, Rule } from "../bundle/rule.ts";
import { factColumn } from "../judge/fact-column.ts";
import { partnerFact } from "../judge/facts.ts";
import { type RuleTest, ruleTest, type TextMatcher } from "../judge/rule-test.ts";
import type { Asking } from "../measure/addition.ts";
import { partnerDay } from "../measure/partner-day.ts";
import { BRAND, type Run, type Table } from "../measure/run.ts";
import { fieldIndex } from "../measure/scale.ts";
import { dateKind, dateReader } from "../measure/table.ts";
import { TRUE } from "../measure/truth.ts";
import { shiftDay } from "../time/spans.ts";

type Plan = RampUpPlan<string>;

/** By ramp-up: the first rows of each party. */
export type FirstRows = ReadonlyMap<string, (party: number) => readonly number[]>;

/** All days that a date may have. */
const ALWAYS = [{ start: -1_000_000, end: 4_000_000 }] as const;

/** Lets rows tell their dates to the ramp-ups that count them. */
export function firstRows({ rampUps }: Bundle, asking: Asking): FirstRows {
  return new Map(
    rampUps.flatMap((plan) => {
      if (plan.runs.kind !== "until") return [];
      const { population, rows } = plan.runs;
      const dates = new Map<number, number[]>();
      const taker = (table: Table): ((row: number, cell: number) => boolean) => {
        const test = asking.testOf(population.where, table);
        const date = instantReader(table);
        return (row, party) => {
          const at = date(row);
          if (test(row) === TRUE && at >= since(plan, asking.run, party, table)) keep(dates, party, at, rows);
          return false;
        };
      };
      const { dataset } = population;
      const measure = { kind: "own", key: `ramp-up ${plan.name}`, where: null, taker } as const;
      asking.unit({ dataset, dated: null, group: null, countsAtMost: null, measure }, asking.daySet(ALWAYS));
      return [[plan.name, (party: number) => dates.get(party) ?? []] as const];
    }),
  );
}

/** Keeps the earliest dates of a party, not many more than are asked for. */
function keep(dates: Map<number, number[]>, party: number, date: number, most: number): void {
  const kept = dates.get(party) ?? [];
  dates.set(party, kept);
  kept.push(date);
  if (kept.length < most * 2 + 16) return;
  kept.sort((a, b) => a - b);
  kept.length = most;
}

/** Rows of a date go by its first instant. */
function instantReader(table: Table): (row: number) => number {
  const read = dateReader(table);
  if (dateKind(table) !== "date") return read;
  const { clock } = table.run;
  return (row) => clock.startOfDay(read(row));
}

/** From when on rows count: FIELD itself, or the day of it where the rows have no times. */
function since(plan: Plan, run: Run, party: number, table: Table): number {
  return dateKind(table) === "date"
    ? run.clock.startOfDay(partnerDay(run, plan.since, party))
    : beginOf(plan, run, party);
}

/** The first instant of FIELD. */
function beginOf({ since: field }: Plan, run: Run, party: number): number {
  const table = run.table("partners");
  const index = fieldIndex(table?.plan.fields ?? [], field);
  if (table?.plan.fields[index]?.type.kind !== "timestamp")
    return run.clock.startOfDay(partnerDay(run, field, party));
  return table.view.columns[index]?.[run.parties.rowOf(party)] ?? Number.NaN;
}

export interface RampUps {
  /** The ramp-ups that run for a partner at an instant. */
  running(party: number, instant: number): readonly Plan[];
}

export function rampUpsOf(
  { rampUps, rules }: Bundle,
  run: Run,
  patterns: TextMatcher | null,
  rows: FirstRows,
): RampUps {
  const made = rampUps.map((plan) => {
    const concerns = scopeTest(plan, rules, run, patterns);
    const runsAt =
      plan.runs.kind === "lasts" ? lasting(plan, plan.runs.length, run) : counting(plan, run, rows);
    return { plan, runs: (party: number, instant: number) => concerns(party) && runsAt(party, instant) };
  });
  return {
    running(party, instant) {
      if (party === BRAND) return [];
      return made.filter(({ runs }) => runs(party, instant)).map(({ plan }) => plan);
    },
  };
}

/** Does a ramp-up concern a partner? */
function scopeTest(
  { scope }: Plan,
  rules: readonly Rule[],
  run: Run,
  patterns: TextMatcher | null,
): (party: number) => boolean {
  const rule = rules.find(({ name }) => name === scope);
  if (rule === undefined) return () => true;
  const test: RuleTest = ruleTest(
    rule,
    (fact) =>
      factColumn(run.parties.size, (party) => partnerFact(run, fact.slice(fact.indexOf(":") + 1), party)),
    patterns,
  );
  return test;
}

function lasting(plan: Plan, length: CivilLength, run: Run): (party: number, instant: number) => boolean {
  return (party, instant) => {
    const first = partnerDay(run, plan.since, party);
    const day = run.clock.dayOf(instant);
    return day >= first && day < shiftDay(first, length.unit, length.count);
  };
}

function counting(
  plan: Plan & { readonly runs: RampUpPlan<string>["runs"] },
  run: Run,
  rows: FirstRows,
): (party: number, instant: number) => boolean {
  const most = plan.runs.kind === "until" ? plan.runs.rows : 0;
  return (party, instant) => {
    if (!(beginOf(plan, run, party) <= instant)) return false;
    const dates = rows.get(plan.name)?.(party) ?? [];
    return dates.filter((date) => date < instant).length < most;
  };
}
