/**
 * Six months of eight delivery partners: ice in January that hit three carriers, ice in February that hit one, a
 * road along the coast closed without a notice on file, and a festival that slowed the bicycles.
 */
import { type Random, random } from "./random.ts";
import { type Cell, csv, dateText, day, type Files, monthsFrom, padded, timeText } from "./table.ts";

interface Carrier {
  readonly key: string;
  readonly monthly: number;
  /** On time, of a thousand, January to June. */
  readonly onTime: readonly number[];
  readonly firstAttempt: number;
  /** Damaged or incomplete, of a thousand. */
  readonly damaged: number;
  /** Weights of one to five stars. */
  readonly stars: readonly [number, number, number, number, number];
  readonly from: string;
  readonly until: string;
}

const YEAR = { from: "2026-01-01", until: "2026-06-30" };
const carriers: readonly Carrier[] = [
  {
    key: "NORTHLINE",
    monthly: 62,
    onTime: [975, 980, 985, 980, 975, 980],
    firstAttempt: 930,
    damaged: 8,
    stars: [1, 1, 4, 30, 64],
    ...YEAR,
  },
  {
    key: "BLUEVAN",
    monthly: 60,
    onTime: [955, 950, 940, 935, 900, 945],
    firstAttempt: 900,
    damaged: 14,
    stars: [5, 5, 12, 38, 40],
    ...YEAR,
  },
  {
    key: "PEDALO",
    monthly: 46,
    onTime: [960, 965, 955, 960, 900, 895],
    firstAttempt: 920,
    damaged: 10,
    stars: [1, 2, 5, 30, 62],
    ...YEAR,
  },
  {
    key: "HASTE",
    monthly: 52,
    onTime: [985, 975, 965, 950, 925, 900],
    firstAttempt: 890,
    damaged: 12,
    stars: [8, 8, 14, 30, 40],
    ...YEAR,
  },
  {
    key: "CANALPOST",
    monthly: 31,
    onTime: [950, 955, 960, 950, 960, 950],
    firstAttempt: 890,
    damaged: 20,
    stars: [2, 4, 14, 40, 40],
    ...YEAR,
  },
  {
    key: "DUNEWAY",
    monthly: 42,
    onTime: [920, 920, 920, 925, 945, 965],
    firstAttempt: 910,
    damaged: 15,
    stars: [3, 4, 10, 40, 43],
    from: "2026-03-16",
    until: "2026-06-30",
  },
  {
    key: "WEERT",
    monthly: 38,
    onTime: [930, 915, 905, 890, 880, 880],
    firstAttempt: 880,
    damaged: 45,
    stars: [10, 10, 15, 30, 35],
    from: "2026-01-01",
    until: "2026-05-15",
  },
  {
    key: "LOCKR",
    monthly: 8,
    onTime: [990, 990, 990, 990, 990, 990],
    firstAttempt: 1000,
    damaged: 5,
    stars: [1, 1, 4, 30, 64],
    ...YEAR,
  },
];

const partnerRows: readonly (readonly Cell[])[] = [
  [
    "NORTHLINE",
    "Northline Parcels",
    "carrier",
    "NL",
    "standard",
    "2023-04-01",
    null,
    "I. Verbeek",
    "48200.00",
  ],
  ["BLUEVAN", "Blue Van Delivery", "carrier", "NL", "standard", "2022-09-01", null, "J. Okafor", "41750.00"],
  [
    "PEDALO",
    "Pedalo Bicycle Couriers",
    "carrier",
    "NL",
    "standard",
    "2024-02-01",
    null,
    "M. Castelein",
    "18300.00",
  ],
  ["HASTE", "Haste Same Evening", "carrier", "BE", "premium", "2025-01-01", null, "S. Demir", "36900.00"],
  ["CANALPOST", "Canal Post", "carrier", "NL", "standard", "2024-06-01", null, "T. de Ruiter", "12400.00"],
  [
    "DUNEWAY",
    "Duneway Logistics",
    "carrier",
    "NL",
    "standard",
    "2026-03-16",
    null,
    "A. Lindqvist",
    "22600.00",
  ],
  [
    "WEERT",
    "Weert Express",
    "carrier",
    "NL",
    "standard",
    "2023-01-01",
    "2026-05-15",
    "P. Jansen",
    "19800.00",
  ],
  [
    "LOCKR",
    "Lockr Parcel Lockers",
    "locker_network",
    "NL",
    "standard",
    "2024-01-01",
    null,
    "H. Nowak",
    "3100.00",
  ],
];

interface Parcel {
  id: string;
  readonly carrier: Carrier | null;
  readonly region: string;
  /** Minute of the promise, counted from 1970. */
  readonly promised: number;
  readonly atDoor: number | null;
  readonly outcome: string;
  readonly attempts: number;
  readonly incident: string | null;
  readonly postcode: string;
}

/** The files of the courier example. */
export function courierFiles(): Files {
  const chance = random(2026);
  const parcels = allParcels(chance);
  return {
    "partners.csv": csv(
      [
        "partner_id",
        "name",
        "kind",
        "country",
        "service",
        "started_on",
        "ended_on",
        "account_manager",
        "monthly_invoice",
      ],
      partnerRows,
    ),
    "deliveries.csv": csv(
      [
        "parcel_id",
        "carrier_id",
        "region",
        "promised_by",
        "at_door_at",
        "outcome",
        "attempts",
        "incident_id",
        "postcode",
      ],
      parcels.map(parcelRow),
    ),
    "claims.csv": csv(["claim_id", "parcel_id", "reported_on", "kind", "paid"], claimRows(chance, parcels)),
    "ratings.csv": csv(["rating_id", "carrier_id", "left_at", "stars"], ratingRows(chance, parcels)),
    "evidence_log.csv": csv(
      ["entry_id", "received_on", "kind", "document"],
      [["EV-001", "2026-01-09", "weather", "Code red for ice, 7 to 10 January, national weather service"]],
    ),
    "forecasts.csv": csv(["forecast_id", "due_on", "sent_on"], forecastRows()),
  };
}

function allParcels(chance: Random): readonly Parcel[] {
  const parcels: Parcel[] = [];
  for (const [index, month] of monthsFrom("2026-01", "2026-06").entries()) {
    for (const carrier of carriers) {
      const count = carrier.monthly + chance.between(-3, 3);
      for (let made = 0; made < count; made += 1) {
        const on = month.start + chance.below(month.days);
        if (on >= day(carrier.from) && on <= day(carrier.until))
          parcels.push(parcel(chance, carrier, on, index));
      }
    }
  }
  // Two trial parcels of a firm that never became a partner: nobody's rows, counted and named.
  for (const on of ["2026-02-17", "2026-02-18"]) parcels.push(trialParcel(day(on)));
  parcels.sort((a, b) => a.promised - b.promised);
  for (const [index, each] of parcels.entries()) each.id = `P${260_001 + index}`;
  return parcels;
}

function parcel(chance: Random, carrier: Carrier, on: number, month: number): Parcel {
  const region = chance.weighted([
    ["city", 40],
    ["north", 25],
    ["south", 20],
    ["coast", 15],
  ] as const);
  const promised = on * 1440 + chance.pick([12, 15, 18, 21]) * 60;
  const incident = incidentOf(carrier, region, on);
  const lost = chance.chance(5);
  const slowCoast = carrier.key === "HASTE" && region === "coast" ? 120 : 0;
  const punctual = incident === null && chance.chance((carrier.onTime[month] ?? 0) - slowCoast);
  const atDoor = promised + (punctual ? -chance.between(0, 170) : chance.pick([4, 25, 70, 190, 900, 1260]));
  const outcome = lost ? "lost" : chance.chance(30) ? "refused" : "delivered";
  return {
    id: "",
    carrier,
    region,
    promised,
    atDoor: lost ? null : atDoor,
    outcome,
    attempts: chance.chance(carrier.firstAttempt)
      ? 1
      : chance.weighted([
          [2, 5],
          [3, 1],
        ]),
    incident,
    postcode: `${chance.between(1011, 1999)} ${chance.pick(["AB", "CD", "KL", "XZ"])}`,
  };
}

function incidentOf(carrier: Carrier, region: string, on: number): string | null {
  const iced = on >= day("2026-01-07") && on <= day("2026-01-10");
  if (iced && ["NORTHLINE", "BLUEVAN", "PEDALO"].includes(carrier.key)) return "ICE-0107";
  if (carrier.key === "BLUEVAN" && (on === day("2026-02-11") || on === day("2026-02-12"))) return "ICE-0211";
  return region === "coast" && on >= day("2026-05-11") && on <= day("2026-05-15") ? "DYKE-0511" : null;
}

function trialParcel(on: number): Parcel {
  const promised = on * 1440 + 18 * 60;
  return {
    id: "",
    carrier: null,
    region: "city",
    promised,
    atDoor: promised - 30,
    outcome: "delivered",
    attempts: 1,
    incident: null,
    postcode: "1012 AB",
  };
}

function parcelRow(each: Parcel): readonly Cell[] {
  return [
    each.id,
    each.carrier?.key ?? "TRIALVAN",
    each.region,
    timeText(each.promised),
    each.atDoor === null ? null : timeText(each.atDoor),
    each.outcome,
    each.attempts,
    each.incident,
    each.postcode,
  ];
}

function claimRows(chance: Random, parcels: readonly Parcel[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  for (const each of parcels) {
    if (each.carrier === null || each.outcome !== "delivered" || !chance.chance(each.carrier.damaged))
      continue;
    const reported =
      Math.floor(each.promised / 1440) +
      chance.weighted([
        [1, 5],
        [4, 4],
        [11, 2],
      ]);
    const paid = `${chance.between(6, 140)}.${chance.pick(["00", "50", "95"])}`;
    rows.push([
      "",
      each.id,
      dateText(reported),
      chance.weighted([
        ["damaged", 3],
        ["missing_item", 1],
      ]),
      paid,
    ]);
  }
  rows.sort((a, b) => String(a[2]).localeCompare(String(b[2]), "en"));
  return rows.map((row, index) => [`CL-${padded(index + 1, 4)}`, ...row.slice(1)]);
}

function ratingRows(chance: Random, parcels: readonly Parcel[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  for (const { carrier, atDoor, outcome } of parcels) {
    if (carrier === null || atDoor === null || outcome !== "delivered" || !chance.chance(260)) continue;
    const stars = chance.weighted(carrier.stars.map((weight, index) => [index + 1, weight] as const));
    rows.push(["", carrier.key, timeText(atDoor + chance.between(2, 2000), chance.below(60)), stars]);
  }
  rows.sort((a, b) => (String(a[2]) < String(b[2]) ? -1 : 1));
  return rows.map((row, index) => [`R${padded(index + 1, 5)}`, ...row.slice(1)]);
}

/** A forecast is due every Thursday for the week after; one was late in February, two in May, one never went out. */
function forecastRows(): readonly (readonly Cell[])[] {
  const late = new Map([
    ["2026-02-12", 1],
    ["2026-05-07", 2],
    ["2026-05-14", 1],
  ]);
  return Array.from({ length: 26 }, (_, week) => {
    const due = day("2026-01-01") + 7 * week;
    const sent =
      dateText(due) === "2026-06-04" ? null : dateText(due + (late.get(dateText(due)) ?? -(week % 3)));
    return [`F26-${padded(week + 1, 2)}`, dateText(due), sent];
  });
}
