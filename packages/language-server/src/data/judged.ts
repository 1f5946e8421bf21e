/** An agreement judged on the data files that it names. */
import { formatInstant, type JudgeResult, judge, parseDay, zoneClock } from "@tenet-lang/evaluator/all";
import type { Analysed } from "../analysis/analysis.ts";
import type { WorkspaceContext } from "../analysis/phase.ts";
import { opened, readSources } from "./sources.ts";

/** What came of it. */
export type Judged =
  | { readonly kind: "judged"; readonly result: JudgeResult; readonly absent: readonly string[] }
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
  const day = parseDay(asOf);
  const instant = day === null ? asOf : formatInstant(zoneClock(bundle.zone).startOfDay(day));
  return { kind: "judged", result: await judge(bundle, opened(read), { asOf: instant }), absent };
}
