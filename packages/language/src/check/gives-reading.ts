/** Where a `gives` stands. */
import type { Judging } from "./consequence-reads.ts";
import type { Site } from "./site.ts";
import type { CheckedStandard } from "./standards.ts";
import type { Table } from "./tables.ts";

/** What a `gives` is put to. Undefined is not known. */
export interface GivesReading {
  readonly judging: Judging;
  readonly site: Site;
  readonly kind: "credit" | "bonus";
  /** The standard of `on`; null without it. */
  readonly on: CheckedStandard | null | undefined;
  /** The rows paid for; null without `pays`. */
  readonly rows: Table | null | undefined;
}
