/** The files that `tenet init` writes. */

/** The agreement. */
export const agreementText = `# What our carriers owe our customers. Read it aloud: every line is a promise or a condition of one.

agreement delivery_standards "Delivery standards"
  version 1.0.0
  effective from 2026-01-01 until further notice
  owner "Customer experience"
  time zone "Europe/Amsterdam"
  because "Late parcels are the first cause of contact"

partners from "partners.csv" key partner_id
  field partner_id text
  field name text

dataset deliveries from "deliveries.csv" one row per parcel_id
  partner carrier
  dated promised_on
  field parcel_id text
  field carrier text
  field promised_on date
  field delivered_on date optional
  field stars number from 1 to 5 optional

metric on_time "Delivered on time" percent of deliveries where delivered_on is given
    and delivered_on at most promised_on
    out of deliveries

metric rating "Average rating" average of stars in deliveries
  higher is better

standard punctual "Parcels arrive when promised"
  requires on_time at least 95%
  warns when on_time less than 97%
  measured each calendar month
  needs at least 20 deliveries otherwise not_enough_data

standard well_rated "Customers are content"
  requires rating at least 4.2
  measured each calendar month
  needs at least 20 deliveries otherwise not_enough_data

test exactly_at_the_limit "Exactly 95 percent is met"
  given partners
  | partner_id | name |
  | P1         | Acme |
  given deliveries for "P1" in 2026-01
  | rows | promised_on | delivered_on |
  | 95   | 2026-01-10  | 2026-01-10   |
  | 5    | 2026-01-10  | 2026-01-11   |
  expect on_time for "P1" in 2026-01 is 95%
  expect punctual for "P1" in 2026-01 is met
`;

interface Month {
  readonly carrier: string;
  readonly month: string;
  readonly parcels: number;
  readonly late: number;
}

const months: readonly Month[] = [
  { carrier: "ACME", month: "2026-01", parcels: 40, late: 1 },
  { carrier: "ACME", month: "2026-02", parcels: 40, late: 2 },
  { carrier: "ACME", month: "2026-03", parcels: 44, late: 0 },
  { carrier: "SWIFT", month: "2026-01", parcels: 30, late: 1 },
  { carrier: "SWIFT", month: "2026-02", parcels: 32, late: 4 },
  { carrier: "SWIFT", month: "2026-03", parcels: 12, late: 1 },
];

/** The deliveries, as CSV. */
export function deliveriesText(): string {
  const rows = months.flatMap(({ carrier, month, parcels, late }) =>
    Array.from({ length: parcels }, (_, index) => {
      const day = 1 + (index % 27);
      const isLate = index >= parcels - late;
      const stars = isLate ? 1 + (index % 2) : 4 + (index % 2);
      // Every third customer answers.
      return [
        `${carrier}-${month}-${index + 1}`,
        carrier,
        `${month}-${digits(day)}`,
        `${month}-${digits(isLate ? day + 1 : day)}`,
        index % 3 === 0 ? String(stars) : "",
      ].join(",");
    }),
  );
  return ["parcel_id,carrier,promised_on,delivered_on,stars", ...rows, ""].join("\n");
}

/** The partners, as CSV. */
export function partnersText(): string {
  return ["partner_id,name", "ACME,Acme Parcels", "SWIFT,Swift Couriers", ""].join("\n");
}

function digits(number: number): string {
  return String(number).padStart(2, "0");
}
