import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(last: string): string {
  return withMoney(`points marks on prompt
  gives 0 points when quick at least 97%
  gives 5 points ${last}
`);
}

/** Bands that leave some values without points. */
export const lastBand: DiagnosticRule = {
  code: "TEN2865",
  name: "last-band",
  severity: "error",
  spec: "§3.7.22",
  summary: "The last band of points is for all values that no earlier band is for.",
  help: "A verdict for which no band holds would get no points, and nobody would notice. Let the last sentence say `otherwise`.",
  examples: { invalid: example("when quick less than 97%"), valid: example("otherwise") },
  fix: "offered",
  elsewhere: { sentence: ["GivesPoints"], says: "an earlier band stands here" },
};

/** Reports a last band that has a condition. */
export function reportLastBand(site: Site, span: Span): void {
  site.say(lastBand, span, "the last band has a condition; let it say `otherwise`");
}
