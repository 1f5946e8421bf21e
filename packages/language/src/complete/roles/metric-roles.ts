/** Names in metrics, conditions and standards. */
import { checkGroup } from "../../check/limits.ts";
import { isDated, isValidity } from "../../check/row-dates.ts";
import { nameOf, sentenceOf } from "../../check/scope.ts";
import { limitsOf } from "../../check/standards.ts";
import type { Field, Table } from "../../check/tables.ts";
import { isAddable, isOrdered } from "../../check/types.ts";
import { chosenVerdicts } from "../../check/verdict-words.ts";
import type { Metric } from "../../check/world.ts";
import type * as ast from "../../syntax/ast.ts";
import { verdictTerms } from "../../vocabulary/part-terms.ts";
import { limitedNames, partyOf } from "../company.ts";
import { canBeHeldTo, leftNames, leftOf, type Place, readingAt, rightNames } from "../comparisons.ts";
import { type Offer, tiers } from "../item.ts";
import { declared, fields, isOf, listed, sharedFields } from "../names-offered.ts";
import { isSilent, type Scene, tableCalled } from "../scene.ts";
import { newName, type Role, type Roles, role } from "./role.ts";

type Sentence<K extends ast.Sentence["kind"]> = Extract<ast.Sentence, { readonly kind: K }>;
type Share = Extract<ast.MetricForm, { readonly kind: "Share" }>;
type Form = ast.MetricForm & { readonly field: ast.Name; readonly population: ast.Population };

/** Metrics that fit. */
export function metrics(scene: Scene, fits: (metric: Metric) => boolean = () => true): readonly Offer[] {
  return declared(scene, ["Metric"], ({ node }) => {
    const metric = node.kind === "Metric" ? scene.world.metrics.get(node.name.text) : undefined;
    return metric === undefined || fits(metric);
  });
}

/** Counts: `number of` and `number of different`. */
export function isCount({ type, node }: Metric): boolean {
  if (type === null) return node.form.kind === "Count" || node.form.kind === "Distinct";
  return type.kind === "number" && type.counting === "count";
}

/** Datasets, clocks, and metrics that count their rows; in a standard those first that it reads. */
export function countable(scene: Scene): readonly Offer[] {
  const read = tablesOfStandard(scene);
  const isRead = ({ label }: Offer): boolean => read.size === 0 || read.has(label);
  const tables = declared(scene, ["Dataset", "Clock"]);
  return [
    ...tables.map((offer) => (isRead(offer) ? offer : { ...offer, tier: tiers.other })),
    ...metrics(scene, isCount).map((offer) => ({ ...offer, tier: tiers.other })),
  ];
}

/** Whose rows the metrics count that the standard around the cursor requires something of. */
function tablesOfStandard({ world, declaration }: Scene): ReadonlySet<string> {
  const names =
    declaration?.kind === "Standard" ? limitsOf(declaration).map(({ metric }) => metric.text) : [];
  return new Set(names.flatMap((name) => [...(world.metrics.get(name)?.datasets ?? [])]));
}

/** Date and timestamp fields of the partners. */
export const partnerMoments: Role = ({ world }) => fields(world.partners, isOf("date", "timestamp"));

/** Fields of the partners by which they are put into groups. */
const partnerGroups: Role = ({ world }) => fields(world.partners, isOf("text", "one_of", "yes_no", "number"));

/** Verdicts that a sentence may choose. */
export const chosen: Role = () =>
  listed(chosenVerdicts.map((verdict) => [verdict, verdictTerms[verdict].meaning] as const));

/** The same, for where too little is known to decide. */
const undecided: Role = (scene, node, place) =>
  chosen(scene, node, place).toSorted((one, other) => likelihood(one) - likelihood(other));

function likelihood({ label }: Offer): number {
  return label === "not_enough_data" ? 0 : 1;
}

/** Metrics that have a limit in a standard. */
export function limited(scene: Scene, standard: ast.Declaration | undefined | null): readonly Offer[] {
  if (standard?.kind !== "Standard") return metrics(scene);
  const names = new Set(limitsOf(standard).map(({ metric }) => metric.text));
  return metrics(scene, ({ name }) => names.has(name));
}

function aggregated(scene: Scene, { kind, population }: Form): readonly Offer[] {
  const isNamed = scene.world.tables.has(population.dataset.text);
  const tables = isNamed ? [tableCalled(scene, population.dataset)] : [...scene.world.tables.values()];
  return tables.flatMap((table) => fields(table, (one) => canAggregate(kind, one)));
}

/** Whether a form can be made over a field. */
function canAggregate(form: ast.MetricForm["kind"], { type, personal }: Field): boolean {
  if (type === null || form === "Distinct") return true;
  if (form === "Latest") return !personal && type.kind !== "date" && type.kind !== "timestamp";
  if (form === "NetScore") return type.kind === "number";
  const showsOneRow = form !== "Sum" && form !== "Average";
  return isAddable(type) && !(personal && showsOneRow);
}

function numberMetrics(scene: Scene): readonly Offer[] {
  return metrics(scene, ({ type }) => type === null || isAddable(type) || type.kind === "percent");
}

function ownTables({ world, declaration }: Scene): readonly Table[] {
  const name = declaration?.kind === "Metric" ? declaration.name.text : "";
  return tablesRead(world.metrics.get(name), world.tables);
}

function tablesRead(metric: Metric | undefined, tables: ReadonlyMap<string, Table>): readonly Table[] {
  return [...(metric?.datasets ?? [])].map((name) => tables.get(name)).filter((table) => table !== undefined);
}

function limit(scene: Scene, { rows: [row] }: ast.Limit, { isWritten }: Place): readonly Offer[] {
  return limitable(
    scene,
    (metric) => !isWritten || row === undefined || canBeHeldTo(scene, metric, row.test),
  );
}

/**
 * Metrics that a standard may limit: first those that no standard limits yet, last those that this one limits already
 * and those that do not go with these.
 */
export function limitable(scene: Scene, fits?: (metric: Metric) => boolean): readonly Offer[] {
  const { world, declaration } = scene;
  const others = limitedNames(scene);
  const parties = new Set(others.map((name) => partyOf(world, name)));
  const window = declaration?.kind === "Standard" ? sentenceOf(declaration, "Measured")?.window : undefined;
  const isLikely = (name: string): boolean => {
    if (others.includes(name) || (parties.size > 0 && !parties.has(partyOf(world, name)))) return false;
    return (
      window?.kind !== "LatestRows" || world.metrics.get(name)?.datasets.has(window.dataset.text) === true
    );
  };
  const isLimited = limitedAnywhere(world);
  const inOrder = metrics(scene, fits).toSorted(
    (one, other) => Number(isLimited.has(one.label)) - Number(isLimited.has(other.label)),
  );
  return likelyFirst(inOrder, isLikely);
}

const limitedIn = new WeakMap<Scene["world"], ReadonlySet<string>>();

function limitedAnywhere(world: Scene["world"]): ReadonlySet<string> {
  const before = limitedIn.get(world);
  if (before !== undefined) return before;
  const names = world.scope.declarations.flatMap(({ node }) =>
    node.kind === "Standard" ? limitsOf(node).map(({ metric }) => metric.text) : [],
  );
  const found = new Set(names);
  limitedIn.set(world, found);
  return found;
}

/** Offers of which only some are likely; those come first. */
export function likelyFirst(offers: readonly Offer[], isLikely: (name: string) => boolean): readonly Offer[] {
  const likely = offers.filter(({ label }) => isLikely(label));
  const others = offers.filter(({ label }) => !isLikely(label));
  return [...likely, ...others.map((offer) => ({ ...offer, tier: tiers.other }))];
}

function group(scene: Scene, metric: ast.Name | null): readonly Offer[] {
  const read = metric === null ? undefined : scene.world.metrics.get(metric.text);
  if (read === undefined) return [];
  const tables = tablesRead(read, scene.world.tables);
  const isGroup = ({ name }: Field): boolean =>
    isSilent(scene, (site) =>
      checkGroup(
        scene.world,
        site,
        { kind: "Name", span: read.node.name.span, text: name },
        [...read.datasets],
        read.name,
      ),
    );
  return sharedFields(tables, isGroup);
}

function keyOf(scene: Scene, { dataset }: ast.Lookup, own: Table | null): readonly Offer[] {
  const other = tableCalled(scene, dataset);
  return sharedFields([own, other].filter((table) => table !== null));
}

export const metricRoles: Roles = {
  "Metric.name": newName,
  "Population.dataset": (scene, _, { path }) => populated(scene, path),
  "Lookup.dataset": (scene) => declared(scene, ["Dataset", "Clock"]),
  "Lookup.key": role<ast.Lookup>((scene, node, place) => keyOf(scene, node, outerRow(scene, place))),
  "Lookup.within.after": (scene, _, place) => fields(outerRow(scene, place), isOf("date", "timestamp")),
  "Left.name": role<ast.Left>((scene, { form }, place) => leftNames(scene, readingAt(scene, place), form)),
  "Test.values": role<ast.Test>((scene, { values }, place) => {
    const left = leftOf(scene, place);
    return left === null ? [] : rightNames(left, values);
  }),
  ...Object.fromEntries(
    ["Distinct", "Average", "Sum", "Median", "Lowest", "Highest", "Latest", "Percentile", "NetScore"].map(
      (kind) => [`${kind}.field`, role(aggregated)],
    ),
  ),
  "PeriodMean.metric": numberMetrics,
  "Ratio.numerator": numberMetrics,
  "Ratio.denominator": numberMetrics,
  "TimeOutside.clock": (scene) => declared(scene, ["Clock"]),
  "MetricDated.field": (scene) => sharedFields(ownTables(scene), isOf("date", "timestamp")),
  "CountsAtMost.per": (scene) => sharedFields(ownTables(scene)),
  "Standard.name": newName,
  "Limit.metric": role(limit),
  "LimitRow.group": (scene, _, { path }) => group(scene, limitAround(path)),
  "PeerAverage.by": partnerGroups,
  "InBest.by": partnerGroups,
  "Tolerates.metric": (scene) => metrics(scene, isCount),
  "Tolerates.limit": (scene) => limited(scene, scene.declaration),
  "LatestRows.dataset": countable,
  "NeedRow.counts": countable,
  "Needs.otherwise": undecided,
  "Excluding.names": role<ast.Excluding>((scene, { names }) => listOf(exclusions(scene), names)),
  "MissingData.verdict": chosen,
  "Covers.names": role<Sentence<"Covers">>((scene, { names }) =>
    listOf(declared(scene, ["Touchpoint"]), names),
  ),
  "JudgedWith.otherwise": undecided,
  "EachPartnerYear.from": partnerMoments,
  "ScoreWeight.metric": (scene) => metrics(scene, ({ type }) => type === null || isOrdered(type)),
};

/** Datasets and clocks; a share is taken among the rows of one and the same. */
function populated(scene: Scene, path: Place["path"]): readonly Offer[] {
  const share = path.find(({ node, key }) => node.kind === "Share" && key === "denominator")?.node;
  const among = share === undefined ? null : (share as Share).numerator.dataset.text;
  const offers = declared(
    scene,
    ["Dataset", "Clock"],
    (one) => among === null || nameOf(one.node)?.text === among,
  );
  return offers.map((offer) => {
    const table = scene.world.tables.get(offer.label);
    const hasTime = table === undefined || isDated(table) || isValidity(table);
    return hasTime ? offer : { ...offer, tier: tiers.other };
  });
}

/** Exclusions; in a standard last those of rows that it does not read. */
export function exclusions(scene: Scene): readonly Offer[] {
  const read = tablesOfStandard(scene);
  const isRead = (name: string): boolean => {
    const node = scene.world.scope.names.get(name)?.node;
    const removes = node?.kind === "Exclusion" ? sentenceOf(node, "Removes") : null;
    return read.size === 0 || removes === null || read.has(removes.population.dataset.text);
  };
  return likelyFirst(declared(scene, ["Exclusion"]), isRead);
}

/** The offers that a list does not have yet. */
export function listOf(offers: readonly Offer[], names: readonly ast.Name[]): readonly Offer[] {
  return offers.filter(({ label }) => !names.some(({ text }) => text === label));
}

/** The rows from which a look-up starts. */
function outerRow(scene: Scene, { sentence, path }: Place): Table | null {
  const at = path.findLastIndex(({ node }) => node.kind === "Lookup");
  const reading = readingAt(scene, { sentence, path: path.slice(0, at) });
  return reading?.kind === "row" || reading?.kind === "rowOrVerdict" ? reading.table : null;
}

function limitAround(path: Place["path"]): ast.Name | null {
  const found = path.findLast(({ node }) => node.kind === "Limit")?.node;
  return found === undefined ? null : (found as ast.Limit).metric;
}
