import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";

/** A used path that leads out of the workspace. */
export const importOutside: DiagnosticRule = {
  code: "TEN2013",
  name: "import-outside",
  severity: "error",
  spec: "§3.1.8",
  summary: "A used file is named by a relative path that stays inside the workspace.",
  help: "What an agreement means must not depend on the machine it is read on. Copy the file into the workspace, or open the workspace at a folder that holds both.",
  examples: { invalid: 'uses "/etc/metrics.tenet"\n', valid: "# nothing is used here\n" },
  fix: { none: "the file has to be moved, which no edit of this text can do" },
  elsewhere: { none: "the file that is named is not read" },
};

/** Says why the path is refused; `form` is what is wrong with its form, null where it climbs out of the root. */
export function importOutsideMessage(written: string, form: string | null): string {
  return `\`${written}\` cannot be used: ${form ?? "it leads out of the workspace"}`;
}
