/**
 * Seven dealers over 21 months: a flagship that slips, a city dealer that recovers, a rural one with few surveys and
 * no mystery visit for half a year, one whose contract ended in February.
 */
import { type Random, random } from "./random.ts";
import { type Cell, csv, day, type Files, germanDate, monthsFrom, padded } from "./table.ts";

interface Dealer {
  readonly key: string;
  readonly name: string;
  readonly class: "flagship" | "city" | "rural";
  readonly region: string;
  readonly until: string | null;
  readonly surveys: number;
  readonly repairs: number;
  /** Share of happy customers, of a thousand, before and after the turn of the year. */
  readonly happy: readonly [number, number];
  readonly callsBack: number;
  readonly comesBack: number;
  readonly mystery: readonly [number, number];
  readonly complains: number;
}

const dealers: readonly Dealer[] = [
  {
    key: "D-1041",
    name: "Autohaus am Ring",
    class: "flagship",
    region: "Süd",
    until: null,
    surveys: 8,
    repairs: 16,
    happy: [950, 880],
    callsBack: 820,
    comesBack: 25,
    mystery: [84, 96],
    complains: 18,
  },
  {
    key: "D-1077",
    name: "Hafencity Motors",
    class: "flagship",
    region: "Nord",
    until: null,
    surveys: 8,
    repairs: 15,
    happy: [930, 950],
    callsBack: 950,
    comesBack: 20,
    mystery: [86, 97],
    complains: 12,
  },
  {
    key: "D-2210",
    name: "Stadtgarage Kern",
    class: "city",
    region: "West",
    until: null,
    surveys: 6,
    repairs: 13,
    happy: [830, 920],
    callsBack: 900,
    comesBack: 35,
    mystery: [78, 92],
    complains: 24,
  },
  {
    key: "D-2236",
    name: "Kreuzberg Automobile",
    class: "city",
    region: "Ost",
    until: null,
    surveys: 6,
    repairs: 12,
    happy: [860, 850],
    callsBack: 600,
    comesBack: 55,
    mystery: [70, 88],
    complains: 45,
  },
  {
    key: "D-2301",
    name: "Neckar Fahrzeuge",
    class: "city",
    region: "Süd",
    until: "2026-02-28",
    surveys: 6,
    repairs: 11,
    happy: [870, 840],
    callsBack: 700,
    comesBack: 40,
    mystery: [72, 90],
    complains: 30,
  },
  {
    key: "D-3004",
    name: "Landauto Brenner",
    class: "rural",
    region: "Ost",
    until: null,
    surveys: 3,
    repairs: 8,
    happy: [930, 930],
    callsBack: 950,
    comesBack: 20,
    mystery: [80, 94],
    complains: 10,
  },
  {
    key: "D-3019",
    name: "Uckermark Kfz",
    class: "rural",
    region: "Nord",
    until: null,
    surveys: 2,
    repairs: 8,
    happy: [900, 900],
    callsBack: 900,
    comesBack: 30,
    mystery: [74, 90],
    complains: 15,
  },
];

const MONTHS = monthsFrom("2024-10", "2026-06");
const REPAIR_MONTHS = monthsFrom("2025-10", "2026-06");

/** The files of the dealer example. */
export function dealerFiles(): Files {
  const chance = random(2210);
  const surveys = dealers.flatMap((dealer) => surveyRows(chance, dealer));
  const repairs = dealers.flatMap((dealer) => repairRows(chance, dealer));
  const complaints = dealers.flatMap((dealer) => complaintRows(chance, dealer));
  return {
    "letters.csv": csv(
      ["letter_id", "sent_on", "kind"],
      [
        ["L-1", "06.11.2025", "news"],
        ["L-2", "24.04.2026", "account"],
        ["L-3", "11.05.2026", "news"],
      ],
    ),
    "dealers.csv": csv(
      ["dealer_id", "name", "class", "region", "contract_from", "contract_until"],
      dealers.map(({ key, name, class: kind, region, until }) => {
        return [key, name, kind, region, "01.04.2021", until === null ? null : germanDate(day(until))];
      }),
    ),
    "csi_surveys.csv": csv(
      [
        "survey_id",
        "dealer_id",
        "department",
        "Antwort am",
        "welcome",
        "honesty",
        "handover",
        "follow_up",
        "overall",
        "Rückruf am",
        "Kunde",
      ],
      numbered("U", surveys),
    ),
    "mystery_visits.csv": csv(
      ["visit_id", "dealer_id", "visited_on", "score"],
      numbered(
        "M",
        dealers.flatMap((dealer) => visitRows(chance, dealer)),
      ),
    ),
    "repairs.csv": csv(
      ["order_no", "dealer_id", "finished_on", "hours_in_workshop", "goodwill", "came_back"],
      numbered("W", repairs),
    ),
    "complaints.csv": csv(["complaint_id", "dealer_id", "received_on", "topic"], numbered("B", complaints)),
  };
}

/** Sorts dated rows, gives each a number, and writes the date as Germans do. */
function numbered(letter: string, rows: readonly DatedRow[]): readonly (readonly Cell[])[] {
  const sorted = [...rows].sort((a, b) => a.on - b.on);
  return sorted.map(({ cells }, index) => [`${letter}${padded(index + 1, 5)}`, ...cells]);
}

interface DatedRow {
  readonly on: number;
  readonly cells: readonly Cell[];
}

function surveyRows(chance: Random, dealer: Dealer): readonly DatedRow[] {
  return MONTHS.flatMap(({ label, start, days }) =>
    Array.from({ length: dealer.surveys + chance.between(-1, 1) }, () => {
      const on = start + chance.below(days);
      const happy = chance.chance(label < "2026-01" ? dealer.happy[0] : dealer.happy[1]);
      const overall = happy
        ? chance.weighted([
            [10, 5],
            [9, 4],
            [8, 2],
          ])
        : chance.weighted([
            [7, 2],
            [6, 2],
            [4, 2],
            [2, 1],
          ]);
      const mark = (): number =>
        Math.min(
          5,
          Math.max(
            1,
            Math.round(overall / 2) +
              chance.weighted([
                [-1, 1],
                [0, 3],
              ]),
          ),
        );
      const calledBack = overall <= 6 && chance.chance(dealer.callsBack);
      const cells = [
        dealer.key,
        chance.pick(["sales", "service"]),
        germanDate(on),
        mark(),
        mark(),
        mark(),
        mark(),
        overall,
      ];
      const back = calledBack
        ? germanDate(
            on +
              chance.weighted([
                [1, 4],
                [3, 3],
                [6, 1],
              ]),
          )
        : null;
      return { on, cells: [...cells, back, customer(chance)] };
    }),
  );
}

function customer(chance: Random): string {
  const family = chance.pick([
    "Adler",
    "Brandt",
    "Çelik",
    "Dorn",
    "Engel",
    "Fuchs",
    "Großmann",
    "Huber",
    "Özdemir",
    "Voss",
  ]);
  return `${family}, ${chance.pick(["A.", "B.", "C.", "F.", "K.", "M.", "S."])}`;
}

/** Two visits each quarter; nobody came to Uckermark Kfz between October and May. */
function visitRows(chance: Random, dealer: Dealer): readonly DatedRow[] {
  return monthsFrom("2025-04", "2026-06").flatMap(({ label, start, days }, index) => {
    if (index % 3 === 1 || (dealer.key === "D-3019" && label >= "2025-10" && label <= "2026-05")) return [];
    const on = start + chance.below(days);
    const score = `${chance.between(dealer.mystery[0], dealer.mystery[1])},${chance.below(10)}`;
    return [{ on, cells: [dealer.key, germanDate(on), score] }];
  });
}

function repairRows(chance: Random, dealer: Dealer): readonly DatedRow[] {
  return REPAIR_MONTHS.flatMap(({ start, days }) =>
    Array.from({ length: dealer.repairs + chance.between(-2, 2) }, () => {
      const on = start + chance.below(days);
      const hours = chance.weighted([
        [3, 3],
        [7, 4],
        [22, 3],
        [26, 2],
        [51, 2],
        [120, 1],
      ]);
      const goodwill = chance.chance(110)
        ? `${chance.between(20, 480)}.${chance.pick(["00", "25", "90"])}`
        : "0.00";
      return {
        on,
        cells: [dealer.key, germanDate(on), hours, goodwill, chance.chance(dealer.comesBack) ? "ja" : "nein"],
      };
    }),
  );
}

function complaintRows(chance: Random, dealer: Dealer): readonly DatedRow[] {
  return REPAIR_MONTHS.flatMap(({ start, days }) => {
    const expected = dealer.repairs * dealer.complains;
    const count = Math.floor(expected / 1000) + (chance.chance(expected % 1000) ? 1 : 0);
    return Array.from({ length: count }, () => {
      const on = start + chance.below(days);
      return {
        on,
        cells: [dealer.key, germanDate(on), chance.pick(["staff", "price", "repair", "delivery"])],
      };
    });
  });
}
