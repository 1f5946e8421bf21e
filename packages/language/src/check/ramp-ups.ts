/** Ramp-ups: a time in which a partner is new (SPEC §3.8.13 to §3.8.19). */
import type { Condition, RampUpPlan } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { bindOptional } from "./conditions.ts";
import { civilLength, partnerMoment } from "./deadlines.ts";
import { wholeNumber } from "./exact.ts";
import { isDated, isValidity } from "./row-dates.ts";
import { reportDatedNeeded } from "./rules/dated-needed.rule.ts";
import { reportMissingSentence } from "./rules/missing-sentence.rule.ts";
import { reportPartnersNotDeclared } from "./rules/partners-not-declared.rule.ts";
import { reportRampUp } from "./rules/ramp-up.rule.ts";
import { reportRecords } from "./rules/records.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import { type Declared, declarationsOf, hasUnread, resolve, type Scope, sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { rowsNamed } from "./windows.ts";
import type { World } from "./world.ts";

type SentenceOf<K extends ast.RampUpSentence["kind"]> = Extract<ast.RampUpSentence, { readonly kind: K }>;

/** The plan of a ramp-up; null where something in it was reported. */
export function rampUpPlan(
  world: World,
  declared: Declared<ast.RampUpDeclaration>,
): RampUpPlan<Condition> | null {
  const { site, node } = declared;
  const arePartners = checkPartners(world, declared);
  const scope = bindOptional(world, site, { kind: "partner" }, node.where);
  const ended = endOf(world, declared);
  const suspends = suspendedBy(world.scope, site, node);
  if (scope === undefined || ended === null || suspends === undefined) return null;
  if (!arePartners || hasUnread(declared)) return null;
  return {
    name: node.name.text,
    label: node.label?.text ?? null,
    scope,
    ...ended,
    suspends,
    origin: site.originOf(node),
  };
}

function checkPartners(world: World, { site, node }: Declared<ast.RampUpDeclaration>): boolean {
  if (world.partners === null && !world.partnersUnread) reportPartnersNotDeclared(site, node.name.span);
  return world.partners !== null;
}

type Ended = Pick<RampUpPlan<Condition>, "since" | "runs">;

/** From when until when it runs: by a length of time, or by a number of rows. */
function endOf(world: World, declared: Declared<ast.RampUpDeclaration>): Ended | null {
  const { site, node } = declared;
  const lasts = sentenceOf(node, "Lasts");
  const until = sentenceOf(node, "UntilRows");
  if (lasts !== null && until !== null) {
    reportRampUp(site, (lasts.span.start < until.span.start ? until : lasts).span);
    return null;
  }
  if (lasts === null && until === null) {
    if (!hasUnread(declared)) reportMissingSentence(site, node, "Lasts");
    return null;
  }
  return lasts === null ? untilRows(world, site, until) : lasting(world, site, lasts);
}

function lasting(world: World, site: Site, node: SentenceOf<"Lasts">): Ended | null {
  const length = civilLength(site, node.length);
  const since = world.partners === null ? null : partnerMoment(world, site, node.since);
  return length === null || since === null ? null : { since: since.name, runs: { kind: "lasts", length } };
}

function untilRows(world: World, site: Site, node: SentenceOf<"UntilRows"> | null): Ended | null {
  if (node === null) return null;
  const rows = wholeNumber(node.count.text, 1);
  if (rows === null) reportWholeNumber(site, node.count, 1);
  const since = world.partners === null ? null : partnerMoment(world, site, node.since);
  const population = rowsNamed(world, site, node.of, "none can be waited for");
  const table = population === null ? undefined : world.tables.get(population.dataset);
  if (rows === null || since === null || population === null || table === undefined) return null;
  if (!table.unread && !table.hasPartner) {
    reportRecords(site, node.of.span, table.name, "a ramp-up of a partner");
    return null;
  }
  if (!table.unread && !isDated(table) && !isValidity(table)) {
    reportDatedNeeded(site, node.of.span, table.name, "a ramp-up that counts rows");
    return null;
  }
  return { since: since.name, runs: { kind: "until", rows, population } };
}

/** Kinds of consequences, by the word that stands for all of a kind. */
export const consequenceKinds = {
  credit: "Credit",
  bonus: "Bonus",
  points: "Points",
  escalation: "Escalation",
  ratchet: "Ratchet",
  scorecard: "Scorecard",
  tiers: "Tiers",
} as const;

/** Names of what is suspended, each once and in order: null without the sentence, undefined where it was reported. */
function suspendedBy(
  scope: Scope,
  site: Site,
  node: ast.RampUpDeclaration,
): readonly string[] | null | undefined {
  const sentence = sentenceOf(node, "Suspends");
  if (sentence === null) return null;
  const found = sentence.names.map((name) => suspendedNames(scope, site, name));
  const names = found.filter((one) => one !== null).flat();
  return found.includes(null) ? undefined : [...new Set(names)].sort();
}

function suspendedNames(scope: Scope, site: Site, name: ast.Name): readonly string[] | null {
  const word = Object.entries(consequenceKinds).find(([one]) => one === name.text);
  if (word !== undefined) return declarationsOf(scope, word[1]).map(({ node }) => node.name.text);
  return resolve(scope, site, name, Object.values(consequenceKinds)) === null ? null : [name.text];
}
