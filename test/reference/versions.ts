/** Several versions of one agreement, judged together, for the reference (§4.8). */
import type { Model } from "../../packages/language/src/check/model.ts";
import { textOrder } from "./conditions.ts";
import { findingsOf } from "./consequences/consequences.ts";
import type { Found } from "./consequences/site.ts";
import type { RawData } from "./parse.ts";
import { type ReferenceResult, type Resolved, resultOf, verdictsByReference } from "./reference.ts";
import type { ReferenceVerdict } from "./standards.ts";
import { dayFrom } from "./time.ts";
import type { Seasons } from "./windows.ts";

/** A version, and its rows. */
export interface VersionGiven {
  readonly model: Model;
  readonly resolved: Resolved;
  readonly data: RawData;
}

export interface VersionsResult {
  /** With the version that gave each. */
  readonly verdicts: readonly { readonly version: string; readonly verdict: ReferenceVerdict }[];
  /** In the order of §7.6.1. */
  readonly findings: readonly Found[];
  readonly isRefused: boolean;
  /** What became of the rows of each version, from the first. */
  readonly runs: readonly Pick<ReferenceResult, "data" | "clocks" | "errors">[];
}

/** The verdicts of all versions, each of the windows that it judges, and what follows from all of them. */
export function judgeVersionsByReference(
  versions: readonly VersionGiven[],
  options: { readonly asOf: string; readonly tolerateBadRows?: number },
): VersionsResult {
  const inTime = [...versions].sort((a, b) => from(a.model.agreement) - from(b.model.agreement));
  const all = inTime.map(({ model }) => model.agreement);
  if (!areOneAgreement(all)) return { verdicts: [], findings: [], isRefused: true, runs: [] };
  const begun = inTime.map(({ model, resolved, data }) =>
    verdictsByReference(model, resolved, data, {
      ...options,
      seasons: seasonsOf(
        model.agreement.version,
        inTime.map((one) => one.model),
      ),
    }),
  );
  const judged = begun.flatMap(({ judged: one, world }) => (one === null ? [] : [{ ...one, world }]));
  const findings = judged.length < begun.length ? [] : findingsOf(judged);
  const runs = begun.map((one) => resultOf(one, []));
  if (runs.some(({ isRefused }) => isRefused)) return { verdicts: [], findings: [], isRefused: true, runs };
  const verdicts = judged.flatMap(({ verdicts: own, world }) =>
    own.map((verdict) => ({ version: world.frame.agreement.version, verdict })),
  );
  return { verdicts: verdicts.sort(inOrder), findings, isRefused: false, runs };
}

/** §4.8.2. */
function areOneAgreement(all: readonly Agreement[]): boolean {
  const kinds = all.map(({ name, timeZone, yearStarts }) => JSON.stringify([name, timeZone, yearStarts]));
  const isOnce = (values: readonly string[]): boolean => new Set(values).size === all.length;
  return (
    new Set(kinds).size === 1 &&
    isOnce(all.map(({ version }) => version)) &&
    isOnce(all.map(({ effective }) => effective.from))
  );
}

type Given = VersionsResult["verdicts"][number];

/** §7.3.1. */
const inOrder = ({ verdict: a }: Given, { verdict: b }: Given): number =>
  textOrder(a.standard, b.standard) ||
  textOrder(a.party, b.party) ||
  textOrder(a.start, b.start) ||
  textOrder(a.period, b.period);

type Agreement = Model["agreement"];

const from = ({ effective }: Agreement): number => dayFrom(effective.from);

/** §4.8.3: of the versions whose `effective` holds a day, the one that begins last; `models` are in that order. */
function seasonsOf(version: string, models: readonly Model[]): Seasons {
  const holds = ({ effective }: Agreement, day: number): boolean =>
    day >= dayFrom(effective.from) && (effective.until === null || day <= dayFrom(effective.until));
  const on = (day: number): Model | null => models.findLast(({ agreement }) => holds(agreement, day)) ?? null;
  const at = (day: number): string | null => on(day)?.agreement.version ?? null;
  const first = models[0]?.agreement;
  return {
    isInForce: (day) => at(day) === version,
    isCovered: (day) => at(day) !== null,
    latestBy(day) {
      for (let back = day; first !== undefined && back >= from(first); back -= 1) {
        const found = at(back);
        if (found !== null) return found;
      }
      return first?.version ?? "";
    },
    moneyOn(day) {
      const model = on(day);
      return model && [...model.credits, ...model.bonuses];
    },
  };
}
