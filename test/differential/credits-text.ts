/** Random credits and bonuses as text: pools, bands, rows paid for, units that have begun, caps and forgiveness. */
import { condition } from "./conditions-text.ts";
import { type ConsequenceMaterial, type Followed, namesOf, verdictWords } from "./consequence-material.ts";
import { metricTest } from "./limits-text.ts";
import type { MetricSpec } from "./metrics-text.ts";
import { amount, earning, excluded, type Kind, type Site, sharing, terms } from "./money-terms-text.ts";
import type { TableSpec } from "./table-spec.ts";
import type { Tape } from "./tape.ts";

export const credit = (tape: Tape, name: string, material: ConsequenceMaterial): readonly string[] | null =>
  money(tape, "credit", name, material);

export const bonus = (tape: Tape, name: string, material: ConsequenceMaterial): readonly string[] | null =>
  money(tape, "bonus", name, material);

function money(
  tape: Tape,
  kind: Kind,
  name: string,
  material: ConsequenceMaterial,
): readonly string[] | null {
  const { party } = tape.pick(material.followed);
  const ofParty = (spec: { readonly table: TableSpec }): boolean => spec.table.party === party;
  const site: Site = {
    kind,
    party,
    followed: material.followed.filter((one) => one.party === party),
    metrics: material.metrics.filter((one) => ofParty(one) && one.each === null),
    tables: material.around.tables.filter((one) => one.party === party && isDated(one)),
    material,
  };
  // A standard whose missed percentage points can be paid for is rare, so it is seldom passed over.
  const isRare = kind === "credit" && !material.isAmended && site.followed.some(hasPointsBelow);
  if (isRare && tape.chance(50)) return onStandard(tape, name, site, tape.pick(preferred(site)));
  const on = tape.pick(tape.chance(50) ? preferred(site) : site.followed);
  const shape = tape.upTo(10);
  if (kind === "credit" && shape < 4) return pooled(tape, name, site, tape.chance(35) ? on : null);
  if (shape < 6) return onStandard(tape, name, site, on);
  if (shape < 8 && site.tables.length > 0)
    return payingRows(tape, name, site, tape.pick([...site.tables, ...timedTables(site)]));
  return oncePerPeriod(tape, name, site);
}

/** Standards whose missed percentage points can be paid for, if there are any: they are rare. */
function preferred({ followed }: Site): readonly Followed[] {
  const fitting = followed.filter(hasPointsBelow);
  return fitting.length > 0 ? fitting : followed;
}

/** Has it exactly one limit, from below, on a percentage? */
const hasPointsBelow = ({ words, limited }: Followed): boolean =>
  (words?.every((word) => word === "at least" || word === "more than") ?? false) &&
  limited.length === 1 &&
  limited[0]?.type === "percent";

const isDated = ({ head }: TableSpec): boolean => head.some((line) => line.startsWith("dated"));
const label = (name: string): string => `"Money ${name}"`;

/** `puts … at risk` with weights, and perhaps what a standard gives besides. */
function pooled(tape: Tape, name: string, site: Site, on: Followed | null): readonly string[] {
  const span = tape.pick(site.material.era.spans).replace("calendar ", "");
  const count = Math.min(tape.pick([1, 2, 2, 3]), site.followed.length);
  const start = tape.upTo(site.followed.length);
  const weighted = Array.from(
    { length: count },
    (_, at) => site.followed[(start + at) % site.followed.length] as Followed,
  );
  const isCapped = tape.chance(35);
  const most = isCapped ? [100, 60, 150, 33.3] : [33.3, 20, 30];
  const facts = site.material.facts.filter((one) => one.party === site.party && tape.chance(70));
  const weights = [...weighted, ...facts.slice(0, Math.max(0, 3 - weighted.length))].map(
    (one) => `weight ${tape.pick(most)}% to ${one.name} when missed`,
  );
  // What stands under `on` without a `gives` is still a miss to forgive.
  const gives = on === null || tape.chance(25) ? [] : givesOn(tape, site, on);
  return [
    `credit ${name} ${label(name)}${on === null ? "" : ` on ${on.name}`}`,
    `puts ${amount(tape, site, null)} at risk each calendar ${span}`,
    ...weights,
    ...gives,
    ...sharing(tape, site, span, true, isCapped, on === null ? 35 : 70),
    ...terms(tape, site),
    ...earning(tape, site, [...weighted, ...(on === null ? [] : [on])]),
  ];
}

function onStandard(tape: Tape, name: string, site: Site, on: Followed): readonly string[] {
  const isCapped = tape.chance(40);
  return [
    `${site.kind} ${name} ${label(name)} on ${on.name}`,
    ...givesOn(tape, site, on),
    ...sharing(tape, site, on.span, false, isCapped),
    ...terms(tape, site),
    ...earning(tape, site, [on]),
  ];
}

/** What a standard's verdicts give: bands, fixed amounts, points below its limit. */
function givesOn(tape: Tape, site: Site, on: Followed): readonly string[] {
  const { isAmended } = site.material;
  const lines: string[] = [];
  if (site.kind === "credit" && hasPointsBelow(on) && !isAmended && tape.chance(70))
    lines.push(`gives ${amount(tape, site, null)} for each percentage point below the limit`);
  if (tape.chance(50))
    lines.push(
      ...bands(tape, site, () =>
        asked(
          tape,
          site,
          on.reads.filter((one) => one.each === null),
        ),
      ),
    );
  if (lines.length === 0 || tape.chance(20)) lines.push(`gives ${amount(tape, site, null)}`);
  return lines;
}

function bands(tape: Tape, site: Site, when: () => string): readonly string[] {
  const conditions = [...new Set(Array.from({ length: tape.pick([1, 2, 3]) }, when))];
  return joinedOnly(conditions).map((one) => `gives ${amount(tape, site, null)} when ${one}`);
}

/** A single comparison stands at most once, and first: so no band hides a later one. */
const joinedOnly = (conditions: readonly string[]): readonly string[] =>
  conditions.filter((one, at) => at === 0 || / and | or |^not /.test(one));

/** A condition over metrics, verdicts and the partner. */
function asked(tape: Tape, site: Site, metrics: readonly MetricSpec[]): string {
  const { around } = site.material;
  const verdict = (): string => {
    const name = tape.pick(namesOf(site.material, site.party));
    const words = tape.pick(["is missed", "is met", "is not met", "is not missed", "is one of met, pending"]);
    return tape.chance(80) ? `${name} ${words}` : `${name} is ${tape.pick(verdictWords)}`;
  };
  const one = (): string => {
    const shape = tape.upTo(6);
    if (shape < 3 && metrics.length > 0) return metricTest(tape, tape.pick(metrics));
    if (shape === 3 && site.party === "partner" && around.partnerTests.length > 0)
      return parenthesised(tape.pick(around.partnerTests));
    return verdict();
  };
  const shape = tape.upTo(6);
  if (shape === 3) return `${one()} and ${one()}`;
  if (shape === 4) return `${one()} or ${one()}`;
  return shape === 5 ? `not (${one()} and ${one()})` : one();
}

const parenthesised = (text: string): string => (/^not /.test(text) ? `(${text})` : text);

function payingRows(tape: Tape, name: string, site: Site, table: TableSpec): readonly string[] {
  const started = tape.chance(50) ? startedUnits(tape, table) : null;
  const times = started === null ? "" : ` for each ${started}`;
  const rows = Array.from({ length: tape.pick([1, 2, 3]) }, () => rowCondition(tape, site, table));
  const lines = joinedOnly([...new Set(rows)]).map(
    (where) => `gives ${amount(tape, site, table)}${times} when ${where}`,
  );
  const always = tape.chance(30) ? [`gives ${amount(tape, site, table)}${times}`] : [];
  const on = tape.chance(15) ? tape.pick(site.followed) : null;
  return [
    `${site.kind} ${name} ${label(name)}${on === null ? "" : ` on ${on.name}`}`,
    `pays for rows of ${table.name}`,
    ...lines,
    ...always,
    ...sharing(tape, site, on?.span ?? "month", false, tape.chance(40), 0),
    ...terms(tape, site),
    ...excluded(tape, site, table),
  ];
}

function rowCondition(tape: Tape, site: Site, table: TableSpec): string {
  const where = condition(tape, table, site.material.around, tape.pick([0, 1]));
  if (!tape.chance(45)) return where;
  const verdict = `${tape.pick(namesOf(site.material, site.party))} ${tape.pick(["is met", "is missed", "is not met", "is not missed", "is one of met, pending"])}`;
  return `(${where}) and ${verdict}`;
}

const isCountedTime = ({ head }: TableSpec): boolean => head.some((line) => line.startsWith("counts time"));

/** Datasets and clocks with a duration: those whose days are opening days are rare, and stand there several times. */
function timedTables({ tables }: Site): readonly TableSpec[] {
  const timed = tables.filter(({ fields }) => fields.some(({ kind }) => kind === "duration"));
  const counted = timed.filter(isCountedTime);
  return [...timed, ...counted, ...counted, ...counted, ...counted];
}

/** `started UNIT of FIELD in TABLE`; null where the table has no time. */
function startedUnits(tape: Tape, table: TableSpec): string | null {
  const fields = table.fields.filter(({ kind }) => kind === "duration");
  if (fields.length === 0) return null;
  const field = tape.pick(fields);
  const isCounted = isCountedTime(table);
  const units = [
    "minute",
    "hour",
    "day",
    "second",
    "day",
    ...(isCounted ? ["day", "day", "day"] : ["week", "week"]),
  ];
  return `started ${tape.pick(units)} of ${field.name} in ${table.name}`;
}

function oncePerPeriod(tape: Tape, name: string, site: Site): readonly string[] {
  const timed = timedTables(site);
  const table = timed.length > 0 && tape.chance(60) ? tape.pick(timed) : null;
  const started = table === null ? null : startedUnits(tape, table);
  const when = (): string =>
    asked(
      tape,
      site,
      site.metrics.filter(({ hasOwnDate }) => !hasOwnDate),
    );
  return [
    `${site.kind} ${name} ${label(name)}`,
    ...(started === null ? [] : [`gives ${amount(tape, site, null)} for each ${started}`]),
    ...(started === null || tape.chance(50) ? bands(tape, site, when) : []),
    ...sharing(tape, site, "month", false, tape.chance(40), 0),
    ...terms(tape, site),
    ...(table === null ? [] : excluded(tape, site, table)),
  ];
}
