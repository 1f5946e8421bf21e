/**
 * Holes of sentences, filled with what the agreement has: its first day, its currency, and the names that can stand there.
 *
 * A sentence reads the same in every agreement, so that one finds it again; only what is written has the names, as a
 * choice of those that fit the sample beside them.
 */
import type { Table } from "../check/tables.ts";
import { isOrdered, type ValueType } from "../check/types.ts";
import type { NamedKind } from "../check/words.ts";
import type { Metric } from "../check/world.ts";
import { limitedNames } from "./company.ts";
import { usedCurrencies } from "./currencies-offered.ts";
import { partnersAbove, periodsAbove } from "./expected.ts";
import { readingOf, snippetOf } from "./forms/form.ts";
import { type Offer, tiers } from "./item.ts";
import { firstDay } from "./likely-values.ts";
import { declared, fields, isOf } from "./names-offered.ts";
import { bases, unweighted } from "./roles/consequence-roles.ts";
import { countable, exclusions, isCount, likelyFirst, limitable, metrics } from "./roles/metric-roles.ts";
import type { Scene } from "./scene.ts";
import { sentencesStanding } from "./standing.ts";

/** A form in an agreement. */
export interface Filled {
  readonly insert: string;
  readonly snippet: string | null;
}

/** More names than these are no choice; they come up when the hole is typed into. */
const mostNames = 20;

/** Fills forms in the agreement around the cursor. */
export function filling(scene: Scene): (text: string) => Filled {
  const day = firstDay(scene);
  // What a test has named already is likely meant again.
  const period = periodsAbove(scene).find(({ kind }) => kind === "Period")?.text ?? day.slice(0, 7);
  const [partner = "P1"] = partnersAbove(scene);
  const [currency = "EUR"] = usedCurrencies(scene.world.scope.declarations.map(({ node }) => node));
  const namesOf = remembered((hole: string, sample: Sample) => namesFor(scene, hole, sample));
  return (text) => {
    const own = text
      .replaceAll("<2026-01-01>", `<${day}>`)
      .replaceAll("<2026-01>", `<${period}>`)
      .replaceAll('"<P1>"', `"<${partner}>"`)
      .replace(/<2026-(?=\d\d-\d\d>)/g, `<${day.slice(0, 4)}-`)
      .replace(/\bEUR\b/g, currency);
    const named = own.replace(/<([a-z_]+)>/g, (whole: string, hole: string) => {
      const names = namesOf(meantBy(hole, own), sampleIn(own));
      return names.length === 0 || names.length > mostNames ? whole : `<${names.join("|")}>`;
    });
    return { insert: readingOf(own), snippet: snippetOf(named) };
  };
}

/** A hole by the sentence that it is in: fields of partners, metrics to limit, metrics that have a limit. */
function meantBy(hole: string, text: string): string {
  const [word = ""] = text.split(" ");
  if (hole === "field" && /partners where <field>/.test(text)) return "partner_field";
  if (hole === "standard" && word === "weight") return "unweighted";
  return hole === "metric" && ["requires", "applies", "warns", "tolerates"].includes(word)
    ? `${word} metric`
    : hole;
}

/** What the sample value of a form shows of the metric that stands beside it. */
type Sample = "percent" | "number" | "any";

function sampleIn(text: string): Sample {
  if (/<[\d.]+%>/.test(text)) return "percent";
  return /(?:at least|at most|from) <[\d.]+>/.test(text) ? "number" : "any";
}

const kinds: ReadonlyMap<string, readonly NamedKind[]> = new Map([
  ["calendar", ["Calendar"]],
  ["touchpoint", ["Touchpoint"]],
  ["standard", ["Standard"]],
  ["scorecard", ["Scorecard"]],
  ["credit", ["Credit"]],
]);

function namesFor(scene: Scene, hole: string, sample: Sample): readonly string[] {
  const of = kinds.get(hole);
  if (of !== undefined) return labels(declared(scene, of));
  const isSampled = ({ type }: Metric): boolean => type !== null && isLike(type, sample);
  if (hole === "metric") return labels(metrics(scene, isSampled));
  if (hole === "requires metric" || hole === "applies metric")
    return labels(likely(limitable(scene, isSampled)));
  if (hole === "warns metric") return labels(likelyFirst(metrics(scene, isSampled), isLimited(scene)));
  if (hole === "tolerates metric") return labels(metrics(scene, ({ name }) => isIntolerant(scene, name)));
  if (hole === "exclusion") return labels(likely(exclusions(scene)));
  if (hole === "unweighted") return labels(unweighted(scene));
  if (hole === "count") return labels(likely(limitable(scene, isCount)));
  if (hole === "base") return labels(bases(scene));
  if (hole === "partner_field") return labels(fields(scene.world.partners));
  if (hole === "date_field") return labels(fields(scene.own, isMoment));
  if (hole === "opened_on" || hole === "closed_on") return labels(fields(partnersAt(scene), isMoment));
  if (hole !== "dataset") return [];
  // Rows that the standard reads come first.
  const tables = countable(scene).filter(({ kind }) => kind === "dataset" || kind === "clock");
  return labels(tables.toSorted((one, other) => one.tier - other.tier));
}

function likely(offers: readonly Offer[]): readonly Offer[] {
  return offers.filter(({ tier }) => tier === tiers.best);
}

function isLimited(scene: Scene): (name: string) => boolean {
  const names = limitedNames(scene);
  return (name) => names.includes(name);
}

/** Whether a metric has a limit here, and no tolerance of it. */
function isIntolerant(scene: Scene, name: string): boolean {
  const tolerated = sentencesStanding(scene).some(
    (one) => one.kind === "Tolerates" && one.limit.text === name,
  );
  return isLimited(scene)(name) && !tolerated;
}

const isMoment = isOf("date", "timestamp");

/** The partners; while they are written, as far as they are. */
function partnersAt({ world, cursor, own }: Scene): Table | null {
  return cursor.declaration?.word === "partners" ? own : world.partners;
}

function isLike(type: ValueType, sample: Sample): boolean {
  if (sample === "percent") return type.kind === "percent";
  return sample === "number" ? type.kind === "number" : isOrdered(type);
}

function labels(offers: readonly { readonly label: string }[]): readonly string[] {
  return offers.map(({ label }) => label);
}

function remembered(
  work: (hole: string, sample: Sample) => readonly string[],
): (hole: string, sample: Sample) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (hole, sample) => {
    const key = `${hole} ${sample}`;
    const before = known.get(key) ?? work(hole, sample);
    known.set(key, before);
    return before;
  };
}
