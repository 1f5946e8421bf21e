/**
 * Words of the language inside a sentence: those that the grammar has here, less those that cannot mean anything here.
 *
 * A word is refused only where every way of reading it is: an operator that does not go with the type on its left,
 * `partner` where no partner is meant, a look-up where the condition takes none, a unit that counts nothing here, a second
 * sentence of a kind that stands once.
 */
import { mayStandAgain } from "../check/sentences.ts";
import type * as ast from "../syntax/ast.ts";
import type { NextWord } from "../syntax/ways.ts";
import { termIn } from "../vocabulary/vocabulary.ts";
import { typeOfField } from "./columns.ts";
import {
  allowsPartner,
  canBeHeldTo,
  isFitting,
  isWhole,
  leftNames,
  leftOf,
  type Place,
  readingAt,
} from "./comparisons.ts";
import { type ItemKind, type Offer, tiers, wordOffer } from "./item.ts";
import { placeOf, unitPlace } from "./literals.ts";
import { isOf } from "./names-offered.ts";
import type { Scene } from "./scene.ts";
import { kindsStanding } from "./standing.ts";
import { pathTo } from "./tree-path.ts";
import { unitLaw } from "./units.ts";

const operators: ReadonlySet<string> = new Set([
  "at",
  "more",
  "less",
  "fewer",
  "from",
  "is",
  "contains",
  "matches",
  "in",
]);

/** Where several words may stand, those that are often meant: of types of fields, of forms of metrics, of events. */
const usual: readonly string[] = [
  "given",
  "not given",
  "missed",
  "text",
  "number",
  "one of",
  "date",
  "timestamp",
  "money",
  "duration in",
  "yes_no",
  "percent of",
  "number of",
  "average of",
  "sum of",
  "rate of",
  "median of",
  "percentile",
];

/** Offers of one place, words that are often meant before others; of types first the one that the column has. */
export function inUsualOrder(scene: Scene, offers: readonly Offer[]): readonly Offer[] {
  const [first, name, ...others] = scene.cursor.before;
  const isTyped = first?.image === "field" && name !== undefined && others.length === 0;
  const own = isTyped ? typeOfField(scene, name.image) : null;
  const rank = ({ kind, label }: Offer): number => {
    if (kind !== "keyword") return usual.length;
    if (own?.split(" ")[0] === label.split(" ")[0]) return -1;
    return usual.includes(label) ? usual.indexOf(label) : usual.length;
  };
  return offers.toSorted((one, other) => rank(one) - rank(other));
}

/** Offers of a keyword, with what must follow it. */
export function keywordOffers(scene: Scene, word: NextWord): readonly Offer[] {
  const read = word.readings.map((reading) => ({ next: reading.next, place: placeOf(reading) }));
  const meant = read.filter(({ place }) => canMean(scene, word.text ?? "", place));
  return word.phrases.flatMap((phrase) => {
    const [, second] = phrase.split(" ");
    const places = meant
      .filter(({ next }) => second === undefined || next === second)
      .map(({ place }) => place)
      .filter((place) => !/\beach partner\b/.test(phrase) || takesPartnerYears(scene, place));
    const [first] = places;
    if (first === undefined) return [];
    const isOperator = operators.has(word.text ?? "") && first.path.some(({ node }) => isTest(node.kind));
    const kind: ItemKind = isOperator ? "operator" : "keyword";
    return [wordOffer(phrase, kind, { documentation: meaningOf(phrase, places), tier: tiers.word })];
  });
}

/** What a phrase means: as the innermost part of the sentence that has a meaning, best by the very words. */
function meaningOf(phrase: string, places: readonly Place[]): string | null {
  const [word = ""] = phrase.split(" ");
  const terms = places.flatMap(
    ({ path }) => path.flatMap(({ node }) => termIn(node as ast.Node, word) ?? []).at(-1) ?? [],
  );
  const exact = terms.find(({ form }) => form.startsWith(phrase));
  return (exact ?? terms[0])?.meaning ?? null;
}

function isTest(kind: string): boolean {
  return kind === "Test" || kind === "PeerAverage" || kind === "InBest";
}

function canMean(scene: Scene, word: string, place: Place): boolean {
  const last = place.path.at(-1);
  if (last === undefined) return true;
  if (!mayStand(scene, place) || !isWhole(scene, placeBefore(scene, place))) return false;
  const { node } = last;
  switch (node.kind) {
    case "Test":
      return isFitting(scene, leftOf(scene, place), node as ast.Test);
    case "PeerAverage":
    case "InBest":
      return isComparable(scene, place, node as ast.PeerAverage | ast.InBest);
    case "Left":
      return isLeft(scene, place, word);
    case "Lookup":
      return word !== "has" || takesLookups(scene, place);
    case "EachPartnerYear":
      return takesPartnerYears(scene, place);
    case "Instant":
      return leftOf(scene, place)?.type.kind !== "date";
    case "Expect":
      return word !== "because" || isMissed(scene, node as ast.Expect);
    case "Quantity":
      return word !== "business" && word !== "calendar" ? true : unitLaw(unitPlace(place))[word].length > 0;
    default:
      return true;
  }
}

/** Only for a missed standard it is said which limit was missed. */
function isMissed({ world }: Scene, { subject, negated, value }: ast.Expect): boolean {
  const of = world.scope.names.get(subject.text)?.node.kind ?? "Standard";
  return of === "Standard" && !negated && value.kind === "Name" && value.text === "missed";
}

/** Years of a partner's own stand in `measured` only, and where partners have a date to count them from. */
function takesPartnerYears({ world: { partners } }: Scene, { sentence }: Place): boolean {
  if (sentence.kind !== "Measured") return false;
  return [...(partners?.fields.values() ?? [])].some(isOf("date", "timestamp"));
}

/** The place of the word before the cursor. */
function placeBefore({ cursor }: Scene, place: Place): Place {
  const last = cursor.before.at(-1) ?? cursor.above?.tokens.at(-1);
  if (last === undefined) return place;
  const span = { start: last.startOffset, end: last.startOffset + last.image.length };
  return { ...place, path: pathTo(place.sentence, span) };
}

/** Whether the sentence does not say again what another one has said. */
function mayStand(scene: Scene, { sentence }: Place): boolean {
  const { declaration } = scene;
  if (declaration === null || !("span" in sentence)) return true;
  const { kind, standing } = kindsStanding(scene);
  return mayStandAgain(kind, sentence.kind) || !standing.has(sentence.kind);
}

function isComparable(scene: Scene, { path }: Place, test: ast.PeerAverage | ast.InBest): boolean {
  const limit = path.findLast(({ node }) => node.kind === "Limit")?.node as ast.Limit | undefined;
  const metric = limit === undefined ? undefined : scene.world.metrics.get(limit.metric.text);
  return metric === undefined || canBeHeldTo(scene, metric, test);
}

function isLeft(scene: Scene, place: Place, word: string): boolean {
  const reading = readingAt(scene, place);
  if (reading === null) return true;
  if (word === "partner") return allowsPartner(scene, reading);
  return word !== "date" || leftNames(scene, reading, "dateOf").length > 0;
}

function takesLookups(scene: Scene, { sentence, path }: Place): boolean {
  const at = path.findLastIndex(({ node }) => node.kind === "Lookup");
  const reading = readingAt(scene, { sentence, path: path.slice(0, at) });
  if (reading === null || reading.kind === "rowOrVerdict") return true;
  return reading.kind === "row" && reading.clock === undefined;
}
