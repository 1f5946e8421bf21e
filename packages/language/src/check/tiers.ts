/** Tiers: levels, of which a party has the first whose condition is true (SPEC §3.7.37 to §3.7.40). */
import type { Condition, PartyKind, TiersPlan } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { metricsRead, scoresRead, verdictsRead } from "./condition-names.ts";
import { bindOptional } from "./conditions.ts";
import { conditionUses, type Judging, partyOf, type Use } from "./consequence-reads.ts";
import { reportDuplicatePart } from "./rules/duplicate-part.rule.ts";
import { reportLevels } from "./rules/levels.rule.ts";
import { type Declared, hasUnread, sentenceOf, sentencesOf } from "./scope.ts";
import { checkMetricsOver } from "./standard-reads.ts";
import { assessmentOf } from "./windows.ts";

type Level = TiersPlan<Condition>["levels"][number];

/** The plan of tiers; null where something in it was reported. `scorecards` says whose each score is. */
export function tiersPlan(
  judging: Judging,
  declared: Declared<ast.TiersDeclaration>,
  scorecards: ReadonlyMap<string, PartyKind>,
): TiersPlan<Condition> | null {
  const { site, node } = declared;
  const nodes = sentencesOf(node, "Level");
  const levels = nodes.map((level) => levelOf(judging, declared, level)).filter((level) => level !== null);
  const ordered = checkLevels(declared, nodes);
  const assessedNode = sentenceOf(node, "Assessed");
  const assessed = assessedNode === null ? null : assessmentOf(judging.world, site, assessedNode);
  const uses = usesOf(judging, nodes, scorecards);
  const party = partyOf(site, "declaration of tiers", uses);
  const measured = assessed === null || checkMetricsOver(judging.world, site, uses, assessed.span);
  if (levels.length !== nodes.length || !ordered || !measured || assessed === null || party === null) {
    return null;
  }
  if (hasUnread(declared)) return null;
  const conditions = levels.map(({ when }) => when).filter((when) => when !== null);
  const read = (names: (condition: Condition) => readonly string[]): readonly string[] => [
    ...new Set(conditions.flatMap(names)),
  ];
  return {
    name: node.name.text,
    label: node.label?.text ?? null,
    party,
    assessed,
    levels,
    verdicts: read(verdictsRead),
    scores: read(scoresRead),
    metrics: read(metricsRead),
    origin: site.originOf(node),
  };
}

function levelOf(
  { world }: Judging,
  { site }: Declared<ast.TiersDeclaration>,
  node: ast.Level,
): Level | null {
  const reading = { kind: "verdicts", what: "a level", also: ["partner", "score"] } as const;
  const when = bindOptional(world, site, reading, node.when);
  if (when === undefined) return null;
  return { name: node.name.text, label: node.label?.text ?? null, when, origin: site.origin(node.span) };
}

/** Every level has a name of its own, and the last alone is for everybody else. */
function checkLevels(declared: Declared<ast.TiersDeclaration>, nodes: readonly ast.Level[]): boolean {
  const { site } = declared;
  const names = nodes.map(({ name }) => name.text);
  const again = nodes.find(({ name }, index) => names.indexOf(name.text) < index);
  if (again !== undefined) {
    const first = nodes[names.indexOf(again.name.text)]?.name.span ?? again.name.span;
    reportDuplicatePart(site, again.name, "level", first);
    return false;
  }
  if (hasUnread(declared)) return true;
  const early = nodes.slice(0, -1).find(({ when }) => when === null);
  if (early !== undefined) {
    reportLevels(site, early.span, "everybody who is left has this level, so no later one is ever reached");
    return false;
  }
  const last = nodes.at(-1);
  if (last === undefined || last.when === null) return true;
  reportLevels(
    site,
    last.span,
    "the last level has a condition, so some would have no level at all; write `otherwise`",
  );
  return false;
}

function usesOf(
  judging: Judging,
  nodes: readonly ast.Level[],
  scorecards: ReadonlyMap<string, PartyKind>,
): readonly Use[] {
  const uses = nodes.flatMap(({ when }) => (when === null ? [] : conditionUses(judging, when)));
  return uses.map((use) => ({ ...use, party: use.party ?? scorecards.get(use.name.text) ?? null }));
}
