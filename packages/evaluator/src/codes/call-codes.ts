/** Codes of calls that cannot be answered whatever the rows say: TEN400x. */
import type { DataCode } from "./data-code.ts";

export const callCodes: readonly DataCode[] = [
  {
    code: "TEN4001",
    name: "no-instant",
    spec: "§7.2.1",
    summary: "The instant up to which data is to be read is not written as one.",
    why: "A verdict depends on it: rows after it do not count, and a period that has not ended by then is pending.",
    todo: "Give the program an instant in UTC. On the command line a date or a local time will do as well: `--as-of 2026-03-01`.",
    example: {
      call: 'judge(bundle, sources, { asOf: "1 March" })',
      says: "`1 March` is no instant; write it as 2026-03-01T00:00:00Z",
    },
  },
  {
    code: "TEN4002",
    name: "beyond-zone-table",
    spec: "§6.6",
    summary: "The data is to be read up to an instant for which the bundle does not know local time.",
    why: "A bundle carries the clock changes of its time zone, so that it judges the same everywhere and for ever. They reach some years past the agreement's dates, because nobody knows what the law on summer time will be then.",
    todo: "Compile the agreement again: the new bundle reaches further. If you did not mean that year, look at `--as-of`.",
    example: {
      call: 'judge(bundle, sources, { asOf: "2099-01-01T00:00:00Z" })',
      says: "the bundle knows local time only up to 2036-01-01; compile the agreement again to judge later data",
    },
  },
  {
    code: "TEN4003",
    name: "dataset-not-given",
    spec: "§4.7.1",
    summary: "A dataset that the agreement reads was not given.",
    why: "Without its rows a percentage would be a percentage of something else. A file with a header alone says that there are no rows; no file says nothing.",
    todo: "Put the file beside the agreement under the name that the dataset's heading says, or name it: `--data calls=path/to/calls.csv`.",
    example: {
      call: "judge(bundle, {}, options)",
      says: "no rows are given for `calls`, which the agreement reads",
    },
  },
  {
    code: "TEN4004",
    name: "data-errors",
    spec: "§4.7.8",
    summary: "Some rows have data errors, so nothing is judged.",
    why: "A verdict on the rows that happen to be readable would favour whoever sent the broken ones.",
    todo: "Mend the rows that are listed with it; each is named by file, line and column. If a few bad rows are known and agreed to be left out, allow so many: `--tolerate-bad-rows 3`. They are then counted and listed in the result.",
    example: {
      call: 'judge(bundle, { calls: [{ call_id: "C1" }] }, options)',
      says: "1 row has a data error; nothing is judged on data that could not be read whole",
    },
  },
  {
    code: "TEN4005",
    name: "unknown-dataset",
    spec: "§4.7.1",
    summary: "Rows were given under a name that is none of the agreement's datasets.",
    why: "They would be ignored, and whoever gave them would believe that they were judged.",
    todo: "Use the name that stands after `dataset` in the agreement, not the name of the file.",
    example: {
      call: "judge(bundle, { calls, call: [] }, options)",
      says: "the agreement has no dataset `call`; it has `calls`",
    },
  },
  {
    code: "TEN4006",
    name: "part-not-given",
    spec: "§6.1",
    summary: "The agreement needs a part of the evaluator that the program did not hand in.",
    why: "Patterns, clocks and some other parts are entries of their own, so that a program that needs none of them does not carry them.",
    todo: "Import the part that the message names and pass it as an option. The command line always does.",
    example: {
      call: "judge(bundleWithMatches, sources, { asOf })",
      says: "the agreement says `matches`; pass `patternEngine` of `@tenet-lang/evaluator/patterns` as `patterns`",
    },
  },
  {
    code: "TEN4007",
    name: "unknown-standard",
    spec: "§7.1.1",
    summary: "A single standard was asked for that the agreement does not have.",
    why: "An empty result would look like a partner without any misses.",
    todo: "Use the name that stands after `standard` in the agreement, not its label.",
    example: {
      call: 'judge(bundle, sources, { asOf, standard: "punctuality" })',
      says: "the agreement has no standard `punctuality`",
    },
  },
  {
    code: "TEN4008",
    name: "pattern-not-linear",
    spec: "§2.5.8",
    summary: "A pattern of the bundle cannot be matched in linear time.",
    why: "Such a pattern can take years on one long text. The checker refuses it in an agreement; a bundle from elsewhere may still hold one.",
    todo: "Write it without look-around and references back to groups, and compile the agreement again.",
    example: {
      call: 'judge(bundleWithMatches("(a)\\\\1"), sources, { asOf, patterns: patternEngine })',
      says: "the pattern `(a)\\1` is not one that can be matched in linear time",
    },
  },
  {
    code: "TEN4009",
    name: "versions-unfit",
    spec: "§4.8.2",
    summary: "The versions that were given cannot be judged together.",
    why: "On each day one version is in force. That can be told only of versions of one agreement, in one time zone and with one business year, no two of which begin on one day.",
    todo: "Give the versions of one agreement, each once. Where the time zone or the business year changed, judge the versions one by one.",
    example: {
      call: "judgeVersions([{ bundle: v1, sources }, { bundle: v1, sources }], options)",
      says: "two of the versions have the version 1.0.0",
    },
  },
];
