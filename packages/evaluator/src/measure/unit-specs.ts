/**
 * The units that a metric is measured by: which dataset's rows, dated how, and what is added up of them.
 *
 * A share needs one unit, a rate two, a ratio none of its own: its metrics have theirs. Of cases, a share counts only
 * those that are decided.
 */
import type { MetricForm, MetricPlan } from "../bundle/metric-plan.ts";
import { CASE, finalField, OVERLAP, ofDecided } from "./cases.ts";
import type { UnitMeasure, UnitSpec } from "./unit-spec.ts";

/** The units that measure a metric; `group` is the field of `for each`. */
export function unitSpecs(
  plan: MetricPlan,
  group: string | null,
  hasCases: (dataset: string) => boolean,
): readonly UnitSpec[] {
  const { form, dated, countsAtMost } = plan;
  const spec = (dataset: string, measure: UnitMeasure): UnitSpec => ({
    dataset,
    dated,
    group,
    countsAtMost,
    measure,
  });
  switch (form.kind) {
    case "ratio":
    case "period_mean":
      return [];
    case "time_outside":
      return [coverSpec(form.clock)];
    case "share": {
      const { dataset } = form.denominator;
      const [numerator, denominator] = [form.numerator.where, form.denominator.where].map((where) =>
        hasCases(dataset) ? ofDecided(where) : where,
      );
      return [
        spec(dataset, { kind: "share", numerator: numerator ?? null, denominator: denominator ?? null }),
      ];
    }
    case "rate":
      return [form.numerator, form.denominator].map(({ dataset, where }) =>
        spec(dataset, { kind: "count", where }),
      );
    default:
      return [spec(form.population.dataset, populationMeasure(form, hasCases(form.population.dataset)))];
  }
}

/** Which cases overlap each window. */
function coverSpec(clock: string): UnitSpec {
  const measure: UnitMeasure = { kind: "distinct", field: CASE, where: null };
  return { dataset: clock, dated: OVERLAP, group: null, countsAtMost: null, measure };
}

type PopulationForm = Exclude<
  MetricForm,
  { kind: "ratio" | "period_mean" | "share" | "rate" | "time_outside" }
>;

function populationMeasure(form: PopulationForm, hasCases: boolean): UnitMeasure {
  const { where } = form.population;
  const fieldOf = (of: PopulationForm & { readonly field: string }): string =>
    hasCases ? finalField(of) : of.field;
  switch (form.kind) {
    case "count":
      return { kind: "count", where };
    case "net_score":
      return {
        kind: "net_score",
        field: form.field,
        where,
        promoters: form.promoters,
        detractors: form.detractors,
      };
    case "distinct":
    case "latest":
      return { kind: form.kind, field: fieldOf(form), where };
    case "sum":
    case "average":
      return { kind: "sum", field: fieldOf(form), where };
    default:
      return { kind: "rank", field: fieldOf(form), where };
  }
}
