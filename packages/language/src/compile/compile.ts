/**
 * Compiling: from the checked model of an agreement to its bundle.
 *
 * Plans of datasets, clocks, metrics and exclusions are taken as they are. Decisions become json-rules-engine rules
 * over named facts: three-valued conditions are lowered to rules that fire or do not, amendments are merged into the
 * limits that they change, zones become tables, and regions the days of their holidays. The order of the parts is
 * settled (declarations by name, rules by standard and sentence), so that an agreement has one bundle whatever the
 * order of its files and lines, and the fingerprint says which. Nothing is looked up any more: the bundle holds all
 * that judging needs, and the same model gives the same bundle.
 */
import type { AmendmentPlan, Bundle, Rule, RuleCondition } from "@tenet-lang/evaluator";
import { fingerprintOf } from "@tenet-lang/evaluator/bundle";
import type { AmendmentModel, Model } from "../check/model.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import { byName } from "./by-name.ts";
import { calendarPlan, type HolidaySource } from "./calendars.ts";
import type { Emit } from "./limits.ts";
import { partsOf } from "./parts.ts";
import { nestingProblem } from "./rules/nesting.rule.ts";
import { termProblem } from "./rules/term.rule.ts";
import { standardPlan } from "./standards.ts";
import { zoneTable } from "./zone.ts";

export interface CompileOptions {
  /** What `loadHolidays` gives for the model; an agreement that names holidays has no bundle without. */
  readonly holidays?: HolidaySource | undefined;
  /** Release of the zone rules that this machine knows, such as `2026a`; it is noted in the bundle. */
  readonly zoneVersion?: string;
}

/** The bundle of an agreement; null where something in it has no bundle. */
export function compile(model: Model, options: CompileOptions = {}): Outcome<Bundle | null> {
  const tooLong = termProblem(model.agreement);
  if (tooLong !== null) return { value: null, diagnostics: [tooLong] };
  const bundle = bundleOf(model, options);
  const tooDeep = nestingProblem(bundle);
  return tooDeep === null ? { value: bundle, diagnostics: [] } : { value: null, diagnostics: [tooDeep] };
}

function bundleOf(model: Model, { zoneVersion = "unknown", holidays }: CompileOptions): Bundle {
  const { agreement, partners } = model;
  const rules: Rule[] = [];
  const emit: Emit = (name, condition) => {
    rules.push(ruleOf(name, condition));
    return name;
  };
  const amendments = byName(model.amendments);
  const unsigned: Omit<Bundle, "fingerprint"> = {
    schema: "tenet.bundle/1",
    agreement,
    zone: zoneTable(agreement, zoneVersion),
    partners,
    datasets: byName(model.datasets),
    calendars: byName(model.calendars).map((calendar) =>
      calendarPlan(calendar, { agreement, partners, zoneVersion, holidays }),
    ),
    clocks: byName(model.clocks),
    metrics: byName(model.metrics),
    exclusions: byName(model.exclusions),
    amendments: amendments.map(amendmentPlan),
    standards: byName(model.standards).map((standard) => {
      const changes = amendments.filter((amendment) => amendment.standard === standard.name);
      return standardPlan(standard, changes, emit);
    }),
    ...partsOf(model, emit),
    rules,
  };
  const { schema, ...rest } = unsigned;
  return { schema, fingerprint: fingerprintOf(unsigned), ...rest };
}

function ruleOf(name: string, condition: RuleCondition): Rule {
  return {
    name,
    conditions: { all: "all" in condition ? condition.all : [condition] },
    event: { type: name },
  };
}

/** An amendment without its limit, which stands among the limit's rows. */
function amendmentPlan({ comparison: _, ...plan }: AmendmentModel): AmendmentPlan {
  return plan;
}
