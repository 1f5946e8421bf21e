/** The run of a bundle before anything is read: its tables, its calendars, and the ways to look things up. */
import type { DatasetPlan, PartnersPlan } from "../bundle/table-plan.ts";
import type { BusinessCalendar } from "../time/business.ts";
import { parseInstant } from "../time/instant.ts";
import { timeFrame } from "../time/windows.ts";
import { zoneClock } from "../time/zone.ts";
import type { CalendarBook } from "./clock-engine.ts";
import { makeDateIndex, makePartnerIndex } from "./lookups.ts";
import type { MeasureInput } from "./measure-input.ts";
import type { Needs } from "./needed.ts";
import { foundParties, type Parties, type Run, type Table } from "./run.ts";
import { fieldIndex } from "./scale.ts";
import { makeTable, partnerCodeReader, valueText } from "./table.ts";

/** Makes the run; the parties are set once the partners are read. */
export function makeRun(
  input: MeasureInput,
  needs: Needs,
): { run: Run; tables: Map<string, Table>; setParties: (parties: Parties) => void } {
  const { bundle, pool } = input;
  const clock = zoneClock(bundle.zone);
  const asOf = parseInstant(input.asOf) ?? 0;
  const calendars = input.clocks?.calendars(bundle) ?? NO_CALENDARS;
  const { businessDays: shared } = bundle.agreement;
  const businessDays = shared === null ? null : calendars.shared(shared);
  const tables = new Map<string, Table>();
  const dates = new Map<string, (key: number) => number>();
  const owners = new Map<string, (key: number) => readonly number[]>();
  let parties: Parties = foundParties();
  const run: Run = {
    bundle,
    pool,
    clock,
    asOf,
    frame: timeFrame(bundle.agreement, clock, asOf, businessDays, input.seasons ?? null),
    patterns: input.patterns,
    get parties() {
      return parties;
    },
    table: (name) => tables.get(name) ?? null,
    calendar: (name, party) => calendarOf(name, party, run, calendars),
    dateIndex(via) {
      const key = `${via.dataset}.${via.field} by ${via.key}`;
      const index = dates.get(key) ?? makeDateIndex(run, via);
      dates.set(key, index);
      return index;
    },
    partnerIndex(via) {
      const key = `${via.dataset}.${via.field} by ${via.key}`;
      const index =
        owners.get(key) ?? makePartnerIndex(run, via, (target) => partnerCodeReader(target, via.field));
      owners.set(key, index);
      return index;
    },
  };
  const clocks = (input.clocks?.datasets(bundle) ?? []).filter(({ name }) => needs.clocks.has(name));
  const plans = [
    ...(bundle.partners === null ? [] : [partnersPlan(bundle.partners)]),
    ...bundle.datasets,
    ...clocks,
  ];
  for (const plan of plans) tables.set(plan.name, makeTable(plan, run, needs, input.tally()));
  return {
    run,
    tables,
    setParties(found) {
      parties = found;
    },
  };
}

const NO_CALENDARS: CalendarBook = { shared: () => null, ofRegion: () => null };

/** A calendar as it is for a party: one that closes by partner needs the region of the partner. */
function calendarOf(name: string, party: number, run: Run, calendars: CalendarBook): BusinessCalendar | null {
  const closed = run.bundle.calendars.find((calendar) => calendar.name === name)?.closed;
  if (closed?.kind !== "by_partner") return calendars.shared(name);
  const partners = run.table("partners");
  const row = run.parties.rowOf(party);
  if (partners === null || row < 0) return null;
  const index = fieldIndex(partners.plan.fields, closed.field);
  const type = partners.plan.fields[index]?.type ?? { kind: "text" };
  const value = partners.view.columns[index]?.[row] ?? Number.NaN;
  return Number.isNaN(value) ? null : calendars.ofRegion(name, valueText(type, value, run));
}

/** The partners as a dataset without dates. */
export function partnersPlan(partners: PartnersPlan): DatasetPlan {
  return {
    name: "partners",
    label: null,
    source: partners.source,
    key: partners.key,
    partner: null,
    dated: null,
    missing: [],
    duplicatesOnce: false,
    valid: null,
    keepsLatest: null,
    fields: partners.fields,
    origin: partners.origin,
  };
}
