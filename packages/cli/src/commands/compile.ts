/** `tenet compile`: an agreement as the bundle that other programs judge with, or as plain json-rules-engine rules. */
import { rulesJson } from "@tenet-lang/language";
import { type Command, Option } from "commander";
import { FileFailure } from "../io/failure.ts";
import { absolute } from "../io/files.ts";
import type { Session } from "../io/session.ts";
import { writeWhole } from "../io/write.ts";
import { fileNames, hasErrors, openAgreement } from "./agreement.ts";
import { reportObstacles } from "./diagnostics.ts";
import { type Act, type ExitCode, exit, refuse, remark } from "./exit.ts";

const targets = ["bundle", "json-rules-engine"] as const;

interface CompileOptions {
  readonly to: (typeof targets)[number];
  readonly out?: string;
}

/** Arguments and options of the command. */
export function configure(command: Command, act: Act): void {
  command
    .argument("<agreement>", "the agreement to compile")
    .addOption(new Option("--to <target>", "what to make of it").choices(targets).default("bundle"))
    .option("--out <file>", "write it to this file")
    .action((path: string, options: CompileOptions) => act((session) => runCompile(session, path, options)));
}

/** Exit code: unusable where the agreement cannot be compiled. */
export async function runCompile(
  session: Session,
  path: string,
  { to, out }: CompileOptions,
): Promise<ExitCode> {
  const opened = await openAgreement(session, path);
  if (opened instanceof FileFailure) return refuse(session, `cannot read ${path}: ${opened.reason}`);
  const { bundle, diagnostics } = opened;
  await reportObstacles(session, diagnostics, "text", fileNames(session, [opened]));
  if (bundle === null)
    return hasErrors(diagnostics) ? exit.unusable : refuse(session, `there is no agreement in ${path}`);
  const text = to === "bundle" ? `${JSON.stringify(bundle, null, 2)}\n` : rulesJson(bundle);
  if (out === undefined) {
    await session.out(text);
    return exit.well;
  }
  const failure = await writeWhole(absolute(session.folder, out), text);
  if (failure !== null) return refuse(session, `cannot write ${out}: ${failure.reason}`);
  remark(session, `${to === "bundle" ? "The bundle is" : "The rules are"} in ${out}.`);
  return exit.well;
}
