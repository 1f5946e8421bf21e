/**
 * A length of time in the next larger or smaller unit: `60 minutes` is `1 hour`.
 *
 * In comparisons durations are exact whatever their units (SPEC §2.4.5, §2.5.9). In look-ups seconds, minutes and hours
 * are elapsed time while days and weeks move the civil date, and so do months, quarters and years (§2.7.7); nothing
 * goes from one of these to another. The limit of a `requires` stays as it is written, since results quote it (§7.4.1),
 * and so does what sentences about notices and windows count.
 */
import type * as ast from "../syntax/ast.ts";
import type { Refactoring, RefactoringRule, Scene } from "./refactoring.ts";
import { replaced, rewrite, textAt } from "./text-changes.ts";
import { hasComment } from "./words.ts";

type Units = readonly (readonly [ast.Unit, bigint])[];

const clockTime: Units = [
  ["second", 1n],
  ["minute", 60n],
  ["hour", 3600n],
];
const civilDays: Units = [
  ["day", 1n],
  ["week", 7n],
];
const civilMonths: Units = [
  ["month", 1n],
  ["quarter", 3n],
  ["year", 12n],
];
const elapsed: Units = [...clockTime, ...civilDays.map(([unit, days]) => [unit, days * 86_400n] as const)];

export const otherUnit: RefactoringRule = {
  kind: "rewrite",
  at: (scene) => {
    const at = scene.nodes.findLastIndex(isQuantity);
    const quantity = scene.nodes[at];
    if (quantity === undefined || !isQuantity(quantity) || quantity.qualifier !== null) return [];
    const units = unitsOf(scene.nodes.slice(0, at), quantity);
    const own = units.findIndex(([unit]) => unit === quantity.unit);
    if (own < 0 || hasComment(scene.parsed, quantity.span)) return [];
    const decimals = units === elapsed ? 2 : 0;
    const larger = units.slice(own + 1).map((to) => converted(quantity, units[own], to, decimals));
    const smaller = units.slice(0, own).map((to) => converted(quantity, units[own], to, decimals));
    const [up, down] = [larger.find((one) => one !== null), smaller.findLast((one) => one !== null)];
    return [up, down].flatMap((text) => (text == null ? [] : [written(scene, quantity, text)]));
  },
};

/** The units that mean the same kind of time where a length stands. */
function unitsOf(around: readonly ast.Node[], { unit }: ast.Quantity): Units {
  const kind = around.findLast(({ kind }) => kind === "Comparison" || kind === "Lookup")?.kind;
  if (kind === "Comparison") return elapsed;
  if (kind !== "Lookup") return [];
  return [clockTime, civilDays, civilMonths].find((units) => units.some(([one]) => one === unit)) ?? [];
}

function written({ parsed }: Scene, { span }: ast.Quantity, text: string): Refactoring {
  const title = `write \`${textAt(parsed.file, span).replace(/\s+/g, " ")}\` as \`${text}\``;
  return rewrite(parsed, "verdicts", title, [replaced(span, text)]);
}

/** The length in another unit; null where it would be less than one, or have more decimals than anybody reads. */
function converted(
  { count }: ast.Quantity,
  [, from]: Units[number] = ["second", 1n],
  [unit, to]: Units[number],
  decimals: number,
): string | null {
  const [whole = "", fraction = ""] = count.text.split(".");
  const scale = 10n ** BigInt(fraction.length);
  const hundredths = BigInt(whole + fraction) * from * 100n;
  if (hundredths % (scale * to) !== 0n) return null;
  const result = hundredths / (scale * to);
  if (result < 100n || result % 10n ** BigInt(2 - decimals) !== 0n) return null;
  const [units, rest] = [result / 100n, result % 100n];
  const digits = rest === 0n ? "" : `.${String(rest).padStart(2, "0").replace(/0$/, "")}`;
  return `${units}${digits} ${result === 100n ? unit : `${unit}s`}`;
}

function isQuantity(node: ast.Node | undefined): node is ast.Quantity {
  return node?.kind === "Quantity";
}
