/** TEN3001: a condition is nested more deeply than a bundle may be. */
import type { Bundle, Origin } from "@tenet-lang/evaluator";
import { MAX_DEPTH } from "@tenet-lang/evaluator/bundle";
import type { Diagnostic, DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { diagnosticAt } from "../origin.ts";

/** Turns of `and` and `or` in the example: each adds a list and an object to the bundle. */
const turns = 40;

const example = (condition: string): string => `agreement a "A"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"

dataset calls from "calls.csv" one row per line
  partner partner_id
  dated started_at
  field partner_id text
  field started_at timestamp
  field x number

metric busy number of calls where ${condition}

standard s "S"
  requires busy at most 3
  measured each calendar month
  needs no minimum
`;

const nested = `${"(x is 1 and (x is 2 or ".repeat(turns / 2)}x is 3${"))".repeat(turns / 2)}`;

/** The law of nesting. */
export const nesting: DiagnosticRule = {
  code: "TEN3001",
  name: "nesting",
  severity: "error",
  spec: "§2.1.6",
  summary: `A bundle is nested at most ${MAX_DEPTH} levels deep.`,
  help: "Who reads a bundle refuses a deeper one before looking at it. Each change between `and` and `or` adds two levels; name a part of the condition as a metric, or write it with fewer parentheses.",
  examples: { invalid: example(nested), valid: example("x is 1 and (x is 2 or x is 3)") },
  fix: { none: "only the author can say the same with fewer parentheses" },
  elsewhere: { none: "the condition is too deep by itself" },
};

/** Says which declaration is nested too deeply, if one is. */
export function nestingProblem(bundle: Bundle): Diagnostic | null {
  const declarations = [
    ...bundle.metrics,
    ...bundle.exclusions,
    ...bundle.standards,
    ...bundle.rampUps,
    ...bundle.attestations,
    ...bundle.duties,
    ...bundle.credits,
    ...bundle.bonuses,
    ...bundle.points,
    ...bundle.escalations,
    ...bundle.tiers,
    ...bundle.touchpoints,
  ];
  const origins = new Map(declarations.map(({ name, origin }) => [name, origin]));
  const rules = bundle.rules.map((rule) => ({
    ...rule,
    origin: origins.get(rule.name.split("/")[0] ?? ""),
  }));
  const parts = [...declarations, ...rules];
  // Every part lies in a list of the bundle.
  const deep = parts.find((part) => depthOf(part) + 2 > MAX_DEPTH);
  return deep === undefined ? null : report(deep.origin ?? bundle.agreement.origin);
}

function report(origin: Origin): Diagnostic {
  return diagnosticAt(
    nesting,
    origin,
    `the conditions here are nested too deeply; more than ${MAX_DEPTH} levels of the bundle`,
  );
}

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Object.values(value).reduce<number>((deepest, held) => Math.max(deepest, depthOf(held)), 0);
}
