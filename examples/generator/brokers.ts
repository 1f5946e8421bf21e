/**
 * Half a year of seven who sell policies: a preferred broker, one that loses its place when a strategy is a year old,
 * a bank whose notes fall away from February on, an agent without licensed people in May, and an agency that joined
 * in April. Answers of the first quarter went on coming in after they were first sent: `first-sent/` is what we had
 * on 20 April.
 */
import { type Random, random } from "./random.ts";
import { type Cell, csv, dateText, day, type Files, monthsFrom, padded } from "./table.ts";

interface Broker {
  readonly key: string;
  readonly name: string;
  readonly channel: "broker" | "tied_agent" | "bank";
  readonly province: string;
  readonly appointed: string;
  readonly commission: string;
  readonly monthly: number;
  /** Notes written, of a thousand, January to June. */
  readonly notes: readonly number[];
  /** Customers who understood, of a thousand, in the two quarters. */
  readonly clear: readonly [number, number];
  readonly leaves: number;
  readonly complains: number;
}

const GOOD = [990, 990, 985, 990, 990, 990];

const brokers: readonly Broker[] = [
  {
    key: "MAPLE",
    name: "Maple & Sons",
    channel: "broker",
    province: "ON",
    appointed: "2019-04-01",
    commission: "18200.00",
    monthly: 20,
    notes: [1000, 1000, 1000, 1000, 1000, 1000],
    clear: [930, 940],
    leaves: 15,
    complains: 10,
  },
  {
    key: "CEDAR",
    name: "Cedar Advice",
    channel: "tied_agent",
    province: "BC",
    appointed: "2021-09-01",
    commission: "7400.00",
    monthly: 11,
    notes: GOOD,
    clear: [880, 900],
    leaves: 40,
    complains: 20,
  },
  {
    key: "BIRCH",
    name: "Birch Bank, branches",
    channel: "bank",
    province: "QC",
    appointed: "2018-01-15",
    commission: "31500.00",
    monthly: 28,
    notes: [980, 900, 850, 820, 800, 740],
    clear: [760, 640],
    leaves: 80,
    complains: 60,
  },
  {
    key: "TAMAR",
    name: "Tamarack Agency",
    channel: "tied_agent",
    province: "NS",
    appointed: "2022-06-01",
    commission: "5200.00",
    monthly: 9,
    notes: GOOD,
    clear: [820, 830],
    leaves: 30,
    complains: 30,
  },
  {
    key: "SPRUC",
    name: "Spruce Brokers",
    channel: "broker",
    province: "AB",
    appointed: "2020-03-01",
    commission: "14800.00",
    monthly: 18,
    notes: GOOD,
    clear: [815, 900],
    leaves: 20,
    complains: 20,
  },
  {
    key: "LARCH",
    name: "Larch Online",
    channel: "broker",
    province: "ON",
    appointed: "2023-10-01",
    commission: "9900.00",
    monthly: 22,
    notes: [940, 1000, 1000, 930, 1000, 1000],
    clear: [790, 820],
    leaves: 90,
    complains: 35,
  },
  {
    key: "WILLO",
    name: "Willow Agency",
    channel: "tied_agent",
    province: "MB",
    appointed: "2026-04-07",
    commission: "2100.00",
    monthly: 9,
    notes: GOOD,
    clear: [0, 870],
    leaves: 30,
    complains: 0,
  },
];

interface Policy {
  readonly broker: Broker;
  readonly on: number;
  readonly quarter: 0 | 1;
  readonly cells: readonly Cell[];
}

/** The files of the brokers example. */
export function brokerFiles(): Files {
  const chance = random(1871);
  const sold = policies(chance);
  const answers = answerRows(chance, sold);
  const header = ["policy_no", "answered_on", "understood"];
  return {
    "brokers.csv": csv(
      ["broker_id", "name", "channel", "province", "appointed_on", "ended_on", "monthly_commission"],
      brokers.map(({ key, name, channel, province, appointed, commission }) => [
        key,
        name,
        channel,
        province,
        appointed,
        null,
        commission,
      ]),
    ),
    "policies.csv": csv(
      ["policy_no", "broker_id", "sold_on", "line", "needs_noted", "cancelled_on"],
      sold.map(({ cells }) => cells),
    ),
    "answers.csv": csv(header, answers),
    "first-sent/answers.csv": csv(header, firstSent(answers)),
    "complaints.csv": csv(
      ["complaint_no", "broker_id", "received_on", "settled_on"],
      complaintRows(chance, sold),
    ),
    "licences.csv": csv(["broker_id", "adviser", "granted_on", "expires_on"], licenceRows()),
    "documents.csv": csv(["broker_id", "received_on", "question"], documentRows()),
  };
}

function policies(chance: Random): readonly Policy[] {
  const sold: { broker: Broker; on: number; month: number }[] = [];
  for (const [month, { start, days }] of monthsFrom("2026-01", "2026-06").entries()) {
    for (const broker of brokers) {
      for (let made = broker.monthly + chance.between(-1, 2); made > 0; made -= 1) {
        const on = start + chance.below(days);
        if (on >= day(broker.appointed)) sold.push({ broker, on, month });
      }
    }
  }
  sold.sort((a, b) => a.on - b.on);
  return sold.map(({ broker, on, month }, index) => {
    const left = chance.chance(broker.leaves) ? on + chance.pick([4, 9, 14, 22, 30, 44]) : null;
    const cancelled = left !== null && left < day("2026-07-20") ? dateText(left) : null;
    const noted = chance.chance(broker.notes[month] ?? 0) ? "yes" : "no";
    return {
      broker,
      on,
      quarter: month < 3 ? 0 : 1,
      cells: [
        `P${260_001 + index}`,
        broker.key,
        dateText(on),
        chance.pick(["home", "motor", "motor", "life"]),
        noted,
        cancelled,
      ],
    };
  });
}

/** Half of the customers answer, days or weeks after the sale. */
function answerRows(chance: Random, sold: readonly Policy[]): readonly (readonly Cell[])[] {
  return sold
    .filter(() => chance.chance(520))
    .map(({ broker, on, quarter, cells }): readonly Cell[] => {
      const clear = chance.chance(broker.clear[quarter]);
      return [
        cells[0] ?? null,
        dateText(on + chance.between(3, 12)),
        clear ? chance.pick([4, 5, 5]) : chance.pick([1, 2, 3]),
      ];
    })
    .filter(([, on]) => String(on) < "2026-07-20");
}

/** Without the paper forms that were typed in after Easter: every third answer of March. */
function firstSent(answers: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  return answers.filter(
    ([, on], index) => String(on) < "2026-03-08" || (String(on) < "2026-04-01" && index % 3 > 0),
  );
}

function complaintRows(chance: Random, sold: readonly Policy[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  for (const { broker, on } of sold) {
    if (!chance.chance(broker.complains)) continue;
    const received = on + chance.between(5, 30);
    if (received > day("2026-06-30")) continue;
    const slow = broker.key === "BIRCH" && chance.chance(500);
    rows.push(["", broker.key, dateText(received), dateText(received + (slow ? 18 : chance.between(2, 10)))]);
  }
  rows.sort((a, b) => (String(a[2]) < String(b[2]) ? -1 : 1));
  return rows.map((row, index) => [`K-${padded(index + 1, 3)}`, ...row.slice(1)]);
}

/** Three advisers each; at Tamarack two licences run out in May, and are renewed in June. */
function licenceRows(): readonly (readonly Cell[])[] {
  const rows = brokers.flatMap(({ key, appointed }) =>
    ["a", "b", "c"].map((who) => {
      const ends = key === "TAMAR" && who !== "a" ? "2026-05-10" : null;
      return [key, `${key}-${who}`, appointed, ends];
    }),
  );
  return [...rows, ["TAMAR", "TAMAR-b", "2026-06-12", "2028-06-11"]];
}

/** All answer all questions, but for a few that are late, old, or never given. */
function documentRows(): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  const yearly = ["cx_strategy", "our_goals", "one_brand", "code_of_conduct"];
  for (const { key, appointed } of brokers) {
    const first = appointed > "2025-09-15" ? appointed : "2025-09-15";
    const say = (question: string, on: string): void => {
      rows.push([key, on, question]);
    };
    for (const question of yearly)
      if (!(key === "LARCH" && question === "one_brand"))
        say(
          question,
          key === "SPRUC" && question === "cx_strategy" ? "2025-04-22" : dateText(day(first) + 5),
        );
    for (const on of [first, "2026-01-14", "2026-06-02"]) if (on >= first) say("trained_people", on);
    if (key !== "BIRCH") say("systems", dateText(day(first) + 40));
    say("hand_off", dateText(day(first) + 20));
    say("recovery", dateText(day(first) + 20));
    if (appointed < "2026-03-31") say("measures", key === "BIRCH" ? "2026-05-18" : "2026-04-21");
    say("measures", key === "CEDAR" ? "2026-08-04" : "2026-07-15");
  }
  return rows.sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1));
}
