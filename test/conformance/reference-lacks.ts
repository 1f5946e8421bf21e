/**
 * What the reference does not carry. Cases with such a construct run on the memory runtime only; when the reference
 * learns it, its line goes, and its cases run on both. A line that is not needed any more fails.
 */
import type { ConformanceCase } from "./case-file.ts";
import { isCsv } from "./data-files.ts";

interface Lack {
  readonly name: string;
  readonly concerns: (one: ConformanceCase) => boolean;
  /** Can such a case be put to the reference at all? Then at least one of them fails there. */
  readonly isTried: boolean;
}

export const referenceLacks: readonly Lack[] = [
  {
    name: "files of JSON",
    concerns: ({ data = {} }) => !Object.values(data).every(isCsv),
    isTried: false,
  },
  {
    name: "datasets that are not given",
    concerns: ({ expect, versions }) => expect.refused === true && versions === undefined,
    isTried: true,
  },
  {
    name: "the form of CSV files (§4.7.3): it takes rows",
    concerns: ({ spec }) => spec.includes("§4.7.3"),
    isTried: true,
  },
];

/** What of a case the reference does not carry. */
export function lacksOf(one: ConformanceCase): readonly string[] {
  return referenceLacks.filter(({ concerns }) => concerns(one)).map(({ name }) => name);
}

const verdictFactsOfMemory = ["owes", "distance", "firstDay", "lastDay", "origin"] as const;

/** Facts of a verdict that the reference does not work out. */
export type VerdictFactOfMemory = (typeof verdictFactsOfMemory)[number];

/** Facts of datasets and clocks that the reference, which takes rows and not files, does not work out. */
export const dataFactsOfMemory: readonly string[] = [
  "ignoredColumns",
  "skipped",
  "repeated",
  "errorPlaces",
  "errorCount",
];
export const clockFactsOfMemory: readonly string[] = ["dataset"];

/** Facts of a limit or metric that are words for people, or places in the text. */
const limitFactsOfMemory: readonly string[] = ["comparison", "percent", "origin"];

/** Is it a fact of a verdict that the reference does not work out? */
export const isFactOfMemory = (key: string): boolean =>
  (verdictFactsOfMemory as readonly string[]).includes(key);

/** The facts of a limit or metric that a runtime can be asked for. */
export function askedOf(
  wanted: Readonly<Record<string, unknown>>,
  runtime: string,
): Readonly<Record<string, unknown>> {
  if (runtime === "memory") return wanted;
  return Object.fromEntries(Object.entries(wanted).filter(([key]) => !limitFactsOfMemory.includes(key)));
}
