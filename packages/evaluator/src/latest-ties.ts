/** `latest FIELD`: two newest rows of one instant that differ are a data error, where a verdict reads them (SPEC §3.2.15). */
import { reportFatal } from "./columns/read-tally.ts";
import type { StandardJudge } from "./judge/judge-standard.ts";
import type { LatestTie } from "./measure/metric-measure.ts";
import { metricsOf } from "./measure/metrics-of.ts";
import type { Run } from "./measure/run.ts";

/** Reports the ties of a standard's verdicts, each pair of rows once. */
export function reportLatestTies(judging: StandardJudge, run: Run): void {
  const reported = new Set<string>();
  if (!run.bundle.metrics.some(({ form }) => form.kind === "latest")) return;
  for (const party of judging.parties) {
    for (let window = 0; window < judging.occasions.length; window += 1) {
      for (const tie of tiesAt(judging, judging.cellOf(party, window))) {
        const key = `${tie.dataset} ${tie.rows[0].line} ${tie.rows[1].line}`;
        if (!reported.has(key)) report(tie, run);
        reported.add(key);
      }
    }
  }
}

function tiesAt(judging: StandardJudge, cell: number): readonly LatestTie[] {
  const { why, line, limits } = judging.decide(cell);
  if (why === "beyond" || why === "inactive" || why === "scope") return [];
  const whole = metricsOf(judging.standard).map((name) => line.facts(name, null));
  const grouped = limits.flatMap(({ group, facts }) => (group === null ? [] : [facts]));
  // What chooses the window is read in every line's own window.
  const choosing = judging.standard.measured.flatMap(({ metrics }, index) =>
    metrics.flatMap((name) => judging.lines[index]?.facts(name, null) ?? []),
  );
  return [...whole, ...grouped, ...choosing].flatMap((facts) => facts.tie(cell) ?? []);
}

function report({ dataset, field, rows: [first, second] }: LatestTie, run: Run): void {
  const table = run.table(dataset);
  if (table === null) return;
  const message = `rows ${first.line} and ${second.line} share an instant and differ in \`${field}\`, so the latest value cannot be told; say \`dated … then …\``;
  reportFatal(table.tally, {
    code: "TEN4033",
    source: table.plan.source,
    row: first.line,
    column: field,
    value: null,
    message,
  });
}
