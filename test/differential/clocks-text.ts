/** Random clocks as text, over the datasets that make cases. */
import type { Era } from "./calendar.ts";
import { type FieldSpec, moment, orderTests, plain } from "./fields.ts";
import type { CalendarSpec } from "./openings-text.ts";
import type { TableSpec } from "./table-spec.ts";
import type { Tape } from "./tape.ts";

/** What a clock may refer to. */
export interface ClockMaterial {
  readonly era: Era;
  readonly calendars: readonly CalendarSpec[];
  readonly businessDays: CalendarSpec | null;
  readonly partnerTests: readonly string[];
}

/** A clock on a dataset, as a table of its cases. */
export function clock(tape: Tape, name: string, base: TableSpec, material: ClockMaterial): TableSpec {
  const isLog = base.name === "events";
  const counting = tape.chance(50) && material.calendars.length > 0 ? tape.pick(material.calendars) : null;
  const due = tape.chance(85) ? dueLines(tape, isLog, counting, material) : null;
  const isLast = tape.chance(50);
  const stops = isLog
    ? tape.pick([
        `stops when state ${isLast ? "last " : ""}becomes solved`,
        `stops when state ${isLast ? "last " : ""}becomes solved`,
        tape.chance(50)
          ? `stops when ok ${isLast ? "last " : ""}becomes yes`
          : `stops when level ${isLast ? "last " : ""}becomes 3`,
        "stops at closed_at",
      ])
    : "stops at closed_at";
  const mayRestart = stops.includes("when") && !stops.includes("last");
  const dated = tape.pick(["started_at", "started_at", "stopped_at", ...(due === null ? [] : ["due_at"])]);
  const sentences = [
    isLog
      ? `starts ${tape.pick(["when state becomes fresh", "when state becomes fresh", "at filed_at"])}`
      : "starts at opened_at",
    stops,
    mayRestart && tape.chance(50) ? "restarts when state becomes again" : "",
    isLog && tape.chance(60) ? `pauses while ${tape.pick(pauses)}` : "",
    counting === null ? "" : `counts time in ${counting.name}`,
    `dated ${dated}`,
    ...(due?.lines ?? []),
    due !== null && tape.chance(30) ? `warns at ${tape.pick(["80%", "50%", "99.9%"])}` : "",
  ];
  return {
    name,
    party: base.party,
    head: [`clock ${name} on ${base.name}${isLog ? " by case_no" : ""}`, ...sentences],
    fields: [
      ...base.fields.filter(({ name: field }) => !ownNames.includes(field)),
      ...ownFields(material.era, due),
    ],
    otherDates: ["started_at", "stopped_at", ...(due === null ? [] : ["due_at"])],
    isOrdered: tape.chance(25),
    repeats: false,
    clockOf: { base, isLog },
  };
}

const pauses = [
  "state is waiting",
  "state is waiting",
  "state is waiting and level at least 2",
  "not state is fresh",
  "level at least 2 or ok is no",
  "state is one of waiting, again",
];

interface Due {
  readonly lines: readonly string[];
  /** May a case be without a deadline? */
  readonly mayLack: boolean;
}

const lengths = ["1 hours", "6 hours", "30 minutes", "90 seconds", "0.5 hours", "8 hours"];
const long = ["1 days", "2 days", "1 weeks", "1.5 days"];

/** `due at FIELD`, or one length, or several by conditions. */
function dueLines(tape: Tape, isLog: boolean, counting: CalendarSpec | null, material: ClockMaterial): Due {
  if (tape.chance(20)) return { lines: ["due at promised_at"], mayLack: true };
  const counted = counting ?? material.businessDays;
  const business = counted !== null ? ["1 business days", "2 business days", "5 business days"] : [];
  const sameDay = counted?.hasCutOff ? ["0 business days", "0 business days", "0 business days"] : [];
  const own = [...lengths, ...(counting === null ? long : []), ...business, ...business, ...sameDay];
  const length = (): string => tape.pick(own);
  if (tape.chance(60)) return { lines: [`due within ${length()}`], mayLack: false };
  const tests = [
    ...conditions,
    ...(isLog ? ["state is solved", "level at least 2"] : ["due_on is given", "work_days at least 1"]),
    ...material.partnerTests.slice(0, 4),
  ];
  const chosen = new Set(Array.from({ length: 1 + tape.upTo(2) }, () => tape.pick(tests)));
  const [first = "", ...others] = [...chosen].map((test) => `within ${length()} where ${test}`);
  const lines = [`due ${first}`, ...others.map((row) => `    ${row}`), `    within ${length()} otherwise`];
  return { lines, mayLack: false };
}

const conditions = [
  "outcome is done",
  'region is "north"',
  "ok is yes",
  "not outcome is given",
  'ok is no and region is "south"',
];

const ownNames = ["started_at", "stopped_at", "elapsed", "due_at", "overdue", "verdict"];

/** The fields that a clock makes. */
function ownFields(era: Era, due: Due | null): readonly FieldSpec[] {
  const amounts = ["1 hours", "6 hours", "30 minutes", "2 days", "8 hours"];
  const time = (name: string, declared: string): FieldSpec => ({
    ...plain(name, declared, () => ({})),
    kind: "duration",
    tests: [...orderTests(amounts), "is 0 minutes"],
    limits: amounts,
  });
  const lacking = due?.mayLack ? "optional" : "";
  const always = [moment("started_at", era, false), moment("stopped_at", era, true), time("elapsed", "")];
  if (due === null) return always;
  return [
    ...always,
    moment("due_at", era, true),
    time("overdue", lacking),
    {
      ...plain("verdict", lacking, () => ({})),
      kind: "one_of",
      tests: ["is met", "is not missed", "is missed", "is pending", "is one of met, missed", "is given"],
      limits: ["met", "missed"],
    },
  ];
}
