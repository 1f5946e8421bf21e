/** Whose duty a standard is, where it applies, and how sure a judgement must be (SPEC §3.6.33 to §3.6.35). */
import type { ConfidencePlan } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import type { StandardModel } from "./model.ts";
import { reportConfidence } from "./rules/confidence.rule.ts";
import { type Declared, resolve, sentenceOf, sentencesOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { chosenVerdicts, verdictOf } from "./verdict-words.ts";
import type { World } from "./world.ts";

/** Who owes what the standard asks; the touchpoints that it covers are bound beside it. */
export function owesOf(node: ast.StandardDeclaration, party: StandardModel["party"]): StandardModel["owes"] {
  return sentenceOf(node, "BindsBrand") === null ? party : "brand";
}

/** Names of the touchpoints that a standard covers; null where one was reported. */
export function coveredNames(
  world: World,
  site: Site,
  node: ast.StandardDeclaration,
): readonly string[] | null {
  const names = sentencesOf(node, "Covers").flatMap((sentence) => sentence.names);
  const known = names.filter((name) => resolve(world.scope, site, name, ["Touchpoint"]) !== null);
  return known.length === names.length ? names.map(({ text }) => text) : null;
}

const LEVELS = [80, 90, 95, 99] as const;
const CONFIDENT: ReadonlySet<string> = new Set(["Share", "Average", "NetScore"]);

/** `judged with`: null without it, undefined where it was reported. */
export function confidenceOf(
  world: World,
  { site, node }: Declared<ast.StandardDeclaration>,
): ConfidencePlan | null | undefined {
  const sentence = sentenceOf(node, "JudgedWith");
  if (sentence === null) return null;
  const percent = LEVELS.find((level) => String(level) === sentence.percent.text);
  if (percent === undefined) {
    const message = `there is no table for ${sentence.percent.text}% confidence; write 80%, 90%, 95% or 99%`;
    reportConfidence(site, sentence.percent.span, message);
  }
  const otherwise = verdictOf(site, sentence.otherwise, chosenVerdicts);
  const limits = sentencesOf(node, "Requires").flatMap((requires) => requires.limits);
  const fit = limits.map((limit) => isConfident(world, site, limit)).every(Boolean);
  if (percent === undefined || otherwise === null || !fit) return undefined;
  return { percent, otherwise, origin: site.origin(sentence.span) };
}

/** Whether an interval is known for a limit; if not, that is reported. */
function isConfident(world: World, site: Site, limit: ast.Limit): boolean {
  const relative = limit.rows.find(({ test }) => test.kind !== "Test");
  if (relative !== undefined) {
    reportConfidence(site, relative.test.span, "a limit against peers is not `judged with` confidence");
    return false;
  }
  const metric = world.metrics.get(limit.metric.text);
  if (metric === undefined || CONFIDENT.has(metric.node.form.kind)) return true;
  const message = `\`${metric.name}\` is no percentage of rows, average or net score, so chance is not measured by it`;
  reportConfidence(site, limit.metric.span, message);
  return false;
}
