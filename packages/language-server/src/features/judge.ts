/** Judges an agreement on its data, for the scorecard. */
import type { LimitResult, Verdict } from "@tenet-lang/evaluator";
import type { ModelContext } from "../analysis/phase.ts";
import { judgedData } from "../data/judged.ts";
import { locationOf } from "../data/origins.ts";
import type { JudgedStandard, JudgedVerdict, JudgeParams, Scorecard } from "../protocol/requests-judge.ts";
import { feature } from "./feature.ts";

export const judgeData = feature<"model", JudgeParams, Scorecard | null>({
  method: "tenet/judge",
  needs: "model",
  capabilities: {},
  answer: async (context, { asOf }) => {
    const { analysed } = context;
    if (!context.isTrusted) return nothing(context, asOf, ["data is read only in folders that you trust"]);
    const judged = await judgedData(context, analysed, asOf);
    if (judged.kind === "unready") return await unready(context, asOf);
    const { agreement, verdicts, problems, asOf: instant } = judged.result;
    const missing = judged.absent.map((name) => `${name} is not there, or may not be read`);
    return {
      title: agreement.label,
      version: agreement.version,
      asOf: instant,
      day: judged.day,
      obstacles: problems.length === 0 ? [] : [...problems.map(({ message }) => message), ...missing],
      standards: standardsIn(verdicts),
      parties: [...new Set(verdicts.map(({ party }) => party.key))],
      verdicts: verdicts.map((verdict) => judgedVerdict(context, verdict)),
    };
  },
});

async function unready({ analysed, analysis }: ModelContext, asOf: string): Promise<Scorecard> {
  const { diagnostics } = analysed;
  const compiled = await analysis.compiled(analysed);
  const errors = [...diagnostics, ...compiled.diagnostics].filter(({ severity }) => severity === "error");
  const first = errors[0]?.message ?? "the file is no agreement";
  const more = errors.length > 1 ? [`and ${errors.length - 1} more: see Problems`] : [];
  return nothing({ analysed }, asOf, [first, ...more]);
}

function nothing(
  { analysed }: Pick<ModelContext, "analysed">,
  asOf: string,
  obstacles: readonly string[],
): Scorecard {
  const title = analysed.root.place.path;
  return {
    title,
    version: "",
    asOf,
    day: asOf.slice(0, 10),
    obstacles,
    standards: [],
    parties: [],
    verdicts: [],
  };
}

function standardsIn(verdicts: readonly Verdict[]): readonly JudgedStandard[] {
  const labels = new Map(verdicts.map(({ standard, label }) => [standard, label]));
  return [...labels].map(([name, label]) => ({ name, label }));
}

function judgedVerdict({ analysed, uriOf }: ModelContext, verdict: Verdict): JudgedVerdict {
  const { standard, party, period, flags, reasons, provisional, distance, origin } = verdict;
  const deciding = decidingLimit(verdict);
  return {
    standard,
    party: party.key,
    period: period.label,
    firstDay: period.firstDay,
    lastDay: period.lastDay,
    verdict: verdict.verdict,
    soFar: provisional,
    hasWarning: flags.includes("warning"),
    value: deciding?.value?.rounded?.text ?? deciding?.value?.text ?? null,
    limit: deciding === undefined ? null : `${deciding.metric} ${deciding.comparison} ${deciding.limit}`,
    distance: distance?.text ?? null,
    reasons,
    location: locationOf(analysed, deciding?.origin ?? origin, uriOf),
  };
}

/** The limit that a verdict turned on: a missed one, else the one that came nearest to it. */
function decidingLimit({ limits, distance }: Verdict): LimitResult | undefined {
  const missed = limits.find(({ met }) => met === false);
  const nearest = limits.find(({ metric, group }) => metric === distance?.metric && group === distance.group);
  return missed ?? nearest ?? limits.find(({ value }) => value !== null) ?? limits[0];
}
