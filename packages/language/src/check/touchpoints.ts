/** Touchpoints and reports: where customers meet the brand, and what is shown to whom (SPEC §3.10, §3.11). */
import type { Condition, ReportPart, ReportPlan, TouchpointPlan } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { bindOptional } from "./conditions.ts";
import { dueAfterSpan } from "./deadlines.ts";
import { wholeNumber } from "./exact.ts";
import { reportDue } from "./rules/due.rule.ts";
import { reportUnknownPart } from "./rules/report-part.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import { type Declared, hasUnread, sentenceOf, sentencesOf } from "./scope.ts";
import type { Site } from "./site.ts";
import type { World } from "./world.ts";

/** The plan of a touchpoint; null where something in it was reported. */
export function touchpointPlan(
  world: World,
  declared: Declared<ast.TouchpointDeclaration>,
): TouchpointPlan<Condition> | null {
  const { site, node } = declared;
  const runBy = sentenceOf(node, "RunBy");
  const where = bindOptional(world, site, { kind: "partner" }, runBy?.where ?? null);
  if (where === undefined || hasUnread(declared)) return null;
  return {
    name: node.name.text,
    label: node.label?.text ?? null,
    stage: sentenceOf(node, "Stage")?.word.text ?? null,
    channel: sentenceOf(node, "Channel")?.word.text ?? null,
    runBy: runBy === null ? { kind: "brand" } : { kind: "partners", where },
    origin: site.origin(node.headSpan),
  };
}

/** The plan of a report; null where something in it was reported. */
export function reportPlan(world: World, declared: Declared<ast.ReportDeclaration>): ReportPlan | null {
  const { site, node } = declared;
  const due = reportDueOf(world, site, node);
  const shows = shownParts(site, node);
  const peersAtLeast = countOf(site, sentenceOf(node, "ComparesWithPeers")?.atLeast ?? null);
  const groupsUnder = countOf(site, sentenceOf(node, "HidesGroups")?.under ?? null);
  if (due === undefined || shows === null || hasUnread(declared)) return null;
  if (peersAtLeast === undefined || groupsUnder === undefined) return null;
  return {
    name: node.name.text,
    label: node.label?.text ?? null,
    edition: node.edition,
    due,
    shows,
    peersAtLeast,
    groupsUnder,
    hidesPersonal: sentenceOf(node, "HidesPersonal") !== null,
    origin: site.origin(node.headSpan),
  };
}

/** When a report is due: null without a sentence, undefined where it was reported. It is one edition for all. */
function reportDueOf(world: World, site: Site, node: ast.ReportDeclaration): ReportPlan["due"] | undefined {
  const due = sentenceOf(node, "DueSentence")?.due;
  if (due === undefined) return null;
  if (due.kind === "DueAfter" || due.kind === "DueOnDay") {
    return dueAfterSpan(world, site, due, "brand", "a report") ?? undefined;
  }
  reportDue(site, due.span, "a report is due after each span of the calendar");
  return undefined;
}

/** What a report can show. */
export const reportParts: readonly ReportPart[] = [
  "standards",
  "scorecards",
  "exclusions",
  "attestations",
  "duties",
  "credits",
  "bonuses",
  "points",
  "escalations",
  "ratchets",
  "tiers",
  "touchpoints",
];

function shownParts(site: Site, node: ast.ReportDeclaration): readonly ReportPart[] | null {
  const names = sentencesOf(node, "Shows").flatMap((sentence) => sentence.names);
  const parts = names.map((name) => {
    const part = reportParts.find((one) => one === name.text);
    if (part === undefined) reportUnknownPart(site, name, reportParts);
    return part;
  });
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? known : null;
}

/** A whole number above 0: null where none is written, undefined where it was reported. */
function countOf(site: Site, node: ast.NumberValue | null): number | null | undefined {
  if (node === null) return null;
  const count = wholeNumber(node.text, 1);
  if (count === null) reportWholeNumber(site, node, 1);
  return count ?? undefined;
}
