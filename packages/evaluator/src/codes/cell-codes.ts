/** Codes of single cells: TEN41xx. */
import type { DataCode, FileExample } from "./data-code.ts";

/** A file of calls in which one field matters. */
function cell(field: string, columns: string, cells: string, says: string): FileExample {
  return {
    agreement: `dataset calls from "calls.csv" one row per call_id\n  dated called_on\n  field call_id text\n  field called_on date\n  field ${field}`,
    file: "calls.csv",
    text: `call_id,called_on,${columns}\nC1,2026-03-02,${cells}\n`,
    says,
  };
}

export const cellCodes: readonly DataCode[] = [
  {
    code: "TEN4101",
    name: "missing-value",
    spec: "§4.7.5",
    summary: "A cell is empty, and its field is not optional.",
    why: "Whether an empty cell means zero, no, or not known changes the verdict, so the agreement decides it and not the program.",
    todo: "Fill the cell. If empty cells are normal there, say `optional` behind the field, or what they stand for: `missing is …`.",
    example: cell(
      "waited duration in minutes",
      "waited",
      "",
      "the value is missing, and `waited` is not optional",
    ),
  },
  {
    code: "TEN4102",
    name: "no-number",
    spec: "§3.2.33",
    summary: "A cell of a number or of money is not written as a number.",
    why: "What is written `1,250` is one and a quarter in one country and more than a thousand in another. A sign of currency may contradict the currency that was agreed.",
    todo: 'Write plain numbers with a point before the decimals: `1250.5`. Where the file comes from a program that writes them another way, declare it once: `field pages number written "1,234.56"`. Where `n/a` or a dash stands for no value, say so of the dataset, `missing is "n/a"`, and make the field `optional`.',
    example: cell("pages number 0 decimals", "pages", '"1,250"', "`1,250` is not a whole number"),
  },
  {
    code: "TEN4103",
    name: "too-fine",
    spec: "§3.2.33",
    summary: "A value is finer than its field holds.",
    why: "Rounding it could turn a missed limit into a met one, and who rounds, and how, was not agreed.",
    todo: "Declare as many decimals as the file has (`number 2 decimals`), or have the file rounded where it is made.",
    example: cell("pages number 1 decimals", "pages", "2.75", "`2.75` has more than 1 decimal"),
  },
  {
    code: "TEN4104",
    name: "outside-range",
    spec: "§4.7.5",
    summary: "A number lies outside the range that its field declares.",
    why: "An answer of 55 on a scale from 1 to 5 is a slip of the keyboard, and it would lift an average beyond what is possible.",
    todo: "Correct the row. If such values do occur, widen the range of the field.",
    example: cell("answer number 0 decimals from 1 to 5", "answer", "55", "`55` lies outside 1 to 5"),
  },
  {
    code: "TEN4105",
    name: "too-many-digits",
    spec: "§4.2.1",
    summary: "A number has more than 38 digits.",
    why: "Values are exact, and exact values need a limit. No count, amount or duration of business comes near it, so the cell holds something else: a key, mostly.",
    todo: "Declare the field as `text` if its digits are only a name.",
    example: cell(
      "pages number 0 decimals",
      "pages",
      "1234567890123456789012345678901234567890",
      "`1234567890123456789012345678901234567890` has more than 38 digits",
    ),
  },
  {
    code: "TEN4106",
    name: "no-yes-or-no",
    spec: "§4.7.5",
    summary: "A cell of a yes-or-no field holds another word than the two that mean yes and no.",
    why: "A word that is neither would count as one of the two by chance.",
    todo: 'Correct the row, or declare how the file says it: `field urgent yes_no written "J", "N"`.',
    example: cell(
      "urgent yes_no",
      "urgent",
      "maybe",
      "`maybe` is not `yes`, `true` (yes) or `no`, `false` (no)",
    ),
  },
  {
    code: "TEN4107",
    name: "unknown-member",
    spec: "§4.7.5",
    summary: "A cell holds a word that its `one of` list does not have.",
    why: "A new word would count as none of the known ones, so conditions would silently leave such rows out.",
    todo: 'Correct the row, or add the word to the list; a word that is spelled otherwise in the file is declared with `written`: `refused written "REF"`.',
    example: cell("channel one of desk, phone", "channel", "fax", "`fax` is not one of `desk`, `phone`"),
  },
  {
    code: "TEN4108",
    name: "no-date",
    spec: "§3.2.33",
    summary: "A cell of a date field is no date of the form that was declared.",
    why: "The date 03/04/2026 is a day in March or in April. A date that is read the wrong way round moves a row into another period.",
    todo: 'Write dates as `2026-04-03`, or declare the form of the file: `field called_on date written "DD/MM/YYYY"`. Dates such as 2026-02-30 do not exist in any form.',
    example: cell("due_on date", "due_on", "03/04/2026", "`03/04/2026` is not a date (YYYY-MM-DD)"),
  },
  {
    code: "TEN4109",
    name: "no-timestamp",
    spec: "§3.2.33",
    summary: "A cell of a timestamp field is no instant of the form that was declared.",
    why: "A day without a time lies hours away from the instant that was meant, and a deadline may pass between the two.",
    todo: "Write `2026-04-03T09:30:00` (local time of the agreement) or add an offset, as in `2026-04-03T09:30:00+02:00`; or declare the form of the file with `written`. If the file has days only, declare the field as `date`.",
    example: cell(
      "rung_at timestamp",
      "rung_at",
      "2026-03-02",
      "`2026-03-02` is a date without a time, not a timestamp (YYYY-MM-DDTHH:mm:ss)",
    ),
  },
  {
    code: "TEN4110",
    name: "instant-out-of-reach",
    spec: "§4.7.5",
    summary: "A timestamp lies in a year for which the bundle does not know local time.",
    why: "Without the clock changes of that year it cannot be told to which day the instant belongs. Mostly it stands for something else, as 0001-01-01 stands for nothing in many programs.",
    todo: "Leave the cell empty if there is no such instant. If the year is meant, compile the agreement again with dates that reach so far.",
    example: cell(
      "rung_at timestamp",
      "rung_at",
      "9999-12-31T00:00:00",
      "`9999-12-31T00:00:00` lies outside the years that the agreement's time zone is known for",
    ),
  },
  {
    code: "TEN4111",
    name: "no-duration",
    spec: "§3.2.33",
    summary: "A cell of a duration field is not written as one.",
    why: "What is written `1:30` may be an hour and a half or a minute and a half.",
    todo: 'Declare the unit (`duration in minutes`) and write plain numbers, or declare the form: `duration written "H:mm:ss"`.',
    example: cell("waited duration in minutes", "waited", "1:30", "`1:30` is not a number of minutes"),
  },
  {
    code: "TEN4112",
    name: "wrong-json-value",
    spec: "§3.2.33",
    summary: "A value in JSON is of a kind that its field cannot hold: true or false, a list, or an object.",
    why: "Turning it into text or a number would make up a value that nobody wrote.",
    todo: "Give plain values: text, numbers, `true` and `false` only for yes-or-no fields, `null` for what is missing. Nested data is flattened before it is judged.",
    example: {
      agreement:
        'dataset calls from "calls.ndjson" one row per call_id\n  dated called_on\n  field call_id text\n  field called_on date\n  field pages number 0 decimals',
      file: "calls.ndjson",
      text: '{"call_id": "C1", "called_on": "2026-03-02", "pages": [3]}\n',
      says: "the value is an object or a list, which no field can hold",
    },
  },
  {
    code: "TEN4113",
    name: "unusable-form",
    spec: "§3.2.33",
    summary: "The form behind `written` cannot be read.",
    why: "The checker refuses such a form in an agreement; a bundle from elsewhere may still hold one.",
    todo: "Write the form as the specification lists it, and compile the agreement again.",
    example: {
      call: 'judge(bundleWithForm("YY"), { calls: [{ call_id: "C1", called_on: "26" }] }, options)',
      says: "`26` cannot be read: the form `YY` has no year",
    },
  },
  {
    code: "TEN4114",
    name: "partly-missing-date",
    spec: "§4.7.5",
    summary: "A date stands in several columns, and some of them are empty.",
    why: "A year and a month without a day are a whole month of possible days.",
    todo: "Fill all columns of the date, or none of them if the field is optional.",
    example: cell(
      'due_on date from "year", "month", "day"',
      "year,month,day",
      "2026,,31",
      "the value is missing, and the other columns of this date are not",
    ),
  },
  {
    code: "TEN4115",
    name: "days-beyond-calendar",
    spec: "§3.3.10",
    summary: "A count of opening days reaches days for which the calendar is not known.",
    why: "A bundle carries the holidays of the years around its agreement. Counting other days as open would guess the holidays of those years.",
    todo: "Look for a wrong year in the row. If the year is meant, compile the agreement again with dates that reach so far.",
    example: {
      agreement: `calendar desk
  open monday to friday 09:00 to 17:00

dataset calls from "calls.csv" one row per call_id
  dated called_on
  field call_id text
  field called_on date
  field solved_on date
  field days_open days from called_on to solved_on in desk`,
      file: "calls.csv",
      text: "call_id,called_on,solved_on\nC1,2026-03-02,9999-12-31\n",
      says: "of these days asks for a day outside of those that `desk` knows",
    },
  },
];
