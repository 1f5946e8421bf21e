/** Checks that rules read only facts that there are, and compare each with a value of its own kind. */
import { type Known, report } from "./known.ts";
import type { MetricUnit } from "./metric-plan.ts";
import { MAX_PATTERN } from "./metric-references.ts";
import type { Rule, RuleCondition, RuleScalar, StrictOperator } from "./rule.ts";
import type { FieldType } from "./table-plan.ts";
import { calendarUnit, verdictKind } from "./word-schema.ts";

type Leaf = Extract<RuleCondition, { readonly fact: string }>;
/** What a fact is compared with: exact numbers, text (names and dates too) or yes and no. */
type FactKind = "ratio" | "text" | "yes_no";

/** Checks one rule. */
export function checkRule(known: Known, rule: Rule, path: string): void {
  if (rule.event.type !== rule.name) report(known, `${path}.event.type`, "must repeat the rule's name");
  for (const [index, condition] of rule.conditions.all.entries()) {
    checkCondition(known, condition, `${path}.conditions.all[${index}]`);
  }
}

function checkCondition(known: Known, condition: RuleCondition, path: string): void {
  if ("fact" in condition) checkLeaf(known, condition, path);
  else if ("not" in condition) checkCondition(known, condition.not, `${path}.not`);
  else {
    const word = "all" in condition ? "all" : "any";
    const parts = "all" in condition ? condition.all : condition.any;
    for (const [index, part] of parts.entries()) checkCondition(known, part, `${path}.${word}[${index}]`);
  }
}

function checkLeaf(known: Known, { fact, operator, value }: Leaf, path: string): void {
  const kind = factKind(known, fact);
  if (kind === null) {
    report(known, `${path}.fact`, `there is no fact \`${fact}\``);
    return;
  }
  const problem = valueProblem(operator, value, kind) ?? wordProblem(fact, value);
  if (problem !== null) report(known, `${path}.value`, problem);
}

/** The kind of a fact by its name; null where nothing in the bundle gives it. */
function factKind(known: Known, fact: string): FactKind | null {
  if (fact === "party" || fact === "day") return "text";
  const colon = fact.indexOf(":");
  const name = fact.slice(colon + 1);
  switch (fact.slice(0, Math.max(colon, 0))) {
    case "rows":
      return known.datasets.has(name) || known.metrics.has(name) ? "ratio" : null;
    case "metric":
      return kindOfUnit(known.metrics.get(name)?.unit);
    case "partner":
      return kindOfType(known.partnerFields.get(name)?.type);
    case "verdict":
      return known.verdictNames.has(name) ? "text" : null;
    case "score":
      return known.scorecards.has(name) ? "ratio" : null;
    case "step":
      return known.steps.has(name) ? "text" : null;
    case "now":
      return EVENTS.has(name) ? "yes_no" : null;
    case "run":
      return EVENTS.has(name) ? "ratio" : null;
    case "times":
      return isTimes(name.split(":")) ? "ratio" : null;
    case "peers":
      return arePeers(known, name.split(":")) ? "ratio" : null;
    case "confident":
      return known.rules.has(name) ? "yes_no" : null;
    default:
      return null;
  }
}

const EVENTS: ReadonlySet<string> = new Set(["met", "missed", "exceeded"]);
const UNITS: ReadonlySet<string> = new Set(calendarUnit.options);
/** Facts whose text is one of a few words. */
const WORDS: Readonly<Record<string, ReadonlySet<RuleScalar>>> = {
  verdict: new Set(verdictKind.options),
  step: new Set(["open", "cured", "not_cured"]),
};

/** `EVENT:M:UNIT`. */
function isTimes([event = "", count = "", unit = "", ...rest]: readonly string[]): boolean {
  return rest.length === 0 && EVENTS.has(event) && /^[1-9][0-9]{0,8}$/.test(count) && UNITS.has(unit);
}

/** `METRIC:FIELD:difference` or `standing`; no FIELD where all partners are peers. */
function arePeers(known: Known, [metric = "", field = "", what = "", ...rest]: readonly string[]): boolean {
  if (rest.length > 0 || (what !== "difference" && what !== "standing")) return false;
  return known.metrics.has(metric) && (field === "" || known.partnerFields.has(field));
}

/** A verdict, or the state of a step, compared with a word that it never is. */
function wordProblem(fact: string, value: Leaf["value"]): string | null {
  const words = WORDS[fact.slice(0, Math.max(fact.indexOf(":"), 0))];
  if (words === undefined || value === true) return null;
  const stray = (isList(value) ? value : [value]).find((word) => !words.has(word));
  return stray === undefined ? null : `the fact is never \`${String(stray)}\``;
}

function kindOfUnit(unit: MetricUnit | undefined): FactKind | null {
  if (unit === undefined) return null;
  if (unit.kind === "member" || unit.kind === "text") return "text";
  return unit.kind === "yes_no" ? "yes_no" : "ratio";
}

function kindOfType(type: FieldType | undefined): FactKind | null {
  if (type === undefined) return null;
  if (type.kind === "text" || type.kind === "one_of" || type.kind === "date") return "text";
  return type.kind === "yes_no" ? "yes_no" : "ratio";
}

function valueProblem(operator: StrictOperator, value: Leaf["value"], kind: FactKind): string | null {
  switch (operator) {
    case "strict:is_given":
    case "strict:is_not_given":
      return value === true ? null : "must be true";
    case "strict:is_one_of":
    case "strict:is_none_of":
      if (!isList(value)) return "must be a list";
      return value.every((item) => kindOf(item) === kind) ? null : mismatch(kind);
    case "strict:contains":
    case "strict:contains_not":
    case "strict:matches":
    case "strict:matches_not":
      if (kind !== "text" || typeof value !== "string") return "only text is searched, and only for text";
      return value.length > MAX_PATTERN ? `is longer than ${MAX_PATTERN} characters` : null;
    default:
      if (isList(value)) return "must not be a list";
      if (kind === "yes_no" && operator !== "strict:is" && operator !== "strict:is_not") {
        return "yes and no have no order";
      }
      return kindOf(value) === kind ? null : mismatch(kind);
  }
}

function isList(value: Leaf["value"]): value is readonly RuleScalar[] {
  return Array.isArray(value);
}

function kindOf(value: RuleScalar): FactKind {
  if (typeof value === "string") return "text";
  return typeof value === "boolean" ? "yes_no" : "ratio";
}

function mismatch(kind: FactKind): string {
  const words = { ratio: "an exact number", text: "text", yes_no: "true or false" };
  return `the fact is ${words[kind]}, and is compared with something else`;
}
