/** The rules on json-rules-engine, with its own operators: one run per record. */
import type { Bundle } from "@tenet-lang/evaluator";
import {
  type ConditionProperties,
  Engine,
  type NestedCondition,
  type TopLevelCondition,
} from "json-rules-engine";
import type { Doing } from "../work.ts";
import { type PlainComparison, type PlainOperator, type PlainRule, plainRules } from "./plain-rules.ts";
import type { Parcel } from "./record-rules.ts";

/** Runs all rules on each of these parcels. */
export async function engineRules(bundle: Bundle, parcels: readonly Parcel[]): Promise<Doing> {
  const rules = plainRules(bundle);
  const engine = new Engine();
  for (const [at, rule] of rules.entries()) {
    const nested = nestedOf(rule);
    const conditions = ("fact" in nested ? { all: [nested] } : nested) as TopLevelCondition;
    engine.addRule({ conditions, event: { type: String(at) } });
  }
  let held: ReadonlySet<string>[] = [];
  return {
    async round() {
      held = [];
      for (const parcel of parcels) {
        const { events } = await engine.run({ ...parcel });
        held.push(new Set(events.map(({ type }) => type)));
      }
    },
    answer: () => held.map((types) => rules.map((_, at) => (types.has(String(at)) ? "1" : "0")).join("")),
  };
}

function nestedOf(rule: PlainRule): NestedCondition {
  if (rule.kind === "compare") return comparison(rule);
  const of = rule.of.map(nestedOf);
  return rule.kind === "and" ? { all: of } : { any: of };
}

function comparison({ field, operator, value }: PlainComparison): ConditionProperties {
  return { fact: field, operator: OPERATORS[operator], value };
}

const OPERATORS: Readonly<Record<PlainOperator, string>> = {
  "===": "equal",
  "!==": "notEqual",
  ">=": "greaterThanInclusive",
  "<=": "lessThanInclusive",
  ">": "greaterThan",
  "<": "lessThan",
  given: "notEqual",
  missing: "equal",
};
