/** How many rows a value is from its limit, as the ways of counting them say it. */
import type { Exact } from "../exact/ratio.ts";

/** A value as it is compared: rounded where the agreement rounds. */
export type Asked = (value: Exact) => Exact;

export interface RowsAway {
  readonly rows: number;
  readonly text: string;
}
