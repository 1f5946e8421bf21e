/**
 * What holds between the parts of a bundle.
 *
 * The schema has seen that every part is well formed. Here names are followed: a rule that a standard asks for, a
 * field that a condition reads, a metric that a ratio is made of must be there, be the only one of its name and be
 * of a kind that can be read so. A bundle that passes can be judged without meeting an unknown name.
 */

import { checkCalendar, checkZone } from "./calendar-references.ts";
import { fingerprintOf } from "./canonical.ts";
import { checkClock } from "./clock-references.ts";
import {
  checkEscalation,
  checkPoints,
  checkRatchet,
  checkScorecard,
  checkTiers,
} from "./consequence-references.ts";
import {
  checkAttestation,
  checkDuty,
  checkDutyCycles,
  checkRampUp,
  checkReport,
  checkTouchpoint,
} from "./human-references.ts";
import { type Known, knownOf, mustBeUnique, mustExist, report } from "./known.ts";
import { checkExclusion, checkMetric, checkMetricCycles } from "./metric-references.ts";
import { checkMoney } from "./money-references.ts";
import type { Bundle } from "./rule.ts";
import { checkRule } from "./rule-references.ts";
import type { BundleProblem } from "./scan.ts";
import type { AmendmentPlan } from "./standard-plan.ts";
import { checkStandard } from "./standard-references.ts";
import { checkDataset, checkPartners } from "./table-references.ts";

/** Everything wrong between the parts of a well-formed bundle. */
export function referenceProblems(bundle: Bundle): readonly BundleProblem[] {
  const known = knownOf(bundle);
  checkNames(known, bundle);
  checkAgreement(known, bundle);
  checkZone(known, bundle.zone, "zone");
  if (bundle.partners !== null) checkPartners(known, bundle.partners, "partners");
  each(bundle.datasets, "datasets", (dataset, path) => checkDataset(known, dataset, path));
  each(bundle.calendars, "calendars", (calendar, path) => checkCalendar(known, calendar, path));
  each(bundle.clocks, "clocks", (clock, path) => checkClock(known, clock, path));
  each(bundle.metrics, "metrics", (metric, path) => checkMetric(known, metric, path));
  checkMetricCycles(known, bundle.metrics);
  each(bundle.exclusions, "exclusions", (exclusion, path) => checkExclusion(known, exclusion, path));
  each(bundle.amendments, "amendments", (amendment, path) => checkAmendment(known, amendment, path));
  each(bundle.standards, "standards", (standard, path) => checkStandard(known, standard, path));
  checkParts(known, bundle);
  each(bundle.rules, "rules", (rule, path) => checkRule(known, rule, path));
  if (fingerprintOf(bundle) !== bundle.fingerprint) {
    report(known, "fingerprint", "is not that of this bundle, which was changed or cut after it was made");
  }
  return known.problems;
}

function checkParts(known: Known, bundle: Bundle): void {
  each(bundle.rampUps, "rampUps", (plan, path) => checkRampUp(known, plan, path));
  each(bundle.attestations, "attestations", (plan, path) => checkAttestation(known, plan, path));
  each(bundle.duties, "duties", (plan, path) => checkDuty(known, plan, path));
  checkDutyCycles(known, bundle.duties);
  each(bundle.credits, "credits", (plan, path) => checkMoney(known, plan, path));
  each(bundle.bonuses, "bonuses", (plan, path) => checkMoney(known, plan, path));
  each(bundle.points, "points", (plan, path) => checkPoints(known, plan, path));
  each(bundle.escalations, "escalations", (plan, path) => checkEscalation(known, plan, path));
  each(bundle.ratchets, "ratchets", (plan, path) => checkRatchet(known, plan, path));
  each(bundle.scorecards, "scorecards", (plan, path) => checkScorecard(known, plan, path));
  each(bundle.tiers, "tiers", (plan, path) => checkTiers(known, plan, path));
  each(bundle.touchpoints, "touchpoints", (plan, path) => checkTouchpoint(known, plan, path));
  each(bundle.reports, "reports", (plan, path) => checkReport(known, plan, path));
}

function each<T>(items: readonly T[], path: string, check: (item: T, path: string) => void): void {
  for (const [index, item] of items.entries()) check(item, `${path}[${index}]`);
}

/** Names are global to an agreement; rules have a space of their own. */
function checkNames(known: Known, bundle: Bundle): void {
  const named = (list: (keyof Bundle & (typeof DECLARED)[number]) | "rules") =>
    bundle[list].map(({ name }, index) => ({ name, path: `${list}[${index}].name` }));
  mustBeUnique(known, DECLARED.flatMap(named));
  mustBeUnique(known, named("rules"));
}

/** Lists whose names share one scope. */
const DECLARED = [
  "datasets",
  "calendars",
  "clocks",
  "metrics",
  "exclusions",
  "amendments",
  "standards",
  "rampUps",
  "attestations",
  "duties",
  "credits",
  "bonuses",
  "points",
  "escalations",
  "ratchets",
  "scorecards",
  "tiers",
  "touchpoints",
  "reports",
] as const;

function checkAgreement(known: Known, { agreement, zone }: Bundle): void {
  const { from, until } = agreement.effective;
  if (until !== null && until < from) {
    report(known, "agreement.effective.until", "is before the agreement's first day");
  }
  if (zone.zone !== agreement.timeZone) report(known, "zone.zone", "is not the agreement's time zone");
  if (zone.through < (until ?? from)) report(known, "zone.through", "is before the agreement's last day");
  if (agreement.businessDays !== null) {
    mustExist(known, known.calendars, agreement.businessDays, "agreement.businessDays", "calendar");
  }
}

function checkAmendment(known: Known, amendment: AmendmentPlan, path: string): void {
  mustExist(known, known.standards, amendment.standard, `${path}.standard`, "standard");
  mustExist(known, known.metrics, amendment.metric, `${path}.metric`, "metric");
  if (amendment.until < amendment.from) report(known, `${path}.until`, "is before its first day");
}
