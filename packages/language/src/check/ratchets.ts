/** Ratchets: limits that propose to rise once they are met for long enough (SPEC §3.7.32 to §3.7.34). */
import type { Condition, EventPlan, RatchetPlan, Ratio } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { type Judging, standardNamed } from "./consequence-reads.ts";
import { eventPlan } from "./events.ts";
import { percentRatio } from "./exact.ts";
import { betterSide, oneLimit } from "./one-limit.ts";
import { reportCapSpan } from "./rules/cap-span.rule.ts";
import { reportRatchetEvent } from "./rules/ratchet-event.rule.ts";
import { reportRatchetLimit } from "./rules/ratchet-limit.rule.ts";
import { checkExact } from "./rules/too-fine.rule.ts";
import { type Declared, hasUnread, sentenceOf } from "./scope.ts";
import type { CheckedStandard } from "./standards.ts";
import { isAddable, typeWords, unitOf } from "./types.ts";

type Site = Declared["site"];

/** The plan of a ratchet; null where something in it was reported. */
export function ratchetPlan(
  judging: Judging,
  declared: Declared<ast.RatchetDeclaration>,
): RatchetPlan<Condition> | null {
  const { site, node } = declared;
  const standard = standardNamed(judging, site, node.on);
  const limit = standard === null ? null : limitOf(judging, site, node, standard);
  const event = sentenceOf(node, "RatchetWhen")?.event ?? null;
  const when = event === null ? null : rowEvent(judging, site, standard, event);
  const cappedAt = capOf(site, sentenceOf(node, "Capped"), limit);
  const party = standard?.model?.party ?? null;
  if (party === null || limit === null || when === null || cappedAt === undefined) return null;
  if (sentenceOf(node, "RaisesLimit") === null || hasUnread(declared)) return null;
  return {
    name: node.name.text,
    label: node.label?.text ?? null,
    party,
    on: node.on.text,
    ...limit,
    when: { ...when, when: null },
    cappedAt,
    origin: site.originOf(node),
  };
}

type RatchetLimit = Pick<RatchetPlan<Condition>, "metric" | "unit" | "raises">;

/** The one limit of the standard: a number with a stricter side, the same in all its rows and amendments. */
function limitOf(
  judging: Judging,
  site: Site,
  node: ast.RatchetDeclaration,
  standard: CheckedStandard,
): RatchetLimit | null {
  const limit = oneLimit(judging, standard);
  if (limit === undefined || limit?.metric.type === null) return null;
  const name = standard.node.name.text;
  if (limit === null) {
    reportRatchetLimit(
      site,
      node.on,
      `\`${name}\` has more than one limit, so it is not said which is raised`,
    );
    return null;
  }
  const { metric, comparisons } = limit;
  const { type } = metric;
  const unit = type === null ? null : unitOf(type);
  if (type === null || unit === null) return null;
  if (!isAddable(type) && type.kind !== "percent") {
    reportRatchetLimit(site, node.on, `\`${metric.name}\` is ${typeWords(type)}, which has no average`);
    return null;
  }
  const [first, ...others] = comparisons.map((one) => ("values" in one ? betterSide(one) : null));
  if (first == null || others.some((side) => side !== first)) {
    const message = `the limit of \`${name}\` is not always \`at least\`, or not always \`at most\`, so it has no stricter side`;
    reportRatchetLimit(site, node.on, message);
    return null;
  }
  return { metric: metric.name, unit, raises: first };
}

/** Only so many in a row say over how many verdicts the average is taken. */
function rowEvent(
  judging: Judging,
  site: Site,
  standard: CheckedStandard | null,
  event: ast.EventNode,
): EventPlan | null {
  if (event.count?.kind === "InARow") return eventPlan(judging, site, standard, event);
  reportRatchetEvent(site, event.span);
  return null;
}

/** `capped at 98%`; null without it, undefined where it was reported. */
function capOf(site: Site, node: ast.Capped | null, limit: RatchetLimit | null): Ratio | null | undefined {
  if (node === null) return null;
  if (node.each !== null || node.amount.kind !== "Percent") {
    reportCapSpan(site, node.amount.span, "a ratchet is capped at a percentage that the limit never passes");
    return undefined;
  }
  if (limit !== null && limit.unit.kind !== "percent") {
    const message = `\`${limit.metric}\` is no percentage, so a percentage says nothing of its limit`;
    reportCapSpan(site, node.amount.span, message);
    return undefined;
  }
  return checkExact(site, node.amount, node.amount.text) ? percentRatio(node.amount.text) : undefined;
}
