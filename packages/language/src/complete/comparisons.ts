/**
 * What stands in comparisons: what a name on the left is, and which operators and values go with it.
 *
 * The checker's own functions decide, so that what is offered is what checks.
 */
import { bindTest } from "../check/conditions.ts";
import { bindLeft, type Reading } from "../check/left-sides.ts";
import type { LeftSide } from "../check/literals.ts";
import { checkOperator } from "../check/operators.ts";
import type { Field, Table } from "../check/tables.ts";
import { areAlike, isOrdered, type ValueType } from "../check/types.ts";
import { verdictKinds } from "../check/verdict-names.ts";
import { allVerdicts } from "../check/verdict-words.ts";
import type { Metric } from "../check/world.ts";
import type * as ast from "../syntax/ast.ts";
import type { Head } from "../syntax/grammar/heads.ts";
import { verdictTerms } from "../vocabulary/part-terms.ts";
import { limitedNames } from "./company.ts";
import { expectedType } from "./expected.ts";
import { type Offer, tiers } from "./item.ts";
import { declared, fields, isOf, listed } from "./names-offered.ts";
import { baseOf, isSilent, type Scene, silently, tableCalled } from "./scene.ts";
import type { PathStep, TreeNode } from "./tree-path.ts";

/** A sentence with a word in it, and the way from the one to the other. */
export interface Place {
  readonly sentence: ast.Sentence | Head;
  readonly path: readonly PathStep[];
  /** Whether what follows the word is the writer's own. */
  readonly isWritten: boolean;
}

/** What a name in a condition is: as for the checker, or a field of a row and a verdict name beside it. */
export type NameReading = Reading | { readonly kind: "rowOrVerdict"; readonly table: Table | null };

/** What the names are of the condition that a place is in; null where that cannot be known. */
export function readingAt(
  scene: Scene,
  { sentence, path }: Pick<Place, "sentence" | "path">,
): NameReading | null {
  for (const { node, key } of path.toReversed()) {
    const found = readingIn(scene, sentence, node, key);
    if (found !== undefined) return found;
  }
  return null;
}

function readingIn(
  scene: Scene,
  sentence: ast.Sentence | Head,
  node: TreeNode,
  key: string,
): NameReading | null | undefined {
  switch (node.kind) {
    case "Population":
      return row(tableCalled(scene, (node as ast.Population).dataset));
    case "Lookup":
      return key === "where" ? row(tableCalled(scene, (node as ast.Lookup).dataset), true) : undefined;
    case "AppliesTo":
    case "RampUp":
    case "RunBy":
      return { kind: "partner" };
    case "LimitRow":
    case "NeedRow":
      return { kind: "terms" };
    case "AppliesWhen":
    case "WarnsWhen":
    case "Measured":
      return { kind: "metrics", what: "this sentence" };
    case "WithinRow":
      return clockRow(baseOf(scene, sentence), "due");
    case "Pauses":
      return clockRow(baseOf(scene, sentence), "pauses");
    case "Gives":
      return givesReading(scene);
    case "DutyWhen":
      return { kind: "verdicts", what: "this sentence", also: [] };
    case "Level":
      return { kind: "verdicts", what: "this sentence", also: ["partner", "score"] };
    default:
      return undefined;
  }
}

function row(table: Table | null, isLookedUp = false): NameReading | null {
  return table === null ? null : { kind: "row", table, isLookedUp };
}

function clockRow(table: Table | null, clock: "pauses" | "due"): NameReading | null {
  return table === null ? null : { kind: "row", table, clock };
}

/** With `pays for rows of`, fields of the row and verdict names; otherwise what the period has. */
function givesReading(scene: Scene): NameReading {
  const pays = rowsPaidFor(scene);
  if (pays !== null) return { kind: "rowOrVerdict", table: tableCalled(scene, pays) };
  return { kind: "verdicts", what: "this sentence", also: ["partner"] };
}

/** The dataset whose rows a credit or bonus pays for. */
export function rowsPaidFor({ declaration }: Scene): ast.Name | null {
  for (const sentence of declaration?.sentences ?? [])
    if (sentence.kind === "PaysForRows") return sentence.dataset;
  return null;
}

/** The names that may stand on the left, by the form of the left side. */
export function leftNames(
  scene: Scene,
  reading: NameReading | null,
  form: ast.Left["form"],
): readonly Offer[] {
  if (reading === null) return [];
  if (form === "partner") return allowsPartner(scene, reading) ? choosing(scene.world.partners) : [];
  switch (reading.kind) {
    case "row":
      return form === "dateOf" ? fields(reading.table, isOf("timestamp")) : choosing(reading.table);
    case "rowOrVerdict":
      return form === "dateOf"
        ? fields(reading.table, isOf("timestamp"))
        : [...choosing(reading.table), ...declared(scene, verdictKinds)];
    case "partner":
      return form === "field" ? choosing(scene.world.partners) : [];
    case "metrics":
      return form === "field" ? declared(scene, ["Metric"]).map((offer) => asWarned(scene, offer)) : [];
    case "verdicts":
      return form === "field" ? declared(scene, namesRead(reading.also)) : [];
    case "terms":
      return [];
  }
}

/** A warning is mostly about a metric that the standard limits. */
function asWarned(scene: Scene, offer: Offer): Offer {
  const names = scene.cursor.before[0]?.image === "warns" ? limitedNames(scene) : [];
  return names.length === 0 || names.includes(offer.label) ? offer : { ...offer, tier: tiers.other };
}

/** Fields that rows are chosen by: last those that tell single rows, partners or persons apart. */
function choosing(table: Table | null): readonly Offer[] {
  const keys = table === null ? new Set<string>() : keysOf(table.node);
  const isLast = ({ label }: Offer): number =>
    keys.has(label) || table?.fields.get(label)?.personal === true ? 1 : 0;
  return fields(table).toSorted((one, other) => isLast(one) - isLast(other));
}

function keysOf(node: Table["node"]): ReadonlySet<string> {
  if (node.kind === "Partners") return new Set([node.key.text]);
  if (node.kind !== "Dataset") return new Set();
  const partner = node.sentences.find((sentence) => sentence.kind === "DatasetPartner");
  return new Set([node.rowPer.text, ...(partner === undefined ? [] : [partner.field.text])]);
}

function namesRead(also: readonly ("partner" | "score")[]) {
  const read = ["Metric", ...verdictKinds] as const;
  return also.includes("score") ? ([...read, "Scorecard"] as const) : read;
}

/** Whether `partner.FIELD` may stand on the left. */
export function allowsPartner({ world }: Scene, reading: NameReading): boolean {
  if (world.partners === null) return false;
  switch (reading.kind) {
    case "row":
      return reading.isLookedUp !== true && reading.clock !== "pauses" && reading.table.hasPartner;
    case "rowOrVerdict":
      return reading.table?.hasPartner === true;
    case "verdicts":
      return reading.also.includes("partner");
    case "terms":
      return true;
    case "partner":
    case "metrics":
      return false;
  }
}

/** The left side of the comparison or limit that a test belongs to; null where nothing is known of it. */
export function leftOf(scene: Scene, place: Place): LeftSide | null {
  const { path } = place;
  for (const { node, key } of path.toReversed()) {
    if (node.kind === "Comparison") return comparedLeft(scene, place, (node as ast.Comparison).left);
    if (node.kind === "Limit") return metricLeft(scene, (node as ast.Limit).metric);
    if (node.kind === "ChangesLimit") return metricLeft(scene, (node as Changes).metric);
    if (node.kind === "GivesPoints" && key.startsWith("when"))
      return metricLeft(scene, (node as ast.GivesPoints).when?.metric ?? null);
    if (node.kind === "ScoreWeight") return metricLeft(scene, (node as ast.ScoreWeight).metric);
    if (node.kind === "Becomes") return fieldLeft(baseOf(scene, place.sentence), (node as Becomes).field);
    if (node.kind === "Expect" && key === "value") return expectedLeft(scene, (node as ast.Expect).subject);
  }
  return null;
}

type Changes = Extract<ast.AmendmentSentence, { readonly kind: "ChangesLimit" }>;
type Becomes = Extract<ast.Trigger, { readonly kind: "Becomes" }>;

function comparedLeft(scene: Scene, place: Place, left: ast.Left): LeftSide | null {
  const reading = readingAt(scene, place);
  if (reading === null) return null;
  if (reading.kind !== "rowOrVerdict")
    return silently(scene, (site) => bindLeft(scene.world, site, reading, left));
  const { table } = reading;
  const bound =
    table === null
      ? null
      : silently(scene, (site) => bindLeft(scene.world, site, { kind: "row", table }, left));
  const names = { kind: "verdicts", what: "", also: [] } as const;
  return bound ?? silently(scene, (site) => bindLeft(scene.world, site, names, left));
}

function sideOf(name: ast.Name, type: ValueType | null): LeftSide | null {
  return type === null ? null : { words: name.text, span: name.span, type, civil: false, row: null };
}

function metricLeft(scene: Scene, name: ast.Name | null): LeftSide | null {
  return name === null ? null : sideOf(name, scene.world.metrics.get(name.text)?.type ?? null);
}

function fieldLeft(table: Table | null, name: ast.Name): LeftSide | null {
  return sideOf(name, table?.fields.get(name.text)?.type ?? null);
}

function expectedLeft(scene: Scene, subject: ast.Name): LeftSide | null {
  return sideOf(subject, expectedType(scene, subject));
}

/** Whether an operator goes with what is on its left; where that is not known, every operator does. */
export function isFitting(scene: Scene, left: LeftSide | null, test: ast.Test): boolean {
  return left === null || isSilent(scene, (site) => checkOperator(scene.world, site, left, test));
}

/** Whether a metric can be held to a test: all of it fits the metric's values. */
export function canBeHeldTo(scene: Scene, { name, node, type }: Metric, test: ast.LimitTest): boolean {
  if (type === null) return true;
  if (test.kind === "InBest") return isOrdered(type) && node.sentences.some(({ kind }) => kind === "Better");
  if (test.kind === "PeerAverage") return isOrdered(type);
  const left: LeftSide = { words: name, span: node.name.span, type, civil: false, row: null };
  return isSilent(scene, (site) => bindTest(scene.world, site, left, test));
}

/** The names that may stand on the right: members of the list, yes and no, verdicts, fields of the same row. */
export function rightNames(left: LeftSide, values: readonly ast.Value[] = []): readonly Offer[] {
  const { type, row: table, civil } = left;
  const said = new Set(values.map((value) => (value.kind === "Name" ? value.text : "")));
  const members = membersOf(type).filter(({ label }) => !said.has(label));
  const isAlike = (field: Field): boolean =>
    field.type !== null && (areAlike(type, field.type) || (civil && field.type.kind === "timestamp"));
  const isOther = ({ name }: Field): boolean => name !== left.words && !said.has(name);
  return [...members, ...fields(table, (one) => isAlike(one) && isOther(one), { tier: tiers.other })];
}

/** Whether a value that a sentence has already can stay as it is: a bare number may still lack its unit. */
export function isWhole(scene: Scene, place: Place): boolean {
  const [holder, value] = place.path.slice(-2);
  if (value?.node.kind !== "Number" || !["Test", "Expect"].includes(holder?.node.kind ?? "")) return true;
  const kind = leftOf(scene, place)?.type.kind;
  return kind !== "duration" && kind !== "money";
}

/** The words that a value of a type can be. */
export function membersOf(type: ValueType): readonly Offer[] {
  switch (type.kind) {
    case "one_of":
      return type.members.flatMap((member) =>
        listed([[member, "One of the values of this field."]], "member"),
      );
    case "yes_no":
      return listed(
        [
          ["yes", "The field holds yes."],
          ["no", "The field holds no."],
        ],
        "member",
      );
    case "verdict":
      return listed(allVerdicts.map((verdict) => [verdict, verdictTerms[verdict].meaning] as const));
    default:
      return [];
  }
}
