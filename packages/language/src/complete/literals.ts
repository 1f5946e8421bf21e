/** Values that are written out: numbers, percentages, lengths of time, money, dates, periods, tables. */

import { sentenceOf } from "../check/scope.ts";
import type { ValueType } from "../check/types.ts";
import type * as ast from "../syntax/ast.ts";
import { weekdays } from "../syntax/vocabulary.ts";
import type { NextWord, Reading, Slot } from "../syntax/ways.ts";
import { leftOf, type Place } from "./comparisons.ts";
import { currencies, currency, usedCurrencies } from "./currencies-offered.ts";
import { periodsAbove } from "./expected.ts";
import { type Offer, tiers, wordOffer } from "./item.ts";
import { firstDay, likelyDay, likelyNumber, likelyPercent } from "./likely-values.ts";
import type { Scene } from "./scene.ts";
import { tableOffers } from "./table-rows.ts";
import { textOffers } from "./texts.ts";
import { pathTo } from "./tree-path.ts";
import { spanOffers, unitLaw, unitOffers } from "./units.ts";

/** Where a value stands whose type is known from what it is compared with. */
const comparedValues: ReadonlySet<string> = new Set([
  "Test.values",
  "ScoreWeight.from",
  "ScoreWeight.to",
  "Becomes.value",
  "Expect.value",
]);

/** The ways to write a value of a type. */
const writtenAs: Readonly<Record<ValueType["kind"], readonly Slot[]>> = {
  text: ["text"],
  number: ["number"],
  percent: ["percent"],
  duration: ["number"],
  money: ["number"],
  date: ["date"],
  timestamp: ["date"],
  yes_no: [],
  one_of: [],
  verdict: [],
};

/** The place of a reading's word. */
export function placeOf({ node, hole, isWritten }: Reading): Place {
  return { sentence: node, path: pathTo(node, hole), isWritten };
}

/** Offers of a kind of literal; nothing where its type does not fit what it is compared with. */
export function literalOffers(scene: Scene, { slot, readings }: NextWord): readonly Offer[] {
  return readings.flatMap((reading) => literalAt(scene, slot, placeOf(reading)));
}

function literalAt(scene: Scene, slot: Slot, place: Place): readonly Offer[] {
  const compared = place.path.findLast(({ node, key }) => comparedValues.has(`${node.kind}.${key}`));
  const type = compared === undefined ? null : (leftOf(scene, place)?.type ?? null);
  if (slot === "unit") return type === null || type.kind === "duration" ? unitsAt(scene, place, type) : [];
  if (slot === "currency") return currenciesAt(scene, type);
  const isTimeOfDay = slot === "time" && place.path.at(-1)?.node.kind === "Instant";
  if (type !== null && !isTimeOfDay && !writtenAs[type.kind].includes(slot)) return [];
  switch (slot) {
    case "number":
      return numberOffers(scene, place, type);
    case "percent":
      return percentOffers(place);
    case "text":
      return textOffers(scene, place);
    case "date":
      return dateOffers(likelyDay(scene, place), type).map((offer) => asCompared(place, offer));
    case "time":
      return [sample("09:00", `\${1:09}:\${2:00}`, "A time of day, from 00:00 to 23:59.")];
    case "period":
      return periodOffers(scene, place);
    case "version":
      return [sample("1.0.0", `\${1:1}.\${2:0}.\${3:0}`, "Three whole numbers: a version.")];
    case "span":
      return spanOffers();
    case "weekday":
      return weekdays.map((day) =>
        wordOffer(day, "value", { documentation: "A day of the week.", tier: tiers.best }),
      );
    case "row":
      return tableOffers(scene, place);
    default:
      return [];
  }
}

function sample(label: string, snippet: string | null, documentation: string): Offer {
  return wordOffer(label, "value", { snippet, documentation, tier: tiers.value });
}

/** The node and key that a unit stands in: of a quantity, those that hold the quantity. */
export function unitPlace({ path }: Place): string {
  const at = path.findLastIndex(({ node }) => node.kind === "Quantity");
  const holder = at < 0 ? path.at(-1) : path[at - 1];
  if (holder === undefined) return "";
  return at < 0 ? holder.node.kind : `${holder.node.kind}.${holder.key}`;
}

/** The unit that the compared field is counted in comes first. */
function unitsAt({ cursor }: Scene, place: Place, type: ValueType | null): readonly Offer[] {
  const last = cursor.before.at(-1)?.image ?? "";
  const of = unitPlace(place);
  const qualifier = last === "business" || last === "calendar" ? last : "plain";
  const count = qualifier === "plain" ? last : (cursor.before.at(-2)?.image ?? "");
  const own = type?.kind === "duration" ? type.unit : "";
  const units = unitLaw(of)[qualifier].toSorted((one, other) => Number(other === own) - Number(one === own));
  return unitOffers(units, count === "1" || of === "StartedUnits");
}

function currenciesAt(scene: Scene, type: ValueType | null): readonly Offer[] {
  if (type === null) return currencies(scene);
  return type.kind === "money" ? [currency(type.currency)] : [];
}

function percentOffers(place: Place): readonly Offer[] {
  const likely = likelyPercent(place);
  return [sample(`${likely}%`, `\${1:${likely}}%`, "A share of a hundred.")];
}

function numberOffers(scene: Scene, place: Place, type: ValueType | null): readonly Offer[] {
  const { path } = place;
  if (type?.kind === "duration") {
    const unit = `${type.unit}s`;
    return [sample(`60 ${unit}`, `\${1:60} ${unit}`, "A length of time.")];
  }
  const ownMoney = type === null ? moneyHere(scene, path) : type.kind === "money" ? type.currency : null;
  if (ownMoney !== null) return [sample(`100 ${ownMoney}`, `\${1:100} ${ownMoney}`, "An amount of money.")];
  const holder = path.at(-2);
  if (holder?.key === "period") return [sample(firstDay(scene).slice(0, 4), null, "A year.")];
  const likely = likelyNumber(place);
  return [sample(likely, `\${1:${likely}}`, "A number.")];
}

/** The currency of an amount that is compared with nothing. */
function moneyHere(scene: Scene, path: Place["path"]): string | null {
  if (!path.some(({ node }) => node.kind === "Money")) return null;
  return usedCurrencies(scene.world.scope.declarations.map(({ node }) => node))[0] ?? "EUR";
}

/** Moments are earlier or later than others, and rarely the same as one that is written out. */
function asCompared({ path }: Place, offer: Offer): Offer {
  const test = path.findLast(({ node }) => node.kind === "Test")?.node;
  const isSame = test !== undefined && ["is", "isNot", "isOneOf"].includes((test as ast.Test).operator);
  return isSame ? { ...offer, tier: tiers.other } : offer;
}

function dateOffers(day: string, type: ValueType | null): readonly Offer[] {
  const [year = "", month = "", date = ""] = day.split("-");
  const snippet = `\${1:${year}}-\${2:${month}}-\${3:${date}}`;
  const plain = sample(day, snippet, "A day: year, month, day.");
  if (type?.kind !== "timestamp") return [plain];
  return [
    sample(
      `${day} at 09:00`,
      `${snippet} at \${4:09:00}`,
      "A day and a time of it, in the agreement's time zone.",
    ),
  ];
}

/** Periods that the test has already, then those that begin with the agreement; of the standard's own windows first. */
function periodOffers(scene: Scene, { sentence }: Place): readonly Offer[] {
  const [year = "", month = ""] = firstDay(scene).split("-");
  const own = sentence.kind === "Expect" ? spanOf(scene, sentence.subject) : null;
  const forms = [
    ["month", `${year}-${month}`, "A month."],
    ["quarter", `${year}-Q1`, "A quarter."],
    ["half_year", `${year}-H1`, "A half year."],
    ["week", `${year}-W01`, "An ISO week."],
  ] as const;
  const said = periodsAbove(scene).flatMap(({ kind, text }) => {
    const form = forms.find(([, label]) => isLike(label, text));
    return kind === "Period" && form !== undefined
      ? [[form[0], text, "A period of this test."] as const]
      : [];
  });
  return [...said, ...forms].map(([span, label, says]) => ({
    ...sample(label, null, says),
    tier: span === own || (own === null && periodsAbove(scene)[0]?.text === label) ? tiers.best : tiers.value,
  }));
}

/** Periods of one span: `2026-Q1` and `2026-Q3`, `2026-01` and `2026-12`. */
function isLike(one: string, other: string): boolean {
  const form = (text: string): string => text.replace(/\d/g, "0");
  return form(one) === form(other);
}

/** The span of the calendar that a standard gives a verdict for each time. */
function spanOf({ world }: Scene, { text }: ast.Name): string | null {
  const node = world.scope.names.get(text)?.node;
  const window = node?.kind === "Standard" ? sentenceOf(node, "Measured")?.window : undefined;
  return window?.kind === "EachSpan" ? window.unit : null;
}
