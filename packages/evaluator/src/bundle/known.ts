/** What a bundle declares, by name, for the checks that follow names. */
import { clockDatasets } from "./clock-dataset.ts";
import type { CalendarPlan, ClockPlan } from "./clock-plan.ts";
import type { PartyKind } from "./consequence-plan.ts";
import type { MetricPlan } from "./metric-plan.ts";
import type { Bundle, Rule } from "./rule.ts";
import type { BundleProblem } from "./scan.ts";
import type { StandardPlan } from "./standard-plan.ts";
import type { DatasetPlan, FieldPlan } from "./table-plan.ts";

/** Declarations by name, and where problems go. */
export interface Known {
  /** Datasets, and clocks as the datasets of their cases. */
  readonly datasets: ReadonlyMap<string, DatasetPlan>;
  readonly calendars: ReadonlyMap<string, CalendarPlan>;
  readonly clocks: ReadonlyMap<string, ClockPlan>;
  /** Calendar of the agreement's business days; null where it names none, or one that does not exist. */
  readonly businessDays: CalendarPlan | null;
  /** Dataset → field name → field. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, FieldPlan>>;
  readonly partnerFields: ReadonlyMap<string, FieldPlan>;
  readonly metrics: ReadonlyMap<string, MetricPlan>;
  readonly exclusions: ReadonlySet<string>;
  readonly amendments: ReadonlySet<string>;
  readonly standards: ReadonlyMap<string, StandardPlan>;
  /** Standards, attestations and duties, and whom their verdicts are about. */
  readonly verdictNames: ReadonlyMap<string, PartyKind>;
  readonly scorecards: ReadonlySet<string>;
  readonly credits: ReadonlySet<string>;
  readonly touchpoints: ReadonlySet<string>;
  /** What a ramp-up may suspend. */
  readonly consequences: ReadonlySet<string>;
  /** Steps of all escalations. */
  readonly steps: ReadonlySet<string>;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly problems: BundleProblem[];
}

/** Collects a bundle's declarations. Of two with one name the later counts; that there are two is a problem. */
export function knownOf(bundle: Bundle): Known {
  const byName = <T extends { readonly name: string }>(items: readonly T[]): Map<string, T> =>
    new Map(items.map((item) => [item.name, item]));
  const datasets = byName([...bundle.datasets, ...clockDatasets(bundle)]);
  const calendars = byName(bundle.calendars);
  return {
    datasets,
    calendars,
    clocks: byName(bundle.clocks),
    businessDays: calendars.get(bundle.agreement.businessDays ?? "") ?? null,
    fields: new Map([...datasets].map(([name, { fields }]) => [name, byName(fields)])),
    partnerFields: byName(bundle.partners?.fields ?? []),
    metrics: byName(bundle.metrics),
    exclusions: namesOf(bundle.exclusions),
    amendments: namesOf(bundle.amendments),
    standards: byName(bundle.standards),
    verdictNames: new Map(
      [...bundle.standards, ...bundle.attestations, ...bundle.duties].map(({ name, party }) => [name, party]),
    ),
    scorecards: namesOf(bundle.scorecards),
    credits: namesOf(bundle.credits),
    touchpoints: namesOf(bundle.touchpoints),
    consequences: namesOf([
      ...bundle.credits,
      ...bundle.bonuses,
      ...bundle.points,
      ...bundle.escalations,
      ...bundle.ratchets,
      ...bundle.scorecards,
      ...bundle.tiers,
    ]),
    steps: namesOf(bundle.escalations.flatMap(({ steps }) => steps)),
    rules: byName(bundle.rules),
    problems: [],
  };
}

function namesOf(items: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ name }) => name));
}

/** Notes a problem. */
export function report(known: Known, path: string, message: string): void {
  known.problems.push({ path, message });
}

/** Whether a name is declared; if not, that is noted. */
export function mustExist(
  known: Known,
  names: { has(name: string): boolean },
  name: string,
  path: string,
  what: string,
): boolean {
  const exists = names.has(name);
  if (!exists) report(known, path, `no ${what} is named \`${name}\``);
  return exists;
}

/** The field of a dataset, null and noted where there is none. A dataset that is unknown was noted before. */
export function fieldOf(known: Known, dataset: string, name: string, path: string): FieldPlan | null {
  const fields = known.fields.get(dataset);
  if (fields === undefined) return null;
  const field = fields.get(name) ?? null;
  if (field === null) report(known, path, `dataset \`${dataset}\` has no field \`${name}\``);
  return field;
}

/** As `fieldOf`, for a field that must hold a date or an instant. */
export function timeFieldOf(known: Known, dataset: string, name: string, path: string): void {
  const field = fieldOf(known, dataset, name, path);
  if (field !== null) mustBeTime(known, field, path);
}

/** Notes a field that holds neither a date nor an instant. */
export function mustBeTime(known: Known, field: FieldPlan, path: string): void {
  if (field.type.kind !== "date" && field.type.kind !== "timestamp") {
    report(known, path, `field \`${field.name}\` holds no date`);
  }
}

/** The field of the partners, null and noted where there is none. */
export function partnerFieldOf(known: Known, name: string, path: string): FieldPlan | null {
  mustExist(known, known.partnerFields, name, path, "field of the partners");
  return known.partnerFields.get(name) ?? null;
}

/** Notes a field of the partners that does not exist, or holds neither a date nor an instant. */
export function partnerTimeField(known: Known, name: string, path: string): void {
  const field = partnerFieldOf(known, name, path);
  if (field !== null) mustBeTime(known, field, path);
}

/** Notes what is no verdict name, or has verdicts about the other kind of party (SPEC §3.7.2). */
export function mustBeVerdictOf(known: Known, party: PartyKind, name: string, path: string): void {
  if (!mustExist(known, known.verdictNames, name, path, "standard, attestation or duty")) return;
  if (known.verdictNames.get(name) !== party) {
    report(known, path, `\`${name}\` is not about the same kind of party`);
  }
}

/** Notes that business days are counted where the agreement has none, or has none that are the same for everybody. */
export function mustCountBusinessDays(known: Known, path: string): void {
  if (known.businessDays === null) report(known, path, "the agreement has no business days");
  else if (known.businessDays.closed.kind === "by_partner") {
    report(known, path, "the agreement's business days are not the same for every partner");
  }
}

/** Notes a calendar that does not exist, or that closes by partner where rows do not name their partner themselves. */
export function mustOpenFor(known: Known, name: string, dataset: string, path: string): void {
  if (!mustExist(known, known.calendars, name, path, "calendar")) return;
  const isByPartner = known.calendars.get(name)?.closed.kind === "by_partner";
  if (isByPartner && known.datasets.get(dataset)?.partner?.kind !== "field") {
    report(known, path, `calendar \`${name}\` closes by partner, and rows of \`${dataset}\` name none`);
  }
}

/** Notes every name that stands twice. */
export function mustBeUnique(
  known: Known,
  items: readonly { readonly name: string; readonly path: string }[],
): void {
  const seen = new Set<string>();
  for (const { name, path } of items) {
    if (seen.has(name)) report(known, path, `\`${name}\` is declared twice`);
    seen.add(name);
  }
}
