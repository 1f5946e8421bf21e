/** What random standards are made of, and what is known of one that is made. */
import type { Era } from "./calendar.ts";
import type { Surroundings } from "./conditions-text.ts";
import type { MetricSpec } from "./metrics-text.ts";
import type { TableSpec } from "./table-spec.ts";

export interface StandardSpec {
  readonly name: string;
  readonly lines: readonly string[];
  /** Metrics whose limit an amendment may change. */
  readonly limited: readonly MetricSpec[];
}

/** What random standards are made of. */
export interface Material {
  readonly metrics: readonly MetricSpec[];
  readonly exclusions: readonly { readonly name: string; readonly table: TableSpec }[];
  readonly era: Era;
  readonly around: Surroundings;
}
