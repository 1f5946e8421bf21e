/** Follows the names inside human facts, ramp-ups, touchpoints and reports. */
import type { Length } from "./clock-plan.ts";
import type { Population } from "./condition-plan.ts";
import type { PartyKind, RuleName } from "./consequence-plan.ts";
import type {
  AttestationPlan,
  DuePlan,
  DutyPlan,
  RampUpPlan,
  ReportPlan,
  TouchpointPlan,
} from "./human-plan.ts";
import {
  type Known,
  mustBeVerdictOf,
  mustCountBusinessDays,
  mustExist,
  partnerFieldOf,
  partnerTimeField,
  report,
  timeFieldOf,
} from "./known.ts";
import { checkPopulation } from "./metric-references.ts";
import { mustDecide, named } from "./rule-reads.ts";

const PARTNERS = { names: [], prefixes: ["partner:"] } as const;

/** Checks one ramp-up. */
export function checkRampUp(known: Known, plan: RampUpPlan<RuleName>, path: string): void {
  if (plan.scope !== null) mustDecide(known, plan.scope, `${path}.scope`, PARTNERS);
  partnerTimeField(known, plan.since, `${path}.since`);
  if (plan.runs.kind === "until") {
    const { population } = plan.runs;
    checkPopulation(known, population, `${path}.runs.population`);
    mustBeDated(known, population, `${path}.runs.population.dataset`);
    mustHavePartner(known, population, `${path}.runs.population.dataset`);
  }
  for (const [index, name] of (plan.suspends ?? []).entries()) {
    mustExist(known, known.consequences, name, `${path}.suspends[${index}]`, "consequence");
  }
}

/** Checks one attestation. */
export function checkAttestation(known: Known, plan: AttestationPlan, path: string): void {
  checkRecorded(known, plan, `${path}.recorded`);
  const spans = known.datasets.get(plan.recorded.dataset)?.valid ?? null;
  if ((spans !== null) !== (plan.valid?.kind === "dataset")) {
    report(known, `${path}.valid`, "is the dataset's own where that has spans of validity, and nowhere else");
  }
  if (plan.valid?.kind === "until") {
    timeFieldOf(known, plan.recorded.dataset, plan.valid.field, `${path}.valid.field`);
  }
  if (plan.due === null) return;
  if (plan.due.kind === "after")
    report(known, `${path}.due.kind`, "an attestation is not due after each span");
  checkDue(known, plan.due, plan.party, `${path}.due`);
}

/** Checks one duty. */
export function checkDuty(known: Known, plan: DutyPlan<RuleName>, path: string): void {
  checkRecorded(known, plan, `${path}.recorded`);
  checkDue(known, plan.due, plan.party, `${path}.due`);
  if (plan.when !== null) {
    const { decision, verdicts, metrics } = plan.when;
    if (plan.due.kind !== "after") report(known, `${path}.when`, "needs a duty after each span");
    for (const [index, name] of verdicts.entries()) {
      mustBeVerdictOf(known, plan.party, name, `${path}.when.verdicts[${index}]`);
    }
    for (const [index, name] of metrics.entries()) {
      mustExist(known, known.metrics, name, `${path}.when.metrics[${index}]`, "metric");
    }
    const names = [...named("verdict", verdicts), ...named("metric", metrics)];
    mustDecide(known, decision, `${path}.when.decision`, { names, prefixes: [] });
  }
  if (plan.missedCounts !== null) checkMissedCounts(known, plan, plan.missedCounts, `${path}.missedCounts`);
}

/** The standard has the same windows, about the same kind of party (SPEC §3.9.15). */
function checkMissedCounts(known: Known, plan: DutyPlan<RuleName>, name: string, path: string): void {
  if (!mustExist(known, known.standards, name, path, "standard")) return;
  const standard = known.standards.get(name);
  if (standard?.party !== plan.party) report(known, path, `\`${name}\` is not about the same kind of party`);
  const spans = (standard?.measured ?? []).map(({ window }) =>
    window.kind === "calendar" ? window.span : null,
  );
  const due = plan.due.kind === "after" ? plan.due.span : null;
  if (due === null || spans.some((span) => span !== due)) {
    report(known, path, `\`${name}\` is not measured each span after which the duty is due`);
  }
}

/**
 * Notes duties that wait for themselves: a duty waits for the verdicts that its condition reads, and a standard for
 * the duties that count as its miss.
 */
export function checkDutyCycles(known: Known, duties: readonly DutyPlan<RuleName>[]): void {
  const waits = new Map<string, string[]>();
  const wait = (name: string, on: string): void => {
    waits.set(name, [...(waits.get(name) ?? []), on]);
  };
  for (const { name, when, missedCounts } of duties) {
    for (const verdict of when?.verdicts ?? []) wait(name, verdict);
    if (missedCounts !== null) wait(missedCounts, name);
  }
  for (const [index, { name }] of duties.entries()) {
    if (reaches(waits, name)) report(known, `duties[${index}].when`, `duty \`${name}\` waits for itself`);
  }
}

function reaches(waits: ReadonlyMap<string, readonly string[]>, start: string): boolean {
  const seen = new Set<string>();
  const open = [...(waits.get(start) ?? [])];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === start) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(waits.get(name) ?? []));
  }
  return false;
}

/** Checks one touchpoint. */
export function checkTouchpoint(known: Known, plan: TouchpointPlan<RuleName>, path: string): void {
  if (plan.runBy.kind === "partners" && plan.runBy.where !== null) {
    mustDecide(known, plan.runBy.where, `${path}.runBy.where`, PARTNERS);
  }
}

/** Checks one report. */
export function checkReport(known: Known, plan: ReportPlan, path: string): void {
  if (plan.due !== null) checkDue(known, plan.due, "brand", `${path}.due`);
}

function checkRecorded(
  known: Known,
  { party, recorded }: { readonly party: PartyKind; readonly recorded: Population },
  path: string,
): void {
  checkPopulation(known, recorded, path);
  mustBeDated(known, recorded, `${path}.dataset`);
  if (party === "partner") mustHavePartner(known, recorded, `${path}.dataset`);
}

function mustBeDated(known: Known, { dataset }: Population, path: string): void {
  const plan = known.datasets.get(dataset);
  if (plan !== undefined && plan.dated === null && plan.valid === null) {
    report(known, path, `dataset \`${dataset}\` has no date`);
  }
}

function mustHavePartner(known: Known, { dataset }: Population, path: string): void {
  const plan = known.datasets.get(dataset);
  if (plan !== undefined && plan.partner === null)
    report(known, path, `rows of \`${dataset}\` name no partner`);
}

function checkDue(known: Known, due: DuePlan, party: PartyKind, path: string): void {
  if (due.kind === "at" || due.kind === "on") return;
  const { length, calendar } = due;
  if (length.kind === "business") checkBusinessDays(known, length.days, calendar, party, path);
  else if (calendar !== null) report(known, `${path}.calendar`, "is read for business days only");
  if (due.kind !== "of") return;
  if (length.kind !== "elapsed") partnerTimeField(known, due.field, `${path}.field`);
  else if (partnerFieldOf(known, due.field, `${path}.field`)?.type.kind === "date") {
    report(known, `${path}.field`, `field \`${due.field}\` is no timestamp`);
  }
}

/** Days that differ from partner to partner stand for deadlines of partners, not for a brand's (SPEC §3.3.9). */
function checkBusinessDays(
  known: Known,
  days: number,
  calendar: string | null,
  party: PartyKind,
  path: string,
): void {
  if (days === 0) report(known, `${path}.length.days`, "must be at least 1");
  if (calendar === null || known.businessDays?.name !== calendar) {
    report(known, `${path}.calendar`, "must be the calendar of the agreement's business days");
  } else if (party === "brand") mustCountBusinessDays(known, `${path}.calendar`);
}

/** Checks a length that counts from a day: civil, or business days of the agreement. */
export function checkLength(known: Known, length: Length, path: string): void {
  if (length.kind === "elapsed") report(known, path, "is not made of days");
  if (length.kind !== "business") return;
  if (length.days === 0) report(known, `${path}.days`, "must be at least 1");
  if (known.businessDays === null) report(known, path, "the agreement has no business days");
}
