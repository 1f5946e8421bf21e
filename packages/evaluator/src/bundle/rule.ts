/**
 * Decisions as json-rules-engine rules.
 *
 * Every decision of a standard (is this limit row in force, is it met, is it missed, is there a warning, does the
 * gate open, are there enough rows) is one rule over named facts. The same JSON runs on stock json-rules-engine and
 * is compiled to closures by `judge/`. Only our own operators are used: the engine's built-in ones coerce text,
 * null and NaN. An operator is true only of a given fact of its own type, so a missing value makes a comparison and
 * its opposite both false: that is how three-valued logic becomes two-valued. A rule is never emitted with an empty
 * `all` or `any`, and holds no `path`, no `params` and no fact on the right (SPEC §6).
 *
 * Facts: `metric:NAME` (a ratio, text or yes/no, by its unit), `partner:FIELD` (a ratio, text, a member's name,
 * yes/no or an ISO date; a timestamp is the ratio of seconds since 1970-01-01T00:00Z, since fractions of a second
 * spoil the order of its text), `party` (the partner's key), `day` (the ISO date whose terms govern), `rows:NAME`
 * (what `needs` counts, by the name of its dataset or metric, as a ratio).
 *
 * Consequences and relative limits read further facts (SPEC §6.8): `verdict:NAME` (text, one of the six verdicts),
 * `score:NAME` (a ratio), `now:met`, `now:missed`, `now:exceeded` (yes or no: the verdict itself is so), `run:met`,
 * `run:missed`, `run:exceeded` (how many judged verdicts in a row are so),
 * `times:EVENT:M:UNIT` (how many are so in the rolling units), `step:NAME` (text: `open`, `cured`, `not_cured`),
 * `peers:METRIC:FIELD:difference` and `peers:METRIC:FIELD:standing` (ratios; FIELD is empty without `by`), and
 * `confident:RULE` (yes or no: the interval lies wholly on the wrong side of the limit that RULE says is missed).
 */
import type { BundleParts } from "./bundle-parts.ts";
import type { CalendarPlan, ClockPlan } from "./clock-plan.ts";
import type { MetricPlan } from "./metric-plan.ts";
import type { AgreementPlan, Ratio, ZoneTable } from "./plan.ts";
import type { AmendmentPlan, ExclusionPlan, StandardPlan } from "./standard-plan.ts";
import type { DatasetPlan, PartnersPlan } from "./table-plan.ts";

export const strictOperators = [
  "strict:is",
  "strict:is_not",
  "strict:at_least",
  "strict:at_most",
  "strict:more_than",
  "strict:less_than",
  "strict:is_given",
  "strict:is_not_given",
  "strict:is_one_of",
  "strict:is_none_of",
  "strict:contains",
  "strict:contains_not",
  "strict:matches",
  "strict:matches_not",
] as const;

/** An operator of ours: true only where the fact is given and of the value's type (but for `strict:is_not_given`). */
export type StrictOperator = (typeof strictOperators)[number];

/** Ratios compare as exact numbers; text (dates included) by code point; yes/no by identity. */
export type RuleScalar = Ratio | string | boolean;

export type RuleCondition =
  | { readonly all: readonly RuleCondition[] }
  | { readonly any: readonly RuleCondition[] }
  | { readonly not: RuleCondition }
  | {
      readonly fact: string;
      readonly operator: StrictOperator;
      readonly value: RuleScalar | readonly RuleScalar[];
    };

export interface Rule {
  /** Unique; the event's type repeats it. */
  readonly name: string;
  readonly conditions: { readonly all: readonly RuleCondition[] };
  readonly event: { readonly type: string };
}

/** An agreement made ready for judging. Everything in it is plain JSON. */
export interface Bundle extends BundleParts {
  readonly schema: "tenet.bundle/1";
  /** `sha256:` and 64 hex digits: SHA-256 over the canonical JSON of the bundle without `fingerprint` and without any `origin`. */
  readonly fingerprint: string;
  readonly agreement: AgreementPlan;
  readonly zone: ZoneTable;
  readonly partners: PartnersPlan | null;
  readonly datasets: readonly DatasetPlan[];
  readonly calendars: readonly CalendarPlan[];
  readonly clocks: readonly ClockPlan[];
  readonly metrics: readonly MetricPlan[];
  readonly exclusions: readonly ExclusionPlan[];
  readonly amendments: readonly AmendmentPlan[];
  readonly standards: readonly StandardPlan[];
  readonly rules: readonly Rule[];
}
