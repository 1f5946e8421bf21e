/** A generated workspace: one long agreement among hundreds of others, all using a shared file. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The agreement that is edited. */
export const LONG = "long.tenet";

const SHARED = `partners from "partners.csv" key carrier_id
  field carrier_id text
  field country text
`;

/** Writes so many files, of which the long one has about so many lines; gives the long one's text. */
export function writeWorkspace(folder: string, files: number, lines: number): string {
  mkdirSync(join(folder, "shared"), { recursive: true });
  writeFileSync(join(folder, "shared/partners.tenet"), SHARED);
  for (let number = 2; number < files; number++)
    writeFileSync(join(folder, `agreement-${number}.tenet`), agreement(number, 60));
  const long = agreement(1, lines);
  writeFileSync(join(folder, LONG), long);
  return long;
}

function agreement(number: number, lines: number): string {
  const parts = [head(number)];
  let written = linesOf(parts[0] ?? "");
  for (let part = 1; written < lines; part++) {
    const text = section(part);
    parts.push(text);
    written += linesOf(text);
  }
  return parts.join("");
}

function linesOf(text: string): number {
  return text.split("\n").length - 1;
}

const head = (number: number): string => `uses "shared/partners.tenet"

agreement carriers_${number} "Carriers, agreement ${number}"
  version 2.1.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"
  currency EUR

`;

const section = (number: number): string => `# What the carriers of region ${number} owe their customers.
dataset deliveries_${number} "Deliveries, region ${number}" from "deliveries_${number}.csv" one row per parcel_id
  partner carrier_id
  dated promised_at
  missing is "NA", "?"
  field parcel_id text
  field carrier_id text
  field promised_at timestamp
  field delivered_at timestamp optional from "Delivered At"
  field wait duration in seconds
  field csat number from 1 to 5 optional
  field fee money EUR
  field outcome one of delivered, failed written "FAIL-1", returned

metric on_time_${number} "Delivered on time" percent of deliveries_${number} where delivered_at at most promised_at and delivered_at is given
    out of deliveries_${number} where outcome is delivered or (outcome is failed and not wait more than 60 seconds)
  final 3 days after the period
  higher is better

metric fees_${number} sum of fee in deliveries_${number} where outcome is one of delivered, returned
metric csat_${number} average of csat in deliveries_${number} where csat is given

standard punctual_${number} "Parcels arrive when promised"
  requires on_time_${number}
    at least 95% where partner.country is "NL"
    at least 92.5% otherwise
  requires csat_${number} at least 4.2 or fees_${number} less than 1_000 EUR
  warns when on_time_${number} less than 97%
  measured each calendar month
  needs at least 30 deliveries_${number} otherwise not_enough_data
  because "Late parcels are the first cause of contact"

`;
