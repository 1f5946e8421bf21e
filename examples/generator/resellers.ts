/**
 * Nine months of eight firms that sell booking software: six resellers, one of which loses its certified people in
 * May and one of which nobody finds easy, and two distributors. In spring our own support was slow.
 */
import { type Random, random } from "./random.ts";
import { type Cell, csv, dateText, day, type Files, monthsFrom, padded, timeText } from "./table.ts";

interface Firm {
  readonly key: string;
  readonly name: string;
  readonly kind: "reseller" | "distributor";
  readonly region: "nordics" | "baltics";
  readonly signed: string;
  readonly monthly: number;
  /** Live in time, of a thousand, in the two quarters. */
  readonly quick: readonly [number, number];
  /** Users who found it easy, and mark it high, of a thousand. */
  readonly easy: number;
  readonly renews: number;
  readonly largest: number;
  /** What it says of us, 0 to 10. */
  readonly ofUs: readonly number[];
}

const firms: readonly Firm[] = [
  {
    key: "FJORD",
    name: "Fjord Systems",
    kind: "reseller",
    region: "nordics",
    signed: "2019-02-01",
    monthly: 5,
    quick: [980, 980],
    easy: 900,
    renews: 930,
    largest: 90,
    ofUs: [9, 10, 9, 8],
  },
  {
    key: "TROLL",
    name: "Trollhättan IT",
    kind: "reseller",
    region: "nordics",
    signed: "2020-09-01",
    monthly: 4,
    quick: [900, 700],
    easy: 780,
    renews: 860,
    largest: 40,
    ofUs: [8, 9, 9],
  },
  {
    key: "SAIMA",
    name: "Saimaa Software",
    kind: "reseller",
    region: "nordics",
    signed: "2021-05-17",
    monthly: 4,
    quick: [920, 930],
    easy: 820,
    renews: 880,
    largest: 60,
    ofUs: [7, 9, 10],
  },
  {
    key: "RIGA1",
    name: "Daugava Solutions",
    kind: "reseller",
    region: "baltics",
    signed: "2022-03-01",
    monthly: 4,
    quick: [930, 950],
    easy: 840,
    renews: 830,
    largest: 30,
    ofUs: [5, 6, 4],
  },
  {
    key: "TARTU",
    name: "Tartu Cloud",
    kind: "reseller",
    region: "baltics",
    signed: "2023-01-09",
    monthly: 3,
    quick: [950, 960],
    easy: 930,
    renews: 950,
    largest: 55,
    ofUs: [6, 8, 5, 6],
  },
  {
    key: "KAUNA",
    name: "Kaunas Office Tech",
    kind: "reseller",
    region: "baltics",
    signed: "2021-11-01",
    monthly: 3,
    quick: [820, 860],
    easy: 600,
    renews: 640,
    largest: 25,
    ofUs: [7, 6, 6],
  },
  {
    key: "NORDD",
    name: "Norddist",
    kind: "distributor",
    region: "nordics",
    signed: "2018-06-01",
    monthly: 0,
    quick: [0, 0],
    easy: 0,
    renews: 900,
    largest: 0,
    ofUs: [9, 9, 8],
  },
  {
    key: "BALTD",
    name: "Baltdist",
    kind: "distributor",
    region: "baltics",
    signed: "2019-06-01",
    monthly: 0,
    quick: [0, 0],
    easy: 0,
    renews: 760,
    largest: 0,
    ofUs: [6, 5, 7],
  },
];

const months = monthsFrom("2026-01", "2026-06");
/** The last quarter of the version before. */
const before = monthsFrom("2025-10", "2025-12");

/** So many days of each month for each firm that `perMonth` gives some, in order of time. */
function daysOf(
  chance: Random,
  perMonth: (firm: Firm) => number,
  drawn = months,
): readonly { firm: Firm; on: number; quarter: 0 | 1 }[] {
  const found: { firm: Firm; on: number; quarter: 0 | 1 }[] = [];
  for (const { label, start, days } of drawn)
    for (const firm of firms)
      for (let made = perMonth(firm); made > 0; made -= 1)
        found.push({ firm, on: start + chance.below(days), quarter: label < "2026-04" ? 0 : 1 });
  return found.sort((a, b) => a.on - b.on);
}

/** Rows with a number in front. */
function numbered(letter: string, rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  return rows.map((row, index) => [`${letter}${padded(index + 1, 4)}`, ...row]);
}

/** The files of the resellers example. */
export function resellerFiles(): Files {
  const chance = random(3312);
  return {
    "partners.csv": csv(
      ["partner_id", "name", "kind", "region", "signed_on", "left_on"],
      firms.map(({ key, name, kind, region, signed }) => [key, name, kind, region, signed, null]),
    ),
    "setups.csv": csv(
      ["setup_id", "partner_id", "ordered_on", "live_on", "seats", "fee"],
      numbered("S", setupRows(chance)),
    ),
    "users.csv": csv(
      ["answer_id", "partner_id", "answered_on", "effort", "satisfied"],
      numbered("U", userRows(chance)),
    ),
    "renewals.csv": csv(
      ["contract_id", "partner_id", "ended_on", "renewed"],
      numbered("C", renewalRows(chance)),
    ),
    "certificates.csv": csv(["partner_id", "person", "level", "passed_on", "expires_on"], certificateRows()),
    "plans.csv": csv(["partner_id", "handed_in_on"], planRows()),
    "tickets.csv": csv(
      ["ticket_id", "partner_id", "asked_at", "answered_at"],
      numbered("T", ticketRows(chance)),
    ),
    "partner_voice.csv": csv(["partner_id", "answered_on", "easy_to_work_with"], voiceRows()),
    "our_reviews.csv": csv(["held_on"], [["2026-04-22"], ["2026-07-24"]]),
  };
}

function setupRows(chance: Random): readonly (readonly Cell[])[] {
  return daysOf(chance, ({ monthly }) => monthly, [...before, ...months]).map(({ firm, on, quarter }) => {
    const live = on + (chance.chance(firm.quick[quarter]) ? chance.between(6, 18) : chance.between(26, 40));
    const seats = chance.between(3, firm.largest);
    return [firm.key, dateText(on), dateText(live), seats, `${400 + 45 * seats}.00`];
  });
}

function userRows(chance: Random): readonly (readonly Cell[])[] {
  return daysOf(chance, ({ kind }) => (kind === "reseller" ? 8 : 0), [...before, ...months]).map(
    ({ firm, on }) => {
      const easy = chance.chance(firm.easy);
      return [
        firm.key,
        dateText(on),
        easy ? chance.between(5, 7) : chance.between(1, 4),
        chance.chance(firm.easy) ? chance.pick([4, 5, 5]) : chance.pick([2, 3, 4]),
      ];
    },
  );
}

function renewalRows(chance: Random): readonly (readonly Cell[])[] {
  return daysOf(chance, () => 3).map(({ firm, on }) => [
    firm.key,
    dateText(on),
    chance.chance(firm.renews) ? "yes" : "no",
  ]);
}

/** Two people each, one with a distributor; two of Trollhättan's expire in May. */
function certificateRows(): readonly (readonly Cell[])[] {
  return firms.flatMap(({ key, kind }) => [
    [key, `${key}-a`, "setup", "2025-02-10", key === "TROLL" ? "2026-05-09" : "2027-02-09"],
    [key, `${key}-b`, "sales", "2025-02-10", "2027-02-09"],
    ...(kind === "reseller" ? [[key, `${key}-c`, "expert", "2025-05-12", "2027-05-11"]] : []),
  ]);
}

/** Everybody plans the year but Kaunas; Tartu's plan is of last June. */
function planRows(): readonly (readonly Cell[])[] {
  return firms
    .filter(({ key }) => key !== "KAUNA")
    .map(({ key }) => [key, key === "TARTU" ? "2025-06-20" : "2026-01-23"]);
}

/** Working hours of the support are eight to five; from April to June one answer in four waited for the next day. */
function ticketRows(chance: Random): readonly (readonly Cell[])[] {
  return daysOf(chance, () => 4).map(({ firm, on, quarter }) => {
    const weekday = (on + 3) % 7;
    const working = weekday < 5 ? on : on - weekday + 7;
    const asked = working * 1440 + 8 * 60 + chance.below(300);
    const slow = chance.chance(quarter === 1 && firm.region === "baltics" ? 320 : 50);
    const answered = slow ? asked + (weekday === 4 ? 4 : 2) * 1440 : asked + chance.between(10, 230);
    return [firm.key, timeText(asked), timeText(answered)];
  });
}

function voiceRows(): readonly (readonly Cell[])[] {
  return firms.flatMap(({ key, ofUs }) =>
    ofUs.map((mark, index) => [key, dateText(day("2026-05-18") + index), mark]),
  );
}
