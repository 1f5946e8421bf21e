/** The datasets that random agreements speak of, in the forms that a tape chooses. */

import type { Era } from "./calendar.ts";
import { events, tickets } from "./clock-tables.ts";
import {
  amount,
  type Cells,
  civil,
  column,
  crowded,
  type FieldSpec,
  fee,
  moment,
  ok,
  orderTests,
  outcome,
  plain,
  quarterOne,
  quarterTwo,
  reference,
  region,
  score,
  stars,
  talk,
  total,
  wait,
} from "./fields.ts";
import type { CalendarSpec } from "./openings-text.ts";
import type { TableSpec } from "./table-spec.ts";
import type { Tape } from "./tape.ts";

/** Visits: the dataset that most metrics read. */
function visits(tape: Tape, era: Era, counter: () => number, keys: readonly string[]): TableSpec {
  const dateForm = tape.pick([
    "date optional",
    'date written "D/M/YYYY" optional',
    'date optional from "Y", "M", "D"',
    'date optional from "Y", "M"',
  ]);
  const columns = ["Y", "M", "D"].filter((one) => dateForm.includes(`"${one}"`));
  const owner = tape.pick([
    "partner pid",
    "partner pid",
    "partner pid",
    "partner pid in owners with same ref",
  ]);
  const dated = tape.pick([
    "dated seen then seq",
    "dated seen then seq",
    "dated seen then seq",
    "dated on_day then seq",
    "dated seen",
  ]);
  const isKeyed = tape.chance(25);
  const missing = tape.pick(["", 'missing is "NA", "?"']);
  const once = tape.chance(20);
  const areTied = tape.chance(20);
  const twist = (spec: FieldSpec): FieldSpec =>
    missing === "" ? spec : { ...spec, cells: (one) => orSpelled(spec.cells(one), one) };
  return {
    name: "visits",
    party: "partner",
    head: [
      `dataset visits "Visits" from "visits.csv" one row per ${isKeyed ? "vid" : "line"}`,
      owner,
      dated,
      missing,
      once ? "duplicates counted once" : "",
    ],
    fields: [
      plain("vid", "text", () => ({ vid: `v${counter()}` })),
      plain("pid", "text optional", column("pid", keys)),
      areTied
        ? plain("seq", "number 0 decimals optional", column("seq", ["1", "2", "3", "4", null]))
        : plain("seq", "number 0 decimals", () => ({ seq: String(counter()) })),
      areTied ? crowded("seen", era) : moment("seen", era, false),
      civil("on_day", era, dateForm, columns.length > 0 ? columns : ["on_day"], true),
      moment("closed_at", era, true),
      ...[wait, talk, stars, score, amount, fee, outcome, region, ok, quarterOne, quarterTwo].map(twist),
      total,
      reference(["r1", "r2", "r3", "r4", "r5", null]),
      {
        name: "lag",
        declared: "days from seen to on_day",
        kind: "number",
        cells: () => ({}),
        tests: orderTests(["0", "1", "-3"]),
        limits: ["0", "2", "10"],
      },
    ],
    otherDates: ["closed_at", "on_day"],
    isOrdered: dated.includes("seq") || areTied,
    repeats: once,
  };
}

/** Some empty cells written in the dataset's own way. */
function orSpelled(cells: Cells, tape: Tape): Cells {
  return Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => [name, cell ?? tape.pick([null, "NA", "?"])]),
  );
}

/** All datasets of a case; `calendar` is one that a field may count business days in. */
export function makeTables(
  tape: Tape,
  era: Era,
  partners: readonly string[],
  calendar: CalendarSpec | null,
): readonly TableSpec[] {
  let count = 0;
  const counter = (): number => {
    count += 1;
    return count;
  };
  const keys = [...partners, ...partners, "nobody"];
  const main = visits(tape, era, counter, keys);
  const owners: TableSpec = {
    name: "owners",
    party: "none",
    head: ['dataset owners from "owners.csv" one row per line'],
    fields: [reference(["r1", "r2", "r3", "r4"]), plain("pid", "text optional", column("pid", keys))],
    otherDates: [],
    isOrdered: false,
    repeats: false,
  };
  const orders: TableSpec = {
    name: "orders",
    party: "none",
    head: ['dataset orders from "orders.csv" one row per ref'],
    fields: [
      { ...reference([]), declared: "text", cells: () => ({ ref: `r${counter()}` }) },
      civil("ordered_on", era, "date", ["ordered_on"], false),
    ],
    otherDates: [],
    isOrdered: false,
    repeats: false,
  };
  const isVia = tape.chance(30);
  const calls: TableSpec = {
    name: "calls",
    party: "partner",
    head: [
      'dataset calls from "calls.csv" one row per line',
      tape.pick([
        "partner pid",
        "partner pid in visits with same ref",
        "partner pid in owners with same ref",
      ]),
      isVia
        ? "dated ordered_on in orders with same ref"
        : tape.pick(["dated started then seq", "dated started_on then seq"]),
    ],
    fields: [
      plain("pid", "text optional", column("pid", keys)),
      reference(["r1", "r2", "r3", "r4", "r6", null]),
      moment("started", era, false),
      civil("started_on", era, "date", ["started_on"], false),
      plain("seq", "number 0 decimals", () => ({ seq: String(counter()) })),
      wait,
      stars,
      outcome,
      region,
    ].map((field) =>
      field.name === "wait"
        ? { ...field, tests: field.tests.filter((test) => !test.includes("talk")) }
        : field,
    ),
    otherDates: ["started"],
    isOrdered: false,
    repeats: false,
  };
  const cases: TableSpec = {
    name: "cases",
    party: "partner",
    head: [
      'dataset cases from "cases.csv" one row per number',
      "partner pid",
      "dated opened",
      "keeps latest per number by mods then seq",
    ],
    fields: [
      plain("number", "text", column("number", ["c1", "c2", "c3", "c4", "c5", "c6"])),
      plain("pid", "text optional", column("pid", keys)),
      plain("mods", "number 0 decimals", column("mods", ["1", "2", "3", "10", "9"])),
      plain("seq", "number 0 decimals", () => ({ seq: String(counter()) })),
      moment("opened", era, false),
      outcome,
      stars,
      ok,
      region,
    ],
    otherDates: [],
    isOrdered: false,
    repeats: false,
  };
  const certificates: TableSpec = {
    name: "certificates",
    party: "partner",
    head: [
      'dataset certificates from "certificates.csv" one row per line',
      "partner pid",
      "valid from passed_on until expires",
    ],
    fields: [
      plain("pid", "text optional", column("pid", keys)),
      civil("passed_on", era, "date optional", ["passed_on"], true),
      tape.pick([civil("expires", era, "date optional", ["expires"], true), moment("expires", era, true)]),
      ok,
      region,
      outcome,
    ],
    otherDates: [],
    isOrdered: false,
    repeats: false,
  };
  const evidence: TableSpec = {
    name: "evidence",
    party: "none",
    head: [
      'dataset evidence from "evidence.csv" one row per line',
      tape.pick(["", "partner pid"]),
      "dated noted_on",
    ],
    fields: [
      plain("pid", "text optional", column("pid", keys)),
      civil("noted_on", era, "date", ["noted_on"], false),
      plain("topic", "text", column("topic", ["strike", "storm"])),
    ],
    otherDates: [],
    isOrdered: false,
    repeats: false,
  };
  const pool: TableSpec = {
    name: "survey",
    party: "brand",
    head: ['dataset survey from "survey.csv" one row per line', "dated seen then seq"],
    fields: [
      plain("seq", "number 0 decimals", () => ({ seq: String(counter()) })),
      moment("seen", era, false),
      stars,
      score,
      outcome,
      region,
      ok,
      reference(["r1", "r2", "r9", null]),
    ].map((field) => (field.name === "score" ? { ...field, tests: field.tests } : field)),
    otherDates: [],
    isOrdered: true,
    repeats: false,
  };
  const ofClocks = [tickets(tape, era, keys, counter, calendar), events(tape, era, keys, counter)];
  return [main, calls, cases, certificates, pool, evidence, owners, orders, ...ofClocks];
}
