import type { DiagnosticRule, Related } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

const HEAD = `agreement call_care "Call care"
  version 1.0.0
  effective from 2026-01-01 until further notice
  time zone "UTC"
`;

/** More than one agreement, or one in a file that is used. */
export const secondAgreement: DiagnosticRule = {
  code: "TEN2010",
  name: "second-agreement",
  severity: "error",
  spec: "§3.1.1",
  summary: "There is one agreement, and it stands in the file that uses the others.",
  help: "A file without an agreement is a library: what several agreements share. Move the shared declarations into a file of their own and let both agreements use that.",
  examples: { invalid: `${HEAD}\n${HEAD.replace("call_care", "mail_care")}`, valid: HEAD },
  fix: { none: "which agreement should stand here is for the author to say" },
};

/** Reports an agreement that is not the one. */
export function reportSecondAgreement(site: Site, span: Span, first: Related | null): void {
  const message =
    first === null
      ? "a file with an agreement cannot be used by another"
      : "there is another agreement already";
  site.say(secondAgreement, span, message, first === null ? {} : { related: [first] });
}
