import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { fixOf, inserted, type Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(field: string): string {
  return `partners from "partners.csv" key partner_id
  field partner_id text
  field country text

${withStandard(`  requires quick
    at least 99% where ${field} is "US"
    at least 95% otherwise
  measured each calendar month
  needs no minimum
`)}`;
}

/** A term that depends on something other than the partner. */
export const partnerCondition: DiagnosticRule = {
  code: "TEN2513",
  name: "partner-condition",
  severity: "error",
  spec: "§3.6.11",
  summary:
    "Which row of a limit or minimum holds depends on the partner's own fields, read as `partner.FIELD`.",
  help: "Terms are known before the period begins, so they cannot turn on its rows. To judge some rows by another limit, make a metric of those rows.",
  examples: { invalid: example("country"), valid: example("partner.country") },
  fix: "offered",
  elsewhere: { subject: true },
};

/** Reports a left side that is no `partner.FIELD`, offering it where the partners have a field of that name. */
export function reportPartnerCondition(site: Site, node: ast.Node, isPartnerField: boolean): void {
  site.say(
    partnerCondition,
    node.span,
    "this condition may only read fields of the partner, as `partner.FIELD`",
    {
      fixes: isPartnerField ? [fixOf("read it from the partner", inserted(node.span.start, "partner."))] : [],
    },
  );
}
