/** `tenet format`: lays agreements out in the one agreed way. */
import { format, parse, sourceFile } from "@tenet-lang/language";
import type { Command } from "commander";
import { FileFailure } from "../io/failure.ts";
import { decode, readText, shownFrom } from "../io/files.ts";
import type { Session } from "../io/session.ts";
import { writeWhole } from "../io/write.ts";
import { inert } from "../reporters/inert.ts";
import { count } from "../reporters/words.ts";
import { hasErrors } from "./agreement.ts";
import { sourcePaths } from "./check.ts";
import { reportObstacles } from "./diagnostics.ts";
import { type Act, type ExitCode, exit, gravest, refuse, remark } from "./exit.ts";

interface FormatOptions {
  readonly check?: boolean;
}

/** Arguments and options of the command. */
export function configure(command: Command, act: Act): void {
  command
    .argument("<path...>", "agreements, libraries, or folders of them; - reads standard input")
    .option(
      "--check",
      "write nothing; list the files that are not laid out so, and answer 1 if there are any",
    )
    .action((paths: string[], options: FormatOptions) =>
      act((session) => runFormat(session, paths, options)),
    );
}

/** Exit code: findings where `--check` finds a file to format, unusable where a file cannot be read. */
export async function runFormat(
  session: Session,
  paths: readonly string[],
  { check = false }: FormatOptions,
): Promise<ExitCode> {
  if (paths.includes("-")) return await formatInput(session, check);
  const codes: ExitCode[] = [];
  let changed = 0;
  const files = sourcePaths(session, paths, codes);
  for (const path of files) {
    const name = shownFrom(session.folder, path);
    const text = readText(path);
    const formatted = text instanceof FileFailure ? text : await formattedText(session, name, text);
    if (formatted instanceof FileFailure)
      codes.push(refuse(session, `cannot read ${name}: ${formatted.reason}`));
    else if (formatted === null) codes.push(exit.unusable);
    else if (formatted !== text) {
      changed++;
      codes.push(await settle(session, path, name, formatted, check));
    }
  }
  if (!check && files.length > 0)
    remark(session, `${count(changed, "file")} of ${files.length} laid out anew`);
  return gravest(codes);
}

async function settle(
  session: Session,
  path: string,
  name: string,
  formatted: string,
  check: boolean,
): Promise<ExitCode> {
  if (check) {
    await session.out(`${inert(name)}\n`);
    return exit.findings;
  }
  const failure = await writeWhole(path, formatted);
  return failure === null ? exit.well : refuse(session, `cannot write ${name}: ${failure.reason}`);
}

/** The text laid out; null where it has mistakes, which have then been reported: a guess could change its meaning. */
async function formattedText(session: Session, name: string, text: string): Promise<string | null> {
  const parsed = parse(sourceFile(name, text));
  if (!hasErrors(parsed.diagnostics)) return format(parsed);
  const names = { forPeople: () => name, forMachines: () => name };
  await reportObstacles(session, parsed.diagnostics, "text", names);
  return null;
}

async function formatInput(session: Session, check: boolean): Promise<ExitCode> {
  const text = decode("standard input", await session.input());
  if (text instanceof FileFailure) return refuse(session, `cannot read standard input: ${text.reason}`);
  const formatted = await formattedText(session, "standard input", text);
  if (formatted === null) return exit.unusable;
  if (check) return formatted === text ? exit.well : exit.findings;
  await session.out(formatted);
  return exit.well;
}
