import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";

function example(members: string): string {
  return `partners from "workshops.csv" key workshop_id
  field workshop_id text
  field country one of ${members}

calendar workshop "When the workshops are open"
  open monday to friday 08:00 to 18:00
  closed holidays by partner.country
`;
}

/** A partner's field that does not say whose holidays are kept. */
export const holidayField: DiagnosticRule = {
  code: "TEN2813",
  name: "holiday-field",
  severity: "error",
  spec: "§3.3.9",
  summary: "`closed holidays by partner.FIELD` reads a region that every partner has.",
  help: "The field is a text that holds a country code, or a `one of` list in which each member is a region: `nl`, `gb_eng`. It is neither optional nor personal, for a partner without it would have no holidays, and its days show in every due time.",
  examples: { invalid: example("holland, belgium"), valid: example("nl, be, gb_eng") },
  fix: { none: "which region a partner belongs to is not known" },
};

/** Reports a field that cannot say whose holidays are kept, because of `why`. */
export function reportHolidayField(site: Site, name: ast.Name, why: string): void {
  site.say(holidayField, name.span, `\`${name.text}\` ${why}, so it cannot say whose holidays are kept`);
}

/** Reports a list with a member that is no region. */
export function reportHolidayMember(site: Site, name: ast.Name, member: string): void {
  const message = `\`${member}\`, which \`${name.text}\` may be, is no region with known holidays`;
  site.say(holidayField, name.span, message);
}
