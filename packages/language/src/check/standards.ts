/**
 * Standards: what must hold, for whom, over which stretch of rows (SPEC §3.6).
 *
 * Each sentence is bound by itself; what concerns the standard as a whole (one party, one dataset for a latest
 * window, whole spans for means of periods) is judged in `standard-reads.ts`, once all of it is known.
 */
import type { Condition } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { confidenceOf, coveredNames, owesOf } from "./commitment.ts";
import { bindCondition } from "./conditions.ts";
import { wholeNumber } from "./exact.ts";
import { checkGroup, limitOf, type Term } from "./limits.ts";
import type { LimitModel, RequirementModel, StandardModel } from "./model.ts";
import { needsOf } from "./needs.ts";
import { reportTolerance } from "./rules/tolerance.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import { type Declared, declarationsOf, hasUnread, resolve, sentenceOf, sentencesOf } from "./scope.ts";
import { type Site, wordsOf } from "./site.ts";
import { checkReads } from "./standard-reads.ts";
import { chosenVerdicts, verdictOf } from "./verdict-words.ts";
import { measuringOf } from "./windows.ts";
import { metricNamed, type World } from "./world.ts";

/** A standard as far as it could be made; `model` is null where something in it was reported. */
export interface CheckedStandard {
  readonly site: Site;
  readonly node: ast.StandardDeclaration;
  readonly model: StandardModel | null;
}

/** All standards of the scope, by name; of two with one name, which is reported, both are checked and one is meant. */
export function standardsOf(world: World, term: Term | null): ReadonlyMap<string, CheckedStandard> {
  const standards = new Map<string, CheckedStandard>();
  for (const declared of declarationsOf(world.scope, "Standard")) {
    const { text } = declared.node.name;
    const checked = { ...declared, model: standardOf(world, declared, term) };
    if (!standards.has(text)) standards.set(text, checked);
  }
  return standards;
}

/** Every limit of a standard, as written. */
export function limitsOf(node: ast.StandardDeclaration): readonly ast.Limit[] {
  return sentencesOf(node, "Requires").flatMap((requires) => requires.limits);
}

/** Whether it is known what a standard limits: none of its sentences is unread, and none names an unknown metric. */
export function hasKnownLimits(world: World, standard: Declared<ast.StandardDeclaration>): boolean {
  if (hasUnread(standard)) return false;
  return limitsOf(standard.node).every((limit) => world.metrics.has(limit.metric.text));
}

type SentenceOf<K extends ast.StandardSentence["kind"]> = Extract<ast.StandardSentence, { readonly kind: K }>;

function standardOf(
  world: World,
  declared: Declared<ast.StandardDeclaration>,
  term: Term | null,
): StandardModel | null {
  const { site, node } = declared;
  const requirements = sentencesOf(node, "Requires").map((one) => requirementOf(world, declared, one, term));
  const requires = withTolerances(world, declared, requirements);
  const scope = scopeOf(world, site, sentencesOf(node, "AppliesTo"));
  const gates = gatesOf(world, site, sentencesOf(node, "AppliesWhen"));
  const warnings = warningsOf(world, site, sentencesOf(node, "WarnsWhen"));
  const measuring = measuringOf(world, declared);
  const needsNode = sentenceOf(node, "Needs");
  const needs = needsNode === null ? undefined : needsOf(world, declared, needsNode);
  const excluding = excludedNames(world, site, sentencesOf(node, "Excluding"));
  const missing = sentenceOf(node, "MissingData");
  const missingData = missing === null ? null : verdictOf(site, missing.verdict, chosenVerdicts);
  const covers = coveredNames(world, site, node);
  const confidence = confidenceOf(world, declared);
  const party = checkReads(world, declared, measuring, requires?.flatMap((one) => one.alternatives) ?? []);
  if (requires === null || scope === null || gates === null || warnings === null || excluding === null)
    return null;
  if (!measuring.sound || needs === undefined || (missing !== null && missingData === null)) return null;
  if (party === null || covers === null || confidence === undefined) return null;
  if (node.label === null || hasUnread(declared)) return null;
  return {
    name: node.name.text,
    label: node.label.text,
    party,
    owes: owesOf(node, party),
    covers,
    scope,
    gates,
    requires,
    warnings,
    measured: measuring.measured,
    assessed: measuring.assessed,
    needs,
    excluding,
    missingData,
    confidence,
    because: sentenceOf(node, "Because")?.text.text ?? null,
    origin: site.originOf(node),
  };
}

function requirementOf(
  world: World,
  declared: Declared<ast.StandardDeclaration>,
  node: ast.Requires,
  term: Term | null,
): RequirementModel | null {
  const limits = node.limits.map((limit) => limitOf(world, declared, node, limit, term));
  const alternatives = limits.filter((limit) => limit !== null);
  return alternatives.length === limits.length
    ? { alternatives, origin: declared.site.origin(node.span) }
    : null;
}

/** The requirements with each `tolerates` put on the limits that it names; null where something was reported. */
function withTolerances(
  world: World,
  declared: Declared<ast.StandardDeclaration>,
  requirements: readonly (RequirementModel | null)[],
): readonly RequirementModel[] | null {
  const tolerances = new Map<string, NonNullable<LimitModel["tolerates"]>>();
  let sound = requirements.every((requirement) => requirement !== null);
  for (const sentence of sentencesOf(declared.node, "Tolerates")) {
    const tolerance = toleranceOf(world, declared, sentence);
    if (tolerance === null) sound = false;
    else if (tolerances.has(sentence.limit.text)) {
      reportTolerance(
        declared.site,
        sentence.limit.span,
        `\`${sentence.limit.text}\` already has a tolerance`,
      );
    } else tolerances.set(sentence.limit.text, tolerance);
  }
  if (!sound) return null;
  return requirements
    .filter((requirement) => requirement !== null)
    .map((requirement) => ({
      ...requirement,
      alternatives: requirement.alternatives.map((limit) => ({
        ...limit,
        tolerates: tolerances.get(limit.metric) ?? null,
      })),
    }));
}

function toleranceOf(
  world: World,
  standard: Declared<ast.StandardDeclaration>,
  node: SentenceOf<"Tolerates">,
): NonNullable<LimitModel["tolerates"]> | null {
  const { site } = standard;
  const metric = metricNamed(world, site, node.metric);
  const fewerThan = wholeNumber(node.fewerThan.text, 1);
  if (fewerThan === null) reportWholeNumber(site, node.fewerThan, 1);
  const limits = limitsOf(standard.node).filter((limit) => limit.metric.text === node.limit.text);
  if (limits.length === 0 && hasKnownLimits(world, standard)) {
    reportTolerance(site, node.limit.span, `\`${node.limit.text}\` has no limit in this standard`);
  }
  if (metric === null || metric.type === null || fewerThan === null || limits.length === 0) return null;
  if (metric.type.kind !== "number" || metric.type.counting !== "count") {
    reportTolerance(site, node.metric.span, `\`${metric.name}\` is not a \`number of\` metric`);
    return null;
  }
  const read = [...(world.metrics.get(node.limit.text)?.datasets ?? []), ...metric.datasets];
  const groups = limits.map((limit) => limit.rows[0]?.group ?? null).filter((group) => group !== null);
  const grouped = groups.every((group) => checkGroup(world, site, group, read, metric.name));
  return grouped ? { metric: metric.name, fewerThan, origin: site.origin(node.span) } : null;
}

function scopeOf(
  world: World,
  site: Site,
  nodes: readonly SentenceOf<"AppliesTo">[],
): readonly Condition[] | null {
  const asked = nodes.map((node) => node.where).filter((where) => where !== null);
  const bound = asked.map((where) => bindCondition(world, site, { kind: "partner" }, where));
  return allBound(bound);
}

function gatesOf(
  world: World,
  site: Site,
  nodes: readonly SentenceOf<"AppliesWhen">[],
): readonly Condition[] | null {
  const reading = { kind: "metrics", what: "`applies when`" } as const;
  return allBound(nodes.map((node) => bindCondition(world, site, reading, node.condition)));
}

function warningsOf(
  world: World,
  site: Site,
  nodes: readonly SentenceOf<"WarnsWhen">[],
): StandardModel["warnings"] | null {
  const reading = { kind: "metrics", what: "`warns when`" } as const;
  return allBound(
    nodes.map((node) => {
      const condition = bindCondition(world, site, reading, node.condition);
      const text = wordsOf(site.file, node.condition.span);
      return condition === null ? null : { condition, text, origin: site.origin(node.span) };
    }),
  );
}

function excludedNames(
  world: World,
  site: Site,
  nodes: readonly SentenceOf<"Excluding">[],
): readonly string[] | null {
  const names = nodes.flatMap((node) => node.names);
  return allBound(
    names.map((name) => resolve(world.scope, site, name, ["Exclusion"])?.node.name.text ?? null),
  );
}

function allBound<T>(parts: readonly (T | null)[]): readonly T[] | null {
  const bound = parts.filter((part): part is T => part !== null);
  return bound.length === parts.length ? bound : null;
}
