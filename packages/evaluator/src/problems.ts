/** What makes judging impossible before a row is read. */

import type { Bundle } from "./bundle/rule.ts";
import type { RequirementPlan } from "./bundle/standard-plan.ts";
import type { FieldPlan } from "./bundle/table-plan.ts";
import type { ChunkSource } from "./columns/chunk.ts";
import type { FormEngine } from "./columns/time-cell.ts";
import type { NewestEngine } from "./judge/newest-engine.ts";
import type { Problem } from "./judge/result.ts";
import type { TermEngine } from "./judge/terms.ts";
import type { ClockEngine } from "./measure/clock-engine.ts";
import type { PatternEngine } from "./measure/conditions.ts";
import type { JudgeOptions } from "./options.ts";
import { formatDay, parseDay } from "./time/civil.ts";
import { MICROS_PER_DAY, parseInstant } from "./time/instant.ts";

/** Problems of what the caller gave: the instant, the names of datasets and of the standard, the parts that are needed. */
export function problemsOfInput(
  bundle: Bundle,
  sources: ReadonlyMap<string, ChunkSource>,
  options: JudgeOptions,
): readonly Problem[] {
  return [
    ...instantProblems(bundle, options.asOf),
    ...[...sources.keys()]
      .filter((name) => !isDataset(bundle, name))
      .map((name) => unknownDataset(bundle, name)),
    ...standardProblems(bundle, options.standard),
    ...patternProblems(bundle, options.patterns),
    ...clockProblems(bundle, options.clocks),
    ...consequenceProblems(bundle, options),
    ...termProblems(bundle, options.terms),
    ...newestProblems(bundle, options.newest),
    ...formProblems(bundle, sources, options.forms),
  ];
}

function instantProblems(bundle: Bundle, asOf: string): readonly Problem[] {
  const instant = parseInstant(asOf);
  if (instant === null) {
    return [{ code: "TEN4001", message: `\`${asOf}\` is no instant; write it as 2026-03-01T00:00:00Z` }];
  }
  const through = parseDay(bundle.zone.through) ?? Number.POSITIVE_INFINITY;
  // The table ends on a civil day of its zone, which no zone lets begin more than a day away from UTC's.
  if (instant <= (through + 1) * MICROS_PER_DAY || bundle.agreement.effective.until !== null) return [];
  const message = `the bundle knows local time only up to ${formatDay(through)}; compile the agreement again to judge later data`;
  return [{ code: "TEN4002", message }];
}

function isDataset(bundle: Bundle, name: string): boolean {
  return (
    bundle.datasets.some((dataset) => dataset.name === name) ||
    (name === "partners" && bundle.partners !== null)
  );
}

/** A name that is none of the agreement's datasets. */
export function unknownDataset(bundle: Bundle, name: string): Problem {
  const known = [
    ...(bundle.partners === null ? [] : ["partners"]),
    ...bundle.datasets.map((dataset) => dataset.name),
  ];
  return {
    code: "TEN4005",
    message: `the agreement has no dataset \`${name}\`; it has ${known.map((other) => `\`${other}\``).join(", ")}`,
  };
}

function standardProblems(bundle: Bundle, standard: string | undefined): readonly Problem[] {
  const judged = [...bundle.standards, ...bundle.attestations, ...bundle.duties];
  if (standard === undefined || judged.some(({ name }) => name === standard)) return [];
  return [{ code: "TEN4007", message: `the agreement has no standard \`${standard}\`` }];
}

/** Clocks and calendars are a part of their own. */
export function clockProblems(
  { clocks, calendars }: Bundle,
  engine: ClockEngine | undefined,
): readonly Problem[] {
  if (engine !== undefined || clocks.length + calendars.length === 0) return [];
  return [missingPart("has clocks or calendars", "clocks", "clockEngine")];
}

/** Credits, points, tiers and the rest are a part of their own, and read the verdicts of all standards. */
function consequenceProblems(bundle: Bundle, { consequences, standard }: JudgeOptions): readonly Problem[] {
  if (consequences !== undefined || standard !== undefined) return [];
  const { credits, bonuses, points, escalations, ratchets, scorecards, tiers } = bundle;
  const all = [credits, bonuses, points, escalations, ratchets, scorecards, tiers];
  if (all.every((plans) => plans.length === 0)) return [];
  return [missingPart("has consequences", "consequences", "consequenceEngine")];
}

/** Peers, confidence, ramp-ups, attestations and duties are a part of their own. */
function termProblems(bundle: Bundle, engine: TermEngine | undefined): readonly Problem[] {
  const { rampUps, attestations, duties, standards } = bundle;
  const isNeeded =
    rampUps.length + attestations.length + duties.length > 0 ||
    standards.some(({ confidence, requires }) => confidence !== null || requires.some(isRelative));
  if (engine !== undefined || !isNeeded) return [];
  const why = "has relative limits, confidence, ramp-ups, attestations or duties";
  return [missingPart(why, "terms", "termEngine")];
}

function isRelative({ alternatives }: RequirementPlan): boolean {
  return alternatives.some(({ rows }) => rows.some(({ comparison }) => "by" in comparison));
}

/** Whoever asks which rows are newest keeps them, in a part of its own. */
function newestProblems(
  { metrics, standards }: Bundle,
  engine: NewestEngine | undefined,
): readonly Problem[] {
  const isAsked =
    metrics.some(({ form, countsAtMost }) => form.kind === "latest" || countsAtMost !== null) ||
    standards.some(({ measured }) => measured.some(({ window }) => window.kind === "latest"));
  if (engine !== undefined || !isAsked) return [];
  return [missingPart("asks which rows are newest", "newest", "newestEngine")];
}

/** Sources that do not read written forms by themselves. */
function formProblems(
  { partners, datasets }: Bundle,
  sources: ReadonlyMap<string, ChunkSource>,
  engine: FormEngine | undefined,
): readonly Problem[] {
  if (engine !== undefined) return [];
  const tables = [...(partners === null ? [] : [{ name: "partners", fields: partners.fields }]), ...datasets];
  const isUnread = tables.some(
    ({ name, fields }) => sources.get(name)?.forms === undefined && sources.has(name) && fields.some(hasForm),
  );
  return isUnread ? [missingPart("has dates or durations in a written form", "forms", "formEngine")] : [];
}

function hasForm({ type }: FieldPlan): boolean {
  return (
    (type.kind === "date" || type.kind === "timestamp" || type.kind === "duration") && type.written !== null
  );
}

/** A part of the evaluator that the agreement needs and that is not handed in. */
function missingPart(why: string, part: string, engine: string): Problem {
  const message = `the agreement ${why}; pass \`${engine}\` of \`@tenet-lang/evaluator/${part}\` as \`${part}\``;
  return { code: "TEN4006", message };
}

/** `matches` needs an engine, and one that takes the pattern; asked of a bundle or a part of one. */
export function patternProblems(part: unknown, engine: PatternEngine | undefined): readonly Problem[] {
  const patterns = new Set<string>();
  findPatterns(part, patterns);
  return [...patterns].flatMap((pattern): readonly Problem[] => {
    if (engine === undefined) return [missingPart("says `matches`", "patterns", "patternEngine")];
    if (engine.compile(pattern) !== null) return [];
    return [
      {
        code: "TEN4008",
        message: `the pattern \`${pattern}\` is not one that can be matched in linear time`,
      },
    ];
  });
}

/** Collects the patterns of row conditions and of rules, wherever they stand in the bundle. */
function findPatterns(value: unknown, found: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  const { operator, right, value: bound } = value as { operator?: unknown; right?: unknown; value?: unknown };
  if (operator === "matches" && Array.isArray(right)) {
    for (const literal of right) if (isTextLiteral(literal)) found.add(literal.text);
  }
  if ((operator === "strict:matches" || operator === "strict:matches_not") && typeof bound === "string")
    found.add(bound);
  for (const part of Object.values(value)) findPatterns(part, found);
}

function isTextLiteral(value: unknown): value is { text: string } {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
}
