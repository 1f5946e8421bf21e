/** Test results as JSON (`tenet.tests/1`). */
import { inertJson } from "./inert.ts";
import type { TestedFile } from "./tested.ts";

/** The JSON text. */
export function testsJson(files: readonly TestedFile[]): string {
  const report = {
    schema: "tenet.tests/1",
    passed: files.reduce((sum, { report }) => sum + report.passed, 0),
    failed: files.reduce((sum, { report }) => sum + report.failed, 0),
    files: files.map(({ path, report }) => ({ file: path, tests: report.tests })),
  };
  return `${inertJson(JSON.stringify(report, null, 2))}\n`;
}
