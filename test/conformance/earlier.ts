/**
 * An earlier result of the same agreement, which a run is compared with (SPEC §4.1.26).
 *
 * A case says only what is compared: verdicts, and values of limits by requirement, metric and group. It becomes the
 * text of a result, and is read as one from a file is.
 */
import type { Bundle, JudgeResult, VerdictKind } from "@tenet-lang/evaluator/all";
import { readEarlier, restate } from "@tenet-lang/evaluator/restate";
import { rational } from "../reference/rational.ts";
import type { EarlierVerdict } from "../reference/restated.ts";
import type { EarlierCase } from "./case-file.ts";

/** The result with what the earlier one said otherwise. */
export function comparedWith(result: JudgeResult, earlier: EarlierCase | undefined, of: Bundle): JudgeResult {
  if (earlier === undefined) return result;
  const read = readEarlier(JSON.stringify(asResult(earlier, of)));
  if (typeof read === "string") throw new RangeError(`the earlier result of a case is none: ${read}`);
  return restate(result, read);
}

/** The same for the reference. */
export const earlierVerdicts = (earlier: EarlierCase | undefined): readonly EarlierVerdict[] =>
  (earlier?.verdicts ?? []).map(({ limits = [], verdict, ...named }) => ({
    ...named,
    verdict: verdict as VerdictKind,
    limits: limits.map(({ value, group = null, ...limit }) => ({
      ...limit,
      group,
      value: writtenValue(value),
    })),
  }));

function writtenValue(written: string | null): EarlierVerdict["limits"][number]["value"] {
  const [, n, d] = /^(-?\d+)\/(\d+)$/.exec(written ?? "") ?? [];
  if (n !== undefined && d !== undefined) return rational(BigInt(n), BigInt(d));
  return written === "yes" || written === "no" ? written === "yes" : written;
}

function asResult({ verdicts }: EarlierCase, { agreement }: Bundle): object {
  return {
    schema: "tenet.verdicts/1",
    asOf: "2026-01-01T00:00:00Z",
    agreement: { name: agreement.name },
    verdicts: verdicts.map(({ party, period, limits = [], ...verdict }) => ({
      ...verdict,
      party: { kind: party === "brand" ? "brand" : "partner", key: party },
      period: { label: period },
      limits: limits.map(({ value, group = null, ...limit }) => ({ ...limit, group, value: asValue(value) })),
    })),
  };
}

/** `95/100`, a text, or nothing. */
function asValue(written: string | null): object | null {
  if (written === null) return null;
  const [numerator = null, denominator = null] = /^-?\d+\/\d+$/.test(written) ? written.split("/") : [];
  return { numerator, denominator, text: written };
}
