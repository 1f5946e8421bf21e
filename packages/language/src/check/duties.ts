/** Duties: what is to be delivered, when, and what follows for a standard if it is not (SPEC §3.9.10 to §3.9.15). */
import type { CalendarUnit, Condition, DutyPlan, PartyKind } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { recordsOf } from "./attestations.ts";
import { metricsRead, verdictsRead } from "./condition-names.ts";
import { bindCondition } from "./conditions.ts";
import { conditionUses, type Judging, partyOf, standardNamed } from "./consequence-reads.ts";
import { dueOf } from "./deadlines.ts";
import type { StandardModel } from "./model.ts";
import { reportCountsAsMissed } from "./rules/counts-as-missed.rule.ts";
import { reportDutyCycle } from "./rules/duty-cycle.rule.ts";
import { reportDutyDates } from "./rules/duty-dates.rule.ts";
import { reportDutyWhen } from "./rules/duty-when.rule.ts";
import { type Declared, declarationsOf, hasUnread, sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { checkMetricsOver } from "./standard-reads.ts";
import { allVerdicts, verdictOf } from "./verdict-words.ts";

type Duty = DutyPlan<Condition>;

/** The plans of all duties; null in place of one in which something was reported. */
export function dutiesOf(judging: Judging): readonly (Duty | null)[] {
  const declared = declarationsOf(judging.world.scope, "Duty");
  const plans = declared.map((one) => dutyPlan(judging, one));
  return checkCycles(declared, plans) ? plans : plans.map(() => null);
}

function dutyPlan(judging: Judging, declared: Declared<ast.DutyDeclaration>): Duty | null {
  const { site, node } = declared;
  const { world } = judging;
  const recorded = recordsOf(world, site, sentenceOf(node, "Recorded"), node.by, "a duty");
  const dueNode = sentenceOf(node, "DueSentence");
  const due = dueNode === null ? null : dueInTerm(judging, site, dueNode, node.by);
  const when = whenOf(judging, declared, due);
  const missedCounts = missedCountsOf(judging, site, node, due);
  if (recorded === null || due === null || when === undefined || missedCounts === undefined) return null;
  if (hasUnread(declared)) return null;
  return {
    name: node.name.text,
    label: node.label?.text ?? null,
    party: node.by,
    delivers: sentenceOf(node, "Delivers")?.text.text ?? null,
    recorded: recorded.plan,
    due,
    when,
    missedCounts,
    origin: site.originOf(node),
  };
}

/** When a duty is due; a day of its own is one of the agreement's. Null where it was reported. */
function dueInTerm(
  { world, term }: Judging,
  site: Site,
  node: ast.DueSentence,
  party: PartyKind,
): Duty["due"] | null {
  const due = dueOf(world, site, node, party, "a duty");
  if (due === null || term === null || (due.kind !== "on" && due.kind !== "at")) return due;
  const isInside = term.from <= due.date && (term.until === null || due.date <= term.until);
  if (!isInside) reportDutyDates(site, node.due.span, term);
  return isInside ? due : null;
}

/** The condition of a duty, read over its span: undefined where it was reported. */
function whenOf(
  judging: Judging,
  { site, node }: Declared<ast.DutyDeclaration>,
  due: DutyPlan<Condition>["due"] | null,
): Duty["when"] | undefined {
  const sentence = sentenceOf(node, "DutyWhen");
  if (sentence === null) return null;
  const reading = { kind: "verdicts", what: "`when` of a duty", also: [] } as const;
  const decision = bindCondition(judging.world, site, reading, sentence.condition);
  if (due !== null && due.kind !== "after") {
    reportDutyWhen(site, sentence.span);
    return undefined;
  }
  const own = { name: node.name, party: node.by, owes: node.by };
  const uses = conditionUses(judging, sentence.condition);
  const party = partyOf(site, "duty", [own, ...uses]);
  const measured = due === null || checkMetricsOver(judging.world, site, uses, due.span);
  if (decision === null || party === null || !measured) return undefined;
  return { decision, verdicts: verdictsRead(decision), metrics: metricsRead(decision) };
}

/** The standard that counts as missed: null without one, undefined where it was reported. */
function missedCountsOf(
  judging: Judging,
  site: Site,
  node: ast.DutyDeclaration,
  due: Duty["due"] | null,
): string | null | undefined {
  const sentence = sentenceOf(node, "IfMissed");
  if (sentence === null) return null;
  const standard = standardNamed(judging, site, sentence.standard);
  const verdict = verdictOf(site, sentence.verdict, allVerdicts);
  if (verdict !== null && verdict !== "missed") {
    reportCountsAsMissed(
      site,
      sentence.verdict.span,
      "a missed duty counts as `missed`, and as nothing else",
    );
  }
  if (verdict !== "missed" || standard?.model == null || due === null) return undefined;
  const problem = misfit(node, due, standard.model);
  if (problem === null) return standard.model.name;
  reportCountsAsMissed(site, sentence.standard.span, problem);
  return undefined;
}

/** Why a standard cannot count as missed: it has verdicts of other parties, or of other windows. */
function misfit(node: ast.DutyDeclaration, due: Duty["due"], standard: StandardModel): string | null {
  const { name, party, measured } = standard;
  if (party !== node.by) {
    return `\`${name}\` is about ${party === "brand" ? "the brand" : "partners"}, and this duty is the ${node.by}'s`;
  }
  const window = measured[0]?.window;
  const span = window?.kind === "calendar" ? window.span : null;
  if (due.kind === "after" && due.span === span) return null;
  const judged = span === null ? "not measured each calendar span" : `measured each calendar ${words(span)}`;
  const owed = due.kind === "after" ? `due after each calendar ${words(due.span)}` : "due once";
  return `\`${name}\` is ${judged}, and this duty is ${owed}`;
}

function words(span: CalendarUnit): string {
  return span.replace("_", " ");
}

/** Reports the first duty that waits for itself; false if there is one. */
function checkCycles(
  declared: readonly Declared<ast.DutyDeclaration>[],
  plans: readonly (Duty | null)[],
): boolean {
  const waits = waitsOf(plans.filter((plan) => plan !== null));
  for (const { site, node } of declared) {
    const way = wayBack(waits, node.name.text);
    if (way === null) continue;
    reportDutyCycle(site, node.name, way);
    return false;
  }
  return true;
}

/** What each duty waits for, by its condition, and each standard, by the duties that count as its miss. */
function waitsOf(duties: readonly Duty[]): ReadonlyMap<string, readonly string[]> {
  const waits = new Map<string, readonly string[]>();
  const add = (name: string, others: readonly string[]): void => {
    waits.set(name, [...(waits.get(name) ?? []), ...others]);
  };
  for (const { name, when, missedCounts } of duties) {
    add(name, when?.verdicts ?? []);
    if (missedCounts !== null) add(missedCounts, [name]);
  }
  return waits;
}

/** The names between a name and itself; null where it does not wait for itself. */
function wayBack(waits: ReadonlyMap<string, readonly string[]>, start: string): readonly string[] | null {
  const seen = new Set<string>();
  const open: (readonly string[])[] = (waits.get(start) ?? []).map((name) => [name]);
  for (let way = open.shift(); way !== undefined; way = open.shift()) {
    const last = way.at(-1) ?? start;
    if (last === start) return way.slice(0, -1);
    if (seen.has(last)) continue;
    seen.add(last);
    for (const name of waits.get(last) ?? []) open.push([...way, name]);
  }
  return null;
}
