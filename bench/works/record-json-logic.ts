/** The rules as JSON logic, compiled by json-logic-engine. */
import type { Bundle } from "@tenet-lang/evaluator";
import { LogicEngine } from "json-logic-engine";
import { type PlainComparison, type PlainRule, plainRules } from "./plain-rules.ts";
import type { Parcel } from "./record-rules.ts";

type Logic = Readonly<Record<string, unknown>>;

/** Compiles every rule to a function. */
export function jsonLogicRules(bundle: Bundle): (parcel: Parcel) => readonly boolean[] {
  const engine = new LogicEngine();
  const tests = plainRules(bundle).map((rule) => engine.build(logicOf(rule)) as (parcel: Parcel) => unknown);
  return (parcel) => tests.map((test) => test(parcel) === true);
}

function logicOf(rule: PlainRule): Logic {
  return rule.kind === "compare" ? comparison(rule) : { [rule.kind]: rule.of.map(logicOf) };
}

/** Where order is asked for, null would be taken for zero. */
function comparison({ field, operator, value }: PlainComparison): Logic {
  const held = { var: field };
  switch (operator) {
    case "given":
      return { "!==": [held, null] };
    case "missing":
      return { "===": [held, null] };
    case "===":
    case "!==":
      return { [operator]: [held, value] };
    default:
      return { and: [{ "!==": [held, null] }, { [operator]: [held, value] }] };
  }
}
