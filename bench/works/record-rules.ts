/** Twenty rules on a parcel, with sixty-seven comparisons between them, and parcels to ask them about. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bundle, Condition } from "@tenet-lang/evaluator";
import { bundleOf } from "../agreement.ts";
import { type Random, random } from "../random.ts";
import type { Answer, Size } from "../work.ts";

export interface Parcel {
  readonly carrier_id: string;
  readonly promised_on: string;
  readonly country: string;
  readonly city: string;
  readonly service: string;
  readonly outcome: string;
  readonly channel: string;
  readonly size: string;
  readonly minutes_late: number | null;
  readonly attempts: number;
  readonly weight_kg: number;
  readonly distance_km: number;
  readonly wait: number;
  readonly fee: number;
  readonly order_value: number;
  readonly claim_amount: number | null;
  readonly stars: number | null;
  readonly calls: number;
  readonly signed: boolean;
  readonly photo: boolean;
  readonly damaged: boolean;
  readonly insured: boolean;
}

const rules: readonly (readonly [string, string])[] = [
  ["late", "outcome is delivered and minutes_late more than 0 and service is express"],
  ["very_late", 'outcome is delivered and minutes_late more than 1440 and country is "NL"'],
  ["first_try", "outcome is delivered and attempts at most 1 and signed is yes"],
  ["retried", "attempts at least 2 and outcome is delivered and channel is web"],
  ["lost_dear", "outcome is lost and order_value at least 200 EUR and insured is no"],
  [
    "damage_claimed",
    "damaged is yes and claim_amount is given and claim_amount more than 50 EUR and photo is yes",
  ],
  ["bad_rating", "stars is given and stars at most 2 and (calls at least 1 or damaged is yes)"],
  ["good_rating", "stars is given and stars at least 4 and minutes_late at most 0"],
  ["heavy_far", "weight_kg more than 20 and distance_km more than 100 and size is large"],
  ["light_near", "weight_kg at most 2 and distance_km from 0 to 25 and size is one of small, medium"],
  ["slow_answer", "calls at least 1 and wait more than 120 seconds and not stars at least 4"],
  ["quick_answer", "calls at least 1 and wait at most 30 seconds and channel is one of app, shop"],
  ["no_proof", "outcome is delivered and signed is no and photo is no and order_value at least 100 EUR"],
  [
    "returned_paid",
    "outcome is returned and fee more than 5 EUR and (service is same_day or service is express)",
  ],
  ["abroad", 'country is not "NL" and distance_km at least 200 and service is standard'],
  [
    "big_city",
    'city is one of "Amsterdam", "Utrecht", "Rotterdam" and service is same_day and minutes_late at most 60',
  ],
  ["unclear", "outcome is failed and attempts at least 3 and stars is not given"],
  [
    "complaint_risk",
    "(minutes_late more than 240 or damaged is yes) and order_value at least 150 EUR and calls at least 2",
  ],
  [
    "under_paid",
    "fee less than 2.50 EUR and distance_km more than 50 and weight_kg more than 5 and service is not standard",
  ],
  [
    "small_claim",
    "claim_amount is given and claim_amount less than 20 EUR and insured is yes and not damaged is yes",
  ],
];

const agreement = `agreement parcel_rules "Rules on a parcel"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"
  currency EUR

dataset parcels from "parcels.csv" one row per line
  partner carrier_id
  dated promised_on
  field carrier_id text
  field promised_on date
  field country text
  field city text
  field service one of standard, express, same_day
  field outcome one of delivered, failed, returned, lost
  field channel one of web, app, shop
  field size one of small, medium, large
  field minutes_late number 0 decimals optional
  field attempts number 0 decimals
  field weight_kg number 2 decimals
  field distance_km number 1 decimals
  field wait duration in seconds
  field fee money EUR
  field order_value money EUR
  field claim_amount money EUR optional
  field stars number from 1 to 5 optional
  field calls number 0 decimals
  field signed yes_no
  field photo yes_no
  field damaged yes_no
  field insured yes_no
${rules.map(([name, condition], at) => `\nmetric ${ordered(at)}_${name} number of parcels where ${condition}\n`).join("")}`;

/** A bundle lists metrics by name; the names keep the order in which the rules stand here. */
function ordered(at: number): string {
  return `r${String(at + 1).padStart(2, "0")}`;
}

/** The rules as someone would write them by hand who knows nothing else. */
export function rulesByHand(p: Parcel): readonly boolean[] {
  const delivered = p.outcome === "delivered";
  return [
    delivered && p.minutes_late !== null && p.minutes_late > 0 && p.service === "express",
    delivered && p.minutes_late !== null && p.minutes_late > 1440 && p.country === "NL",
    delivered && p.attempts <= 1 && p.signed,
    p.attempts >= 2 && delivered && p.channel === "web",
    p.outcome === "lost" && p.order_value >= 200 && !p.insured,
    p.damaged && p.claim_amount !== null && p.claim_amount > 50 && p.photo,
    p.stars !== null && p.stars <= 2 && (p.calls >= 1 || p.damaged),
    p.stars !== null && p.stars >= 4 && p.minutes_late !== null && p.minutes_late <= 0,
    p.weight_kg > 20 && p.distance_km > 100 && p.size === "large",
    p.weight_kg <= 2 &&
      p.distance_km >= 0 &&
      p.distance_km <= 25 &&
      (p.size === "small" || p.size === "medium"),
    p.calls >= 1 && p.wait > 120 && p.stars !== null && !(p.stars >= 4),
    p.calls >= 1 && p.wait <= 30 && (p.channel === "app" || p.channel === "shop"),
    delivered && !p.signed && !p.photo && p.order_value >= 100,
    p.outcome === "returned" && p.fee > 5 && (p.service === "same_day" || p.service === "express"),
    p.country !== "NL" && p.distance_km >= 200 && p.service === "standard",
    (p.city === "Amsterdam" || p.city === "Utrecht" || p.city === "Rotterdam") &&
      p.service === "same_day" &&
      p.minutes_late !== null &&
      p.minutes_late <= 60,
    p.outcome === "failed" && p.attempts >= 3 && p.stars === null,
    ((p.minutes_late !== null && p.minutes_late > 240) || p.damaged) && p.order_value >= 150 && p.calls >= 2,
    p.fee < 2.5 && p.distance_km > 50 && p.weight_kg > 5 && p.service !== "standard",
    p.claim_amount !== null && p.claim_amount < 20 && p.insured && !p.damaged,
  ];
}

const PARCELS: Readonly<Record<Size, number>> = { quick: 2_000, usual: 20_000, full: 20_000 };

export function parcelCount(size: Size): number {
  return PARCELS[size];
}

/** Writes the bundle of the rules and the parcels. */
export async function writeParcels(folder: string, size: Size): Promise<void> {
  const numbers = random(2026);
  const lines = Array.from({ length: PARCELS[size] }, () => JSON.stringify(parcel(numbers)));
  writeFileSync(join(folder, "parcels.ndjson"), `${lines.join("\n")}\n`);
  writeFileSync(join(folder, "rules.json"), JSON.stringify(await bundleOf(agreement)));
}

function parcel(numbers: Random): Parcel {
  const { below, of, percent } = numbers;
  const cents = (most: number): number => below(most * 100) / 100;
  return {
    carrier_id: `carrier ${below(200)}`,
    promised_on: `2026-0${1 + below(9)}-${10 + below(19)}`,
    country: of(["NL", "NL", "BE", "DE", "FR"]),
    city: of(["Amsterdam", "Utrecht", "Rotterdam", "Antwerpen", "Liège", "Köln", "Lille", "Eindhoven"]),
    service: of(["standard", "standard", "express", "same_day"]),
    outcome: of(["delivered", "delivered", "delivered", "failed", "returned", "lost"]),
    channel: of(["web", "app", "shop"]),
    size: of(["small", "medium", "large"]),
    minutes_late: percent(10) ? null : below(2000) - 600,
    attempts: 1 + below(3),
    weight_kg: cents(30),
    distance_km: below(4000) / 10,
    wait: below(300),
    fee: cents(12),
    order_value: cents(400),
    claim_amount: percent(80) ? null : cents(150),
    stars: percent(40) ? null : 1 + below(5),
    calls: below(4),
    signed: percent(60),
    photo: percent(50),
    damaged: percent(15),
    insured: percent(50),
  };
}

export function readLines(folder: string): readonly string[] {
  return readFileSync(join(folder, "parcels.ndjson"), "utf8").trimEnd().split("\n");
}

export function readParcels(folder: string): readonly Parcel[] {
  return readLines(folder).map((line): Parcel => JSON.parse(line));
}

export function readRules(folder: string): Bundle {
  return JSON.parse(readFileSync(join(folder, "rules.json"), "utf8"));
}

/** The rules of a bundle as conditions, in their order. */
export function conditionsOf(bundle: Bundle): readonly Condition[] {
  return bundle.metrics.map(({ form }) => {
    const where = form.kind === "count" ? form.population.where : null;
    if (where === null) throw new Error("a rule without a condition");
    return where;
  });
}

/** Which rules hold of each parcel, one line per parcel. */
export function linesOf(parcels: readonly Parcel[], rulesOf: (parcel: Parcel) => readonly boolean[]): Answer {
  return parcels.map((each) =>
    rulesOf(each)
      .map((holds) => (holds ? "1" : "0"))
      .join(""),
  );
}
