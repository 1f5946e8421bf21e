/** Exclusions: rows that are left out, when, and on what evidence (SPEC §3.8). */
import type { ExclusionPlan } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { wholeNumber } from "./exact.ts";
import { bindPopulation } from "./metric-forms.ts";
import { reportAffected } from "./rules/affected.rule.ts";
import { reportMissingSentence } from "./rules/missing-sentence.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import { type Declared, hasUnread, sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { fieldOf, type Table } from "./tables.ts";
import type { World } from "./world.ts";

/** The plan of an exclusion; null where something in it was reported. */
export function exclusionPlan(
  world: World,
  { site, node }: Declared<ast.ExclusionDeclaration>,
): ExclusionPlan | null {
  const removes = sentenceOf(node, "Removes");
  const bound = removes === null ? null : bindPopulation(world, site, removes.population);
  const affectedNode = sentenceOf(node, "Affected");
  const affected = affectedNode === null ? null : affectedOf(site, bound?.table ?? null, affectedNode);
  const evidence = sentenceOf(node, "Evidence");
  const recordedNode = sentenceOf(node, "Recorded");
  const recorded = recordedNode === null ? null : bindPopulation(world, site, recordedNode.population).plan;
  const isUnrecorded = evidence !== null && recordedNode === null;
  if (isUnrecorded && !hasUnread({ site, node })) reportMissingSentence(site, node, "Recorded");
  if (bound === null || bound.plan === null || affected === undefined || isUnrecorded) return null;
  if (recordedNode !== null && recorded === null) return null;
  return {
    name: node.name.text,
    label: node.label?.text ?? null,
    removes: bound.plan,
    affected,
    evidence: evidence?.text.text ?? null,
    recorded,
    because: sentenceOf(node, "Because")?.text.text ?? null,
    origin: site.originOf(node),
  };
}

/** How many partners must be affected; undefined where it was reported or the table is not known. */
function affectedOf(
  site: Site,
  table: Table | null,
  node: Extract<ast.ExclusionSentence, { readonly kind: "Affected" }>,
): ExclusionPlan["affected"] | undefined {
  const partners = wholeNumber(node.partners.text, 1);
  if (partners === null) reportWholeNumber(site, node.partners, 1);
  if (table === null) return undefined;
  if (!table.hasPartner && !table.unread) {
    reportAffected(site, node.span, table.name);
    return undefined;
  }
  const field = node.by === null ? null : fieldOf(site, table, node.by);
  if (partners === null || (node.by !== null && field === null)) return undefined;
  return { partners, by: field?.name ?? null };
}
