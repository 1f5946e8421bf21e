/** Sentences of agreements, partners, datasets, calendars and clocks, and the types of fields. */
import type * as ast from "../syntax/ast.ts";
import { type Term, term } from "./term.ts";

type SourceSentence =
  | ast.AgreementSentence["kind"]
  | ast.PartnersSentence["kind"]
  | ast.DatasetSentence["kind"]
  | ast.CalendarSentence["kind"]
  | ast.ClockSentence["kind"];

export const sourceTerms: Readonly<Record<SourceSentence, Term>> = {
  Because: term('because "TEXT"', "The reason, for people. It is shown and decides nothing.", "3.6.32"),
  Effective: term(
    "effective from DATE until DATE",
    "The first and the last day on which it holds, both included. `until further notice` leaves the end open.",
    "3.1.3",
  ),
  AgreementVersion: term("version N.N.N", "The version of this text.", "3.1.2"),
  Supersedes: term(
    "supersedes version N.N.N",
    "The version that this one takes the place of. It is only recorded.",
    "3.1.7",
  ),
  Owner: term('owner "TEXT"', "Who looks after the text. It is only recorded.", "3.1.7"),
  TimeZone: term(
    'time zone "ZONE"',
    "The zone in which days, weeks and months begin and end, such as `Europe/Lisbon`.",
    "3.1.4",
  ),
  BusinessDaysOf: term(
    "business days of CALENDAR",
    "Whose opening days are meant wherever business days are counted.",
    "3.1.12",
  ),
  Currency: term("currency CUR", "The money of the agreement, as three capital letters.", "3.1.2"),
  YearStarts: term(
    "year starts on DAY MONTH",
    "The first day of the year. Quarters and half years move with it, months and weeks do not.",
    "3.1.5",
  ),
  Rounding: term(
    "rounding N decimals half_up",
    "Rounds a metric before it is compared. Without it the exact value is compared.",
    "3.1.6",
  ),

  Active: term(
    "active from FIELD until FIELD",
    "When a partner takes part, both days included. An empty date leaves that end open.",
    "3.2.3",
  ),
  Field: term(
    "field NAME TYPE",
    "A column, and what its cells mean. `optional` cells may be empty, `personal` ones are never shown, `from` names the column in the file.",
    "3.2.23",
  ),
  DatasetPartner: term(
    "partner FIELD",
    "Whose row it is: the partner with this key. With `in` the partner is found in another dataset.",
    "3.2.7",
  ),
  DatasetDated: term(
    "dated FIELD",
    "The date that puts a row into a month or another stretch of time. `then` orders rows of one moment.",
    "3.2.11",
  ),
  MissingIs: term('missing is "X"', "Cells with this text are read as empty.", "3.2.19"),
  DuplicatesOnce: term(
    "duplicates counted once",
    "Of rows that are alike in every column one counts.",
    "3.2.20",
  ),
  Valid: term(
    "valid from FIELD until FIELD",
    "Each row holds for a stretch of time, and counts in the windows at whose end it holds.",
    "3.2.16",
  ),
  KeepsLatest: term(
    "keeps latest per KEY by FIELD",
    "Of all rows with one key only the newest counts, as where a file holds corrections.",
    "3.2.21",
  ),

  Open: term(
    "open DAY to DAY TIME to TIME",
    "Opening hours on these days of the week. An end before the beginning is on the next day.",
    "3.3.2",
  ),
  ClosedHolidays: term(
    'closed holidays "REGION"',
    "Closes on the public holidays of a country or region, such as `DE` or `GB-ENG`.",
    "3.3.8",
  ),
  ClosedHolidaysBy: term(
    "closed holidays by partner.FIELD",
    "Closes, for each partner, on the public holidays of the partner's own region.",
    "3.3.9",
  ),
  ClosedOn: term("closed on DATE", "Closes on one day.", "3.3.7"),
  CutOff: term(
    "cut off TIME",
    "What comes in later than this counts as having come on the next opening day.",
    "3.3.11",
  ),

  Starts: term(
    "starts …",
    "When a case begins: at the moment in a field, or when a field changes to a value.",
    "3.4.4",
  ),
  Stops: term(
    "stops …",
    "When a case ends: at the moment in a field, or when a field changes to a value, the first time or the `last`.",
    "3.4.11",
  ),
  Restarts: term(
    "restarts when FIELD becomes VALUE",
    "A stopped case runs on; the time in between does not count.",
    "3.4.12",
  ),
  Pauses: term("pauses while CONDITION", "The clock stands still as long as this is true.", "3.4.15"),
  CountsTime: term("counts time in CALENDAR", "Only opening hours count.", "3.4.16"),
  ClockDated: term(
    "dated started_at",
    "Which moment of a case puts it into a month: its start, its stop, or when it is due.",
    "3.4.23",
  ),
  DueAt: term("due at FIELD", "The moment by which a case must be stopped stands in a field.", "3.4.20"),
  DueWithin: term(
    "due within LENGTH",
    "How long a case may take. Of several lines the first whose condition is true holds.",
    "3.4.18",
  ),
  WarnsAt: term(
    "warns at PERCENT",
    "Marks a running case that has used up this part of its time. It decides nothing.",
    "3.4.24",
  ),
};

export const typeTerms: Readonly<Record<ast.FieldType["kind"], Term>> = {
  TextType: term("text", "Any characters, compared exactly as they are.", "3.2.32"),
  YesNoType: term(
    "yes_no",
    "`yes` or `no`; in a file also `true` and `false`, or as `written` says.",
    "3.2.32",
  ),
  DateType: term("date", "A day, `2026-02-28` in the file unless `written` says otherwise.", "3.2.32"),
  TimestampType: term(
    "timestamp",
    "A day and a time. Without an offset it is in the agreement's zone.",
    "3.2.40",
  ),
  DurationType: term("duration in UNIT", "A length of time; the file counts it in this unit.", "3.2.32"),
  MoneyType: term("money CUR", "An amount of one currency, exact to its smallest coin.", "3.2.32"),
  OneOfType: term(
    "one of A, B, …",
    "One of these names and nothing else; `written` says how the file spells one.",
    "3.2.32",
  ),
  NumberType: term(
    "number",
    "A number. `N decimals` says how fine it is, `from A to B` what it may be.",
    "3.2.32",
  ),
  TotalType: term(
    "total of A, B, …",
    "The sum of other fields of the row; empty if one of them is.",
    "3.2.28",
  ),
  DaysType: term(
    "days from A to B",
    "The days from one date of the row to another; with `in CALENDAR`, business days.",
    "3.2.29",
  ),
};
