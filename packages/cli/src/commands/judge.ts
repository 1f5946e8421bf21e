/** `tenet judge`: an agreement and data become verdicts. */
import type { Verdict } from "@tenet-lang/evaluator";
import { type Command, Option } from "commander";
import { FileFailure } from "../io/failure.ts";
import { absolute, readText } from "../io/files.ts";
import type { Session } from "../io/session.ts";
import { writeWhole } from "../io/write.ts";
import { palette } from "../reporters/palette.ts";
import { verdictsGithub } from "../reporters/verdicts-github.ts";
import { verdictsJson } from "../reporters/verdicts-json.ts";
import { verdictsJunit } from "../reporters/verdicts-junit.ts";
import { verdictsMarkdown } from "../reporters/verdicts-markdown.ts";
import { verdictsSarif } from "../reporters/verdicts-sarif.ts";
import { verdictsText } from "../reporters/verdicts-text.ts";
import { listed, verdictKinds } from "../reporters/words.ts";
import { originNames } from "./agreement-names.ts";
import { localWords } from "./as-of.ts";
import { type Act, type ExitCode, exit, refuse, remark } from "./exit.ts";
import { type Judged, judged } from "./judging.ts";
import { collect, wholeNumber } from "./options.ts";
import { dataNames } from "./sources.ts";
import { suggestion } from "./suggest.ts";
import { version } from "./version.ts";

const formats = ["text", "json", "sarif", "junit", "github", "markdown"] as const;

interface JudgeOptions {
  readonly data?: readonly string[];
  readonly asOf?: string;
  readonly partner?: string;
  readonly standard?: string;
  readonly format: (typeof formats)[number];
  readonly out?: string;
  readonly failOn: string;
  readonly tolerateBadRows?: number;
  readonly against?: string;
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
    .option("--partner <key>", "judge this partner only")
    .option("--standard <name>", "judge this standard only")
    .addOption(new Option("--format <format>", "how to report").choices(formats).default("text"))
    .option("--out <file>", "write the report to this file")
    .option("--fail-on <verdicts>", "answer 1 on these verdicts, with commas between; or none", "missed")
    .option("--against <file>", "mark what an earlier result (JSON of judge) said otherwise")
    .option("--tolerate-bad-rows <n>", "set up to n bad rows aside instead of refusing to judge", wholeNumber)
    .action((paths: readonly string[], options: JudgeOptions) =>
      act((session) => runJudge(session, paths, options)),
    );
}

/** Exit code: findings where a verdict is one of `--fail-on`, unusable where nothing could be judged. */
export async function runJudge(
  session: Session,
  paths: readonly string[],
  options: JudgeOptions,
): Promise<ExitCode> {
  const failOn = await verdictsIn(session, options.failOn);
  if (typeof failOn === "number") return failOn;
  const found = await judgedAt(session, paths, options);
  if (typeof found === "number") return found;
  const outcome = options.against === undefined ? found : await compared(session, found, options.against);
  if (typeof outcome === "number") return outcome;
  const { result } = outcome;
  const code = await report(session, outcome, options);
  if (code !== exit.well) return code;
  if (result.problems.length > 0) return exit.unusable;
  return result.verdicts.some(({ verdict }) => failOn.has(verdict)) ? exit.findings : exit.well;
}

/** One agreement, or several versions of it. */
async function judgedAt(
  session: Session,
  paths: readonly string[],
  options: JudgeOptions,
): Promise<Judged | ExitCode> {
  const [path = ""] = paths;
  if (paths.length === 1) return await judged(session, path, options);
  const { judgedVersions } = await import("./versions.ts");
  return await judgedVersions(session, paths, options);
}

/** The outcome with what the earlier result in a file said otherwise. */
async function compared(session: Session, outcome: Judged, path: string): Promise<Judged | ExitCode> {
  const text = readText(absolute(session.folder, path));
  if (text instanceof FileFailure) return refuse(session, `cannot read ${path}: ${text.reason}`);
  const { readEarlier, restate } = await import("@tenet-lang/evaluator/restate");
  const earlier = readEarlier(text);
  if (typeof earlier === "string")
    return refuse(session, `${path} cannot be compared with: ${earlier}`, againstHint);
  const { name } = outcome.result.agreement;
  if (earlier.agreement !== name)
    return refuse(session, `${path} is a result of ${earlier.agreement}, and this is ${name}`, againstHint);
  return { ...outcome, result: restate(outcome.result, earlier) };
}

const againstHint = "--against takes what judge --format json gave for the same agreement before";

async function verdictsIn(
  session: Session,
  list: string,
): Promise<ReadonlySet<Verdict["verdict"]> | ExitCode> {
  const chosen = new Set<Verdict["verdict"]>();
  if (list === "none") return chosen;
  for (const word of list.split(",").map((each) => each.trim())) {
    const kind = verdictKinds.find((each) => each === word);
    if (kind === undefined) {
      const near = await suggestion(word, verdictKinds);
      return refuse(
        session,
        `--fail-on knows no verdict ${word === "" ? "without a name" : word}${near}`,
        `the verdicts are ${listed(verdictKinds)}; none of them: --fail-on none`,
      );
    }
    chosen.add(kind);
  }
  return chosen;
}

async function report(session: Session, outcome: Judged, options: JudgeOptions): Promise<ExitCode> {
  const { result } = outcome;
  const isRefused = result.problems.length > 0;
  if (options.format === "text" && isRefused && options.out === undefined) {
    session.note(textOf(session, outcome, session.colour.note));
    return exit.well;
  }
  if (options.out === undefined) {
    await session.out(reportOf(session, outcome, options, session.colour.out));
    return exit.well;
  }
  const failure = await writeWhole(
    absolute(session.folder, options.out),
    reportOf(session, outcome, options, false),
  );
  if (failure !== null) return refuse(session, `cannot write ${options.out}: ${failure.reason}`);
  remark(session, `The report is in ${options.out}.`);
  return exit.well;
}

function reportOf(
  session: Session,
  outcome: Judged,
  { format }: JudgeOptions,
  colour: boolean,
): string | Iterable<string> {
  const { result, bundle, home, bound } = outcome;
  const names = {
    pathOf: originNames(session, home).forMachines,
    dataOf: dataNames(session, home, bound),
  };
  switch (format) {
    case "text":
      return textOf(session, outcome, colour);
    case "json":
      return verdictsJson(result);
    case "junit":
      return verdictsJunit(result);
    case "markdown":
      return verdictsMarkdown(result, localWords(result.asOf, bundle.zone));
    case "sarif":
      return verdictsSarif(result, { ...names, version });
    case "github":
      return verdictsGithub(result, names);
  }
}

function textOf(session: Session, { result, bundle }: Judged, colour: boolean): string {
  const asOf = localWords(result.asOf, bundle.zone);
  return verdictsText(result, { palette: palette(colour), width: session.width, asOf });
}
