/** Names in exclusions, amendments, ramp-ups, attestations, duties, touchpoints, reports and tests. */

import { consequenceKinds } from "../../check/ramp-ups.ts";
import { sentenceOf } from "../../check/scope.ts";
import { reportParts } from "../../check/touchpoints.ts";
import { verdictKinds } from "../../check/verdict-names.ts";
import type * as ast from "../../syntax/ast.ts";
import { leftOf, type Place, rightNames } from "../comparisons.ts";
import { bearsOnRows } from "../expected.ts";
import { type Offer, tiers, wordOffer } from "../item.ts";
import { declared, fields, isOf, listed } from "../names-offered.ts";
import { type Scene, tableCalled } from "../scene.ts";
import { sentencesStanding } from "../standing.ts";
import { removedFrom, verdicts } from "./consequence-roles.ts";
import { countable, likelyFirst, limited, listOf, partnerMoments } from "./metric-roles.ts";
import { newName, type Role, type Roles, role } from "./role.ts";

const consequences = ["Credit", "Bonus", "Points", "Escalation", "Ratchet", "Scorecard", "Tiers"] as const;

/** Words of the writer's own, as they were chosen elsewhere. */
function usedElsewhere(kind: "Stage" | "Channel" | "EvidenceKind"): Role {
  return ({ world }) => {
    const words = world.scope.declarations.flatMap(({ node }) =>
      node.sentences.flatMap((sentence: ast.Node) =>
        sentence.kind === kind ? [(sentence as ast.Node & { readonly word: ast.Name }).word.text] : [],
      ),
    );
    const documentation = "Used elsewhere in this agreement.";
    return [...new Set(words)].map((word) => wordOffer(word, "text", { documentation, tier: tiers.other }));
  };
}

function standardOf({ world, declaration }: Scene): ast.Declaration | null {
  if (declaration?.kind !== "Amendment") return null;
  return world.scope.names.get(declaration.standard.text)?.node ?? null;
}

function recordedFields({ world, declaration }: Scene): readonly Offer[] {
  const recorded = declaration?.kind === "Attestation" ? sentenceOf(declaration, "Recorded") : null;
  const table = recorded === null ? null : (world.tables.get(recorded.population.dataset.text) ?? null);
  return fields(table, isOf("date", "timestamp"));
}

function affectedBy(scene: Scene): readonly Offer[] {
  const dataset = removedFrom(scene);
  return dataset === null ? [] : fields(tableCalled(scene, dataset));
}

/** What a test can expect something of; first what the rows above bear on. */
function subjects(scene: Scene): readonly Offer[] {
  const isLikely = bearsOnRows(scene);
  // Verdicts are what a test is mostly about.
  const inOrder = [verdictKinds, ["Metric"], consequences] as const;
  return likelyFirst(
    inOrder.flatMap((kinds) => declared(scene, kinds)),
    isLikely,
  );
}

/** Steps of an escalation, levels of tiers, verdicts: what is expected by a name. */
function expectedNames(scene: Scene, { subject }: ast.Expect, place: Place): readonly Offer[] {
  const of = scene.world.scope.names.get(subject.text)?.node;
  const none = listed([["none", "Nothing is found."]]);
  switch (of?.kind) {
    case "Escalation":
      return [...namesIn(of.sentences, "Step"), ...none];
    case "Tiers":
      return [...namesIn(of.sentences, "Level"), ...none];
    case "Ratchet":
    case "Credit":
    case "Bonus":
    case "Points":
    case "Scorecard":
      return none.map((offer) => ({ ...offer, tier: tiers.other }));
    case "Metric": {
      const left = leftOf(scene, place);
      return left === null ? [] : rightNames(left);
    }
    case "Standard":
    case "Attestation":
    case "Duty":
      return verdicts(scene, { kind: "Expect" }, place);
    default:
      return [];
  }
}

function namesIn(sentences: readonly ast.Node[], kind: "Step" | "Level"): readonly Offer[] {
  const named = sentences.filter((sentence): sentence is ast.Step | ast.Level => sentence.kind === kind);
  return named.map(({ name, label }) =>
    wordOffer(name.text, "name", {
      detail: kind.toLowerCase(),
      documentation: label?.text ?? null,
      tier: tiers.best,
    }),
  );
}

/** Who the partners are is said first, and once. */
const givenNames: Role = (scene) => {
  const partners = listed([["partners", "Who the partners of this test are, a row each."]], "dataset");
  const datasets = declared(scene, ["Dataset"]);
  const isFirst = !sentencesStanding(scene).some(({ kind }) => kind === "Given");
  return isFirst ? [...partners, ...datasets] : [...datasets, ...partners];
};

export const factRoles: Roles = {
  "Exclusion.name": newName,
  "Affected.by": affectedBy,
  "Amendment.name": newName,
  "Amendment.standard": (scene) => declared(scene, ["Standard"]),
  "ChangesLimit.metric": (scene) => limited(scene, standardOf(scene)),
  "RampUp.name": newName,
  "Lasts.since": partnerMoments,
  "UntilRows.of": countable,
  "UntilRows.since": partnerMoments,
  "Suspends.names": role<ast.Node & { readonly names: readonly ast.Name[] }>((scene, { names }) =>
    listOf(
      [
        ...declared(scene, consequences),
        ...listed(
          Object.keys(consequenceKinds).map(
            (word) => [word, `All of the agreement's declarations of ${word}.`] as const,
          ),
        ),
      ],
      names,
    ),
  ),
  "Attestation.name": newName,
  "EvidenceKind.word": usedElsewhere("EvidenceKind"),
  "ValidUntil.field": recordedFields,
  "DueOf.field": partnerMoments,
  "Duty.name": newName,
  "IfMissed.standard": (scene) => declared(scene, ["Standard"]),
  "IfMissed.verdict": () => listed([["missed", "The standard counts as missed."]]),
  "Touchpoint.name": newName,
  "Stage.word": usedElsewhere("Stage"),
  "Channel.word": usedElsewhere("Channel"),
  "Report.name": newName,
  "Shows.names": role<ast.Node & { readonly names: readonly ast.Name[] }>((_, { names }) =>
    listOf(listed(reportParts.map((part) => [part, `The report shows the ${part}.`] as const)), names),
  ),
  "Test.name": newName,
  "Given.dataset": givenNames,
  "Expect.subject": subjects,
  "Expect.value": role(expectedNames),
  "Expect.because": role<ast.Expect>((scene, { subject }) =>
    limited(scene, scene.world.scope.names.get(subject.text)?.node),
  ),
};
