/** Points for each verdict of a standard (SPEC §3.7.22 to §3.7.24). */
import type { Condition, PointsPlan } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { isNotNegative } from "./amounts.ts";
import { checkBands } from "./bands.ts";
import { bindCondition } from "./conditions.ts";
import { type Judging, standardNamed } from "./consequence-reads.ts";
import { eventPlan } from "./events.ts";
import { decimalRatio } from "./exact.ts";
import { reportBandMetric } from "./rules/band-metric.rule.ts";
import { reportLastBand } from "./rules/last-band.rule.ts";
import { checkExact } from "./rules/too-fine.rule.ts";
import { type Declared, hasUnread, sentenceOf, sentencesOf } from "./scope.ts";
import { type CheckedStandard, hasKnownLimits, limitsOf } from "./standards.ts";

type Band = PointsPlan<Condition>["bands"][number];

/** The plan of points; null where something in them was reported. */
export function pointsPlan(
  judging: Judging,
  declared: Declared<ast.PointsDeclaration>,
): PointsPlan<Condition> | null {
  const { site, node } = declared;
  const standard = standardNamed(judging, site, node.on);
  const nodes = sentencesOf(node, "GivesPoints");
  const bands = nodes.map((one) => bandOf(judging, declared, standard, one));
  const fit = checkBands(
    site,
    nodes.map(({ span, when }, index) => ({ span, condition: when === null ? null : bands[index]?.when })),
  );
  const last = nodes.at(-1);
  if (last !== undefined && last.when !== null && !hasUnread(declared)) reportLastBand(site, last.span);
  const event = sentenceOf(node, "Doubled")?.event ?? null;
  const doubled = event === null ? null : (eventPlan(judging, site, standard, event) ?? undefined);
  const sound = bands.filter((band) => band !== null);
  const party = standard?.model?.party ?? null;
  if (party === null || doubled === undefined || sound.length !== bands.length || !fit) return null;
  if (last === undefined || last.when !== null || hasUnread(declared)) return null;
  return {
    name: node.name.text,
    label: node.label?.text ?? null,
    party,
    on: node.on.text,
    bands: sound,
    doubled: doubled === null ? null : { ...doubled, when: null },
    origin: site.originOf(node),
  };
}

function bandOf(
  judging: Judging,
  { site }: Declared<ast.PointsDeclaration>,
  standard: CheckedStandard | null,
  node: ast.GivesPoints,
): Band | null {
  const { points, when } = node;
  const isSound = checkExact(site, points, points.text) && isNotNegative(site, points);
  const condition = when === null ? null : bandCondition(judging, site, standard, when);
  if (!isSound || condition === undefined) return null;
  return { points: decimalRatio(points.text), when: condition, origin: site.origin(node.span) };
}

/** The comparison of a band; undefined where it was reported. Its metric has a limit, and no groups. */
function bandCondition(
  judging: Judging,
  site: Declared["site"],
  standard: CheckedStandard | null,
  { metric, test }: NonNullable<ast.GivesPoints["when"]>,
): Condition | undefined {
  const span = { start: metric.span.start, end: test.span.end };
  const left: ast.Left = { kind: "Left", span: metric.span, form: "field", name: metric };
  const comparison: ast.Comparison = { kind: "Comparison", span, left, test };
  const reading = { kind: "metrics", what: "a band" } as const;
  const condition = bindCondition(judging.world, site, reading, comparison);
  if (condition === null || standard === null) return undefined;
  const limits = limitsOf(standard.node).filter((limit) => limit.metric.text === metric.text);
  const isGrouped = limits.some(({ rows }) => rows.some(({ group }) => group !== null));
  if (limits.length > 0 && !isGrouped) return condition;
  if (isGrouped || hasKnownLimits(judging.world, standard)) {
    reportBandMetric(site, metric, standard.node.name.text, isGrouped ? "grouped" : "unlimited");
  }
  return undefined;
}
