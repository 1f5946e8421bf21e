/**
 * Ties that matter (SPEC §3.2.15): where a verdict asks which of some rows is newer, nothing tells, and it would make
 * a difference, no verdict can be given. Measuring keeps all ties; here they are asked for where something is judged.
 */
import { reportFatal } from "../columns/read-tally.ts";
import type { Decision, StandardJudge } from "../judge/decision.ts";
import type { CutTie } from "../measure/cut-ties.ts";
import type { LatestTie, Tie } from "../measure/metric-facts.ts";
import { metricsOf } from "../measure/metrics-of.ts";
import type { Run } from "../measure/run.ts";
import type { Group, LineMeasure } from "../measure/standard-measure.ts";
import { differentAcross } from "./cuts.ts";
import { fieldsOfMetric, fieldsRead } from "./fields-read.ts";

/** Reports the ties of a metric that something else than a standard reads, each pair of rows once. */
export function reportMetricTies(metric: string, ties: readonly Tie[], run: Run): void {
  const fields = fieldsOfMetric(metric, run.bundle);
  const found = ties.flatMap((tie) => errorOf(tie, fields) ?? []);
  const byRows = new Map(found.map((error) => [`${error.dataset} ${error.lines.join(" ")}`, error]));
  for (const error of byRows.values()) report(error, run);
}

/** Reports the ties of a standard's verdicts, each pair of rows once. */
export function reportTies(judging: StandardJudge, run: Run): void {
  const { bundle } = run;
  const asksForNewer =
    bundle.metrics.some(({ form, countsAtMost }) => form.kind === "latest" || countsAtMost !== null) ||
    judging.standard.measured.some(({ window }) => window.kind === "latest");
  if (!asksForNewer) return;
  const fields = fieldsRead(judging.standard, bundle);
  const reported = new Set<string>();
  for (const party of judging.parties) {
    for (const cell of judging.cellsOf(party)) {
      for (const tie of tiesAt(judging, cell)) {
        const found = errorOf(tie, fields);
        if (found === null) continue;
        const key = `${found.dataset} ${found.lines.join(" ")}`;
        if (!reported.has(key)) report(found, run);
        reported.add(key);
      }
    }
  }
}

/** The ties that a cell's verdict meets: in its window, in each group, and in what chose the window. */
function tiesAt(judging: StandardJudge, cell: number): readonly Tie[] {
  const decision = judging.decide(cell);
  if (decision.why === "beyond" || decision.why === "inactive" || decision.why === "scope") return [];
  const { line } = decision;
  const { measured } = judging.standard;
  const asked = judging.lines.slice(0, judging.lines.indexOf(line) + 1);
  const choosing = asked.flatMap((one, index) => [
    ...one.cuts(cell),
    ...(measured[index]?.metrics ?? []).flatMap((name) => one.facts(name, null).ties(cell)),
  ]);
  const whole = metricsOf(judging.standard).flatMap((name) => line.facts(name, null).ties(cell));
  return [...choosing, ...whole, ...tiesOfGroups(judging, decision)];
}

/** In a group that is judged the limit and its tolerance are read, in every group the count that `needs` asks for. */
function tiesOfGroups(judging: StandardJudge, { cell, line, limits }: Decision): readonly Tie[] {
  const { requires, needs } = judging.standard;
  const ofLimits = limits.flatMap(({ plan, group, facts }) =>
    group === null ? [] : [...facts.ties(cell), ...toleranceTies(plan.tolerates?.metric, group, line, cell)],
  );
  if (needs?.counts.kind !== "metric") return ofLimits;
  const { name } = needs.counts;
  const ofNeeds = requires
    .flatMap(({ alternatives }) => alternatives)
    .flatMap(({ metric, group: field }) =>
      field === null
        ? []
        : line
            .groupsAt(metric, field, cell)
            .flatMap((value) => line.facts(name, { field, value }).ties(cell)),
    );
  return [...ofLimits, ...ofNeeds];
}

const toleranceTies = (
  metric: string | undefined,
  group: Group,
  line: LineMeasure,
  cell: number,
): readonly Tie[] => (metric === undefined ? [] : line.facts(metric, group).ties(cell));

interface TieError {
  readonly dataset: string;
  readonly field: string | null;
  readonly lines: readonly [number, number];
  readonly message: string;
}

function errorOf(tie: Tie, fields: (dataset: string) => ReadonlySet<string>): TieError | null {
  return "field" in tie ? latestError(tie) : cutError(tie, fields(tie.table.plan.name));
}

function latestError({ dataset, field, rows: [first, second] }: LatestTie): TieError {
  const lines = [first.line, second.line] as const;
  const message = `rows ${lines.join(" and ")} share an instant and differ in \`${field}\`, so the latest value cannot be told; say \`dated … then …\``;
  return { dataset, field, lines, message };
}

function cutError(tie: CutTie, fields: ReadonlySet<string>): TieError | null {
  const found = differentAcross(tie, fields);
  if (found === null) return null;
  const { plan, lineOf } = tie.table;
  const [first = 0, second = 0] = found.map((row) => lineOf(row)).sort((a, b) => a - b);
  const message = `rows ${first} and ${second} share an instant, and which of them is newer decides a value; say \`dated … then …\``;
  return { dataset: plan.name, field: null, lines: [first, second], message };
}

function report({ dataset, field, lines, message }: TieError, run: Run): void {
  const table = run.table(dataset);
  if (table === null) return;
  const [row] = lines;
  reportFatal(table.tally, {
    code: "TEN4033",
    source: table.plan.source,
    row,
    column: field,
    value: null,
    message,
  });
}
