/** Random agreements as text: zones, datasets, metrics, exclusions, standards and amendments put together. */

import { type Era, eras, zones } from "./calendar.ts";
import { type ClockMaterial, clock } from "./clocks-text.ts";
import type { Surroundings } from "./conditions-text.ts";
import { consequences } from "./consequences-text.ts";
import { amendment, exclusion } from "./exceptions-text.ts";
import { type FactSpec, fact } from "./facts-text.ts";
import type { Material, StandardSpec } from "./material.ts";
import { type MetricSpec, metric, plainMetric, shorter } from "./metrics-text.ts";
import { homes, makeCalendars } from "./openings-text.ts";
import { rampUp } from "./ramp-ups-text.ts";
import { shownOnly } from "./shown-text.ts";
import { plainStandard, standard } from "./standards-text.ts";
import type { TableSpec } from "./table-spec.ts";
import { makeTables } from "./tables.ts";
import { Tape } from "./tape.ts";

/** Numbers for each declaration. */
export interface AgreementSeeds {
  readonly world: readonly number[];
  readonly steady: readonly number[];
  readonly partners: number;
  readonly metrics: readonly (readonly number[])[];
  readonly exclusions: readonly (readonly number[])[];
  readonly standards: readonly (readonly number[])[];
  readonly amendments: readonly (readonly number[])[];
  readonly rampUps: readonly (readonly number[])[];
  readonly facts: readonly (readonly number[])[];
  readonly consequences: readonly (readonly number[])[];
}

export interface AgreementSpec {
  readonly text: string;
  readonly era: Era;
  readonly tables: readonly TableSpec[];
  /** Keys of the partners, and whether the agreement declares them. */
  readonly keys: readonly string[];
  readonly isDeclared: boolean;
}

const partnerKeys = ["P1", "P2", "10", "9", "é", "e\u0301", "😀", "\uFFFD", "p1", "P 1"];

/** The text of a random agreement, and what its rows must look like. */
export function makeAgreement(seeds: AgreementSeeds): AgreementSpec {
  const [world, steady] = [new Tape(seeds.world), new Tape(seeds.steady)];
  const era = world.pick(eras);
  const isDeclared = !world.chance(15);
  const offset = world.chance(30) ? world.upTo(6) : 0;
  const keys = partnerKeys.slice(offset, offset + seeds.partners);
  const calendars = world.chance(50) ? makeCalendars(world, era, isDeclared) : [];
  const businessDays = world.chance(75) ? (calendars[0] ?? null) : null;
  const counted = calendars.length > 0 && world.chance(60) ? world.pick(calendars) : null;
  const datasets = makeTables(world, era, keys, counted);
  const tests = isDeclared ? partnerTests(era.edges[3] ?? era.from) : [];
  const ofClocks = { era, calendars, businessDays, partnerTests: tests };
  const tables = [...datasets, ...makeClocks(world, datasets, ofClocks)];
  const around: Surroundings = {
    tables,
    each: [...new Set(era.spans.flatMap((span) => shorter[span] ?? []))],
    partnerTests: tests,
    hasBusinessDays: businessDays !== null,
  };
  const hasHomes = calendars.some(({ closesByPartner }) => closesByPartner);
  const sentences = head(world, era);
  const terms = {
    isDeclared,
    bindsBrand: steady.chance(15),
    hasWholeMonths: !sentences.some((line) => /year starts on (15|28)/.test(line)),
  };
  const start = [
    [...sentences, ...(businessDays === null ? [] : [`  business days of ${businessDays.name}`])],
    ...(isDeclared ? [partnersDeclaration(world.chance(25), hasHomes)] : []),
    ...calendars.map(({ lines }) => lines),
  ];
  // What follows from verdicts shows little where hardly any are met or missed.
  const isSteady = seeds.consequences.length > 0 && steady.chance(60);
  const plain = isSteady ? [plainMetric(steady, "m0", tables)] : [];
  const metrics = [...plain, ...makeMetrics(seeds, around)];
  const material = { metrics, exclusions: [], era, around };
  const first = plain.map((one) => plainStandard(steady, "s0", one, era));
  const shown = steady.chance(25) ? shownOnly(steady, era, businessDays !== null) : [];
  const ruled = [...rules(seeds, keys, material, first, terms), ...shown];
  const declared = world.chance(20) ? tables : tablesRead(tables, ruled.flat());
  const blocks = [...start, ...declared.map(declaration), ...ruled];
  const text = `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
  return { text, era, tables: declared, keys, isDeclared };
}

/** No clock, or one on a random dataset, or two. */
function makeClocks(
  world: Tape,
  datasets: readonly TableSpec[],
  material: ClockMaterial,
): readonly TableSpec[] {
  const bases = datasets.filter(({ name }) => name === "tickets" || name === "events");
  const names = ["repair", "answering"].slice(0, world.pick([0, 1, 2, 1]));
  return names.map((name) => clock(world, name, world.pick(bases), material));
}

/** The datasets that lines name, and those that these name in turn. */
function tablesRead(tables: readonly TableSpec[], lines: readonly string[]): readonly TableSpec[] {
  const words = new Set(lines.join(" ").match(/\w+/g));
  const named = tables.filter(({ name }) => words.has(name));
  const heads = named.flatMap((table) => (table.clockOf === undefined ? table.head.slice(1) : table.head));
  const isComplete = heads.every((line) => lines.includes(line));
  return isComplete ? named : tablesRead(tables, [...lines, ...heads]);
}

const roundings = [
  ...["", "", "", "rounding none"],
  ...[0, 1, 2].map((decimals) => `rounding ${decimals} decimals half_up`),
];
const yearStarts = ["", "", "year starts on 1 april", "year starts on 15 july", "year starts on 28 february"];

function head(world: Tape, era: Era): readonly string[] {
  const sentences = [
    "version 1.0.0",
    `effective from ${era.from} until ${era.until ?? "further notice"}`,
    `time zone "${world.pick(zones)}"`,
    "currency EUR",
    world.pick(roundings),
    world.pick(yearStarts),
  ];
  const written = sentences.filter((sentence) => sentence !== "").map((sentence) => `  ${sentence}`);
  return ['agreement random_case "A random case"', ...written];
}

const declaration = ({ head: [first = "", ...others], fields, clockOf }: TableSpec): readonly string[] => [
  first,
  ...others.filter((line) => line !== "").map((line) => `  ${line}`),
  ...(clockOf === undefined ? fields.map((field) => `  field ${field.name} ${field.declared}`) : []),
];

/** Metrics; most are about visits, and one in seven about the brand. */
function makeMetrics({ metrics: seeds }: AgreementSeeds, around: Surroundings): readonly MetricSpec[] {
  const measurable = around.tables.filter(({ party }) => party !== "none");
  const weighted = [
    ...measurable.slice(0, 1),
    ...measurable.slice(0, 1),
    ...measurable.slice(0, 1),
    ...measurable,
    ...measurable
      .filter(({ clockOf }) => clockOf !== undefined)
      .flatMap((table) => [table, table, table, table]),
  ];
  const metrics: MetricSpec[] = [];
  for (const [at, numbers] of seeds.entries()) {
    const tape = new Tape(numbers);
    const party = tape.chance(15) ? "brand" : "partner";
    const ofParty = (spec: { readonly party: string }): boolean => spec.party === party;
    const earlier = metrics.filter(({ table }) => ofParty(table));
    metrics.push(metric(tape, `m${at + 1}`, weighted.filter(ofParty), earlier, around));
  }
  return metrics;
}

/** Declarations that come after the datasets. */
function rules(
  seeds: AgreementSeeds,
  keys: readonly string[],
  bare: Material,
  first: readonly StandardSpec[],
  terms: {
    readonly isDeclared: boolean;
    readonly hasWholeMonths: boolean;
    /** Does the brand owe what partners are judged by? */
    readonly bindsBrand: boolean;
  },
): readonly (readonly string[])[] {
  const { metrics, era, around } = bare;
  const counted = metrics.map(({ table }) => table);
  const bases = counted.flatMap(({ clockOf }) =>
    clockOf === undefined || clockOf.isLog ? [] : [clockOf.base],
  );
  const read = [...new Set([...counted, ...bases])];
  const exclusions = seeds.exclusions.map((numbers, at) => {
    const name = `x${at + 1}`;
    return { name, ...exclusion(new Tape(numbers), name, read, around) };
  });
  const others = seeds.standards.map((numbers, at) =>
    standard(new Tape(numbers), `s${at + 1}`, { ...bare, exclusions }),
  );
  // A credit does not read what the brand owes beside what partners owe, as facts of partners are.
  const owes = terms.bindsBrand && seeds.facts.length === 0 ? ["  binds brand"] : [];
  const standards = [...first, ...others].map((one) => ({
    ...one,
    lines: one.limited[0]?.table.party === "partner" ? [...one.lines, ...owes] : one.lines,
  }));
  const amendments = seeds.amendments.map((numbers, at) =>
    amendment(new Tape(numbers), `a${at + 1}`, standards, keys, era),
  );
  const changed = amendments.filter((lines) => lines !== null);
  const isAmended = changed.length > 0;
  const facts: FactSpec[] = [];
  for (const [at, numbers] of seeds.facts.entries())
    facts.push(fact(new Tape(numbers), `h${at + 1}`, { material: bare, standards, earlier: [...facts] }));
  const following = consequences(seeds.consequences, { ...bare, exclusions }, standards, {
    ...terms,
    isAmended,
    facts,
  });
  const kinds = [...new Set(following.flatMap(([head]) => head?.split(" ").slice(0, 2) ?? []))];
  const rampUps = terms.isDeclared
    ? seeds.rampUps.map((numbers, at) => rampUp(new Tape(numbers), `n${at + 1}`, around, kinds))
    : [];
  return [
    ...metrics.map(({ lines }) => lines),
    ...exclusions.map(({ lines }) => lines),
    ...standards.map(({ lines }) => lines),
    ...changed,
    ...facts.map(({ lines }) => lines),
    ...rampUps,
    ...following,
  ];
}

const partnerTests = (date: string): readonly string[] => [
  "partner.kind is carrier",
  "partner.kind is not dealer",
  "partner.tier at least 2",
  'partner.country is "NL"',
  "partner.country is given",
  "partner.vip is yes",
  `partner.started_on at most ${date}`,
  'partner.country is one of "NL", "é"',
  'partner.country matches "^[A-Z]+$"',
  'not partner.country is "NL"',
  'not (partner.tier is 1 or partner.country is "NL")',
  "partner.fee from 0 EUR to 100 EUR",
];

function partnersDeclaration(hasActive: boolean, hasHomes: boolean): readonly string[] {
  return [
    'partners from "partners.csv" key partner_id',
    ...(hasActive ? ["  active from started_on until ended_on"] : []),
    "  field partner_id text",
    '  field kind one of carrier, dealer written "D-1"',
    "  field country text optional",
    "  field tier number optional",
    "  field vip yes_no optional",
    "  field fee money EUR optional",
    "  field started_on date optional",
    "  field ended_on date optional",
    "  field joined_at timestamp optional",
    ...(hasHomes ? [`  field home one of ${homes.join(", ")}`] : []),
  ];
}
