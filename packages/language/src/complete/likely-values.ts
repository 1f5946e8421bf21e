/**
 * Values that one is likely to write, by where they stand.
 *
 * A sample only shows the form, but a likely one can stay as it is: a limit from below is near the top and one from
 * above near the bottom, an end comes after its beginning, a term is a year.
 */
import { formatDay, parseDay, shiftDay } from "@tenet-lang/evaluator";
import { sentenceOf } from "../check/scope.ts";
import type * as ast from "../syntax/ast.ts";
import type { Place } from "./comparisons.ts";
import { periodsAbove } from "./expected.ts";
import type { Scene } from "./scene.ts";

/** By the node and key that hold the percentage. */
const percentages: ReadonlyMap<string, string> = new Map([
  ["PercentOf.percent", "10"],
  ["Capped.amount", "15"],
  ["MissWeight.percent", "100"],
  ["ScoreWeight.percent", "100"],
  ["ScoreWeight.from", "80"],
  ["ScoreWeight.to", "100"],
  ["InBest.percent", "25"],
  ["WarnsAt.percent", "80"],
]);

/** By the node and key that hold the number, or the length that it counts. */
const numbers: ReadonlyMap<string, string> = new Map([
  ["NeedRow.atLeast", "30"],
  ["LatestRows.count", "100"],
  ["Percentile.percent", "90"],
  ["Rate.per", "1000"],
  ["TimesIn.times", "2"],
  ["TimesIn.length", "3"],
  ["InARow.length", "3"],
  ["Final.length", "14"],
  ["Rolling.length", "3"],
  ["Step.cure", "30"],
  ["Step.notice", "30"],
  ["DueOf.length", "10"],
  ["DueAfter.length", "10"],
  ["DueOnDay.day", "10"],
  ["Lasts.length", "6"],
  ["ValidFor.length", "12"],
  ["Tolerates.fewerThan", "3"],
]);

const belowLimit: ReadonlySet<ast.TestOperator> = new Set(["atMost", "lessThan", "fewerThan"]);

/** The number of a percentage. */
export function likelyPercent({ path }: Place): string {
  const holder = path.at(-2);
  if (holder?.node.kind !== "Test") return percentages.get(`${holder?.node.kind}.${holder?.key}`) ?? "95";
  const isBelow = belowLimit.has((holder.node as ast.Test).operator);
  const isLimit = path.some(({ node }) => node.kind === "Limit" || node.kind === "ChangesLimit");
  if (isLimit) return isBelow ? "5" : "95";
  // A warning comes before the limit is reached, from either side.
  if (path.some(({ node }) => node.kind === "WarnsWhen")) return isBelow ? "97" : "4";
  return "95";
}

/** A number, or how many of a unit. */
export function likelyNumber({ path }: Place): string {
  const isCounting = path.at(-2)?.node.kind === "Quantity";
  const holder = path.at(isCounting ? -3 : -2);
  return numbers.get(`${holder?.node.kind}.${holder?.key}`) ?? "1";
}

/** The first day of the agreement; of a text without one, a day that shows the form. */
export function firstDay(scene: Scene): string {
  return termOf(scene)?.from.text ?? "2026-01-01";
}

/** A day: one that the test has named already, and not before the one that begins the same term or range. */
export function likelyDay(scene: Scene, { sentence, path }: Place): string {
  const holder = path.at(-2);
  if (holder?.node.kind === "Effective" && holder.key === "until")
    return lastDay(scene, (holder.node as ast.Effective).from.text);
  const said = holder?.key === "period" ? periodsAbove(scene).find(({ kind }) => kind === "Date") : undefined;
  if (said !== undefined) return said.text;
  const first = holder?.node.kind === "Test" ? (holder.node as ast.Test).values[0] : undefined;
  const isEnd = first?.kind === "Date" && first !== path.at(-1)?.node;
  return isEnd && sentence.kind !== "Expect" ? first.text : firstDay(scene);
}

/** The last day of a term: a year, and no longer than the agreement. */
function lastDay(scene: Scene, from: string): string {
  const start = parseDay(from);
  if (start === null) return firstDay(scene);
  const end = formatDay(shiftDay(start, "year", 1) - 1);
  const last = scene.declaration?.kind === "Agreement" ? null : (termOf(scene)?.until ?? null);
  return last !== null && from <= last.text && last.text < end ? last.text : end;
}

function termOf({ world }: Scene): ast.Effective | null {
  for (const { node } of world.scope.declarations) {
    const term = node.kind === "Agreement" ? sentenceOf(node, "Effective") : null;
    if (term !== null) return term;
  }
  return null;
}
