/** Names in credits, bonuses, points, escalations, ratchets, scorecards and tiers. */
import { sentenceOf } from "../../check/scope.ts";
import { limitsOf } from "../../check/standards.ts";
import { verdictKinds } from "../../check/verdict-names.ts";
import { allVerdicts } from "../../check/verdict-words.ts";
import type * as ast from "../../syntax/ast.ts";
import { verdictTerms } from "../../vocabulary/part-terms.ts";
import { type Place, rowsPaidFor } from "../comparisons.ts";
import { type Offer, tiers, wordOffer } from "../item.ts";
import { declared, fields, isOf, listed } from "../names-offered.ts";
import { type Scene, tableCalled } from "../scene.ts";
import { sentencesStanding } from "../standing.ts";
import { listOf, metrics } from "./metric-roles.ts";
import { newName, type Role, type Roles, role } from "./role.ts";

type StartedUnits = Extract<ast.GivesTimes, { readonly kind: "StartedUnits" }>;

/** The six verdicts. */
export const verdicts: Role = () =>
  listed(allVerdicts.map((verdict) => [verdict, verdictTerms[verdict].meaning] as const));

const verdictNames: Role = (scene) => declared(scene, verdictKinds);
const standards: Role = (scene) => declared(scene, ["Standard"]);

/** Money that an amount can be a share of: of rows paid for, of the partner, or of a metric. */
export function bases(scene: Scene): readonly Offer[] {
  const pays = rowsPaidFor(scene);
  return [
    ...(pays === null ? [] : fields(tableCalled(scene, pays), isOf("money"))),
    ...fields(scene.world.partners, isOf("money")),
    ...metrics(scene, ({ type }) => type === null || type.kind === "money"),
  ];
}

/** Verdict names to which the declaration gives no weight yet. */
export function unweighted(scene: Scene): readonly Offer[] {
  const weighted = sentencesStanding(scene).filter((sentence) => sentence.kind === "MissWeight");
  return listOf(
    declared(scene, verdictKinds),
    weighted.map(({ name }) => name),
  );
}

function startedFields(scene: Scene, { dataset }: StartedUnits): readonly Offer[] {
  const isNamed = scene.world.tables.has(dataset.text);
  const tables = isNamed ? [tableCalled(scene, dataset)] : [...scene.world.tables.values()];
  return tables.flatMap((table) => fields(table, isOf("duration")));
}

/** The metrics that the standard of the declaration requires something of. */
function bandMetrics(scene: Scene): readonly Offer[] {
  const on = scene.declaration?.kind === "Points" ? scene.declaration.on : null;
  const standard = on === null ? undefined : scene.world.scope.names.get(on.text)?.node;
  if (standard?.kind !== "Standard") return metrics(scene);
  const names = new Set(limitsOf(standard).map(({ metric }) => metric.text));
  return metrics(scene, ({ name }) => names.has(name));
}

function stepsAbove({ declaration, cursor }: Scene): readonly ast.Step[] {
  const steps = (declaration?.sentences ?? []).filter((sentence) => sentence.kind === "Step");
  return steps.filter(({ span }) => span.end <= cursor.word.start);
}

/** Verdict names are compared with verdicts, steps with `cured`. */
function stepNames(
  scene: Scene,
  { negated, value }: ast.StepCondition,
  { isWritten }: Place,
): readonly Offer[] {
  const curable = stepsAbove(scene).filter(({ cure }) => cure !== null);
  const steps = curable.map(({ name }) =>
    wordOffer(name.text, "name", {
      detail: "step",
      documentation: "A step of this escalation that can be cured.",
      tier: tiers.best,
    }),
  );
  if (isWritten) return negated || value.text === "cured" ? steps : declared(scene, verdictKinds);
  // On a standard of its own, an escalation mostly follows that one's misses.
  const isOn = scene.declaration?.kind === "Escalation" && scene.declaration.on !== null;
  const names = declared(scene, verdictKinds);
  return [...steps, ...(isOn ? names.map((offer) => ({ ...offer, tier: tiers.other })) : names)];
}

function stepValues(scene: Scene, { name }: ast.StepCondition, place: Place): readonly Offer[] {
  const isStep = stepsAbove(scene).some((step) => step.name.text === name.text);
  if (isStep) return listed([["cured", "The step was cured in time."]]);
  return verdicts(scene, { kind: "StepCondition" }, place);
}

export const consequenceRoles: Roles = {
  "Credit.name": newName,
  "Credit.on": standards,
  "Bonus.name": newName,
  "Bonus.on": standards,
  "MissWeight.name": (scene) => unweighted(scene),
  "PercentOf.of": bases,
  "PaysForRows.dataset": (scene) => declared(scene, ["Dataset", "Clock"]),
  "Unless.name": verdictNames,
  "Unless.verdict": verdicts,
  "AdditionalTo.credit": (scene) => declared(scene, ["Credit"]),
  "StartedUnits.field": role(startedFields),
  "StartedUnits.dataset": role<StartedUnits>((scene, { field }) =>
    declared(scene, ["Dataset", "Clock"], ({ node }) => {
      const table = "name" in node && node.name !== null ? scene.world.tables.get(node.name.text) : undefined;
      return table?.fields.get(field.text)?.type?.kind === "duration";
    }),
  ),
  "Points.name": newName,
  "Points.on": standards,
  "GivesPoints.when.metric": bandMetrics,
  "Escalation.name": newName,
  "Escalation.on": standards,
  "Step.name": newName,
  "StepCondition.name": role(stepNames),
  "StepCondition.value": role(stepValues),
  "Ratchet.name": newName,
  "Ratchet.on": (scene) =>
    declared(scene, ["Standard"], ({ node }) => node.kind === "Standard" && canBeRaised(node)),
  "Scorecard.name": newName,
  "Tiers.name": newName,
  "Level.name": newName,
};

/** Whether a standard has one limit, with a stricter side that is always the same. */
function canBeRaised(node: ast.StandardDeclaration): boolean {
  const [limit, ...others] = limitsOf(node);
  if (limit === undefined || others.length > 0) return false;
  const sides = new Set(
    limit.rows.map(({ test, group }) => (test.kind === "Test" && group === null ? sideOf(test) : null)),
  );
  return sides.size === 1 && !sides.has(null);
}

function sideOf({ operator }: ast.Test): "up" | "down" | null {
  if (operator === "atLeast" || operator === "moreThan") return "up";
  return operator === "atMost" || operator === "lessThan" || operator === "fewerThan" ? "down" : null;
}

/** The dataset that an exclusion removes rows of. */
export function removedFrom({ declaration }: Scene): ast.Name | null {
  return declaration?.kind === "Exclusion"
    ? (sentenceOf(declaration, "Removes")?.population.dataset ?? null)
    : null;
}
