/**
 * What a test may expect of consequences, and the periods that expectations name (SPEC §3.12.16, §3.12.19).
 *
 * Money, numbers and values of a metric's unit are compared as exact numbers; steps and levels by their names, and
 * `none` says that there is nothing.
 */
import type { CalendarUnit } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { limitComparison } from "./limits.ts";
import { bindLiteral } from "./literals.ts";
import type { ExpectModel } from "./model.ts";
import type { CheckedParts } from "./parts.ts";
import { reportExpectation } from "./rules/expectation.rule.ts";
import { type Site, wordsOf } from "./site.ts";
import type { CheckedStandard } from "./standards.ts";
import { listWords, typeWords, type ValueType } from "./types.ts";
import type { World } from "./world.ts";

/** What expectations are read against. */
export interface Expecting {
  readonly world: World;
  readonly site: Site;
  readonly standards: ReadonlyMap<string, CheckedStandard>;
  readonly parts: CheckedParts;
}

/** Kinds of declarations that give findings. */
export const findingKinds = [
  "Credit",
  "Bonus",
  "Points",
  "Escalation",
  "Ratchet",
  "Scorecard",
  "Tiers",
] as const;

type FindingKind = (typeof findingKinds)[number];

/** The value that is expected of a finding; null where it was reported, or the declaration is not known. */
export function findingValue(
  expecting: Expecting,
  node: ast.Expect,
  kind: FindingKind,
): ExpectModel["value"] | null {
  const { parts } = expecting;
  const isNone = node.value.kind === "Name" && node.value.text === "none";
  switch (kind) {
    case "Credit":
    case "Bonus": {
      const plan = named([...parts.credits, ...parts.bonuses], node);
      if (plan === null) return null;
      const { currency, decimals } = plan;
      return isNone ? NONE : numberValue(expecting, node, { kind: "money", currency, decimals });
    }
    case "Points":
    case "Scorecard":
      return isNone ? NONE : numberValue(expecting, node, { kind: "number", counting: "either" });
    case "Escalation":
      return partValue(expecting, node, "steps", named(parts.escalations, node)?.steps, isNone);
    case "Tiers":
      return partValue(expecting, node, "levels", named(parts.tiers, node)?.levels, isNone);
    case "Ratchet":
      return isNone ? NONE : limitValue(expecting, node, named(parts.ratchets, node)?.metric);
  }
}

const NONE: ExpectModel["value"] = { kind: "none" };

function named<T extends { readonly name: string }>(
  plans: readonly (T | null)[],
  { subject }: ast.Expect,
): T | null {
  return plans.find((plan) => plan?.name === subject.text) ?? null;
}

function numberValue(
  { world, site }: Expecting,
  { subject, value }: ast.Expect,
  type: ValueType,
): ExpectModel["value"] | null {
  if (value.kind === "Name") {
    const message = `\`${subject.text}\` finds ${typeWords(type)} or \`none\`, not \`${value.text}\``;
    reportExpectation(site, value.span, message);
    return null;
  }
  const left = { words: subject.text, span: subject.span, type, civil: false, row: null };
  const literal = bindLiteral(world, site, left, value);
  if (literal?.kind !== "number") return null;
  return { kind: "ratio", ...literal.value, text: wordsOf(site.file, value.span) };
}

/** One of the steps or levels of the declaration, or none. */
function partValue(
  { site }: Expecting,
  { subject, value }: ast.Expect,
  what: "steps" | "levels",
  found: readonly { readonly name: string }[] | undefined,
  isNone: boolean,
): ExpectModel["value"] | null {
  if (found === undefined) return null;
  const names = found.map(({ name }) => name);
  if (value.kind === "Name" && names.includes(value.text)) return { kind: "text", text: value.text };
  if (isNone) return NONE;
  const message = `the ${what} of \`${subject.text}\` are ${listWords(names)}; one of them, or \`none\`, is expected`;
  reportExpectation(site, value.span, message);
  return null;
}

/** A value of the unit of the limit that may rise. */
function limitValue(
  { world, site }: Expecting,
  node: ast.Expect,
  name: string | undefined,
): ExpectModel["value"] | null {
  const metric = name === undefined ? undefined : world.metrics.get(name);
  if (metric === undefined) return null;
  const { span } = node.value;
  const test: ast.Test = { kind: "Test", span, operator: "is", values: [node.value], operatorSpan: span };
  const literal = limitComparison(world, site, metric, node.subject, test)?.values[0];
  if (literal?.kind !== "number") return null;
  return { kind: "ratio", ...literal.value, text: wordsOf(site.file, span) };
}

/** How the verdicts or findings of a declaration are labelled: by spans of one length, or by days. */
export interface Labels {
  readonly span: CalendarUnit;
  /** For messages: `judged each calendar month`. */
  readonly words: string;
}

/** The labels of a declaration; null where they are not known. */
export function labelsOf(expecting: Expecting, name: string): Labels | null {
  const { parts, standards } = expecting;
  const standard = standards.get(name);
  if (standard !== undefined) return standardLabels(standard);
  const duty = parts.duties.find((plan) => plan?.name === name);
  if (duty != null) return duty.due.kind === "after" ? judgedEach(duty.due.span) : byDay("by its due day");
  if (parts.attestations.some((plan) => plan?.name === name)) return byDay("on a day");
  return findingLabels(expecting, name);
}

function standardLabels({ model }: CheckedStandard): Labels | null {
  const window = model?.measured[0]?.window;
  if (window === undefined) return null;
  if (window.kind === "calendar") return judgedEach(window.span);
  if (window.kind === "partner_year") return byDay("by the first day of a partner's year");
  return byDay("on assessment days");
}

function findingLabels(expecting: Expecting, name: string): Labels | null {
  const { parts } = expecting;
  const isNamed = (plan: { readonly name: string } | null): boolean => plan?.name === name;
  const money = [...parts.credits, ...parts.bonuses].find(isNamed);
  if (money != null) return { span: money.span, words: `found each calendar ${spanWords(money.span)}` };
  const judged = parts.points.find(isNamed) ?? parts.ratchets.find(isNamed);
  if (judged != null) return labelsOf(expecting, judged.on);
  const line = parts.escalations.find(isNamed)?.line;
  if (line !== undefined) return line.kind === "months" ? judgedEach("month") : labelsOf(expecting, line.of);
  const window = parts.scorecards.find(isNamed)?.window;
  if (window !== undefined)
    return window.kind === "calendar" ? judgedEach(window.span) : byDay("on assessment days");
  return parts.tiers.some(isNamed) ? byDay("on assessment days") : null;
}

function judgedEach(span: CalendarUnit): Labels {
  return { span, words: `judged each calendar ${spanWords(span)}` };
}

function byDay(words: string): Labels {
  return { span: "day", words: `judged ${words}, such as \`2026-01-20\`` };
}

function spanWords(span: CalendarUnit): string {
  return span.replace("_", " ");
}
