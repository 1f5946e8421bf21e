/**
 * Reads an earlier result, as far as it is compared.
 *
 * The file comes from outside and may be of an older release, so only what is read is asked for, and everything else
 * is let through. Nothing of it is shown but verdicts and values.
 */
import type { VerdictKind } from "../bundle/plan.ts";
import type { MetricValue } from "../judge/result.ts";

export interface EarlierResult {
  /** Name of its agreement. */
  readonly agreement: string;
  readonly asOf: string;
  /** By `verdictKey`. */
  readonly verdicts: ReadonlyMap<string, EarlierVerdict>;
}

export interface EarlierVerdict {
  readonly verdict: VerdictKind;
  /** Values by `limitKey`. */
  readonly limits: ReadonlyMap<string, MetricValue | null>;
}

/** Which verdict it is: its name, its party and its period. */
export function verdictKey(of: {
  readonly standard: string;
  readonly party: { readonly kind: string; readonly key: string };
  readonly period: { readonly label: string };
}): string {
  return JSON.stringify([of.standard, of.party.kind, of.party.key, of.period.label]);
}

/** Which limit of a verdict it is. */
export function limitKey(of: {
  readonly requirement: number;
  readonly metric: string;
  readonly group: string | null;
}): string {
  return JSON.stringify([of.requirement, of.metric, of.group]);
}

/** The earlier result in a text, or why it is none. */
export function readEarlier(text: string): EarlierResult | string {
  const value = parsed(text);
  if (!isObject(value) || value.schema !== "tenet.verdicts/1")
    return "it is no result of `tenet judge --format json`";
  const { agreement, asOf, verdicts } = value;
  if (!isObject(agreement) || typeof agreement.name !== "string" || typeof asOf !== "string")
    return "it does not say of which agreement it is, and up to when";
  if (!Array.isArray(verdicts)) return "it has no list of verdicts";
  const found = new Map<string, EarlierVerdict>();
  for (const [index, each] of verdicts.entries()) {
    const verdict = verdictIn(each);
    if (verdict === null) return `its verdict ${index + 1} cannot be read`;
    found.set(verdict.key, verdict);
  }
  return { agreement: agreement.name, asOf, verdicts: found };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const kinds: ReadonlySet<unknown> = new Set<VerdictKind>([
  "met",
  "missed",
  "not_enough_data",
  "not_applicable",
  "excused",
  "pending",
]);

function verdictIn(value: unknown): (EarlierVerdict & { readonly key: string }) | null {
  if (!isObject(value)) return null;
  const { standard, party, period, verdict, limits } = value;
  if (typeof standard !== "string" || !isObject(party) || !isObject(period) || !kinds.has(verdict))
    return null;
  const { kind, key } = party;
  if (typeof kind !== "string" || typeof key !== "string" || typeof period.label !== "string") return null;
  const read = Array.isArray(limits) ? limits.map(limitIn) : [null];
  if (!read.every((limit) => limit !== null)) return null;
  return {
    key: verdictKey({ standard, party: { kind, key }, period: { label: period.label } }),
    verdict: verdict as VerdictKind,
    limits: new Map(read),
  };
}

function limitIn(limit: unknown): readonly [string, MetricValue | null] | null {
  if (!isObject(limit)) return null;
  const { requirement, metric, group = null, value } = limit;
  if (typeof requirement !== "number" || typeof metric !== "string") return null;
  if (group !== null && typeof group !== "string") return null;
  const read = value === null ? null : valueIn(value);
  return read === undefined ? null : [limitKey({ requirement, metric, group }), read];
}

const WHOLE = /^-?[0-9]{1,400}$/;

/** Undefined where it is no value. */
function valueIn(value: unknown): MetricValue | undefined {
  if (!isObject(value) || typeof value.text !== "string") return undefined;
  const { numerator = null, denominator = null, text, rounded } = value;
  if (!isWhole(numerator) || !isWhole(denominator) || denominator === "0") return undefined;
  const shown = isObject(rounded) && typeof rounded.text === "string" ? rounded.text : text;
  return { numerator, denominator, text: shown };
}

function isWhole(digits: unknown): digits is string | null {
  return digits === null || (typeof digits === "string" && WHOLE.test(digits));
}
