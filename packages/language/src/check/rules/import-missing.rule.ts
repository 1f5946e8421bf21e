import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";

/** A file that is used and is not there. */
export const importMissing: DiagnosticRule = {
  code: "TEN2011",
  name: "import-missing",
  severity: "error",
  spec: "§3.1.8",
  summary: "Every file that an agreement uses must be there.",
  help: "The path is read from the folder of the file in which the sentence stands. While the file is missing, names that it may declare are not reported as unknown.",
  examples: { invalid: 'uses "shared/metrics.tenet"\n', valid: "# nothing is used here\n" },
  fix: { none: "which file was meant cannot be told from a path that leads nowhere" },
  elsewhere: { none: "the file that is named cannot be opened" },
};

/** Names the path as written and where it leads. */
export function importMissingMessage(written: string, resolved: string | null): string {
  return resolved === null || resolved === written
    ? `\`${written}\` cannot be read`
    : `\`${written}\` cannot be read: there is no file \`${resolved}\``;
}
