/** The form of readings, and what they are made from. */
import type { Occurrences } from "../occurrences/occurrences.ts";

/** What is said of something. Names, values and pieces of the text stand in backticks. */
export interface Reading {
  /** `standard quick`, `field wait of calls` */
  readonly heading: string;
  /** The label. */
  readonly title: string | null;
  /** Plain sentences. */
  readonly sentences: readonly string[];
  /** Points below them. */
  readonly points: readonly string[];
  /** Sentences of the declaration as they are written. */
  readonly quoted: readonly string[];
  /** The reason that the text gives. */
  readonly because: string | null;
  /** The comment right above it. */
  readonly comment: string | null;
}

/** What readings may look at. */
export interface Reader {
  readonly names: Occurrences;
  /** `YYYY-MM-DD`: which of several limits is in force; null where nobody says. */
  readonly today: string | null;
}

/** What kinds with words of their own say; the rest is as for any declaration. */
export type PartialReading = Partial<Omit<Reading, "title" | "comment">>;
