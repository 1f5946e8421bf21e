/** Days and moments that lie where mistakes are made: borders of spans, changes of clocks, and anywhere between. */
import { dayOf, showDay } from "../reference/time.ts";
import type { Tape } from "./tape.ts";

export const day = (text: string): number => {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  return dayOf({ year, month, day: date });
};

export const zones = [
  "Europe/Amsterdam",
  "UTC",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Auckland",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "Asia/Beirut",
  "America/Havana",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
  "America/St_Johns",
  "Atlantic/Azores",
] as const;

/** How long the agreement runs, which spans it speaks of, and when rows happen. */
export interface Era {
  readonly from: string;
  readonly until: string | null;
  readonly spans: readonly string[];
  /** For adaptive, rolling and assessment sentences. */
  readonly rolling: readonly string[];
  readonly assessed: readonly string[];
  readonly edges: readonly string[];
  readonly first: string;
  readonly length: number;
  readonly asOf: readonly string[];
}

const months = ["calendar month", "calendar month", "calendar quarter", "calendar half year"];

/** Months around the changes of clocks in spring. */
const spring: Era = {
  from: "2026-01-01",
  until: "2026-12-31",
  spans: months,
  rolling: [
    "30 days",
    "2 weeks",
    "1 months",
    "3 months",
    "2 calendar months",
    "1 calendar quarters",
    "3 calendar weeks",
    "1 quarters",
  ],
  assessed: [
    "at the end of each calendar month",
    "on day 1 of each calendar month",
    "on day 20 of each calendar month",
    "on day 31 of each calendar month",
    "on day 2 of each calendar quarter",
    "at the end of each calendar quarter",
  ],
  edges: [
    "2026-01-01",
    "2026-01-31",
    "2026-02-01",
    "2026-02-28",
    "2026-03-01",
    "2026-03-08",
    "2026-03-29",
    "2026-03-31",
    "2026-04-01",
    "2026-04-05",
    "2026-04-24",
    "2026-04-30",
    "2025-12-31",
  ],
  first: "2025-12-20",
  length: 135,
  asOf: [
    "2026-05-01T12:00:00Z",
    "2026-04-01T00:00:00Z",
    "2026-03-31T22:00:00Z",
    "2026-04-01T04:00:00Z",
    "2026-03-31T18:30:00Z",
    "2026-03-31T11:00:00Z",
    "2026-03-29T01:00:00Z",
    "2026-03-15T09:30:00Z",
    "2026-06-30T21:59:59Z",
    "2026-02-01T00:00:00Z",
  ],
};

/** An agreement that starts and ends inside months, around the changes of clocks in autumn. */
const autumn: Era = {
  from: "2025-09-15",
  until: "2026-01-20",
  spans: months,
  rolling: spring.rolling,
  assessed: spring.assessed,
  edges: [
    "2025-09-15",
    "2025-09-28",
    "2025-09-30",
    "2025-10-01",
    "2025-10-05",
    "2025-10-26",
    "2025-10-31",
    "2025-11-01",
    "2025-11-02",
    "2025-11-30",
    "2026-01-01",
    "2026-01-20",
    "2026-01-31",
  ],
  first: "2025-09-01",
  length: 150,
  asOf: [
    "2026-03-01T00:00:00Z",
    "2025-11-02T05:30:00Z",
    "2026-01-20T23:00:00Z",
    "2026-01-21T05:00:00Z",
    "2025-12-31T23:00:00Z",
    "2025-10-26T00:30:00Z",
  ],
};

/** Two weeks of days. */
const fortnight: Era = {
  from: "2026-03-23",
  until: "2026-04-06",
  spans: ["calendar day", "calendar week"],
  rolling: ["7 days", "1 days", "1 weeks", "2 calendar weeks", "1 months"],
  assessed: [
    "at the end of each calendar week",
    "on day 3 of each calendar week",
    "on day 7 of each calendar week",
  ],
  edges: ["2026-03-23", "2026-03-28", "2026-03-29", "2026-03-30", "2026-04-04", "2026-04-05", "2026-04-06"],
  first: "2026-03-20",
  length: 20,
  asOf: [
    "2026-04-20T00:00:00Z",
    "2026-03-29T22:00:00Z",
    "2026-04-04T11:00:00Z",
    "2026-04-05T10:00:00Z",
    "2026-03-30T18:30:00Z",
  ],
};

/** Six weeks, with a change of clocks among them. */
const weeks: Era = {
  ...fortnight,
  from: "2026-03-02",
  until: "2026-04-12",
  spans: ["calendar week"],
  rolling: ["7 days", "10 days", "2 weeks", "1 months", "2 calendar weeks", "1 calendar weeks"],
  edges: [
    "2026-03-02",
    "2026-03-08",
    "2026-03-09",
    "2026-03-29",
    "2026-03-30",
    "2026-03-31",
    "2026-04-04",
    "2026-04-05",
    "2026-04-06",
    "2026-04-12",
  ],
  first: "2026-02-25",
  length: 48,
};

/** Years, leap day included. */
const years: Era = {
  from: "2023-03-31",
  until: null,
  spans: ["calendar year", "calendar half year", "calendar quarter"],
  rolling: [
    "12 months",
    "1 years",
    "2 calendar quarters",
    "4 calendar quarters",
    "1 calendar years",
    "6 months",
    "365 days",
  ],
  assessed: [
    "at the end of each calendar year",
    "on day 60 of each calendar year",
    "on day 92 of each calendar quarter",
    "at the end of each calendar half year",
  ],
  edges: [
    "2023-03-31",
    "2023-04-01",
    "2023-12-31",
    "2024-01-01",
    "2024-02-28",
    "2024-02-29",
    "2024-03-01",
    "2024-03-31",
    "2024-04-01",
    "2024-06-30",
    "2024-07-15",
    "2024-12-31",
    "2025-01-01",
  ],
  first: "2022-12-01",
  length: 1000,
  asOf: ["2025-06-30T00:00:00Z", "2025-01-01T00:00:00Z", "2024-03-01T05:00:00Z", "2024-12-31T23:00:00Z"],
};

export const eras: readonly Era[] = [spring, autumn, spring, weeks, autumn, fortnight, years];

/** A day of the era: often one of its edges or a neighbour. */
export function someDay(tape: Tape, era: Era): number {
  if (tape.chance(40)) return day(tape.pick(era.edges)) + tape.pick([0, 0, 0, 1, -1]);
  return day(era.first) + tape.upTo(era.length);
}

const times = [
  "12:00:00",
  "00:00:00",
  "23:59:59",
  "02:30:00",
  "00:30:00",
  "01:30:00",
  "23:59:59.999999",
  "09:15:30.5",
  "03:00:00",
  "22:00:00",
];

/** A timestamp as files write it: local time, or with an offset. */
export function someMoment(tape: Tape, era: Era): string {
  const date = showDay(someDay(tape, era));
  const time = tape.pick(times);
  return `${date}${tape.pick(["T", "T", " "])}${time}${tape.pick(["", "", "", "Z", "+05:30", "-04:00"])}`;
}
