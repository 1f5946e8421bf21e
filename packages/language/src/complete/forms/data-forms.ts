/** Sentences of agreements, partners, datasets, calendars and clocks. */
import type { Form } from "./form.ts";

export const dataForms: Readonly<Record<string, readonly Form[]>> = {
  agreement: [
    [
      "AgreementVersion",
      "version <1.0.0>",
      "Gives the agreement's version; whoever changes a term raises it.",
    ],
    [
      "Effective",
      "effective from <2026-01-01> until <2026-12-31>",
      "Gives the first and the last day on which the agreement holds, both included.",
    ],
    [
      "Effective",
      "effective from <2026-01-01> until further notice",
      "Gives the first day on which the agreement holds; it has no last one.",
    ],
    [
      "TimeZone",
      'time zone "<Europe/Paris>"',
      "Names the zone in which all days, times and periods of the agreement are counted.",
    ],
    ["Currency", "currency <EUR>", "Names the currency in which the agreement settles."],
    [
      "BusinessDaysOf",
      "business days of <calendar>",
      "Says whose opening days are the agreement's business days.",
    ],
    ["Owner", 'owner "<team>"', "Names who looks after the agreement; it decides nothing."],
    [
      "Supersedes",
      "supersedes version <0.9.0>",
      "Names the version that this one replaces; it decides nothing.",
    ],
    [
      "YearStarts",
      "year starts on <1> <january>",
      "Moves the start of years, half years and quarters to a day of the year.",
    ],
    ["Rounding", "rounding <2> decimals half_up", "Rounds every metric before it is compared."],
    ["Rounding", "rounding none", "Rounds nothing, which is also what holds without the sentence."],
    ["Because", 'because "<reason>"', "Gives a reason; it is shown and decides nothing."],
  ],
  partners: [
    [
      "Field",
      "field <name> <text|date|number|yes_no>",
      "Declares a column of the file and the type of what it holds.",
    ],
    [
      "Field",
      "field <name> one of <first>, <second>",
      "Declares a column that holds one of a list of words.",
    ],
    [
      "Active",
      "active from <opened_on> until <closed_on>",
      "Says from when to when a partner takes part; both days are included.",
    ],
    ["Active", "active from <opened_on>", "Says from when a partner takes part; without a last day."],
  ],
  dataset: [
    [
      "Field",
      "field <name> <text|number|date|timestamp|yes_no>",
      "Declares a column of the file and the type of what it holds.",
    ],
    [
      "Field",
      "field <name> one of <first>, <second>",
      "Declares a column that holds one of a list of words.",
    ],
    [
      "Field",
      "field <name> duration in <minutes|hours|seconds|days|weeks>",
      "Declares a column that holds lengths of time.",
    ],
    ["Field", "field <name> money <EUR>", "Declares a column that holds amounts of a currency."],
    [
      "Field",
      "field <name> days from <start> to <end>",
      "Declares a field that is worked out: the days between two dates of the row.",
    ],
    [
      "Field",
      "field <name> total of <first>, <second>",
      "Declares a field that is worked out: the sum of number fields of the row.",
    ],
    ["DatasetPartner", "partner <partner_id>", "Names the field that says to which partner a row belongs."],
    [
      "DatasetPartner",
      "partner <partner_id> in <dataset> with same <key>",
      "Finds the partner of a row by way of another dataset.",
    ],
    ["DatasetDated", "dated <date_field>", "Names the date that puts a row into a window."],
    [
      "DatasetDated",
      "dated <date_field> then <order_field>",
      "Names the date that puts a row into a window, and what orders rows of one date.",
    ],
    [
      "DatasetDated",
      "dated <date_field> in <dataset> with same <key>",
      "Finds the date of a row by way of another dataset.",
    ],
    ["MissingIs", 'missing is "<n/a>"', "Adds spellings of a value that is missing."],
    ["DuplicatesOnce", "duplicates counted once", "Keeps one of the rows that are equal in every column."],
    [
      "KeepsLatest",
      "keeps latest per <key> by <date_field>",
      "Keeps the newest of the rows that share a key.",
    ],
    [
      "Valid",
      "valid from <start> until <end>",
      "Counts a row in every window at whose assessment it is valid.",
    ],
  ],
  calendar: [
    [
      "Open",
      "open <monday> to <friday> <09:00> to <17:00>",
      "Opens on days of the week, from a time to a time.",
    ],
    ["Open", "open <saturday> <09:00> to <12:00>", "Opens on a day of the week, from a time to a time."],
    ["ClosedHolidays", 'closed holidays "<FR>"', "Closes the public holidays of a country or region."],
    [
      "ClosedHolidaysBy",
      "closed holidays by partner.<region>",
      "Closes, for each partner, the public holidays of its region.",
    ],
    ["ClosedOn", "closed on <2026-12-24>", "Closes one day."],
    ["CutOff", "cut off <12:00>", "Says until when an event counts for the day on which it happens."],
    [
      "TimeZone",
      'time zone "<Europe/Paris>"',
      "Names the zone of the opening hours, where it is not the agreement's.",
    ],
  ],
  clock: [
    ["Starts", "starts at <started>", "Starts a case at an instant of its row."],
    ["Starts", "starts when <state> becomes <value>", "Starts a case where a field changes into a value."],
    ["Stops", "stops at <stopped>", "Stops a case at an instant of its row."],
    ["Stops", "stops when <state> becomes <value>", "Stops a case where a field changes into a value."],
    ["ClockDated", "dated <started_at|due_at|stopped_at>", "Says in which window a case counts."],
    ["DueWithin", "due within <4> <hours|minutes|days>", "Says how long a case may run."],
    ["DueWithin", "due within <2> business days", "Says by which opening day a case must have stopped."],
    ["DueAt", "due at <promised>", "Names the field that says by when a case must have stopped."],
    ["CountsTime", "counts time in <calendar>", "Counts only the time in which the calendar is open."],
    ["Pauses", "pauses while <state> is <value>", "Stops counting for as long as something holds."],
    ["Restarts", "restarts when <state> becomes <value>", "Lets a stopped case run on."],
    ["WarnsAt", "warns at <80%>", "Marks a running case that has used so much of its time."],
  ],
};
