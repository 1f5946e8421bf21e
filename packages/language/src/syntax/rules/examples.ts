/** Texts that the rules' examples are made of, so that each example shows only what it is about. */

/** A library with one table of partners, in which `sentence` is the line that matters. */
export function partnersWith(sentence: string): string {
  return `partners from "partners.csv" key partner_id
  field partner_id text
  ${sentence}
`;
}

/** A library with one metric, whose form is `form`. */
export function metricWith(form: string): string {
  return `dataset calls "Calls" from "calls.csv" one row per call_id
  partner partner_id
  dated called_at
  field call_id text
  field partner_id text
  field called_at timestamp
  field wait duration in seconds
  field urgent yes_no
  field answered yes_no

metric quick_answers "Answered within a minute" ${form}
`;
}

/** A library with one standard, in which `sentence` is the line that says what is required. */
export function standardWith(sentence: string): string {
  return `${metricWith("percent of calls where wait at most 60 seconds out of calls")}
standard punctual "Calls are answered at once"
  applies to partners
  ${sentence}
  measured each calendar month
  needs at least 30 calls otherwise not_enough_data
`;
}

/** An agreement with that standard. */
export function agreementWith(sentence: string): string {
  return `agreement call_standards "Call standards"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Paris"

${standardWith(sentence)}`;
}
