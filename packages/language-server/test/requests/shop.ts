/** A small workspace for the requests of our own: a shared file, an agreement with two tests, and data. */

const shared = `dataset deliveries from "deliveries.csv" one row per parcel_id
  partner carrier
  dated promised_on
  field parcel_id text
  field carrier text
  field promised_on date
  field delivered_on date optional

metric on_time percent of deliveries where delivered_on is given and delivered_on at most promised_on
    out of deliveries
`;

export const agreement = `agreement parcels "Parcels"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"

uses "shared/data.tenet"

standard punctual "On time"
  requires on_time at least 90%
  measured each calendar month
  needs at least 2 deliveries otherwise not_enough_data

standard untried "Never tested"
  requires on_time at least 10%
  measured each calendar month
  needs no minimum

test kept "Nine of ten"
  given deliveries for "P1" in 2026-01
  | rows | promised_on | delivered_on |
  | 9    | 2026-01-10  | 2026-01-10   |
  | 1    | 2026-01-10  | 2026-01-11   |
  expect punctual for "P1" in 2026-01 is met

test hoped "Eight of ten"
  given deliveries for "P1" in 2026-01
  | rows | promised_on | delivered_on |
  | 8    | 2026-01-10  | 2026-01-10   |
  | 2    | 2026-01-10  | 2026-01-11   |
  expect punctual for "P1" in 2026-01 is met
`;

/** Six of ten on time for one carrier, two of two for the other. */
function deliveries(): string {
  const late = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1].map((days, index) => ["SLOW", index, days] as const);
  const prompt = [0, 0].map((days, index) => ["QUICK", index, days] as const);
  const rows = [...late, ...prompt].map(
    ([carrier, index, days]) => `${carrier}${index},${carrier},2026-01-10,2026-01-${10 + days}`,
  );
  return `parcel_id,carrier,promised_on,delivered_on\n${rows.join("\n")}\n`;
}

export const files: Readonly<Record<string, string>> = {
  "carriers/parcels.tenet": agreement,
  "carriers/shared/data.tenet": shared,
  "carriers/deliveries.csv": deliveries(),
};

/** The line of a piece of the agreement, from 0. */
export function lineOf(piece: string): number {
  return agreement.slice(0, agreement.indexOf(piece)).split("\n").length - 1;
}
