/** Scorecards: metrics scaled to one another, weighted and added up (SPEC §3.7.35, §3.7.36). */
import type { Ratio, ScorecardPlan } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { metricUse, partyOf } from "./consequence-reads.ts";
import { addRatios, compareRatios, decimalRatio, percentRatio } from "./exact.ts";
import { bindLiteral } from "./literals.ts";
import { reportScoreScale } from "./rules/score-scale.rule.ts";
import { reportScoreWeights } from "./rules/score-weights.rule.ts";
import { reportScoreWindow } from "./rules/score-window.rule.ts";
import { checkExact } from "./rules/too-fine.rule.ts";
import { type Declared, hasUnread, sentenceOf, sentencesOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { checkPeriodMeans } from "./standard-reads.ts";
import { isAddable, typeWords } from "./types.ts";
import { type Measuring, measuringOf } from "./windows.ts";
import { type Metric, metricNamed, type World } from "./world.ts";

type Weight = ScorecardPlan["weights"][number];

/** The plan of a scorecard; null where something in it was reported. */
export function scorecardPlan(
  world: World,
  declared: Declared<ast.ScorecardDeclaration>,
): ScorecardPlan | null {
  const { site, node } = declared;
  const nodes = sentencesOf(node, "ScoreWeight");
  const made = nodes.map((one) => weightOf(world, site, one));
  const weights = made.filter((one) => one !== null);
  const whole = weights.length === made.length && checkWeights(declared, nodes, weights);
  const measuring = measuringOf(world, declared);
  const window = windowOf(declared, measuring);
  const read = nodes.flatMap(({ metric: name }) => {
    const metric = world.metrics.get(name.text);
    return metric === undefined ? [] : [{ name, metric }];
  });
  const means = checkPeriodMeans(
    world,
    site,
    read,
    measuring.measured.map(({ window }) => window),
  );
  const party = partyOf(
    site,
    "scorecard",
    read.map(({ name, metric }) => metricUse(world, name, metric)),
  );
  if (!whole || window === null || !means || party === null || hasUnread(declared)) return null;
  return {
    name: node.name.text,
    label: node.label?.text ?? null,
    party,
    weights,
    ...window,
    origin: site.originOf(node),
  };
}

function weightOf(world: World, site: Site, node: ast.ScoreWeight): Weight | null {
  const metric = metricNamed(world, site, node.metric);
  const exact = checkExact(site, node.percent, node.percent.text);
  const percent = exact ? percentRatio(node.percent.text) : null;
  if (percent !== null && compareRatios(percent, decimalRatio("0")) <= 0) {
    reportScoreWeights(site, node.percent.span, "a weight is more than 0%");
    return null;
  }
  const scale = metric === null ? null : scaleOf(world, site, metric, node);
  if (metric === null || percent === null || scale === null) return null;
  return { metric: metric.name, percent, ...scale, origin: site.origin(node.span) };
}

/** The values that stand for 0 and for 100. */
function scaleOf(
  world: World,
  site: Site,
  metric: Metric,
  node: ast.ScoreWeight,
): Pick<Weight, "from" | "to"> | null {
  const { type } = metric;
  if (type === null) return null;
  if (type.kind !== "percent" && !isAddable(type)) {
    reportScoreScale(
      site,
      node.metric.span,
      `\`${metric.name}\` is ${typeWords(type)}, and only numbers are scaled`,
    );
    return null;
  }
  const left = { words: metric.name, span: node.metric.span, type, civil: false, row: null };
  const [from, to] = [node.from, node.to].map((value) => bindLiteral(world, site, left, value));
  if (from?.kind !== "number" || to?.kind !== "number") return null;
  if (compareRatios(from.value, to.value) === 0) {
    reportScoreScale(site, node.to.span, "a scale runs from one value to another, and these two are equal");
    return null;
  }
  return { from: from.value, to: to.value };
}

/** All weights together are 100%, and each is of a metric of its own. */
function checkWeights(
  declared: Declared<ast.ScorecardDeclaration>,
  nodes: readonly ast.ScoreWeight[],
  weights: readonly Weight[],
): boolean {
  const { site, node } = declared;
  const names = nodes.map(({ metric }) => metric.text);
  const again = nodes.find(({ metric }, index) => names.indexOf(metric.text) < index);
  if (again !== undefined) {
    reportScoreWeights(
      site,
      again.metric.span,
      `\`${again.metric.text}\` is weighted twice; write one weight for it`,
    );
    return false;
  }
  const sum = addRatios(weights.map(({ percent }) => percent));
  const isWhole = compareRatios(sum, decimalRatio("1")) === 0;
  if (!isWhole && weights.length > 0 && !hasUnread(declared)) {
    const message = `the weights add up to ${percentText(sum)}, and must make 100%`;
    reportScoreWeights(site, nodes.at(-1)?.percent.span ?? node.name.span, message);
  }
  return isWhole;
}

/** A sum of percentages as one would write it; sums of decimals are decimals. */
function percentText({ numerator, denominator }: Ratio): string {
  const hundredfold = BigInt(numerator) * 100n;
  const per = BigInt(denominator);
  const digits = String(((hundredfold % per) * 10n ** 18n) / per)
    .padStart(18, "0")
    .replace(/0+$/, "");
  return `${hundredfold / per}${digits === "" ? "" : `.${digits}`}%`;
}

/** The window of the scores; null where it was reported. Whether there is one at all is checked with all sentences. */
function windowOf(
  { site, node }: Declared<ast.ScorecardDeclaration>,
  { measured, assessed, sound }: Measuring,
): Pick<ScorecardPlan, "window" | "assessed"> | null {
  const sentence = sentenceOf(node, "Measured");
  const window = measured[0]?.window;
  if (sentence === null || window === undefined || !sound) return null;
  if (window.kind === "calendar" || window.kind === "rolling") return { window, assessed };
  const message =
    window.kind === "latest"
      ? "a score has no latest rows: its metrics may count rows of different datasets"
      : "a score is not measured over partner years; write a span of the calendar";
  reportScoreWindow(site, sentence.window.span, message);
  return null;
}
