/** Texts that the examples of rules share, so that an example shows only what it is about. */

/** A dataset of calls, followed by `rest`. */
export function withCalls(rest: string): string {
  return `dataset calls from "calls.csv" one row per call_id
  partner centre_id
  dated started_at
  field call_id text
  field centre_id text
  field started_at timestamp
  field wait duration in seconds
  field outcome one of answered, abandoned
  field stars number from 1 to 5 optional

${rest}`;
}

/** A dataset, two metrics and a standard with the given sentences. */
export function withStandard(sentences: string): string {
  return withCalls(`metric quick percent of calls where wait at most 60 seconds out of calls
metric offered number of calls

standard prompt "Calls are answered promptly"
${sentences}`);
}

/** Partners, a dataset of calls and two metrics, the second with a direction; followed by `rest`. */
export function withPartners(rest: string): string {
  return `partners from "centres.csv" key centre_id
  field centre_id text
  field country text
  field opened_on date

${withCalls(`metric quick percent of calls where wait at most 60 seconds out of calls
metric ranked average of stars in calls
  higher is better

${rest}`)}`;
}

/** An agreement with one standard, followed by `rest`. */
export function withAgreement(rest: string, effective = "from 2026-01-01 until 2026-12-31"): string {
  return `agreement call_care "Call care"
  version 1.0.0
  effective ${effective}
  time zone "Europe/Amsterdam"

${withCalls(`metric quick percent of calls where wait at most 60 seconds out of calls

standard prompt "Calls are answered promptly"
  requires quick at least 95%
  measured each calendar month
  needs at least 30 calls otherwise not_enough_data
${rest === "" ? "" : `\n${rest}`}`)}`;
}

/** An agreement with money, partners, calls with a fee, and one standard, followed by `rest`. */
export function withMoney(rest: string): string {
  return `agreement call_care "Call care"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"
  currency EUR

partners from "centres.csv" key centre_id
  field centre_id text
  field country text
  field monthly_fee money EUR
  field deposit money USD

${withCalls(`metric quick percent of calls where wait at most 60 seconds out of calls

standard prompt "Calls are answered promptly"
  requires quick at least 95%
  measured each calendar month
  needs no minimum

${rest}`)}`;
}

/** Calls, papers, policies and notices, two metrics, and two standards about partners, followed by `rest`. */
export function withHuman(rest: string): string {
  return withPartners(`dataset papers from "papers.csv" one row per line
  partner centre_id
  dated signed_on
  field centre_id text
  field signed_on date

dataset policies from "policies.csv" one row per line
  partner centre_id
  valid from begins_on until ends_on
  field centre_id text
  field begins_on date
  field ends_on date optional

dataset notices from "notices.csv" one row per line
  dated given_on
  field given_on date

standard prompt "Calls are answered promptly"
  requires quick at least 95%
  measured each calendar month
  needs no minimum

standard friendly "Callers are content"
  requires ranked at least 4
  measured each calendar month
  needs no minimum

${rest}`);
}
