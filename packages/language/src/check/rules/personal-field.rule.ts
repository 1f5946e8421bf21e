import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";

function example(field: string): string {
  return `dataset orders from "orders.csv" one row per order_id
  field order_id text
  dated ordered_on
  field ordered_on date
  field shelf text
  field buyer text personal

metric newest latest ${field} in orders
`;
}

/** A personal field where its value would be seen. */
export const personalField: DiagnosticRule = {
  code: "TEN2306",
  name: "personal-field",
  severity: "error",
  spec: "§3.2.27",
  summary: "A personal field may be tested, looked up by and counted; its values are never shown.",
  help: "Verdicts go to partners. No groups are made by it, no partner is named by it, and no metric gives back one row's value of it. Leave `personal` away if the field says nothing about a person.",
  examples: { invalid: example("buyer"), valid: example("shelf") },
  fix: { none: "whether a field is personal is for the author to say" },
};

/** Reports a personal field where it would be seen; `consequence` says what it cannot be used for. */
export function reportPersonalField(site: Site, name: ast.Name, consequence: string): void {
  site.say(personalField, name.span, `\`${name.text}\` is personal, so ${consequence}`);
}
