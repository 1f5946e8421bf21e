import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import type { Span } from "../../source/source-file.ts";
import { regionNamed, regions } from "../regions.ts";
import { fixOf, guessWords, replaced, type Site } from "../site.ts";

function example(code: string): string {
  return `calendar workshop "When the workshop is open"
  open monday to friday 08:00 to 18:00
  closed holidays "${code}"
`;
}

/** A region of which no holidays are known. */
export const region: DiagnosticRule = {
  code: "TEN2812",
  name: "region",
  severity: "error",
  spec: "§3.3.8",
  summary: "Holidays are those of a country, or of a part of one: `NL`, `GB-ENG`.",
  help: "A region is the country's code of two capital letters (ISO 3166-1; the United Kingdom is `GB`), and for a part of it a `-` and the part's code. Days that the list does not have are written out: `closed on 2026-12-24`.",
  examples: { invalid: example("gb-eng"), valid: example("GB-ENG") },
  fix: "offered",
  elsewhere: { none: "regions are listed by the holiday calendars of the world and not by the agreement" },
};

/** Reports a code that is no region. */
export function reportRegion(site: Site, span: Span, code: string): void {
  const meant = code.replace(/^UK\b/i, "GB");
  const guess = regionNamed(meant) ?? didYouMean(meant, regions);
  site.say(region, span, `\`${code}\` is no region with known holidays${guessWords(guess)}`, {
    fixes: guess === null ? [] : [fixOf(`write \`${guess}\``, replaced(span, `"${guess}"`))],
  });
}
