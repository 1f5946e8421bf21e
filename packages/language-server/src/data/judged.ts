/** An agreement judged on the data files that it names. */
import {
  formatDay,
  formatInstant,
  type JudgeResult,
  judge,
  parseDay,
  parseInstant,
  zoneClock,
} from "@tenet-lang/evaluator/all";
import type { Analysed } from "../analysis/analysed.ts";
import type { WorkspaceContext } from "../analysis/phase.ts";
import { opened, readSources } from "./sources.ts";

/** What came of it. */
export type Judged =
  | {
      readonly kind: "judged";
      readonly result: JudgeResult;
      /** The civil date of `as of`, in the agreement's own zone. */
      readonly day: string;
      readonly absent: readonly string[];
    }
  /** There is a mistake in the text, so there is nothing to judge by. */
  | { readonly kind: "unready" };

/** Judges. `asOf` is an instant, or a date, which begins in the agreement's own zone. */
export async function judgedData(
  { analysis, host }: Pick<WorkspaceContext, "analysis" | "host">,
  analysed: Analysed,
  asOf: string,
): Promise<Judged> {
  const { bundle } = await analysis.compiled(analysed);
  if (bundle === null) return { kind: "unready" };
  const { read, absent } = await readSources(host, analysed, bundle);
  const clock = zoneClock(bundle.zone);
  const day = parseDay(asOf);
  const instant = day === null ? parseInstant(asOf) : clock.startOfDay(day);
  if (instant === null) throw new Error(`${asOf} is no instant`);
  const result = await judge(bundle, opened(read), { asOf: formatInstant(instant) });
  return { kind: "judged", result, day: formatDay(clock.dayOf(instant)), absent };
}
