import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type * as ast from "../../syntax/ast.ts";
import { fixOf, inserted, relatedAt, type Site } from "../site.ts";

function example(currency: string): string {
  return `agreement call_care "Call care"
  version 1.0.0
  effective from 2026-01-01 until further notice
  time zone "UTC"${currency}

partners from "partners.csv" key partner_id
  field partner_id text
  field monthly_invoice money EUR
`;
}

/** Money in an agreement without a currency. */
export const missingCurrency: DiagnosticRule = {
  code: "TEN2103",
  name: "missing-currency",
  severity: "error",
  spec: "§3.1.2",
  summary: "An agreement in which money appears says its currency.",
  help: "The currency of an agreement is the one in which its parties settle. Write `currency` with three capitals.",
  examples: { invalid: example(""), valid: example("\n  currency EUR") },
  fix: "offered",
};

/** A place where money appears. */
export interface MoneyPlace {
  readonly site: Site;
  readonly span: Span;
  /** `field fee`, `credit late` */
  readonly where: string;
  readonly currency: string;
}

/** Reports the agreement that lacks a currency, and the money that asks for one. */
export function reportMissingCurrency(site: Site, node: ast.AgreementDeclaration, money: MoneyPlace): void {
  const message = `money appears in ${money.where}, so the agreement needs a \`currency\` sentence`;
  const last = node.sentences.at(-1)?.span.end ?? node.headSpan.end;
  site.say(missingCurrency, node.name.span, message, {
    fixes: [fixOf(`write \`currency ${money.currency}\``, inserted(last, `\n  currency ${money.currency}`))],
    related: [relatedAt(money.site, money.span, "money stands here")],
  });
}
