import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";

function example(field: string): string {
  return `dataset orders from "orders.csv" one row per order_id
  field order_id text
  field household text
  field buyer text personal

metric buyers number of different ${field} in orders
`;
}

/** A personal field outside a condition. */
export const personalField: DiagnosticRule = {
  code: "TEN2306",
  name: "personal-field",
  severity: "error",
  spec: "§3.2",
  summary: "A personal field may be filtered on; it is never shown, counted, grouped by or computed with.",
  help: "Verdicts go to partners. Leave `personal` away if the field says nothing about a person, or use a field that does not.",
  examples: { invalid: example("buyer"), valid: example("household") },
  fix: { none: "whether a field is personal is for the author to say" },
};

/** Reports a personal field that is used as `use`. */
export function reportPersonalField(site: Site, name: ast.Name, use: string): void {
  site.say(personalField, name.span, `\`${name.text}\` is personal, so it cannot be ${use}`);
}

/** Reports a field that is computed from a personal one and not personal itself. */
export function reportPersonalSource(site: Site, name: ast.Name, source: string): void {
  const message = `\`${name.text}\` is computed from the personal field \`${source}\`, so it must be personal too`;
  site.say(personalField, name.span, message);
}
