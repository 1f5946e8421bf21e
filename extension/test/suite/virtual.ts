/** The suite for a folder that is on no disk. */
import { elsewhere } from "./elsewhere.ts";
import { runSuites } from "./run-suites.ts";

/** Called by VS Code. */
export function run(): Promise<void> {
  return runSuites([elsewhere]);
}
