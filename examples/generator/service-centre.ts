/**
 * Five and a half months of six workshops: a flood in Valencia, a month in which a Madrid workshop lacked a technician,
 * parts that Lisbon waited for in May, a morning without the parts portal, and a strike in the warehouse.
 */
import { type Random, random } from "./random.ts";
import { type Cell, csv, dateText, day, type Files, monthsFrom, padded, timeText } from "./table.ts";

interface Workshop {
  readonly key: string;
  readonly city: string;
  readonly country: string;
  readonly class: "gold" | "silver";
  readonly joined: string;
  /** Cases in a usual month. */
  readonly monthly: number;
  /** Repaired in time, of a thousand. */
  readonly quick: number;
  /** Called back in time, of a thousand. */
  readonly callsBack: number;
}

const workshops: readonly Workshop[] = [
  {
    key: "MAD-1",
    city: "Madrid",
    country: "es",
    class: "gold",
    joined: "2022-05-02",
    monthly: 26,
    quick: 950,
    callsBack: 900,
  },
  {
    key: "MAD-2",
    city: "Madrid",
    country: "es",
    class: "silver",
    joined: "2023-09-04",
    monthly: 20,
    quick: 900,
    callsBack: 840,
  },
  {
    key: "VLC-1",
    city: "Valencia",
    country: "es",
    class: "silver",
    joined: "2024-01-15",
    monthly: 18,
    quick: 890,
    callsBack: 780,
  },
  {
    key: "LIS-1",
    city: "Lisbon",
    country: "pt",
    class: "gold",
    joined: "2021-11-08",
    monthly: 24,
    quick: 940,
    callsBack: 880,
  },
  {
    key: "OPO-1",
    city: "Porto",
    country: "pt",
    class: "silver",
    joined: "2026-03-01",
    monthly: 15,
    quick: 880,
    callsBack: 820,
  },
  {
    key: "BOD-1",
    city: "Bordeaux",
    country: "fr",
    class: "silver",
    joined: "2025-06-02",
    monthly: 5,
    quick: 900,
    callsBack: 900,
  },
];

const LAST_MONTH = "2026-06";
/** When the files were written: nothing later is known. */
const WRITTEN_AT = day("2026-06-15") * 1440 + 19 * 60;

/** Minutes of a day in which workshops are open; Monday first, no holidays: people work off what has piled up. */
const WEEKDAY = [
  [540, 810],
  [900, 1140],
] as const;
const SATURDAY = [[540, 780]] as const;
const HOURS: readonly (readonly (readonly [number, number])[])[] = [
  ...Array.from({ length: 5 }, () => WEEKDAY),
  SATURDAY,
  [],
];

/** The files of the service-centre example. */
export function serviceCentreFiles(): Files {
  const chance = random(51_877);
  return {
    "workshops.csv": csv(
      ["workshop_id", "city", "country", "class", "joined_on", "left_on"],
      workshops.map(({ key, city, country, class: kind, joined }) => [
        key,
        city,
        country,
        kind,
        joined,
        null,
      ]),
    ),
    "case_log.csv": csv(
      ["case_no", "step", "workshop_id", "changed_at", "state", "machine", "safety"],
      caseRows(chance),
    ),
    "enquiries.csv": csv(["enquiry_id", "workshop_id", "asked_at", "called_back_at"], enquiryRows(chance)),
    "outages.csv": csv(["outage_id", "down_at", "up_at"], outageRows()),
    ...partFiles(chance),
  };
}

/** Every month of every workshop that had joined by then, with its days up to the day the files were written. */
function* monthsOf(): Generator<{ workshop: Workshop; label: string; start: number; days: number }> {
  for (const { label, start, days } of monthsFrom("2026-01", LAST_MONTH)) {
    const known = Math.min(days, Math.floor(WRITTEN_AT / 1440) - start);
    for (const workshop of workshops) {
      if (dateText(start) >= workshop.joined) yield { workshop, label, start, days: known };
    }
  }
}

function caseRows(chance: Random): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  let number = 4100;
  for (const { workshop, label, start, days } of monthsOf()) {
    const count = Math.round((workshop.monthly * days) / 30) + chance.between(-2, 2);
    for (let index = 0; index < count; index += 1) {
      number += 1;
      const at = openMinute(chance, start + chance.below(days));
      rows.push(...caseLines(chance, `W${number}`, workshop, label, at));
    }
  }
  return rows.sort((a, b) => (String(a[3]) < String(b[3]) ? -1 : String(a[3]) > String(b[3]) ? 1 : 0));
}

/** The changes of one case, as far as they were known. */
function caseLines(
  chance: Random,
  caseNo: string,
  workshop: Workshop,
  month: string,
  start: number,
): readonly (readonly Cell[])[] {
  const machine = chance.weighted([["washer", 6] as const, ["dryer", 3] as const, ["heat_pump", 2] as const]);
  const safety = chance.chance(70) ? "yes" : "no";
  const lines: { at: number; state: string }[] = [{ at: start, state: "reported" }];
  const work = workOf(chance, workshop, month, start, safety === "yes");
  let at = advance(start, Math.min(work, chance.between(30, 200)));
  lines.push({ at, state: "in_repair" });
  if (chance.chance(280)) {
    lines.push({ at: at + 1, state: "waiting_for_customer" });
    at = openMinute(chance, Math.floor(at / 1440) + chance.between(1, 6));
    lines.push({ at, state: "in_repair" });
  }
  if (chance.chance(month === "2026-05" && workshop.key === "LIS-1" ? 600 : 150))
    lines.push({ at: at + 2, state: "waiting_for_part" });
  at = advance(at + 3, Math.max(0, work - 200));
  lines.push({ at, state: "solved" });
  if (chance.chance(workshop.key === "VLC-1" ? 80 : 30)) {
    at = openMinute(chance, Math.floor(at / 1440) + chance.between(4, 20));
    lines.push({ at, state: "back_again" }, { at: advance(at, chance.between(60, 400)), state: "solved" });
  }
  return lines
    .filter((line) => line.at <= WRITTEN_AT)
    .map((line, index) => [caseNo, index + 1, workshop.key, timeText(line.at), line.state, machine, safety]);
}

/** Opening minutes that a repair takes. */
function workOf(chance: Random, workshop: Workshop, month: string, start: number, isUrgent: boolean): number {
  const due = isUrgent ? 480 : workshop.class === "gold" ? 1200 : 2300;
  const date = dateText(Math.floor(start / 1440));
  const isFlooded = workshop.key === "VLC-1" && date >= "2026-03-09" && date <= "2026-03-11";
  const isShort = workshop.key === "MAD-2" && month === "2026-04";
  const waits = workshop.key === "LIS-1" && month === "2026-05";
  const quick = isFlooded ? 100 : isShort ? 700 : waits ? 780 : workshop.quick;
  return chance.chance(quick) ? chance.between(120, due - 60) : chance.between(due + 80, due * 2);
}

/** A minute of the day, or of the next one on which workshops are open. */
function openMinute(chance: Random, from: number): number {
  const spans = HOURS[weekday(from)] ?? [];
  if (spans.length === 0) return openMinute(chance, from + 1);
  const [first, last] = chance.pick(spans);
  return from * 1440 + chance.between(first, last - 10);
}

/** The minute at which so many opening minutes have gone by. */
function advance(from: number, minutes: number): number {
  let left = minutes;
  for (let today = Math.floor(from / 1440); ; today += 1) {
    for (const [first, last] of HOURS[weekday(today)] ?? []) {
      const begins = Math.max(from, today * 1440 + first);
      const open = Math.max(0, today * 1440 + last - begins);
      if (open >= left) return begins + left;
      left -= open;
    }
  }
}

/** 0 is Monday; 1970 began on a Thursday. */
function weekday(days: number): number {
  return (days + 3) % 7;
}

function enquiryRows(chance: Random): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  let number = 0;
  for (const { workshop, start, days } of monthsOf()) {
    const count = Math.round((workshop.monthly * days) / 42) + chance.between(0, 3);
    for (let index = 0; index < count; index += 1) {
      number += 1;
      const asked = openMinute(chance, start + chance.below(days));
      const wait = chance.chance(workshop.callsBack) ? chance.between(10, 235) : chance.between(260, 1500);
      const called = advance(asked, wait);
      const isKnown = called <= WRITTEN_AT && !chance.chance(15);
      rows.push([`Q${padded(number, 4)}`, workshop.key, timeText(asked), isKnown ? timeText(called) : null]);
    }
  }
  return rows;
}

/** The portal was down at night, for an hour in February, and for a whole Monday morning in May. */
function outageRows(): readonly (readonly Cell[])[] {
  return [
    ["O1", "2026-01-13T22:00:00", "2026-01-14T05:30:00"],
    ["O2", "2026-02-11T10:05:00", "2026-02-11T11:10:00"],
    ["O3", "2026-03-21T20:30:00", "2026-03-23T07:20:00"],
    ["O4", "2026-05-18T08:10:00", "2026-05-18T12:45:00"],
    ["O5", "2026-06-15T16:20:00", null],
  ];
}

/** Parts are handed over after some working days; the strike in April made it a week. */
function partFiles(chance: Random): Files {
  const orders: (readonly Cell[])[] = [];
  const deliveries: (readonly Cell[])[] = [];
  let number = 0;
  for (const { workshop, label, start, days } of monthsOf()) {
    const count = Math.round((workshop.monthly * days) / 55) + chance.between(2, 5);
    for (let index = 0; index < count; index += 1) {
      number += 1;
      const order = `P${padded(number, 4)}`;
      const ordered = openMinute(chance, start + chance.below(days));
      orders.push([
        order,
        workshop.key,
        timeText(ordered),
        `${chance.between(8, 140)}.${padded(chance.below(100), 2)}`,
      ]);
      const slow = label === "2026-04" ? 450 : 25;
      const work = chance.chance(slow) ? chance.between(2300, 3400) : chance.between(300, 1000);
      const handed = advance(ordered, work);
      if (handed <= WRITTEN_AT) deliveries.push([order, timeText(handed)]);
    }
  }
  return {
    "part_orders.csv": csv(["order_id", "workshop_id", "ordered_at", "price"], orders),
    "part_deliveries.csv": csv(["order_id", "handed_over_at"], deliveries),
  };
}
