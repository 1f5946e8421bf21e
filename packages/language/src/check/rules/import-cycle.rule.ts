import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";

/** Files that use each other in a circle. */
export const importCycle: DiagnosticRule = {
  code: "TEN2012",
  name: "import-cycle",
  severity: "error",
  spec: "§3.1.9",
  summary: "No file may use itself, directly or by way of others.",
  help: "Files in a circle cannot be read apart, so nobody could say which one a change belongs to. Move what both need into a file that uses neither.",
  examples: { invalid: 'uses "example.tenet"\n', valid: "# nothing is used here\n" },
  fix: "offered",
  elsewhere: {
    none: "a file that uses itself is the only place; a longer way round is named in the message",
  },
};

/** Names the circle, from the file that is met again back to it. */
export function importCycleMessage(paths: readonly string[]): string {
  const [first = ""] = paths;
  if (paths.length === 1) return `\`${first}\` uses itself`;
  return `\`${first}\` uses itself by way of ${paths
    .slice(1)
    .map((path) => `\`${path}\``)
    .join(" and ")}`;
}
