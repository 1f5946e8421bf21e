/** Text → tree, one megabyte. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Size, Work } from "../work.ts";

const FILE = "long.tenet";
const BYTES: Readonly<Record<Size, number>> = { quick: 250_000, usual: 1_000_000, full: 1_000_000 };

export const parseText: Work = {
  name: "parse",
  title: (size) => `${BYTES[size] / 1e6} MB of agreement to its tree`,
  goal: "1.3",
  rounds: "warm",
  generate: (folder, size) => writeFileSync(join(folder, FILE), longAgreement(BYTES[size])),
  contestants: [
    {
      name: "chevrotain 13, the same grammar bare",
      async prepare(folder) {
        const { bareParse } = await import("./parse-bare.ts");
        const text = readFileSync(join(folder, FILE), "utf8");
        let declarations = 0;
        return {
          round() {
            declarations = bareParse(text);
          },
          answer: () => [`${declarations} declarations`],
        };
      },
    },
    {
      name: "Tenet, parse",
      async prepare(folder) {
        const { parse, sourceFile } = await import("@tenet-lang/language");
        const text = readFileSync(join(folder, FILE), "utf8");
        let found = parse(sourceFile(FILE, text));
        return {
          round() {
            found = parse(sourceFile(FILE, text));
          },
          answer: () => [
            `${found.tree.declarations.length} declarations`,
            ...found.diagnostics.map(({ message }) => message),
          ],
        };
      },
    },
  ],
};

/** An agreement of at least so many bytes, with the sentences that agreements mostly have. */
function longAgreement(bytes: number): string {
  const parts = [HEAD];
  let length = HEAD.length;
  for (let number = 1; length < bytes; number += 1) {
    const part = section(number);
    parts.push(part);
    length += part.length;
  }
  return parts.join("");
}

const HEAD = `agreement long "A long agreement"
  version 2.1.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"
  currency EUR

`;

/** The declarations of one region: what a long agreement is made of. */
export function section(number: number): string {
  return `# What the carriers of region ${number} owe their customers.
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
}
