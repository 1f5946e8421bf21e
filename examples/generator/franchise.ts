/**
 * Six months of fourteen cafés: one that slows down and is helped back, one whose complaints pile up until its plan is
 * not cured, one that fails its kitchen visits, a kiosk that opens in April, a café that closes in June, two doors
 * behind one dug-up street, and a bakery van that is late in May.
 */
import { type Cafe, cafes } from "./franchise-cafes.ts";
import { type Random, random } from "./random.ts";
import { type Cell, csv, dateText, day, type Files, monthsFrom, padded, timeText } from "./table.ts";

const months = monthsFrom("2026-02", "2026-07");

/** Is the café open on that day? */
function isOpen({ opened, closed }: Cafe, on: number): boolean {
  return on >= day(opened) && (closed === null || on <= day(closed));
}

/** So many days of each month on which each café was open, drawn by chance, in order of time. */
function openDays(chance: Random, perMonth: number): readonly { cafe: Cafe; on: number; month: number }[] {
  const found: { cafe: Cafe; on: number; month: number }[] = [];
  for (const [month, { start, days }] of months.entries()) {
    for (const cafe of cafes) {
      for (let made = perMonth + chance.between(-1, 1); made > 0; made -= 1) {
        const on = start + chance.below(days);
        if (isOpen(cafe, on)) found.push({ cafe, on, month });
      }
    }
  }
  return found.sort((a, b) => a.on - b.on);
}

/** The files of the franchise example. */
export function franchiseFiles(): Files {
  const chance = random(4711);
  const orders = orderRows(chance);
  return {
    "cafes.csv": csv(
      [
        "cafe_id",
        "name",
        "region",
        "country",
        "format",
        "opened_on",
        "closed_on",
        "Royalty a month",
        "operator",
      ],
      cafes.map(({ key, name, region, country, format, opened, closed, royalty, operator }) => [
        key,
        name,
        region,
        country,
        format,
        opened,
        closed,
        royalty,
        operator,
      ]),
    ),
    "orders.csv": csv(
      ["order_id", "cafe_id", "channel", "ordered_at", "served_at", "total", "complete", "street_works"],
      orders,
    ),
    "refunds.csv": csv(
      ["refund_id", "order_id", "refunded_on", "amount", "reason"],
      refundRows(chance, orders),
    ),
    "loyalty.csv": csv(["order_id", "card", "booked"], loyaltyRows(chance, orders)),
    "surveys.csv": csv(
      ["cafe_id", "guest_no", "Answered", "daypart", "recommend", "taste", "welcome", "tidy", "remark"],
      surveyRows(chance),
    ),
    "visits.csv": csv(
      ["visit_no", "revision", "cafe_id", "visited_on", "score", "result", "looked_for", "put_right_on"],
      visitRows(),
    ),
    "complaint_log.csv": csv(
      ["case_no", "step", "cafe_id", "changed_at", "state", "about"],
      complaintRows(chance),
    ),
    "certificates.csv": csv(["cafe_id", "person", "passed_on", "expires_on"], certificateRows()),
    "papers.csv": csv(["cafe_id", "received_at", "paper", "good_until"], paperRows()),
    "bakery_runs.csv": csv(
      ["run_id", "cafe_id", "loaded_at", "promised_at", "delivered_at"],
      bakeryRows(chance),
    ),
    "operator_answers.csv": csv(["cafe_id", "answered_on", "heard"], operatorRows()),
    "app_faults.csv": csv(
      ["fault_id", "down_at", "up_at"],
      [
        ["AF-1", "2026-02-11T07:50:00", "2026-02-11T08:35:00"],
        ["AF-2", "2026-04-20T06:10:00", "2026-04-20T13:20:00"],
        ["AF-3", "2026-07-03T17:05:00", "2026-07-03T17:40:00"],
      ],
    ),
    "our_letters.csv": csv(["sent_on", "kind"], letterRows()),
  };
}

function orderRows(chance: Random): readonly (readonly Cell[])[] {
  const rows = openDays(chance, 15).map(({ cafe, on, month }) => {
    const app = cafe.format !== "kiosk" && chance.chance(350);
    const dug = ["DUB-2", "DUB-3"].includes(cafe.key) && on >= day("2026-03-09") && on <= day("2026-03-15");
    const ordered = on * 1440 + chance.pick([7, 8, 8, 9, 12, 13, 16, 17]) * 60 + chance.below(60);
    const inTime = !dug && chance.chance(cafe.fast[month] ?? 0);
    const limit = app ? 600 : 360;
    const seconds = inTime ? chance.between(100, limit) : limit + chance.between(20, 700);
    return {
      at: ordered,
      cells: [
        0,
        cafe.key,
        app ? "app" : "counter",
        timeText(ordered),
        timeText(ordered, seconds),
        `${chance.between(3, 24)}.${chance.pick(["20", "50", "80"])}`,
        chance.chance(960) ? "yes" : "no",
        dug ? "CAMDEN-26-3" : null,
      ] as Cell[],
    };
  });
  rows.sort((a, b) => a.at - b.at);
  return rows.map(({ cells }, index) => [100_001 + index, ...cells.slice(1)]);
}

/** Most wrong orders are paid back, on the day or the days after; some money is given out of kindness. */
function refundRows(chance: Random, orders: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  for (const [id, , , orderedAt, , total, complete] of orders) {
    const wrong = complete === "no" ? chance.chance(700) : chance.chance(12);
    if (!wrong && !chance.chance(8)) continue;
    const on = day(String(orderedAt).slice(0, 10)) + (wrong ? chance.pick([0, 1, 2]) : 1);
    rows.push([
      "",
      id ?? null,
      dateText(on),
      total ?? null,
      wrong ? chance.pick(["wrong milk", "wrong order"]) : "goodwill",
    ]);
  }
  return rows.map((row, index) => [`RF-${padded(index + 1, 3)}`, ...row.slice(1)]);
}

function loyaltyRows(chance: Random, orders: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  return orders
    .filter(() => chance.chance(420))
    .map(([id]) => [
      id ?? null,
      chance.chance(10) ? "no card" : `CK${padded(chance.below(1_000_000), 6)}`,
      chance.chance(975) ? "yes" : "no",
    ]);
}

function surveyRows(chance: Random): readonly (readonly Cell[])[] {
  const rows = openDays(chance, 10).map(({ cafe, on }) => {
    const mark = (): number => between1And(5, Math.floor((cafe.loved + chance.between(-6, 16)) / 10));
    const [date = "", time = ""] = timeText(on * 1440 + chance.between(480, 1260)).split("T");
    const recommend = between1And(10, Math.floor(cafe.loved / 5) + chance.between(-1, 4));
    return [
      cafe.key,
      `G${padded(chance.below(4000), 4)}`,
      `${date.split("-").reverse().join("/")} ${time.slice(0, 5)}`,
      chance.pick(["AM", "lunch", "PM"]),
      chance.chance(930) ? recommend : chance.pick(["n/a", "-"]),
      mark(),
      mark(),
      mark(),
      cafe.key === "COR-2" && chance.chance(60) ? "staff card shown" : null,
    ];
  });
  // The survey firm sent three lines twice.
  return [...rows, ...rows.slice(40, 43)];
}

function between1And(most: number, value: number): number {
  return Math.max(1, Math.min(most, value));
}

/** The report of Ennis in February was corrected once; remarks are put right, one of them late. */
function visitRows(): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  for (const { key, visits } of cafes) {
    for (const [index, [on, score]] of visits.entries()) {
      const result = score < 60 ? "failed" : score < 80 ? "remarks" : "clean";
      const right = result === "clean" ? null : dateText(day(on) + (key === "ENN-1" ? 24 : 9));
      const number = `K-${key}-${index + 1}`;
      const looked = `0:${40 + (score % 20)}`;
      rows.push([number, 1, key, on, score, result, looked, right]);
      if (key === "ENN-1" && index === 0)
        rows.push([number, 2, key, on, score + 4, "remarks", looked, right]);
    }
  }
  return rows;
}

function complaintRows(chance: Random): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let count = 0;
  for (const { cafe, on, month } of openDays(chance, 4)) {
    count += 1;
    const number = `C${padded(count, 4)}`;
    const about = chance.weighted([
      ["order", 6],
      ["staff", 3],
      ["health", 1],
    ] as const);
    let at = workday(on) * 1440 + 600 + chance.below(300);
    let step = 0;
    const say = (state: string): void => {
      step += 1;
      rows.push([number, step, cafe.key, timeText(at), state, about]);
    };
    say("reported");
    if (chance.chance(150)) {
      at += 90;
      say("waiting_for_guest");
      at = workday(Math.floor(at / 1440) + 2) * 1440 + 660;
      say("reported");
    }
    const days = chance.chance(cafe.solves[month] ?? 0)
      ? about === "health"
        ? 0
        : chance.pick([0, 1, 2])
      : chance.pick([6, 8, 11]);
    at =
      days === 0
        ? at + chance.between(20, 150)
        : workday(Math.floor(at / 1440) + days) * 1440 + chance.between(560, 900);
    say("solved");
    if (chance.chance(60)) {
      at += 2 * 1440;
      say("reopened");
      at += 150;
      say("solved");
    }
  }
  return rows;
}

/** That day, or the Monday after a weekend. */
function workday(on: number): number {
  const weekday = (on + 3) % 7;
  return weekday < 5 ? on : on + 7 - weekday;
}

/** Two people each; Navan has one from April on, and Camden Street trains a third in May. */
function certificateRows(): readonly (readonly Cell[])[] {
  return cafes.flatMap(({ key, opened }) => [
    [key, `${key}-a`, opened > "2025-06-01" ? opened : "2025-06-02", null],
    [key, `${key}-b`, opened > "2025-06-01" ? opened : "2024-04-08", key === "NAV-1" ? "2026-04-07" : null],
    ...(key === "DUB-2" ? [[key, `${key}-c`, "2026-05-04", "2028-05-03"]] : []),
  ]);
}

/** Limerick's insurance lapses in June; Navan never renewed its code; Smithfield explains May late. */
function paperRows(): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  for (const { key, opened, closed } of cafes) {
    const joined = opened > "2025-10-01" ? dateText(day(opened) + 6) : "2025-10-06";
    rows.push([key, `${key === "NAV-1" ? "2025-01-20" : joined}T10:00:00`, "code_of_conduct", null]);
    rows.push([key, `${joined}T10:05:00`, "insurance", key === "LIM-1" ? "2026-06-15" : "2026-12-31"]);
    for (const { start, days, label } of months) {
      const after = start + days;
      const late = key === "ENN-1" && label === "2026-04";
      if (after <= day(opened) + 1 || (closed !== null && start > day(closed))) continue;
      rows.push([key, timeText((after + (late ? 17 : 4)) * 1440 + 615), "sales_statement", null]);
    }
  }
  for (const [key, at] of [
    ["NAV-1", "2026-03-20T09:15:00"],
    ["BRA-1", "2026-04-14T14:00:00"],
    ["NEW-1", "2026-04-16T09:30:00"],
    ["DUB-3", "2026-05-18T11:00:00"],
    ["LIM-1", "2026-05-20T17:00:00"],
    ["DUB-2", "2026-06-12T10:00:00"],
    ["DUB-3", "2026-06-30T16:00:00"],
    ["BRA-1", "2026-07-09T12:00:00"],
    ["DRO-1", "2026-07-15T08:30:00"],
  ])
    rows.push([key ?? null, at ?? null, "remedy", null]);
  rows.sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1));
  return rows.filter(([, at]) => String(at) < "2026-08-01");
}

function bakeryRows(chance: Random): readonly (readonly Cell[])[] {
  return openDays(chance, 6).map(({ cafe, on, month }, index) => {
    const promised = on * 1440 + 6 * 60 + 30;
    const late = chance.chance(month === 3 && cafe.region === "south" ? 350 : 40);
    return [
      `B${padded(index + 1, 4)}`,
      cafe.key,
      timeText(promised - chance.between(60, 150)),
      timeText(promised),
      timeText(promised + (late ? chance.pick([12, 35, 70, 130]) : -chance.between(0, 40))),
    ];
  });
}

/** Operators were asked in June; those of the south after a month of late bread. */
function operatorRows(): readonly (readonly Cell[])[] {
  const marks: Readonly<Record<string, readonly number[]>> = {
    east: [8, 7, 9, 8],
    south: [5, 7, 4, 6],
  };
  return cafes.flatMap(({ key, region }, index) =>
    (marks[region] ?? []).map((mark, asked) => [
      key,
      dateText(day("2026-06-08") + asked),
      Math.min(10, mark + (index % 2)),
    ]),
  );
}

/** The letter of what guests said goes out each month; June's was late. */
function letterRows(): readonly (readonly Cell[])[] {
  return [
    ["2026-02-25", "allergen_sheet"],
    ["2026-03-06", "guest_voice"],
    ["2026-03-10", "council_notice"],
    ["2026-04-09", "guest_voice"],
    ["2026-05-08", "guest_voice"],
    ["2026-06-09", "guest_voice"],
    ["2026-07-20", "guest_voice"],
  ];
}
