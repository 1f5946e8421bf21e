/** Several versions of one agreement, judged together, for the reference (§4.8). */
import type { Model } from "../../packages/language/src/check/model.ts";
import { textOrder } from "./conditions.ts";
import type { RawData } from "./parse.ts";
import { judgeByReference, type Resolved } from "./reference.ts";
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
  readonly isRefused: boolean;
}

/** The verdicts of all versions, each of the windows that it judges. */
export function judgeVersionsByReference(
  versions: readonly VersionGiven[],
  options: { readonly asOf: string; readonly tolerateBadRows?: number },
): VersionsResult {
  const all = versions.map(({ model }) => model.agreement);
  const results = versions.map(({ model, resolved, data }) => ({
    version: model.agreement.version,
    result: judgeByReference(model, resolved, data, {
      ...options,
      seasons: seasonsOf(model.agreement.version, all),
    }),
  }));
  const isRefused = results.some(({ result }) => result.isRefused);
  const verdicts = results.flatMap(({ version, result }) =>
    result.verdicts.map((verdict) => ({ version, verdict })),
  );
  return { verdicts: isRefused ? [] : verdicts.sort(inOrder), isRefused };
}

type Given = VersionsResult["verdicts"][number];

/** §7.3.1. */
const inOrder = ({ verdict: a }: Given, { verdict: b }: Given): number =>
  textOrder(a.standard, b.standard) ||
  textOrder(a.party, b.party) ||
  textOrder(a.start, b.start) ||
  textOrder(a.period, b.period);

type Agreement = Model["agreement"];

/** §4.8.3: of the versions whose `effective` holds a day, the one that begins last. */
function seasonsOf(version: string, all: readonly Agreement[]): Seasons {
  const from = ({ effective }: Agreement): number => dayFrom(effective.from);
  const holds = ({ effective }: Agreement, day: number): boolean =>
    day >= dayFrom(effective.from) && (effective.until === null || day <= dayFrom(effective.until));
  const versions = [...all].sort((a, b) => from(a) - from(b));
  const at = (day: number): string | null => versions.findLast((one) => holds(one, day))?.version ?? null;
  const first = versions[0];
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
  };
}
