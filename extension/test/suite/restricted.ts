/** The suite for a folder that nobody trusts. */
import { distrusting } from "./distrusting.ts";
import { runSuites } from "./run-suites.ts";

/** Called by VS Code. */
export function run(): Promise<void> {
  return runSuites([distrusting]);
}
