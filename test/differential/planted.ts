/**
 * Mistakes that an evaluator could make, planted by changing what the memory runtime is given: the checked model
 * before it is compiled, the bundle, or the rows. Each stands for a misreading of the law.
 */
import {
  agreement,
  conditions,
  datasets,
  forms,
  given,
  limits,
  metrics,
  oneMore,
  standards,
  strictly,
  withCells,
  withRules,
} from "./changes.ts";
import { inBundle, inModel, inRun, type Mistake } from "./plant.ts";

export const mistakes: readonly Mistake[] = [
  inBundle("a limit is missed at the limit", (bundle) => withRules(bundle, /\/(met|missed)$/, strictly)),
  inBundle("needs asks for one row too many", (bundle) => withRules(bundle, /\/enough$/, oneMore)),
  inBundle("local time is read as UTC", (bundle) => ({
    ...bundle,
    zone: { ...bundle.zone, from: [bundle.zone.from[0] ?? 0], offset: [0] },
  })),
  inBundle("the clock never changes", (bundle) => ({
    ...bundle,
    zone: { ...bundle.zone, from: bundle.zone.from.slice(0, 1), offset: bundle.zone.offset.slice(-1) },
  })),
  inModel("an exclusion removes nothing", (model) => standards(model, (one) => ({ ...one, excluding: [] }))),
  inModel("evidence is not asked for", (model) => ({
    ...model,
    exclusions: model.exclusions.map((one) => ({ ...one, recorded: null })),
  })),
  inModel("one partner affected is enough", (model) => ({
    ...model,
    exclusions: model.exclusions.map((one) => ({ ...one, affected: null })),
  })),
  inModel("tolerance is forgotten", (model) => limits(model, (limit) => ({ ...limit, tolerates: null }))),
  inModel("groups are judged together", (model) => limits(model, (limit) => ({ ...limit, group: null }))),
  inModel("the last row of a varying limit is in force", (model) =>
    limits(model, (limit) => ({ ...limit, rows: limit.rows.slice(-1) })),
  ),
  inModel("a dated limit holds from the start", (model) =>
    limits(model, (limit) => ({ ...limit, rows: limit.rows.map((row) => ({ ...row, from: null })) })),
  ),
  inModel("amendments are forgotten", (model) => ({ ...model, amendments: [] })),
  inModel("gates are open", (model) => standards(model, (one) => ({ ...one, gates: [] }))),
  inModel("warnings are forgotten", (model) => standards(model, (one) => ({ ...one, warnings: [] }))),
  inModel("everybody is in scope", (model) => standards(model, (one) => ({ ...one, scope: [] }))),
  inModel("missing data is never agreed", (model) =>
    standards(model, (one) => ({ ...one, missingData: null })),
  ),
  inModel("a rolling window is one unit too long", (model) =>
    standards(model, (one) => ({
      ...one,
      measured: one.measured.map(({ window, when }) => ({
        window: window.kind === "rolling" ? { ...window, count: window.count + 1 } : window,
        when,
      })),
    })),
  ),
  inModel("rolling calendar spans roll by days", (model) =>
    standards(model, (one) => ({
      ...one,
      measured: one.measured.map(({ window, when }) => ({
        window: window.kind === "rolling" ? { ...window, whole: false } : window,
        when,
      })),
    })),
  ),
  inModel("latest N takes one row fewer", (model) =>
    standards(model, (one) => ({
      ...one,
      measured: one.measured.map(({ window, when }) => ({
        window: window.kind === "latest" ? { ...window, count: Math.max(1, window.count - 1) } : window,
        when,
      })),
    })),
  ),
  inModel("an assessment is a day late", (model) =>
    standards(model, (one) => ({
      ...one,
      assessed:
        one.assessed?.kind === "on_day" ? { ...one.assessed, day: one.assessed.day + 1 } : one.assessed,
    })),
  ),
  inModel("rounding is forgotten", (model) => agreement(model, { rounding: null })),
  inModel("rounding keeps one decimal too many", (model) =>
    agreement(model, { rounding: model.agreement.rounding === null ? null : model.agreement.rounding + 1 }),
  ),
  inModel("business years start in january", (model) =>
    agreement(model, { yearStarts: { month: 1, day: 1 } }),
  ),
  inModel("partners are always active", (model) => ({
    ...model,
    partners: model.partners === null ? null : { ...model.partners, active: null },
  })),
  inModel("the numerator counts all rows of the denominator", (model) =>
    forms(model, (form) =>
      form.kind === "share" ? { ...form, numerator: { ...form.numerator, where: null } } : form,
    ),
  ),
  inModel("a share is out of all rows", (model) =>
    forms(model, (form) =>
      form.kind === "share" ? { ...form, denominator: { ...form.denominator, where: null } } : form,
    ),
  ),
  inModel("the median is the upper middle", (model) =>
    forms(model, (form) =>
      form.kind === "median"
        ? { ...form, kind: "percentile", percent: { numerator: "500001", denominator: "1000000" } }
        : form,
    ),
  ),
  inModel("a percentile is a little too high", (model) =>
    forms(model, (form) =>
      form.kind === "percentile"
        ? {
            ...form,
            percent: { numerator: `${form.percent.numerator}1`, denominator: `${form.percent.denominator}0` },
          }
        : form,
    ),
  ),
  inModel("promoters and detractors change places", (model) =>
    forms(model, (form) =>
      form.kind === "net_score" ? { ...form, promoters: form.detractors, detractors: form.promoters } : form,
    ),
  ),
  inModel("different values are rows", (model) =>
    forms(model, (form) =>
      form.kind === "distinct" ? { kind: "count", population: form.population } : form,
    ),
  ),
  inModel("an average of a metric is the metric", (model) =>
    forms(model, (form) =>
      form.kind === "period_mean"
        ? (model.metrics.find(({ name }) => name === form.metric)?.form ?? form)
        : form,
    ),
  ),
  inModel("final is forgotten", (model) => metrics(model, (metric) => ({ ...metric, final: null }))),
  inModel("a metric's own date is forgotten", (model) =>
    metrics(model, (metric) => ({ ...metric, dated: null })),
  ),
  inModel("counts at most is forgotten", (model) =>
    metrics(model, (metric) => ({ ...metric, countsAtMost: null })),
  ),
  inModel("and is read as or", (model) =>
    conditions(model, (condition) => (condition.kind === "and" ? { ...condition, kind: "or" } : condition)),
  ),
  inModel("is not X is true of a missing value", (model) =>
    conditions(model, (condition) =>
      condition.kind === "compare" && condition.operator === "is_not" && condition.left.kind === "field"
        ? {
            kind: "not",
            of: { kind: "and", of: [{ ...condition, operator: "is" }, given(condition.left.name)] },
          }
        : condition,
    ),
  ),
  inModel("at most is read as less than", (model) =>
    conditions(model, (condition) =>
      condition.kind === "compare" && condition.operator === "at_most"
        ? { ...condition, operator: "less_than" }
        : condition,
    ),
  ),
  inModel("a look-up reaches any date", (model) =>
    conditions(model, (condition) => (condition.kind === "has" ? { ...condition, within: null } : condition)),
  ),
  inModel("a look-up forgets its condition", (model) =>
    conditions(model, (condition) => (condition.kind === "has" ? { ...condition, where: null } : condition)),
  ),
  inModel("every row of a log counts", (model) => datasets(model, { keepsLatest: null })),
  inModel("duplicates count", (model) => datasets(model, { duplicatesOnce: false })),
  inModel("only the empty cell is missing", (model) => ({
    ...model,
    datasets: model.datasets.map((one) => (one.missing.includes("NA") ? { ...one, missing: ["?"] } : one)),
  })),
  inRun("text is normalised", (run) => withCells(run, (cell) => cell.normalize("NFC"))),
  inRun("text is trimmed", (run) => withCells(run, (cell) => cell.trim())),
  inRun("amounts go through floating point", (run) =>
    withCells(run, (cell) => (/^\d+\.\d+$/.test(cell) ? String(Math.fround(Number(cell))) : cell)),
  ),
  inRun("rows of a day after as of are read", (run) => ({ ...run, asOf: `2099${run.asOf.slice(4)}` })),
];
