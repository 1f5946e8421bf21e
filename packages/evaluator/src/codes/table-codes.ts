/** Codes of rows that do not go together with others: TEN403x. */
import type { DataCode } from "./data-code.ts";

const CALLS = `dataset calls from "calls.csv" one row per call_id
  dated called_on
  field call_id text
  field called_on date`;

const MEASURED = "  measured each calendar month\n  needs no minimum";

const CHANGES = `dataset changes from "changes.csv" one row per line
  dated changed_at
  field case_id text
  field changed_at timestamp
  field state one of opened, waiting, closed

clock handling on changes by case_id
  starts when state becomes opened
  stops when state becomes closed
  dated started_at`;

const HANDLED = `metric handled number of handling

standard any "Cases"
  requires handled at least 0
${MEASURED}`;

export const tableCodes: readonly DataCode[] = [
  {
    code: "TEN4030",
    name: "newest-not-clear",
    spec: "§4.7.7",
    summary: "Two rows of one case tie for the newest, where only the newest counts.",
    why: "The order of rows in a file means nothing, so neither of them may be preferred; the same file sorted otherwise would give another verdict.",
    todo: "Name a second field that tells them apart: `keeps latest per call_id by changed_on then revision`. If the file repeats whole rows, say `duplicates counted once`.",
    example: {
      agreement: `dataset calls from "calls.csv" one row per line
  dated called_on
  keeps latest per call_id by changed_on
  field call_id text
  field called_on date
  field changed_on date
  field state one of open, closed`,
      file: "calls.csv",
      text: "call_id,called_on,changed_on,state\nC1,2026-03-02,2026-03-04,open\nC1,2026-03-02,2026-03-04,closed\n",
      says: "the newest row cannot be told: rows 2 and 3 are of the same case and tie in `changed_on`",
    },
  },
  {
    code: "TEN4031",
    name: "key-twice",
    spec: "§4.7.7",
    summary: "Two rows share the key of which the dataset has one row each.",
    why: "Either a row was exported twice and would count double, or the key is not what it was taken for. Both change percentages.",
    todo: "Look at both rows. For an export that repeats rows, say `duplicates counted once`; for one that holds every change of a case, `keeps latest per call_id by changed_on`; without a key, `one row per line`.",
    example: {
      agreement: CALLS,
      file: "calls.csv",
      text: "call_id,called_on\nC1,2026-03-02\nC1,2026-03-09\n",
      says: "this key stands in row 2 too, and `calls` has one row per `call_id`",
    },
  },
  {
    code: "TEN4032",
    name: "date-not-clear",
    spec: "§4.7.7",
    summary: "A row takes its date from another dataset, and finds different dates there.",
    why: "The date decides in which period the row counts.",
    todo: "Correct the other dataset, or date the row by a field of its own.",
    example: {
      agreement: `dataset orders from "orders.csv" one row per line
  field order_id text
  field ordered_on date

dataset calls from "calls.csv" one row per call_id
  dated ordered_on in orders with same order_id
  field call_id text
  field order_id text`,
      file: "calls.csv",
      text: "call_id,order_id\nC1,O1\n",
      others: { "orders.csv": "order_id,ordered_on\nO1,2026-03-02\nO1,2026-03-09\n" },
      says: "rows of `orders` with this `order_id` have different dates in `ordered_on`, so it cannot be said which one dates the row",
    },
  },
  {
    code: "TEN4033",
    name: "latest-not-clear",
    spec: "§3.2.15",
    summary: "Two rows of one instant could both be the newest, and which of them is changes a value.",
    why: "The order of rows in a file means nothing, so neither of them may be preferred.",
    todo: "Name a second field that tells them apart: `dated called_on then call_id`.",
    example: {
      agreement: `${CALLS}
  field grade number 0 decimals

metric last_grade latest grade in calls

standard any "Grades"
  requires last_grade at least 0
${MEASURED}`,
      file: "calls.csv",
      text: "call_id,called_on,grade\nC1,2026-03-02,4\nC2,2026-03-02,9\n",
      says: "rows 2 and 3 share an instant and differ in `grade`, so the latest value cannot be told; say `dated … then …`",
    },
  },
  {
    code: "TEN4034",
    name: "value-too-long",
    spec: "§4.2.1",
    summary: "A sum, or a value made of others, has more than 38 digits.",
    why: "Values are exact; one that outgrows what is held is refused and never rounded.",
    todo: "Look for rows whose number is a key or a slip of the keyboard.",
    example: {
      agreement: `${CALLS}
  field pages number 0 decimals

metric all_pages sum of pages in calls

standard any "Pages"
  requires all_pages at least 0
${MEASURED}`,
      file: "calls.csv",
      text: `call_id,called_on,pages\nC1,2026-03-02,${"9".repeat(38)}\nC2,2026-03-03,${"9".repeat(38)}\n`,
      says: "the sum of `pages` has more than 38 digits",
    },
  },
  {
    code: "TEN4035",
    name: "change-not-clear",
    spec: "§3.4.3",
    summary: "Two changes of one case happened at the same instant, and it cannot be told which came first.",
    why: "A case that was closed and opened again is still open; one that was opened and closed is not.",
    todo: "Name a second field that orders them: `dated changed_at then revision`.",
    example: {
      agreement: `${CHANGES}\n\n${HANDLED}`,
      file: "changes.csv",
      text: "case_id,changed_at,state\nK1,2026-03-02T09:00,opened\nK1,2026-03-02T09:00,closed\n",
      says: "rows 2 and 3 of one case share an instant and differ in `state`, so it cannot be told which came later; say `dated … then …`",
    },
  },
  {
    code: "TEN4036",
    name: "stops-before-start",
    spec: "§3.4.14",
    summary: "A case stops before it starts.",
    why: "It would count as handled in no time at all.",
    todo: "Correct the instants. Where the file has the two in different time zones, declare their form with an offset.",
    example: {
      agreement: `${CHANGES}\n\n${HANDLED}`,
      file: "changes.csv",
      text: "case_id,changed_at,state\nK1,2026-03-02T09:00,closed\nK1,2026-03-02T10:00,opened\n",
      says: "this case stops before it starts",
    },
  },
  {
    code: "TEN4037",
    name: "beyond-calendar",
    spec: "§3.3.10",
    summary:
      "The deadline of a case, or a count of opening days, reaches days for which the calendar is not known.",
    why: "A bundle carries the holidays of the years around its agreement. Counting other days as open would guess the holidays of those years.",
    todo: "Look for a wrong year in the row. If the year is meant, compile the agreement again with dates that reach so far.",
    example: {
      agreement: `calendar desk
  open monday to friday 09:00 to 17:00

${CHANGES}
  counts time in desk
  due within 900_000 business days

${HANDLED}`,
      file: "changes.csv",
      text: "case_id,changed_at,state\nK1,2026-03-02T09:00,opened\n",
      says: "this case asks for a day whose opening hours are not known: it lies outside of the calendar's days",
    },
  },
  {
    code: "TEN4038",
    name: "unknown-region",
    spec: "§3.3.8",
    summary: "A partner lies in a region whose holidays the calendar does not know.",
    why: "Counting its holidays as working days would give the partner less time than others have.",
    todo: "Correct the partner's row: regions are written as ISO writes them, `PT` or `PT-20`. A region of which no holidays are known needs a calendar with `closed on` of its own.",
    example: {
      agreement: `partners from "partners.csv" key partner_id
  field partner_id text
  field country text

calendar desk
  open monday to friday 09:00 to 17:00
  closed holidays by partner.country

dataset calls from "calls.csv" one row per call_id
  partner partner_id
  dated called_on
  field call_id text
  field partner_id text
  field called_on date
  field solved_on date
  field days_open days from called_on to solved_on in desk

metric longest highest of days_open in calls

standard any "Days"
  applies to partners
  requires longest at least 0
${MEASURED}`,
      file: "partners.csv",
      text: "partner_id,country\nP1,Portugal\n",
      others: { "calls.csv": "call_id,partner_id,called_on,solved_on\nC1,P1,2026-03-02,2026-03-04\n" },
      says: "`Portugal` is no region whose holidays `desk` knows",
    },
  },
];
