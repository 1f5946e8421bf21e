/** The rules as JSON schemas for ajv. */
import type { Bundle } from "@tenet-lang/evaluator";
import { Ajv } from "ajv";
import { type PlainComparison, type PlainRule, plainRules } from "./plain-rules.ts";
import type { Parcel } from "./record-rules.ts";

type Schema = Readonly<Record<string, unknown>>;

/** Compiles every rule to a schema that a parcel is valid by if the rule holds. */
export function ajvRules(bundle: Bundle): (parcel: Parcel) => readonly boolean[] {
  const ajv = new Ajv({ strict: false });
  const validators = plainRules(bundle).map((rule) => ajv.compile(schemaOf(rule)));
  return (parcel) => validators.map((isValid) => isValid(parcel) as boolean);
}

function schemaOf(rule: PlainRule): Schema {
  switch (rule.kind) {
    case "and":
      return { allOf: rule.of.map(schemaOf) };
    case "or":
      return { anyOf: rule.of.map(schemaOf) };
    case "compare":
      return { properties: { [rule.field]: propertyOf(rule) } };
  }
}

function propertyOf({ operator, value }: PlainComparison): Schema {
  switch (operator) {
    case "given":
      return { not: { const: null } };
    case "missing":
      return { const: null };
    case "===":
      return { const: value };
    case "!==":
      return { not: { const: value } };
    case ">=":
      return { type: "number", minimum: value };
    case "<=":
      return { type: "number", maximum: value };
    case ">":
      return { type: "number", exclusiveMinimum: value };
    case "<":
      return { type: "number", exclusiveMaximum: value };
  }
}
