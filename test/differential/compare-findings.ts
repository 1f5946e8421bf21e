/** What both evaluators must agree on in findings, as plain text: values, details, and every line of the arithmetic. */
import type { Finding, Ratio } from "@tenet-lang/evaluator";
import { type Line, type ReferenceFinding, shownRatio } from "../reference/consequences/finding.ts";
import { rational } from "../reference/rational.ts";

/** Lines of a finding of the memory runtime. */
export function linesOfFinding(finding: Finding): readonly string[] {
  const { kind, name, party, period, provisional, lines, exact } = finding;
  const head = `${kind} ${name} ${party.key} ${period.label}`;
  return [
    `${head} window ${period.start} ${period.end}`,
    `${head}: ${shownValue(finding)} exact ${ratio(exact)}, provisional ${provisional}`,
    ...lines.map(({ what, of, period: label, factors, amount, rows }) =>
      lineText(head, { what, of, period: label, rows }, factors.map(ratio), ratio(amount)),
    ),
    `${head} ${detailText(detailsOf(finding))}`,
  ];
}

/** The same lines of the reference. */
export function linesOfReferenceFinding(finding: ReferenceFinding): readonly string[] {
  const { kind, name, party, period, start, end, value, exact, isProvisional, lines, details } = finding;
  const head = `${kind} ${name} ${party} ${period}`;
  return [
    `${head} window ${start} ${end}`,
    `${head}: ${value} exact ${exact === null ? null : shownRatio(exact)}, provisional ${isProvisional}`,
    ...lines.map((line) => lineText(head, line, line.factors.map(shownRatio), shownRatio(line.amount))),
    `${head} ${detailText(details)}`,
  ];
}

function lineText(
  head: string,
  { what, of, period, rows }: Pick<Line, "what" | "of" | "period" | "rows">,
  factors: readonly (string | null)[],
  amount: string | null,
): string {
  return `${head} line ${what} of ${of} in ${period}: ${factors.join(" x ")} = ${amount}, rows ${rows}`;
}

const detailText = (details: Readonly<Record<string, string>>): string =>
  Object.entries(details)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key} ${value}`)
    .join(", ");

const ratio = (value: Ratio | null): string | null =>
  value === null ? null : `${value.numerator}/${value.denominator}`;

/** Points are compared by `exact`. */
function shownValue(finding: Finding): string | null {
  switch (finding.kind) {
    case "credit":
    case "bonus":
      return finding.value?.amount ?? null;
    case "points":
      return null;
    default:
      return finding.value;
  }
}

/** What is beside the value, by key. */
export function detailsOf(finding: Finding): Readonly<Record<string, string>> {
  switch (finding.kind) {
    case "credit": {
      const { atRisk, earnedBack, ...others } = finding.details;
      return {
        ...texts(others),
        atRisk: String(atRisk?.amount ?? null),
        earnedBack: String(earnedBack?.amount ?? null),
      };
    }
    case "bonus":
      return texts(finding.details);
    case "points": {
      const { total, ...others } = finding.details;
      return { ...texts(others), total: numberOf(total) };
    }
    case "escalation": {
      const { found, cured, holding, reset } = finding.details;
      const steps = found.map(
        (one) => `${one.step} on ${one.on} cure ${one.cureUntil} notice ${one.noticeUntil}`,
      );
      return {
        found: steps.join("; "),
        cured: cured.join(" "),
        holding: holding.join(" "),
        reset: String(reset),
      };
    }
    case "ratchet": {
      const { limit, average, capped, begins } = finding.details;
      return {
        limit: inLowestTerms(limit),
        average: inLowestTerms(average),
        capped: String(capped),
        begins: String(begins),
      };
    }
    case "scorecard":
      return { rounded: String(ratio(finding.details.rounded)) };
    case "tiers":
      return { read: finding.details.read.map(readText).join("; ") };
  }
}

type Read = (Finding & { readonly kind: "tiers" })["details"]["read"][number];

const readText = ({ name, verdict, value, period }: Read): string =>
  `${name} ${verdict ?? (value === null ? null : inLowestTerms(value))} ${period}`;

function inLowestTerms(
  value: { readonly numerator: string | null; readonly denominator: string | null } | null,
): string {
  if (value === null || value.numerator === null || value.denominator === null) return "null";
  return shownRatio(rational(BigInt(value.numerator), BigInt(value.denominator)));
}

const texts = (details: Readonly<Record<string, string | number | boolean | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(details).map(([key, value]) => [key, String(value)]));

/** Decimal text as a ratio. */
function numberOf(text: string): string {
  const [whole = "", fraction = ""] = text.split(".");
  return shownRatio(rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length)));
}
