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
