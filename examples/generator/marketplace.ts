/**
 * Eighteen months of six sellers: one that outgrows the yearly window, one that ships late, one abroad, one that is
 * new. Some orders hold lines of two sellers and belong to both.
 */
import { type Random, random } from "./random.ts";
import { type Cell, csv, dateText, day, type Files, monthsFrom, padded, timeText } from "./table.ts";

interface Seller {
  readonly key: string;
  readonly shop: string;
  readonly country: string;
  readonly fulfilment: "own" | "warehouse";
  readonly opened: string;
  readonly monthly: (month: string) => number;
  /** All of a thousand. */
  readonly unhappy: (month: string) => number;
  readonly late: number;
  readonly cancels: number;
  readonly badTracking: number;
  readonly slowAnswers: number;
}

const steady = (value: number) => (): number => value;
const sellers: readonly Seller[] = [
  {
    key: "S-OAK",
    shop: "Oak & Iron",
    country: "US",
    fulfilment: "own",
    opened: "2023-05-01",
    monthly: steady(19),
    unhappy: steady(60),
    late: 20,
    cancels: 8,
    badTracking: 15,
    slowAnswers: 60,
  },
  {
    key: "S-ELM",
    shop: "Elm Street Audio",
    country: "US",
    fulfilment: "own",
    opened: "2024-11-01",
    monthly: (month) => (month < "2026-02" ? 26 : 142),
    unhappy: (month) => (month < "2026-02" ? 150 : 30),
    late: 30,
    cancels: 12,
    badTracking: 30,
    slowAnswers: 110,
  },
  {
    key: "S-ASH",
    shop: "Ashworth Linen",
    country: "US",
    fulfilment: "warehouse",
    opened: "2022-02-01",
    monthly: steady(14),
    unhappy: steady(190),
    late: 5,
    cancels: 3,
    badTracking: 5,
    slowAnswers: 40,
  },
  {
    key: "S-PINE",
    shop: "Pino Alto",
    country: "MX",
    fulfilment: "own",
    opened: "2024-01-15",
    monthly: steady(12),
    unhappy: steady(80),
    late: 55,
    cancels: 20,
    badTracking: 130,
    slowAnswers: 90,
  },
  {
    key: "S-FIR",
    shop: "Fir Lake Outfitters",
    country: "CA",
    fulfilment: "own",
    opened: "2023-09-01",
    monthly: steady(12),
    unhappy: steady(110),
    late: 130,
    cancels: 45,
    badTracking: 90,
    slowAnswers: 220,
  },
  {
    key: "S-YEW",
    shop: "Yew Tree Prints",
    country: "US",
    fulfilment: "own",
    opened: "2026-02-10",
    monthly: (month) => (month < "2026-03" ? 0 : 7),
    unhappy: steady(50),
    late: 40,
    cancels: 10,
    badTracking: 20,
    slowAnswers: 80,
  },
];

interface Order {
  id: string;
  readonly sellers: readonly Seller[];
  readonly month: string;
  readonly buyer: string;
  /** Minute since 1970. */
  readonly at: number;
  readonly shipBy: number;
  readonly shipped: number | null;
  readonly cancelled: "nobody" | "buyer" | "seller";
}

/** The files of the marketplace example. */
export function marketplaceFiles(): Files {
  const chance = random(400);
  const orders = allOrders(chance);
  return {
    "sellers.csv": csv(
      ["seller_id", "shop", "country", "fulfilment", "opened_on"],
      sellers.map(({ key, shop, country, fulfilment, opened }) => [key, shop, country, fulfilment, opened]),
    ),
    "orders.csv": csv(
      ["order_id", "buyer_id", "purchased_at", "ship_by", "shipped_at", "cancelled_by"],
      orders.map(({ id, buyer, at, shipBy, shipped, cancelled }) => {
        return [
          id,
          buyer,
          timeText(at),
          dateText(shipBy),
          shipped === null ? null : timeText(shipped),
          cancelled,
        ];
      }),
    ),
    "items.csv": csv(
      ["order_id", "seller_id", "price"],
      orders.flatMap((order) => itemRows(chance, order)),
    ),
    "parcels.csv": csv(
      ["parcel_no", "seller_id", "order_id", "handed_over_at", "tracking"],
      parcelRows(chance, orders),
    ),
    "feedback.csv": csv(
      ["order_id", "stars", "left_at", "comment"],
      orders.flatMap((order) => feedbackRows(chance, order)),
    ),
    "guarantee_claims.csv": csv(
      ["claim_id", "order_id", "opened_at", "granted", "refunded"],
      claimRows(chance, orders),
    ),
    "messages.csv": csv(["message_id", "seller_id", "received_at", "hours_to_answer"], messageRows(chance)),
  };
}

function allOrders(chance: Random): readonly Order[] {
  const orders: Order[] = [];
  for (const { label, start, days } of monthsFrom("2025-01", "2026-06")) {
    for (const seller of sellers) {
      const usual = seller.monthly(label);
      const count = usual === 0 ? 0 : usual + chance.between(-2, 2);
      for (let made = 0; made < count; made += 1)
        orders.push(order(chance, seller, label, start + chance.below(days)));
    }
  }
  orders.sort((a, b) => a.at - b.at);
  for (const [index, each] of orders.entries()) each.id = `O${510_001 + index}`;
  return orders;
}

function order(chance: Random, seller: Seller, month: string, on: number): Order {
  const at = on * 1440 + chance.between(6 * 60, 23 * 60 + 59);
  const cancelled = chance.chance(seller.cancels) ? "seller" : chance.chance(15) ? "buyer" : "nobody";
  const shipBy = on + chance.pick([1, 2, 2, 3]);
  const late = chance.chance(seller.late);
  const shipped =
    (late ? shipBy + chance.between(1, 4) : on + chance.below(shipBy - on) + 1) * 1440 +
    chance.between(480, 1300);
  const other = sellers.filter((each) => each !== seller && each.key !== "S-YEW");
  return {
    id: "",
    sellers: chance.chance(25) ? [seller, chance.pick(other)] : [seller],
    month,
    buyer: `B${chance.between(1000, 3400)}`,
    at,
    shipBy,
    shipped: cancelled === "nobody" ? shipped : null,
    cancelled,
  };
}

function itemRows(chance: Random, { id, sellers: owners }: Order): readonly (readonly Cell[])[] {
  return owners.flatMap((seller) =>
    Array.from(
      {
        length: chance.weighted([
          [1, 6],
          [2, 1],
        ]),
      },
      () => {
        return [id, seller.key, `${chance.between(8, 160)}.${chance.pick(["00", "49", "99"])}`];
      },
    ),
  );
}

/** Parcels of the last months only; on two days in February the label service printed nothing readable. */
function parcelRows(chance: Random, orders: readonly Order[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  for (const { id, shipped, sellers: owners } of orders) {
    if (shipped === null || shipped < day("2025-11-01") * 1440) continue;
    const on = dateText(Math.floor(shipped / 1440));
    const outage = on === "2026-02-11" || on === "2026-02-12";
    for (const { key, badTracking } of owners) {
      const tracking =
        outage || chance.chance(badTracking) ? chance.pick([null, "see letter"]) : trackingNumber(chance);
      rows.push(["", key, id, timeText(shipped), tracking]);
    }
  }
  return rows.map((row, index) => [`PK${padded(index + 1, 5)}`, ...row.slice(1)]);
}

function trackingNumber(chance: Random): string {
  if (chance.chance(500)) return `94${padded(chance.below(100_000), 5)}${padded(chance.below(100_000), 5)}`;
  return `1Z${chance.pick(["A7", "K2", "X9"])}${padded(chance.below(1_000_000), 6)}`;
}

function feedbackRows(
  chance: Random,
  { id, at, month, sellers: owners, cancelled }: Order,
): readonly (readonly Cell[])[] {
  const seller = owners[0];
  if (seller === undefined || cancelled !== "nobody" || !chance.chance(180)) return [];
  const unhappy = chance.chance(seller.unhappy(month));
  const stars = unhappy
    ? chance.pick([1, 2])
    : chance.weighted([
        [5, 6],
        [4, 3],
        [3, 1],
      ]);
  const comment = unhappy
    ? chance.pick(["Arrived broken, twice", 'Says "new", is not', "Never again"])
    : null;
  return [[id, stars, timeText(at + chance.between(3, 24) * 1440 + chance.below(600)), comment]];
}

function claimRows(chance: Random, orders: readonly Order[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  for (const { id, at, month, sellers: owners, cancelled } of orders) {
    const seller = owners[0];
    if (seller === undefined || cancelled !== "nobody" || !chance.chance(seller.unhappy(month) / 8)) continue;
    const opened = at + chance.between(5, 28) * 1440;
    rows.push(["", id, timeText(opened), chance.pick(["yes", "yes", "no"]), `${chance.between(9, 150)}.99`]);
  }
  return rows.map((row, index) => [`G${padded(index + 1, 4)}`, ...row.slice(1)]);
}

function messageRows(chance: Random): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  for (const { label, start, days } of monthsFrom("2025-11", "2026-06")) {
    for (const seller of sellers.filter(({ opened }) => opened.slice(0, 7) <= label)) {
      for (let made = chance.between(6, 12); made > 0; made -= 1) {
        const at = (start + chance.below(days)) * 1440 + chance.between(400, 1400);
        const slow = chance.chance(seller.slowAnswers);
        const hours = slow ? chance.pick([null, 30, 55]) : chance.between(1, 24);
        rows.push(["", seller.key, timeText(at, chance.below(60)), hours]);
      }
    }
  }
  rows.sort((a, b) => (String(a[2]) < String(b[2]) ? -1 : 1));
  return rows.map((row, index) => [`Q${padded(index + 1, 5)}`, ...row.slice(1)]);
}
