/**
 * Thirteen weeks of three centres: a fault of the telephone network in April, a bad week in Cardiff, a week for
 * which Swansea sent nothing, and a survey export with its habitual double lines.
 */
import { type Random, random } from "./random.ts";
import { type Cell, csv, dateText, day, type Files, padded, timeText } from "./table.ts";

interface Centre {
  readonly key: string;
  readonly weekly: number;
  /** Answered within 20 seconds, of a thousand, in an ordinary week. */
  readonly quick: number;
  readonly givesUp: number;
  readonly transfers: number;
  readonly marks: readonly [number, number, number, number, number];
}

const centres: readonly Centre[] = [
  { key: "LDS", weekly: 96, quick: 860, givesUp: 35, transfers: 110, marks: [4, 5, 10, 36, 45] },
  { key: "CWL", weekly: 70, quick: 820, givesUp: 45, transfers: 150, marks: [8, 9, 14, 38, 31] },
  { key: "SWA", weekly: 24, quick: 800, givesUp: 50, transfers: 170, marks: [10, 12, 16, 34, 28] },
];

const FIRST_DAY = day("2026-03-02");
const BAD_WEEK = 8;
const SILENT_WEEK = 10;

interface Call {
  id: string;
  readonly centre: Centre;
  readonly queue: string;
  readonly customer: string | null;
  /** Second since 1970. */
  readonly at: number;
  readonly wait: number;
  readonly talk: number | null;
  readonly answered: boolean;
  readonly transferred: boolean;
}

/** The files of the call-centre example. */
export function callCentreFiles(): Files {
  const chance = random(76_309);
  const calls = allCalls(chance);
  return {
    "centres.csv": csv(
      ["centre_id", "city", "kind", "started_on"],
      [
        ["LDS", "Leeds", "full_service", "2023-09-04"],
        ["CWL", "Cardiff", "full_service", "2024-05-13"],
        ["SWA", "Swansea", "overflow", "2026-02-23"],
      ],
    ),
    "agents.csv": csv(["agent_no", "centre_id", "first_call_on", "trained_on"], agentRows),
    "papers.csv": csv(["centre_id", "signed_on", "paper"], paperRows),
    "our_digests.csv": csv(["sent_on", "edition"], digestRows()),
    "calls.csv": csv(CALL_COLUMNS, calls.map(callRow)),
    "surveys.csv": csv(
      ["call_id", "centre_id", "customer_id", "answered_at", "helped", "recommend"],
      surveyRows(chance, calls),
    ),
    "samples/calls-2026-03-02.csv": csv(CALL_COLUMNS, sampleRows()),
  };
}

const CALL_COLUMNS = [
  "call_id",
  "centre_id",
  "queue",
  "customer_id",
  "offered_at",
  "wait",
  "talk",
  "outcome",
  "transferred",
];

function allCalls(chance: Random): readonly Call[] {
  const calls: Call[] = [];
  for (let week = 0; week < 13; week += 1) {
    for (const centre of centres) {
      if (centre.key === "SWA" && week === SILENT_WEEK) continue;
      const count = centre.weekly + chance.between(-6, 6);
      for (let made = 0; made < count; made += 1) calls.push(call(chance, centre, week));
    }
  }
  calls.sort((a, b) => a.at - b.at);
  for (const [index, each] of calls.entries()) each.id = `C${640_001 + index}`;
  return calls;
}

function call(chance: Random, centre: Centre, week: number): Call {
  const weekday = chance.weighted([
    [0, 22],
    [1, 20],
    [2, 18],
    [3, 16],
    [4, 16],
    [5, 8],
  ]);
  const at = (FIRST_DAY + week * 7 + weekday) * 86_400 + chance.between(8 * 3600, 19 * 3600 + 3599);
  const down = networkDown(at);
  const poor = week === BAD_WEEK && centre.key === "CWL" ? 230 : 0;
  const quick = !down && chance.chance(centre.quick - poor);
  const givesUp = down ? chance.chance(700) : !quick && chance.chance(centre.givesUp * 5 + poor);
  const hungUp = chance.chance(25);
  const answered = !givesUp && !hungUp;
  return {
    id: "",
    centre,
    queue: chance.weighted([
      ["billing", 5],
      ["outage", 3],
      ["moving", 2],
    ]),
    customer: chance.chance(60) ? null : `K${chance.between(1000, 2400)}`,
    at,
    wait: hungUp
      ? chance.between(1, 5)
      : quick
        ? chance.between(2, 20)
        : chance.between(21, down ? 400 : 110),
    talk: answered
      ? chance.weighted([
          [0, 6],
          [180, 3],
          [360, 1],
        ]) + chance.between(45, 240)
      : null,
    answered,
    transferred: answered && chance.chance(centre.transfers),
  };
}

function networkDown(at: number): boolean {
  return at >= day("2026-04-07") * 86_400 + 9.5 * 3600 && at <= day("2026-04-07") * 86_400 + 11 * 3600;
}

function callRow(each: Call): readonly Cell[] {
  return [
    each.id,
    each.centre.key,
    each.queue,
    each.customer,
    britishTime(each.at),
    each.wait,
    each.talk === null ? null : `${padded(Math.floor(each.talk / 60), 2)}:${padded(each.talk % 60, 2)}`,
    each.answered ? "answered" : "gave up",
    each.transferred ? "Y" : "N",
  ];
}

/** `DD/MM/YYYY HH:mm:ss`. */
function britishTime(seconds: number): string {
  const [date = "", time = ""] = timeText(Math.floor(seconds / 60), seconds % 60).split("T");
  return `${date.split("-").reverse().join("/")} ${time}`;
}

function surveyRows(chance: Random, calls: readonly Call[]): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  for (const each of calls) {
    if (!each.answered || each.customer === null || !chance.chance(250)) continue;
    const mark = chance.weighted(each.centre.marks.map((weight, index) => [index + 1, weight] as const));
    const recommend = Math.min(10, Math.max(0, mark * 2 + chance.between(-2, 1)));
    const at = each.at + each.wait + (each.talk ?? 0) + chance.between(60, 5400);
    const row = [
      each.id,
      each.centre.key,
      each.customer,
      timeText(Math.floor(at / 60), at % 60),
      chance.chance(60) ? "-" : mark,
      chance.chance(120) ? "no answer" : recommend,
    ];
    rows.push(row);
    if (chance.chance(25)) rows.push(row);
  }
  return rows;
}

/** Forty-three calls of one morning, small enough to count by hand: 34 quick, 4 slow, 2 gave up, 3 hung up at once. */
function sampleRows(): readonly (readonly Cell[])[] {
  const shapes: readonly (readonly [number, number, boolean])[] = [
    [34, 12, true],
    [4, 41, true],
    [2, 30, false],
    [3, 3, false],
  ];
  const start = FIRST_DAY * 86_400 + 9 * 3600;
  const calls = shapes.flatMap(([count, wait, answered]) =>
    Array.from({ length: count }, () => ({ wait, answered })),
  );
  return calls.map(({ wait, answered }, index) => [
    `S${padded(index + 1, 3)}`,
    "LDS",
    index % 3 === 0 ? "outage" : "billing",
    null,
    britishTime(start + index * 97),
    wait,
    answered ? "04:10" : null,
    answered ? "answered" : "gave up",
    "N",
  ]);
}

/** Cardiff let two people answer in April before their course; Swansea never sent its code back. */
const agentRows: readonly (readonly Cell[])[] = [
  ["A-01", "LDS", "2026-03-09", "2026-03-06"],
  ["A-02", "LDS", "2026-03-09", "2026-03-06"],
  ["A-03", "CWL", "2026-03-16", "2026-03-13"],
  ["A-04", "SWA", "2026-03-02", "2026-02-27"],
  ["A-05", "SWA", "2026-03-02", "2026-02-27"],
  ["A-06", "CWL", "2026-04-20", "2026-04-24"],
  ["A-07", "CWL", "2026-04-20", null],
  ["A-08", "LDS", "2026-04-27", "2026-04-24"],
  ["A-09", "LDS", "2026-05-11", "2026-05-08"],
  ["A-10", "SWA", "2026-05-18", "2026-05-18"],
];

const paperRows: readonly (readonly Cell[])[] = [
  ["LDS", "2025-09-08", "code_of_conduct"],
  ["LDS", "2025-09-08", "data_protection"],
  ["CWL", "2025-05-02", "code_of_conduct"],
  ["CWL", "2026-03-12", "data_protection"],
  ["SWA", "2026-02-27", "data_protection"],
];

/** The digest of a week goes out on the Wednesday after; one came a week late, the last is not due yet. */
function digestRows(): readonly (readonly Cell[])[] {
  return Array.from({ length: 12 }, (_, week) => {
    const sent = FIRST_DAY + 7 * week + (week === BAD_WEEK ? 14 : 9);
    return [dateText(sent), `week of ${dateText(FIRST_DAY + 7 * week)}`];
  });
}
