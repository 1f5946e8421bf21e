/**
 * Four months of nine firms along one journey: a cleaner who cannot cope with June, a call centre that sends travellers
 * back, a lounge under repair in May, a sister airline whose booking is worse than its flights, and an award partner
 * whose warehouse moved in July.
 */
import { type Random, random } from "./random.ts";
import { type Cell, csv, dateText, day, type Files, monthsFrom, padded, timeText } from "./table.ts";

interface Firm {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly joined: string;
  readonly fee: string;
  /** Moments that it runs, and how many of a thousand travellers felt good, April to July. */
  readonly moments: readonly (readonly [string, readonly number[]])[];
  /** Hand-overs a month; of a thousand, how many in time, how many had to say it twice. */
  readonly hands: readonly [number, number, number];
  /** Mishaps a month; of a thousand, how many put right in time. */
  readonly mishaps: readonly [number, number];
}

const NONE = { hands: [0, 0, 0], mishaps: [0, 0] } as const;

const firms: readonly Firm[] = [
  {
    ...NONE,
    key: "BALTIC",
    name: "Baltic Wings",
    kind: "code_share",
    joined: "2019-06-01",
    fee: "88000.00",
    moments: [
      ["flight", [920, 930, 920, 930]],
      ["booking", [700, 680, 690, 700]],
    ],
    hands: [13, 970, 40],
  },
  {
    ...NONE,
    key: "TRIPLY",
    name: "Triply.example",
    kind: "booking_site",
    joined: "2022-02-01",
    fee: "21000.00",
    moments: [["booking", [860, 870, 880, 880]]],
  },
  {
    ...NONE,
    key: "GROUND",
    name: "Vantaa Ground Services",
    kind: "ground_handler",
    joined: "2020-01-01",
    fee: "64000.00",
    moments: [["check_in", [900, 890, 880, 890]]],
    hands: [16, 960, 50],
    mishaps: [9, 950],
  },
  {
    ...NONE,
    key: "SPARKL",
    name: "Sparkle Cabin Care",
    kind: "cleaner",
    joined: "2021-05-01",
    fee: "18500.00",
    moments: [["cabin", [880, 850, 600, 620]]],
  },
  {
    ...NONE,
    key: "LOUNGE",
    name: "Silent Hour Lounges",
    kind: "lounge",
    joined: "2023-03-01",
    fee: "15200.00",
    moments: [["lounge", [930, 660, 940, 950]]],
  },
  {
    ...NONE,
    key: "CORNER",
    name: "Arctic Corner Shops",
    kind: "airport_shop",
    joined: "2026-05-04",
    fee: "3900.00",
    moments: [["shop", [0, 900, 890, 900]]],
  },
  {
    ...NONE,
    key: "HELPLI",
    name: "Northern Voice",
    kind: "call_centre",
    joined: "2022-09-01",
    fee: "27000.00",
    moments: [["call", [900, 840, 790, 880]]],
    hands: [20, 930, 60],
    mishaps: [8, 880],
  },
  {
    ...NONE,
    key: "AWARDS",
    name: "Gift & Post Fulfilment",
    kind: "award_partner",
    joined: "2021-10-01",
    fee: "7600.00",
    moments: [["award", [920, 930, 920, 870]]],
  },
  {
    ...NONE,
    key: "SHUTTL",
    name: "Airport Shuttle Uusimaa",
    kind: "transfer",
    joined: "2018-11-01",
    fee: "11300.00",
    moments: [["transfer", [880, 890, 910, 900]]],
  },
];

const months = monthsFrom("2026-04", "2026-07");

/** The files of the airline example. */
export function airlineFiles(): Files {
  const chance = random(1923);
  return {
    "partners.csv": csv(
      ["firm", "name", "kind", "joined_on", "monthly_fee"],
      firms.map(({ key, name, kind, joined, fee }) => [key, name, kind, joined, fee]),
    ),
    "moments.csv": csv(["answer_no", "firm", "felt_at", "moment", "mark", "passed_on"], momentRows(chance)),
    "hand_overs.csv": csv(
      ["case_no", "from_firm", "handed_at", "taken_up_at", "told_twice"],
      handOverRows(chance),
    ),
    "mishaps.csv": csv(["case_no", "step", "firm", "told_at", "state", "kind"], mishapRows(chance)),
    "awards.csv": csv(["award_no", "firm", "promised_on", "arrived_on", "as_ordered"], awardRows(chance)),
    "papers.csv": csv(["firm", "received_on", "paper"], paperRows()),
    "digests.csv": csv(
      ["sent_on", "edition"],
      [
        ["2026-05-08", "partners"],
        ["2026-05-13", "board"],
        ["2026-06-05", "partners"],
        ["2026-06-10", "board"],
        ["2026-07-14", "partners"],
      ],
    ),
  };
}

/** Instants in a month, in minutes since 1970, of a firm that has joined by then. */
function instants(chance: Random, firm: Firm, month: number, count: number): readonly number[] {
  const span = months[month];
  if (span === undefined) return [];
  const drawn = Array.from({ length: count }, () => {
    return (span.start + chance.below(span.days)) * 1440 + chance.between(360, 1380);
  });
  return drawn.filter((at) => at >= day(firm.joined) * 1440).sort((a, b) => a - b);
}

function momentRows(chance: Random): readonly (readonly Cell[])[] {
  const rows: { at: number; cells: Cell[] }[] = [];
  for (const firm of firms) {
    for (const [moment, good] of firm.moments) {
      for (const [month, share] of good.entries()) {
        for (const at of instants(chance, firm, month, 22 + chance.below(4))) {
          const mark = chance.chance(share) ? chance.pick([4, 5, 5]) : chance.pick([1, 2, 3, 3]);
          rows.push({ at, cells: [firm.key, timeText(at), moment, mark, chance.chance(80) ? "yes" : "no"] });
        }
      }
    }
  }
  rows.sort((a, b) => a.at - b.at);
  return rows.map(({ cells }, index) => [10_001 + index, ...cells]);
}

function handOverRows(chance: Random): readonly (readonly Cell[])[] {
  const rows: { at: number; cells: Cell[] }[] = [];
  for (const firm of firms) {
    const [count, inTime, twice] = firm.hands;
    for (const month of months.keys()) {
      // In June the call centre's new telephone menu sent travellers back to the counter.
      const menu = firm.key === "HELPLI" && month >= 1 && month <= 2;
      for (const at of instants(chance, firm, month, count)) {
        const minutes = chance.chance(menu ? 700 : inTime) ? chance.between(1, 15) : chance.between(18, 55);
        const told = chance.chance(menu ? 300 : twice) ? "yes" : "no";
        rows.push({ at, cells: [firm.key, timeText(at), timeText(at + minutes), told] });
      }
    }
  }
  rows.sort((a, b) => a.at - b.at);
  return rows.map(({ cells }, index) => [`H${padded(index + 1, 4)}`, ...cells]);
}

function mishapRows(chance: Random): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let count = 0;
  for (const firm of firms) {
    const [monthly, inTime] = firm.mishaps;
    for (const month of months.keys()) {
      for (const told of instants(chance, firm, month, monthly)) {
        count += 1;
        const kind = firm.kind === "ground_handler" ? "bag" : chance.pick(["seat", "delay", "award"]);
        const hours = kind === "bag" ? 24 : 72;
        let step = 0;
        const say = (at: number, state: string): void => {
          step += 1;
          rows.push([`M${padded(count, 4)}`, step, firm.key, timeText(at), state, kind]);
        };
        say(told, "told");
        const asks = chance.chance(180);
        if (asks) say(told + 60, "with_traveller");
        const back = asks ? told + 60 + chance.between(120, 2000) : told + 30;
        say(back, "looked_into");
        say(back + (chance.chance(inTime) ? chance.between(60, hours * 50) : hours * 70), "put_right");
      }
    }
  }
  return rows.filter(([, , , at]) => String(at) < "2026-08-01");
}

function awardRows(chance: Random): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  for (const [month, { start, days }] of months.entries()) {
    const moved = month === 3;
    const promised = Array.from({ length: 24 }, () => start + chance.below(days)).sort((a, b) => a - b);
    for (const on of promised) {
      const arrived = chance.chance(moved ? 780 : 980)
        ? on - chance.between(0, 4)
        : on + chance.between(1, 9);
      const right = chance.chance(985) ? "yes" : "no";
      rows.push([`AW${padded(rows.length + 1, 4)}`, "AWARDS", dateText(on), dateText(arrived), right]);
    }
  }
  return rows;
}

/** The corner shop signed late and has not walked the journey yet; the shuttle's code is a year old. */
function paperRows(): readonly (readonly Cell[])[] {
  return firms.flatMap(({ key }) => {
    const signed = key === "CORNER" ? "2026-05-27" : key === "SHUTTL" ? "2025-06-20" : "2026-01-19";
    const walked = key === "CORNER" ? [] : [[key, "2025-03-11", "journey_training"]];
    return [[key, signed, "code_of_conduct"], ...walked];
  });
}
