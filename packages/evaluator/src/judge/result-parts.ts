/** Pieces of results that verdicts and findings share (SPEC §7.3, §7.4). */

export interface Party {
  readonly kind: "partner" | "brand";
  readonly key: string;
}

/** A period or window: half-open, instants in UTC. */
export interface Period {
  /** `2026-01`, `2026-W10`, …; a rolling or latest window is named by its assessment day. */
  readonly label: string;
  readonly start: string;
  readonly end: string;
  /** First and last civil day, for people. A latest window starts with its oldest row. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/** `numerator` and `denominator` are decimal whole numbers; both null where the value is text. */
export interface MetricValue {
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** For people: `93%`, `94.99…%`, `4.2`, `38 seconds`. */
  readonly text: string;
  /** After the agreement's rounding, where it rounds. */
  readonly rounded?: { readonly numerator: string; readonly denominator: string; readonly text: string };
}
