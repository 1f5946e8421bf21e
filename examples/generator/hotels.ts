/**
 * Half a year of six franchised hotels: one that failed its inspection and passed the next, one never inspected, one
 * whose fire wardens' papers run out in April, one that closed in May.
 */
import { type Random, random } from "./random.ts";
import { type Cell, csv, dateText, day, type Files, monthsFrom, padded } from "./table.ts";

interface Hotel {
  readonly key: string;
  readonly name: string;
  readonly country: string;
  readonly rooms: number;
  readonly closed: string | null;
  readonly surveys: number;
  /** Guests who would come again, of a thousand. */
  readonly happy: number;
  readonly clean: number;
  readonly cases: number;
  readonly solves: number;
}

const hotels: readonly Hotel[] = [
  {
    key: "LIS-01",
    name: "Miradouro Palace",
    country: "PT",
    rooms: 212,
    closed: null,
    surveys: 34,
    happy: 640,
    clean: 820,
    cases: 5,
    solves: 950,
  },
  {
    key: "OPO-02",
    name: "Ribeira House",
    country: "PT",
    rooms: 64,
    closed: null,
    surveys: 22,
    happy: 700,
    clean: 860,
    cases: 3,
    solves: 930,
  },
  {
    key: "FAO-01",
    name: "Algarve Sands",
    country: "PT",
    rooms: 310,
    closed: null,
    surveys: 36,
    happy: 520,
    clean: 690,
    cases: 8,
    solves: 780,
  },
  {
    key: "SVQ-01",
    name: "Patio de la Luz",
    country: "ES",
    rooms: 88,
    closed: null,
    surveys: 20,
    happy: 600,
    clean: 760,
    cases: 4,
    solves: 900,
  },
  {
    key: "BIO-01",
    name: "Ría Nueva",
    country: "ES",
    rooms: 140,
    closed: null,
    surveys: 9,
    happy: 660,
    clean: 800,
    cases: 1,
    solves: 900,
  },
  {
    key: "PDL-01",
    name: "Atlantic Garden",
    country: "PT",
    rooms: 52,
    closed: "2026-05-20",
    surveys: 14,
    happy: 560,
    clean: 740,
    cases: 3,
    solves: 820,
  },
];

/** The files of the hotel example. */
export function hotelFiles(): Files {
  const chance = random(1904);
  return {
    "hotels.csv": csv(
      ["hotel_id", "name", "country", "rooms", "opened_on", "closed_on"],
      hotels.map(({ key, name, country, rooms, closed }) => [
        key,
        name,
        country,
        rooms,
        "2019-03-01",
        closed,
      ]),
    ),
    "guest_surveys.csv": csv(
      [
        "survey_id",
        "hotel_id",
        "trip",
        "checked_out_on",
        "recommend",
        "cleanliness",
        "sleep",
        "overall",
        "guest_name",
        "comment",
      ],
      surveyRows(chance),
    ),
    "inspections.csv": csv(["hotel_id", "inspected_at", "score", "result", "report"], inspectionRows),
    "case_log.csv": csv(
      ["case_no", "revision", "hotel_id", "opened_on", "status", "solved_on", "topic"],
      caseRows(chance),
    ),
    "group_letters.csv": csv(
      ["sent_on", "kind"],
      [
        ["2026-02-09", "guest_voice"],
        ["2026-03-10", "guest_voice"],
        ["2026-04-08", "guest_voice"],
        ["2026-04-24", "quarter_review"],
        ["2026-05-19", "guest_voice"],
        ["2026-06-05", "guest_voice"],
      ],
    ),
    "certificates.csv": csv(
      ["hotel_id", "person_id", "course", "passed_on", "expires_on"],
      certificateRows(),
    ),
  };
}

function surveyRows(chance: Random): readonly (readonly Cell[])[] {
  const rows: { on: number; cells: Cell[] }[] = [];
  for (const { start, days } of monthsFrom("2026-01", "2026-06")) {
    for (const hotel of hotels) {
      for (let made = hotel.surveys + chance.between(-3, 3); made > 0; made -= 1) {
        const on = start + chance.below(days);
        if (hotel.closed === null || on <= day(hotel.closed))
          rows.push({ on, cells: survey(chance, hotel, on) });
      }
    }
  }
  rows.sort((a, b) => a.on - b.on);
  return rows.map(({ cells }, index) => [`G${padded(index + 1, 5)}`, ...cells]);
}

function survey(chance: Random, hotel: Hotel, on: number): Cell[] {
  const happy = chance.chance(hotel.happy);
  const recommend = happy
    ? chance.pick([9, 10, 10])
    : chance.weighted([
        [8, 4],
        [7, 4],
        [6, 2],
        [4, 1],
        [1, 1],
      ]);
  const sleep = happy
    ? chance.pick([4, 5, 5])
    : chance.weighted([
        [4, 3],
        [3, 3],
        [2, 1],
      ]);
  return [
    hotel.key,
    chance.weighted([
      ["business", 4],
      ["leisure", 4],
      ["family", 2],
    ]),
    dateText(on),
    chance.chance(70) ? null : recommend,
    chance.chance(40) ? null : chance.chance(hotel.clean) ? 5 : chance.pick([2, 3, 4]),
    sleep,
    `${Math.min(9, Math.max(2, recommend - (recommend > 8 ? 1 : 0)))}.${chance.below(10)}`,
    `${chance.pick(["Ana", "Bruno", "Carla", "Dieter", "Elena", "Farid", "Greta"])} ${chance.pick(["M.", "P.", "R.", "S.", "V."])}`,
    chance.chance(120)
      ? chance.pick([
          "Lovely, quiet room",
          'The "sea view" is a car park',
          "Breakfast,\nthen breakfast again",
        ])
      : null,
  ];
}

const inspectionRows: readonly (readonly Cell[])[] = [
  ["FAO-01", "2025-04-22T10:30:00", "88.0", "passed", "Two lamps out on the third floor"],
  ["LIS-01", "2025-09-16T09:00:00", "91.5", "passed", "Nothing to add"],
  ["OPO-02", "2025-10-07T11:15:00", "84.0", "passed_with_remarks", "Towels worn, replace by November"],
  ["SVQ-01", "2025-11-12T14:00:00", "61.5", "failed", 'Kitchen: "not acceptable", see annex'],
  ["PDL-01", "2025-12-03T10:00:00", "80.0", "passed", "Exactly on the line"],
  ["FAO-01", "2026-02-24T09:45:00", "77.5", "passed_with_remarks", "Pool deck, lobby carpet"],
  ["SVQ-01", "2026-03-18T14:00:00", "86.0", "passed", "Kitchen rebuilt"],
  ["LIS-01", "2026-05-11T09:00:00", "93.0", "passed", "Model housekeeping"],
  ["OPO-02", "2026-06-09T11:00:00", "79.9", "passed_with_remarks", "Towels again"],
];

/** Every case has one to three lines in the log; a later line has a higher revision. */
function caseRows(chance: Random): readonly (readonly Cell[])[] {
  const rows: { on: number; cells: Cell[] }[] = [];
  let number = 4100;
  for (const { start, days } of monthsFrom("2026-01", "2026-06")) {
    for (const hotel of hotels) {
      for (let made = hotel.cases + chance.between(-1, 1); made > 0; made -= 1) {
        const on = start + chance.below(days);
        if (hotel.closed !== null && on > day(hotel.closed)) continue;
        number += 1;
        for (const cells of caseLines(chance, hotel, `K${number}`, on)) rows.push({ on, cells });
      }
    }
  }
  return rows.sort((a, b) => a.on - b.on).map(({ cells }) => cells);
}

function caseLines(chance: Random, hotel: Hotel, number: string, on: number): Cell[][] {
  const topic = chance.pick(["noise", "heating", "bill", "housekeeping", "staff"]);
  const line = (revision: number, status: string, solved: number | null): Cell[] => {
    return [
      number,
      revision,
      hotel.key,
      dateText(on),
      status,
      solved === null ? null : dateText(solved),
      topic,
    ];
  };
  const lines = [line(1, "open", null)];
  if (chance.chance(300)) lines.push(line(2, "waiting", null));
  if (!chance.chance(985)) return lines;
  const quick = chance.chance(hotel.solves);
  lines.push(line(lines.length + 1, "solved", on + (quick ? chance.between(0, 3) : chance.between(4, 12))));
  return lines;
}

/** Four people per house; at Algarve Sands the fire wardens' papers run out in April and are not renewed. */
function certificateRows(): readonly (readonly Cell[])[] {
  const courses = ["first_aid", "first_aid", "first_aid", "fire_safety", "fire_safety", "food_hygiene"];
  return hotels.flatMap(({ key }) =>
    courses.map((course, index) => {
      const person = `${key}-E${index + 1}`;
      const runsOut = key === "FAO-01" && course === "fire_safety";
      const expires = runsOut
        ? "2026-04-14"
        : course === "food_hygiene"
          ? null
          : key === "BIO-01"
            ? "2026-06-30"
            : "2027-08-31";
      return [key, person, course, "2024-09-01", expires];
    }),
  );
}
