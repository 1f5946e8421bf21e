/** `tenet due`: what waits for somebody, soonest first, with the counted time that is left. */
import { type Bundle, type OpenCasesResult, openCases } from "@tenet-lang/evaluator/all";
import { asksForVerdicts, type DueResult, dueOfVersions, endedDay } from "@tenet-lang/evaluator/due";
import { type Command, Option } from "commander";
import { absolute } from "../io/files.ts";
import type { Session } from "../io/session.ts";
import { writeWhole } from "../io/write.ts";
import { dueText } from "../reporters/due-text.ts";
import { inertJson } from "../reporters/inert.ts";
import { palette } from "../reporters/palette.ts";
import { localWords } from "./as-of.ts";
import { type Act, type ExitCode, exit, refuse, remark } from "./exit.ts";
import { type Asked, type Prepared, readingAll, readingFiles, sayAbsent } from "./judging.ts";
import { collect, wholeNumber } from "./options.ts";
import { sayProblems } from "./problems.ts";
import { preparedVersions, resultOfVersions } from "./versions.ts";

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
    .argument(
      "<agreement...>",
      "an agreement (.tenet), or a bundle made of one (.json); or several versions of it",
    )
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
    .action((paths: readonly string[], options: DueOptions) =>
      act((session) => runDue(session, paths, options)),
    );
}

async function runDue(session: Session, paths: readonly string[], options: DueOptions): Promise<ExitCode> {
  const versions = await preparedVersions(session, paths, { ...options, format: "text" });
  if (typeof versions === "number") return versions;
  const due = await dueIn(session, versions, options);
  if (typeof due === "number") return due;
  const text = reportOf(session, versions, due, options);
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
async function dueIn(
  session: Session,
  versions: readonly Prepared[],
  options: DueOptions,
): Promise<DueResult | ExitCode> {
  const asked: Asked = { ...options, format: "text" };
  const open: { readonly bundle: Bundle; readonly open: OpenCasesResult }[] = [];
  for (const ready of versions) {
    const found = await readingFiles(session, ready, asked, (sources, reading) =>
      openCases(ready.bundle, sources, reading),
    );
    if (typeof found === "number") return found;
    open.push({ bundle: ready.bundle, open: found });
  }
  // Judging also says whether several versions go together at all.
  const isAsked = versions.length > 1 || versions.some(({ bundle }) => asksForVerdicts(bundle));
  const judged = isAsked
    ? await readingAll(session, versions, asked, (sources, reading) =>
        resultOfVersions(versions, sources, reading),
      )
    : null;
  if (typeof judged === "number") return judged;
  const problems = [...open.flatMap((each) => each.open.problems), ...(judged?.problems ?? [])];
  if (problems.length === 0) return dueOfVersions(open, judged);
  for (const { absent } of versions) sayAbsent(session, absent);
  return sayProblems(session, problems);
}

function reportOf(
  session: Session,
  versions: readonly Prepared[],
  due: DueResult,
  options: DueOptions,
): string {
  if (options.format === "json") return `${inertJson(JSON.stringify(due, null, 2))}\n`;
  const colour = options.out === undefined && session.colour.out;
  const bundles = versions.map(({ bundle }) => bundle);
  const current = bundles.find(({ fingerprint }) => fingerprint === due.agreement.fingerprint) ?? bundles[0];
  const localOf = (instant: string): string =>
    current === undefined ? instant : localWords(instant, current.zone);
  return dueText(due, {
    palette: palette(colour),
    width: session.width,
    asOf: localOf(due.asOf),
    localOf,
    dayEndedBy: (instant) => (current === undefined ? null : endedDay(instant, current.zone)),
    calendarOf: (clock) =>
      bundles.flatMap(({ clocks }) => clocks).find(({ name }) => name === clock)?.calendar ?? null,
  });
}
