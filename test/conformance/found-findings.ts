/**
 * Findings of each runtime as the facts that cases expect (SPEC §7.6): the value under a name of its own for every
 * kind, details and lines beside it.
 *
 * Numbers are exact ratios in lowest terms, `"3/2"`; amounts of money are text with all minor digits, `"150.00"`.
 */
import type { Finding, Ratio } from "@tenet-lang/evaluator";
import { detailsOf } from "../differential/compare-findings.ts";
import { type ReferenceFinding, shownRatio } from "../reference/consequences/finding.ts";
import type { Found } from "../reference/consequences/site.ts";

export type Facts = Readonly<Record<string, unknown>>;

export interface FoundFinding {
  readonly facts: Facts;
  /** §7.6.3, by key, in the words of `detailWords`. */
  readonly details: Readonly<Record<string, string>>;
  readonly lines: readonly Facts[];
}

/** A finding of the memory runtime. */
export function findingOfMemory(finding: Finding): FoundFinding {
  const { kind, name, label, party, period, version, provisional, exact, lines, origin } = finding;
  return {
    facts: {
      kind,
      consequence: name,
      party: party.key,
      period: period.label,
      start: period.start,
      end: period.end,
      provisional,
      exact: ratioText(exact),
      ...valueOfMemory(finding),
      ...{ label, version, line: origin.line },
    },
    details: detailsOf(finding),
    lines: lines.map(({ what, of, period: verdict, factors, amount, rows }) => ({
      ...{ what, of, period: verdict, rows },
      factors: factors.map(ratioText),
      amount: ratioText(amount),
    })),
  };
}

function valueOfMemory(finding: Finding): Facts {
  const { exact, value } = finding;
  switch (finding.kind) {
    case "credit":
    case "bonus":
      return { amount: finding.value?.amount ?? null, currency: finding.value?.currency ?? null };
    case "points":
      return { points: ratioText(exact), text: value };
    case "escalation":
      return { state: value };
    case "ratchet":
      return { proposal: value === "none" ? "none" : ratioText(exact), text: value };
    case "scorecard":
      return { score: ratioText(exact), text: value };
    case "tiers":
      return { level: value };
  }
}

/** A finding of the reference. */
export function findingOfReference({ finding, version }: Found): FoundFinding {
  const { kind, name, party, period, start, end, isProvisional, exact, lines, details } = finding;
  return {
    facts: {
      ...{ kind, consequence: name, party, period, start, end, version },
      provisional: isProvisional,
      exact: exact === null ? null : shownRatio(exact),
      ...valueOfReference(finding),
    },
    details,
    lines: lines.map(({ factors, amount, ...line }) => ({
      ...line,
      factors: factors.map(shownRatio),
      amount: shownRatio(amount),
    })),
  };
}

function valueOfReference({ kind, value, exact }: ReferenceFinding): Facts {
  const number = exact === null ? null : shownRatio(exact);
  switch (kind) {
    case "credit":
    case "bonus":
      return { amount: value };
    case "points":
      return { points: number };
    case "escalation":
      return { state: value };
    case "ratchet":
      return { proposal: value === "none" ? value : number, text: value };
    case "scorecard":
      return { score: number, text: value };
    case "tiers":
      return { level: value };
  }
}

const ratioText = (value: Ratio | null): string | null =>
  value === null ? null : `${value.numerator}/${value.denominator}`;

/** A detail as a case writes it, in the words in which both runtimes give it here. */
export function detailWords(key: string, value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  const items: readonly unknown[] = value;
  switch (key) {
    case "found":
      return items.map((item) => stepWords(item as Facts)).join("; ");
    case "read":
      return items.map((item) => readWords(item as Facts)).join("; ");
    default:
      return items.join(" ");
  }
}

const stepWords = ({ step, on, cureUntil = null, noticeUntil = null }: Facts): string =>
  `${step} on ${on} cure ${cureUntil} notice ${noticeUntil}`;

const readWords = ({ name, verdict = null, value = null, period = null }: Facts): string =>
  `${name} ${verdict ?? value} ${period}`;
