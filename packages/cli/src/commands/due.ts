/** `tenet due`: what waits for somebody, soonest first, with the counted time that is left. */
import { openCases } from "@tenet-lang/evaluator/all";
import { asksForVerdicts, type DueResult, dueResult } from "@tenet-lang/evaluator/due";
import { type Command, Option } from "commander";
import { absolute } from "../io/files.ts";
import type { Session } from "../io/session.ts";
import { writeWhole } from "../io/write.ts";
import { dueText } from "../reporters/due-text.ts";
import { inertJson } from "../reporters/inert.ts";
import { palette } from "../reporters/palette.ts";
import { localWords } from "./as-of.ts";
import { type Act, type ExitCode, exit, refuse, remark } from "./exit.ts";
import { type Asked, judgedFiles, type Prepared, prepared, readingFiles, sayAbsent } from "./judging.ts";
import { collect, wholeNumber } from "./options.ts";
import { sayProblems } from "./problems.ts";

const formats = ["text", "json"] as const;

interface DueOptions {
  readonly data?: readonly string[];
  readonly asOf?: string;
  readonly partner?: string;
  readonly format: (typeof formats)[number];
  readonly out?: string;
  readonly tolerateBadRows?: number;
}

/** Arguments and options of the command. */
export function configure(command: Command, act: Act): void {
  command
    .argument("<agreement>", "an agreement (.tenet), or a bundle made of one (.json)")
    .option("--data <name=path>", "read a dataset from this file; may be repeated", collect)
    .option("--as-of <instant>", "read data up to this date or instant (default: now)")
    .option("--partner <key>", "list what this partner has to do only")
    .addOption(new Option("--format <format>", "how to report").choices(formats).default("text"))
    .option("--out <file>", "write the list to this file")
    .option(
      "--tolerate-bad-rows <n>",
      "set up to n bad rows aside instead of refusing to answer",
      wholeNumber,
    )
    .action((path: string, options: DueOptions) => act((session) => runDue(session, path, options)));
}

async function runDue(session: Session, path: string, options: DueOptions): Promise<ExitCode> {
  const ready = await prepared(session, path, options);
  if (typeof ready === "number") return ready;
  const due = await dueIn(session, ready, options);
  if (typeof due === "number") return due;
  const text = reportOf(session, ready, due, options);
  if (options.out === undefined) {
    await session.out(text);
    return exit.well;
  }
  const failure = await writeWhole(absolute(session.folder, options.out), text);
  if (failure !== null) return refuse(session, `cannot write ${options.out}: ${failure.reason}`);
  remark(session, `The list is in ${options.out}.`);
  return exit.well;
}

/** The rows are read a second time where verdicts and findings may wait for somebody as well. */
async function dueIn(session: Session, ready: Prepared, asked: Asked): Promise<DueResult | ExitCode> {
  const { bundle } = ready;
  const open = await readingFiles(session, ready, asked, (sources, options) =>
    openCases(bundle, sources, options),
  );
  if (typeof open === "number") return open;
  const judged = asksForVerdicts(bundle) ? await judgedFiles(session, ready, asked) : null;
  if (typeof judged === "number") return judged;
  const problems = [...open.problems, ...(judged?.problems ?? [])];
  if (problems.length === 0) return dueResult(bundle, open, judged);
  sayAbsent(session, ready.absent);
  return sayProblems(session, problems);
}

function reportOf(session: Session, { bundle }: Prepared, due: DueResult, options: DueOptions): string {
  if (options.format === "json") return `${inertJson(JSON.stringify(due, null, 2))}\n`;
  const colour = options.out === undefined && session.colour.out;
  return dueText(due, {
    palette: palette(colour),
    width: session.width,
    asOf: localWords(due.asOf, bundle.zone),
    localOf: (instant) => localWords(instant, bundle.zone),
    calendarOf: (clock) => bundle.clocks.find(({ name }) => name === clock)?.calendar ?? null,
  });
}
