/** Standards as plans: every decision becomes a named rule, and the plan holds the names (SPEC §3.6). */
import type { Condition, StandardPlan } from "@tenet-lang/evaluator";
import type { AmendmentModel, NeedsModel, StandardModel } from "../check/model.ts";
import { leaf, metricsRead, trueOf, whole } from "./conditions.ts";
import { type Emit, firstThatHolds, limitPlan } from "./limits.ts";

/** The plan of a standard, with the amendments that change its limits. */
export function standardPlan(
  standard: StandardModel,
  amendments: readonly AmendmentModel[],
  emit: Emit,
): StandardPlan {
  const { name } = standard;
  const numbered = (what: string, conditions: readonly Condition[]): readonly string[] =>
    conditions.map((condition, index) => emit(`${name}/${what} ${index + 1}`, trueOf(condition)));
  return {
    name,
    label: standard.label,
    party: standard.party,
    owes: standard.owes,
    covers: standard.covers,
    scope: numbered("scope", standard.scope),
    gates: numbered("gate", standard.gates),
    gateMetrics: allMetrics(standard.gates),
    requires: standard.requires.map(({ alternatives, origin }, index) => ({
      alternatives: alternatives.map((limit, at) => {
        const changes = amendments.filter(({ metric }) => metric === limit.metric);
        const isConfident = standard.confidence !== null;
        return limitPlan(limit, changes, { name: `${name}/limit ${index + 1}.${at + 1}`, emit, isConfident });
      }),
      origin,
    })),
    warnings: standard.warnings.map(({ condition, text, origin }, index) => {
      return { rule: emit(`${name}/warning ${index + 1}`, trueOf(condition)), text, origin };
    }),
    warningMetrics: allMetrics(standard.warnings.map(({ condition }) => condition)),
    measured: standard.measured.map(({ window, when }, index) => ({
      window,
      when: when === null ? null : emit(`${name}/measured ${index + 1}`, trueOf(when)),
      metrics: when === null ? [] : metricsRead(when),
    })),
    assessed: standard.assessed,
    needs: standard.needs === null ? null : needsPlan(standard.needs, `${name}/needs`, emit),
    excluding: standard.excluding,
    missingData: standard.missingData,
    confidence: standard.confidence,
    because: standard.because,
    origin: standard.origin,
  };
}

function needsPlan(needs: NeedsModel, name: string, emit: Emit): NonNullable<StandardPlan["needs"]> {
  const { counts, otherwise, origin } = needs;
  const guards = needs.rows.map(({ where }) => (where === null ? null : trueOf(where)));
  const applies = firstThatHolds(guards);
  const rows = needs.rows.map(({ atLeast }, index) => {
    const row = `${name}/row ${index + 1}`;
    const condition = applies[index] ?? null;
    return {
      applies: condition === null ? null : emit(`${row}/applies`, condition),
      enough: emit(`${row}/enough`, leaf(`rows:${counts.name}`, "strict:at_least", whole(atLeast))),
      atLeast,
    };
  });
  return { counts, rows, otherwise, origin };
}

function allMetrics(conditions: readonly Condition[]): readonly string[] {
  return [...new Set(conditions.flatMap(metricsRead))];
}
