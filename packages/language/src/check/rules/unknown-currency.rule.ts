import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

function example(currency: string): string {
  return `dataset orders from "orders.csv" one row per line\n  field fee money ${currency}\n`;
}

/** Three capitals that are no currency. */
export const unknownCurrency: DiagnosticRule = {
  code: "TEN2204",
  name: "unknown-currency",
  severity: "error",
  spec: "§2.4.6",
  summary: "A currency is a code of ISO 4217.",
  help: "The code says how many decimals an amount has: two for EUR, none for JPY, three for KWD.",
  examples: { invalid: example("EUX"), valid: example("EUR") },
  fix: "offered",
  elsewhere: { none: "currencies are listed by ISO 4217 and not by the agreement" },
};

/** Reports a code that is not in the list of currencies. */
export function reportUnknownCurrency(site: Site, span: Span, code: string): void {
  site.say(unknownCurrency, span, `\`${code}\` is no currency of ISO 4217`);
}
