/** What makes judging impossible before a row is read. */
import type { Bundle } from "./bundle/rule.ts";
import type { Problem } from "./judge/result.ts";
import type { PatternEngine } from "./measure/conditions.ts";
import type { JudgeOptions } from "./options.ts";
import { formatDay, parseDay } from "./time/civil.ts";
import { MICROS_PER_DAY, parseInstant } from "./time/instant.ts";

/** Problems of what the caller gave: the instant, the names of datasets and of the standard, the pattern engine. */
export function problemsOfInput(
  bundle: Bundle,
  datasets: readonly string[],
  options: JudgeOptions,
): readonly Problem[] {
  return [
    ...instantProblems(bundle, options.asOf),
    ...datasets.filter((name) => !isDataset(bundle, name)).map((name) => unknownDataset(bundle, name)),
    ...standardProblems(bundle, options.standard),
    ...patternProblems(bundle, options.patterns),
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
  if (standard === undefined || bundle.standards.some(({ name }) => name === standard)) return [];
  return [{ code: "TEN4007", message: `the agreement has no standard \`${standard}\`` }];
}

/** `matches` needs an engine, and one that takes the pattern; asked of a bundle or a part of one. */
export function patternProblems(part: unknown, engine: PatternEngine | undefined): readonly Problem[] {
  const patterns = new Set<string>();
  findPatterns(part, patterns);
  return [...patterns].flatMap((pattern): readonly Problem[] => {
    if (engine === undefined) {
      const message =
        "the agreement says `matches`; pass `patternEngine` of `@tenet-lang/evaluator/patterns` as `patterns`";
      return [{ code: "TEN4006", message }];
    }
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
