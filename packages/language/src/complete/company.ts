/**
 * Sentences in company: what a sentence that stands asks for, and what it leaves no room for.
 *
 * The checker says so when both stand. Here nothing is offered that would be said to be wrong as soon as it is chosen,
 * and what is missing is offered first.
 */
import { limitsOf } from "../check/standards.ts";
import type { World } from "../check/world.ts";
import type * as ast from "../syntax/ast.ts";
import { isOf } from "./names-offered.ts";
import type { Scene } from "./scene.ts";
import { sentencesStanding } from "./standing.ts";

/** Kinds of sentences that those that stand ask for. */
export function askedFor(scene: Scene): readonly string[] {
  const standing = sentencesStanding(scene);
  const asked = standing.flatMap((sentence) => {
    if (sentence.kind === "Measured") return isFloating(sentence) ? ["Assessed"] : [];
    return asking.get(sentence.kind) ?? [];
  });
  return asked.filter((kind) => !standing.some((sentence) => sentence.kind === kind));
}

const asking: ReadonlyMap<string, string> = new Map([
  ["PutsAtRisk", "MissWeight"],
  ["Evidence", "Recorded"],
]);

/** Of these only one stands. */
const alternatives: ReadonlyMap<string, string> = new Map([
  ["Lasts", "UntilRows"],
  ["UntilRows", "Lasts"],
  ["DueAt", "DueWithin"],
  ["DueWithin", "DueAt"],
  ["ValidFor", "ValidUntil"],
  ["ValidUntil", "ValidFor"],
]);

/** Whether those that stand leave room for a sentence, given by its kind and how it begins. */
export function hasRoom(scene: Scene, kind: string, text: string): boolean {
  const kinds = new Set<string>(sentencesStanding(scene).map((sentence) => sentence.kind));
  if (kinds.has(alternatives.get(kind) ?? "")) return false;
  switch (kind) {
    case "Assessed":
      return windowsOf(scene).length === 0 || windowsOf(scene).some(isFloating);
    case "Measured":
      return isReached(scene) && (!text.includes("partner year") || hasPartnerYears(scene));
    case "AppliesTo":
      return !isAboutBrand(scene);
    case "Requires":
      return !text.includes("peer") || !isAboutBrand(scene);
    case "JudgedWith":
      return limitedNames(scene).every((name) => isSampled(scene.world, name));
    case "Forgives":
    case "EarnsBack":
      return isByVerdict(scene) || kinds.has("PutsAtRisk") || kinds.has("MissWeight");
    case "Gives":
      return isByVerdict(scene) || !text.includes("below the limit");
    case "PaysForRows":
      return !kinds.has("Forgives") && !kinds.has("EarnsBack") && !isBelowLimit(scene);
    case "Pauses":
    case "Restarts":
      return scene.declaration?.kind !== "Clock" || scene.declaration.by !== null;
    case "WarnsAt":
      return kinds.has("DueAt") || kinds.has("DueWithin");
    default:
      return true;
  }
}

function windowsOf(scene: Scene): readonly ast.Measured[] {
  return sentencesStanding(scene).filter((sentence) => sentence.kind === "Measured");
}

/** Several windows take turns: below one without a condition none is ever reached. */
function isReached(scene: Scene): boolean {
  return windowsOf(scene).every(({ when, span }) => when !== null || span.start > scene.cursor.word.start);
}

/** Partners have a date to count their years from, and the standard is about them. */
function hasPartnerYears(scene: Scene): boolean {
  const { partners } = scene.world;
  const isMoment = isOf("date", "timestamp");
  return (partners === null || [...partners.fields.values()].some(isMoment)) && !isAboutBrand(scene);
}

/** A window that moves with time is looked at on days of its own. */
function isFloating({ window }: ast.Measured): boolean {
  return window.kind === "Rolling" || window.kind === "LatestRows";
}

/** Whether a credit gives for verdicts of a standard, and not for rows or for a period. */
function isByVerdict(scene: Scene): boolean {
  const { declaration } = scene;
  const isForRows = sentencesStanding(scene).some(({ kind }) => kind === "PaysForRows");
  return declaration?.kind !== "Credit" || (declaration.on !== null && !isForRows);
}

function isBelowLimit(scene: Scene): boolean {
  return sentencesStanding(scene).some(
    (sentence) => sentence.kind === "Gives" && sentence.times?.kind === "PointsBelowLimit",
  );
}

/** Whether chance can be told from a metric: a share, an average or a net score of rows. */
function isSampled({ metrics }: World, name: string): boolean {
  const form = metrics.get(name)?.node.form.kind;
  return form === undefined || form === "Share" || form === "Average" || form === "NetScore";
}

/** Whose a metric is: rows of partners, or the brand's own; null where that is not known. */
export function partyOf({ metrics, tables }: World, name: string): "partner" | "brand" | null {
  const [first] = [...(metrics.get(name)?.datasets ?? [])].flatMap((dataset) => tables.get(dataset) ?? []);
  if (first === undefined || first.unread) return null;
  return first.hasPartner ? "partner" : "brand";
}

/** Whether the standard around the cursor limits metrics of the brand only. */
function isAboutBrand(scene: Scene): boolean {
  const names = limitedNames(scene);
  return names.length > 0 && names.every((name) => partyOf(scene.world, name) === "brand");
}

/** The metrics that the standard around the cursor limits in other sentences. */
export function limitedNames(scene: Scene): readonly string[] {
  const { declaration } = scene;
  if (declaration?.kind !== "Standard") return [];
  const standing = new Set<ast.Node>(sentencesStanding(scene));
  const sentences = declaration.sentences.filter((sentence) => standing.has(sentence));
  return limitsOf({ ...declaration, sentences }).map(({ metric }) => metric.text);
}
