/** Words about what follows from verdicts, which several reports share. */
import type { Finding, FindingLine } from "@tenet-lang/evaluator";
import { partyName, periodName, spaced } from "./words.ts";

/** `2,000.00 EUR`: money with its thousands apart. */
export function moneyWords({
  amount,
  currency,
}: {
  readonly amount: string;
  readonly currency: string;
}): string {
  return `${groupedDecimal(amount)} ${currency}`;
}

/** `-2,000.5`: a decimal with its thousands apart. */
export function groupedDecimal(text: string): string {
  const [whole = "", ...fraction] = text.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...fraction].join(".");
}

/** Was a miss forgiven that would have cost something? */
export function isForgiven(finding: Finding): boolean {
  return finding.kind === "credit" && finding.details.forgiven > 0;
}

/** Was anything found: an amount, a forgiven miss, points, a step, a proposal, a score, a level? */
export function isFound(finding: Finding): boolean {
  switch (finding.kind) {
    case "credit":
      return (
        isAmount(finding.value?.amount) || isAmount(finding.details.earnedBack?.amount) || isForgiven(finding)
      );
    case "bonus":
      return isAmount(finding.value?.amount);
    case "points":
      return finding.value !== null && /[1-9]/.test(finding.value);
    case "escalation":
      return finding.value !== "none" || finding.details.found.length > 0;
    case "ratchet":
      return finding.value !== "none" && finding.value !== null;
    case "scorecard":
    case "tiers":
      return finding.value !== null;
  }
}

function isAmount(amount: string | undefined): boolean {
  return amount !== undefined && /[1-9]/.test(amount);
}

/** What was found, in a few words: `2,000.00 EUR`, `3 points`, `step letter`, `not known`. */
export function findingWords(finding: Finding): string {
  switch (finding.kind) {
    case "credit":
    case "bonus":
      return finding.value === null ? "an amount that cannot be told" : moneyWords(finding.value);
    case "points":
      return finding.value === null ? "no points" : pointWords(finding.value);
    case "escalation":
      return finding.value === null || finding.value === "none" ? "no step" : `step ${stepName(finding)}`;
    case "ratchet":
      return finding.value === null || finding.value === "none"
        ? "no proposal"
        : `a limit of ${finding.value}`;
    case "scorecard":
      return finding.value === null ? "no score" : `a score of ${scoreText(finding)}`;
    case "tiers":
      return finding.value === null ? "no level" : `level ${spaced(finding.value)}`;
  }
}

/** `1 point`, `12 points`. */
export function pointWords(points: string): string {
  return points === "1" ? "1 point" : `${groupedDecimal(points)} points`;
}

/** A step as it is called. */
function stepName({ value, details }: Finding & { readonly kind: "escalation" }): string {
  const begun = details.found.find(({ step }) => step === value);
  return begun?.label ?? spaced(value ?? "");
}

/** The score that comparisons read: rounded, where the agreement rounds. */
export function scoreText({ value, details }: Finding & { readonly kind: "scorecard" }): string {
  return details.rounded?.text ?? value ?? "";
}

/** `H-031, 2026-01: 2,000.00 EUR`: which finding a line is about. */
export function findingTitle(finding: Finding): string {
  const changing = finding.provisional ? ", so far" : "";
  return `${partyName(finding.party)}, ${periodName(finding.period)}: ${findingWords(finding)}${changing}`;
}

/** How a declaration is called in a title. */
export function findingName({ label, name }: Finding): string {
  if (label !== null) return label;
  const words = spaced(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The amount of a line of arithmetic: money with its minor digits, points and scores as they are. */
export function lineAmount({ amount }: FindingLine, finding: Finding): string {
  const { value } = finding;
  const [, fraction = "", currency] = /^-?[\d,]+(?:\.(\d+))?…? ([A-Z]{3})$/.exec(writtenMoney(finding)) ?? [];
  if (currency !== undefined)
    return `${groupedDecimal(decimalOf(amount, placesOf(amount, fraction.length), true))} ${currency}`;
  if (typeof value === "string" && value.endsWith("%")) {
    const percent = { ...amount, numerator: `${amount.numerator}00` };
    return `${decimalOf(percent, placesOf(percent, 2), false)}%`;
  }
  return groupedDecimal(decimalOf(amount, placesOf(amount, 2), false));
}

/** The amount that was found: of a credit or bonus, or the limit in money that a ratchet proposes; else "". */
function writtenMoney({ kind, value }: Finding): string {
  if (typeof value === "object" && value !== null) return moneyWords(value);
  return kind === "ratchet" ? (value ?? "") : "";
}

/** Decimals that show an amount: as many as its money has, and two digits of one that is smaller than its minor unit. */
function placesOf(
  { numerator, denominator }: { readonly numerator: string; readonly denominator: string },
  decimals: number,
): number {
  const magnitude = BigInt(numerator.replace("-", ""));
  const below = BigInt(denominator);
  if (magnitude === 0n || magnitude * 10n ** BigInt(decimals) >= below) return decimals;
  let places = decimals;
  while (magnitude * 10n ** BigInt(places) < below) places++;
  const isExact = (magnitude * 10n ** BigInt(places)) % below === 0n;
  return isExact ? places : places + 1;
}

/** A ratio with so many decimals; `…` where there are finer ones. */
function decimalOf(
  { numerator, denominator }: { readonly numerator: string; readonly denominator: string },
  decimals: number,
  isFixed: boolean,
): string {
  const scaled = BigInt(numerator) * 10n ** BigInt(decimals);
  const below = BigInt(denominator);
  const magnitude = (scaled < 0n ? -scaled : scaled) / below;
  const digits = String(magnitude).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  const shown = isFixed || scaled % below !== 0n ? fraction : fraction.replace(/0+$/, "");
  const sign = scaled < 0n ? "-" : "";
  return `${sign}${whole}${shown === "" ? "" : `.${shown}`}${scaled % below === 0n ? "" : "…"}`;
}

/** All amounts of one currency together. */
export function totalMoney(
  amounts: readonly { readonly amount: string; readonly currency: string }[],
): string {
  const [first] = amounts;
  if (first === undefined) return "";
  const decimals = first.amount.split(".")[1]?.length ?? 0;
  const sum = amounts.reduce((total, { amount }) => total + BigInt(amount.replace(".", "")), 0n);
  const digits = String(sum).padStart(decimals + 1, "0");
  const amount = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return moneyWords({ amount, currency: first.currency });
}
