/** Units of time: which may stand where, and how they are spelled there. */
import { type Offer, tiers, wordOffer } from "./item.ts";

/** What a length of time may be counted in. */
export interface UnitLaw {
  readonly plain: readonly string[];
  readonly business: readonly string[];
  readonly calendar: readonly string[];
}

const elapsed = ["second", "minute", "hour", "day", "week"];
const spans = ["day", "week", "month", "quarter", "year"];
const all = ["second", "minute", "hour", ...spans];

const law = (plain: readonly string[], more: Partial<UnitLaw> = {}): UnitLaw => ({
  plain,
  business: [],
  calendar: [],
  ...more,
});

const elapsedOnly = law(elapsed);
const civil = law(spans);
const civilOrBusiness = law(spans, { business: ["day"] });
const rolling = law(spans, { calendar: ["week", "month", "quarter", "year"] });

/** By the node that holds the unit, and its key there. */
const laws: ReadonlyMap<string, UnitLaw> = new Map([
  ["Test.values", elapsedOnly],
  ["ScoreWeight.from", elapsedOnly],
  ["ScoreWeight.to", elapsedOnly],
  ["Becomes.value", elapsedOnly],
  ["Expect.value", elapsedOnly],
  ["Rolling.length", rolling],
  ["TimesIn.length", rolling],
  ["Lookup.within.length", law(all, { business: ["day"] })],
  ["WithinRow.length", law(elapsed, { business: ["day"] })],
  ["Step.cure", civilOrBusiness],
  ["Step.notice", civilOrBusiness],
  ["DueOf.length", law(all, { business: ["day"] })],
  ["DueAfter.length", law(all, { business: ["day"] })],
  ["Final.length", civil],
  ["Lasts.length", civil],
  ["ValidFor.length", civil],
  ["InARow", civil],
  ["StartedUnits", elapsedOnly],
  ["DurationType", elapsedOnly],
]);

/** What a length may be counted in at a place; everything where nothing is known. */
export function unitLaw(place: string): UnitLaw {
  return laws.get(place) ?? law(all);
}

const meanings: Readonly<Record<string, string>> = {
  second: "Seconds of elapsed time.",
  minute: "Minutes of elapsed time.",
  hour: "Hours of elapsed time.",
  day: "Days; as a length of elapsed time, 24 hours.",
  week: "Weeks; as a length of elapsed time, seven times 24 hours.",
  month: "Months of the calendar, whose lengths differ.",
  quarter: "Quarters of the agreement's year.",
  year: "Years of the agreement.",
};

/** Units as offers, one or many of each. */
export function unitOffers(units: readonly string[], isOne: boolean): readonly Offer[] {
  return units.map((unit) =>
    wordOffer(isOne ? unit : `${unit}s`, "unit", { documentation: meanings[unit] ?? null, tier: tiers.best }),
  );
}

/** `each calendar SPAN`: the spans, but for half years, which are two words. */
export function spanOffers(): readonly Offer[] {
  const likely = ["month", "quarter", "week", "day", "year"];
  return likely.map((span) =>
    wordOffer(span, "unit", {
      documentation: `One after the other, each ${span} of the calendar.`,
      tier: tiers.best,
    }),
  );
}
