/** `tenet test`: runs the tests that stand in agreements. */
import { runTests } from "@tenet-lang/language";
import { type Command, Option } from "commander";
import { FileFailure } from "../io/failure.ts";
import { absolute, folderOf, liesIn, readBytes, shownFrom } from "../io/files.ts";
import type { Session } from "../io/session.ts";
import { palette } from "../reporters/palette.ts";
import type { TestedFile } from "../reporters/tested.ts";
import { testsJson } from "../reporters/tests-json.ts";
import { testsJunit } from "../reporters/tests-junit.ts";
import { testsText } from "../reporters/tests-text.ts";
import { fileNames, hasErrors, type Opened, openAgreement } from "./agreement.ts";
import { originNames } from "./agreement-names.ts";
import { sourcePaths } from "./check.ts";
import { reportObstacles } from "./diagnostics.ts";
import { type Act, type ExitCode, exit, gravest, refuse } from "./exit.ts";

const formats = ["text", "json", "junit"] as const;

interface TestOptions {
  readonly format: (typeof formats)[number];
}

/** Arguments and options of the command. */
export function configure(command: Command, act: Act): void {
  command
    .argument("[path...]", "agreements, or folders of them", ["."])
    .addOption(new Option("--format <format>", "how to report").choices(formats).default("text"))
    .action((paths: string[], options: TestOptions) => act((session) => runTest(session, paths, options)));
}

/** Exit code: findings where a test fails, unusable where an agreement cannot be tested at all. */
export async function runTest(
  session: Session,
  paths: readonly string[],
  { format }: TestOptions,
): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  const tested: TestedFile[] = [];
  for (const path of sourcePaths(session, paths, codes)) {
    const result = await testFile(session, path);
    if (typeof result === "number") codes.push(result);
    else if (result !== null) tested.push(result);
  }
  const failed = tested.some(({ report }) => report.failed > 0);
  if (tested.length > 0) await session.out(reportOf(session, tested, format));
  else if (codes.length === 0) codes.push(refuse(session, "there is no agreement to test"));
  return gravest([failed ? exit.findings : exit.well, ...codes]);
}

/** The tests of one file; null for a library, which has none to run. */
async function testFile(session: Session, path: string): Promise<TestedFile | ExitCode | null> {
  const opened = await openAgreement(session, path);
  const shown = shownFrom(session.folder, path);
  if (opened instanceof FileFailure) return refuse(session, `cannot read ${shown}: ${opened.reason}`);
  const { bundle, model, diagnostics } = opened;
  await reportObstacles(session, diagnostics, "text", fileNames(session, [opened]));
  if (bundle === null || model === null) return hasErrors(diagnostics) ? exit.unusable : null;
  const report = runTests(model, bundle, (sample) => readSample(opened, sample));
  return { path: shown, report, pathOf: originNames(session, path).forPeople };
}

/** A sample lies inside the workspace, or it is not read. */
function readSample({ path, root }: Opened, sample: string): Uint8Array | null {
  const file = absolute(folderOf(path), sample);
  if (!liesIn(root, file)) return null;
  const bytes = readBytes(file);
  return bytes instanceof FileFailure ? null : bytes;
}

function reportOf(session: Session, tested: readonly TestedFile[], format: TestOptions["format"]): string {
  switch (format) {
    case "text":
      return testsText(tested, { palette: palette(session.colour.out), width: session.width });
    case "json":
      return testsJson(tested);
    case "junit":
      return testsJunit(tested);
  }
}
