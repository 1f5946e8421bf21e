/** `tenet explain`: one verdict or finding as a letter, or the page of a diagnostic. */
import type { Bundle, JudgeResult, Verdict } from "@tenet-lang/evaluator";
import { type Command, Option } from "commander";
import type { Session } from "../io/session.ts";
import { dataCodePage } from "../reporters/data-code-page.ts";
import { explanationJson } from "../reporters/explanation.ts";
import { knownVerdicts } from "../reporters/known-verdicts.ts";
import { type Letter, letterOf } from "../reporters/letter.ts";
import { letterMarkdown } from "../reporters/letter-markdown.ts";
import { letterText } from "../reporters/letter-text.ts";
import { palette, type View } from "../reporters/palette.ts";
import { rulePage } from "../reporters/rule-page.ts";
import { listed, partyName } from "../reporters/words.ts";
import { originNames } from "./agreement-names.ts";
import { localWords } from "./as-of.ts";
import { type Act, type ExitCode, exit, refuse } from "./exit.ts";
import { consequenceNames, explainFinding } from "./explain-finding.ts";
import {
  type Asked,
  bundleOf,
  type Judged,
  judgedReady,
  type Prepared,
  standardNames,
  versionOf,
} from "./judging.ts";
import { collect, wholeNumber } from "./options.ts";
import { suggestion } from "./suggest.ts";
import { judgedTogether, preparedVersions } from "./versions.ts";

const formats = ["text", "markdown", "json"] as const;

interface ExplainOptions {
  readonly partner?: string;
  readonly period?: string;
  readonly data?: readonly string[];
  readonly asOf?: string;
  readonly format: (typeof formats)[number];
  readonly tolerateBadRows?: number;
}

/** Arguments and options of the command. */
export function configure(command: Command, act: Act): void {
  command
    .usage("AGREEMENT... NAME --partner P --period 2026-01 [options]\n       tenet explain CODE")
    .argument("<agreement...>", subjectHelp)
    .option("--partner <key>", "the partner (default: the brand, or the only partner)")
    .option("--period <label>", "the period, as reports call it (default: the newest)")
    .option("--data <name=path>", "read a dataset from this file; may be repeated", collect)
    .option("--as-of <instant>", "read data up to this date or instant (default: now)")
    .addOption(new Option("--format <format>", "how to write the letter").choices(formats).default("text"))
    .option("--tolerate-bad-rows <n>", "set up to n bad rows aside instead of refusing to judge", wholeNumber)
    .action((words: readonly string[], options: ExplainOptions) =>
      act((session) =>
        words.length === 1
          ? explainCode(session, words.join())
          : explainNamed(session, words.slice(0, -1), words.slice(-1).join(), options),
      ),
    );
}

const subjectHelp =
  "an agreement or bundle, or several versions of it, and the standard, duty, credit or other declaration whose " +
  "verdict or finding to explain; or a code such as TEN2014";

async function explainCode(session: Session, code: string): Promise<ExitCode> {
  const wanted = code.toUpperCase();
  const { dataCodes } = await import("@tenet-lang/evaluator/codes");
  const page = dataCodes.find((each) => each.code === wanted || each.name === code);
  if (page !== undefined) {
    await session.out(dataCodePage(page, viewOf(session)));
    return exit.well;
  }
  const { allRules } = await import("@tenet-lang/language");
  const rule = allRules.find((each) => each.code === wanted || each.name === code);
  if (rule === undefined) {
    if (/\.(tenet|json)$/i.test(code)) return askWhat(session, code);
    const codes = [...allRules, ...dataCodes].map((each) => each.code);
    const near = await suggestion(wanted, codes);
    return refuse(session, `there is no diagnostic ${code}${near}`, "codes look like TEN2014");
  }
  await session.out(rulePage(rule, viewOf(session)));
  return exit.well;
}

/** An agreement by itself: what it has to explain is named. */
async function askWhat(session: Session, path: string): Promise<ExitCode> {
  const bundle = await bundleOf(session, path, "text");
  if (typeof bundle === "number") return bundle;
  const known = [...standardNames(bundle), ...consequenceNames(bundle)];
  return refuse(
    session,
    "what of it is to be explained?",
    `it has ${listed(known)}: write tenet explain ${path} ${known[0] ?? "STANDARD"}`,
  );
}

/** One verdict, or one finding of a consequence. */
async function explainNamed(
  session: Session,
  paths: readonly string[],
  name: string,
  options: ExplainOptions,
): Promise<ExitCode> {
  const { data, partner, asOf, tolerateBadRows } = options;
  const asked: Asked = { data, asOf, partner, tolerateBadRows, format: "text" };
  const versions = await preparedVersions(session, paths, asked);
  if (typeof versions === "number") return versions;
  const bundles = versions.map(({ bundle }) => bundle);
  const consequences = namesIn(bundles, consequenceNames);
  const standards = namesIn(bundles, (bundle) => bundle.standards.map((standard) => standard.name));
  const others = namesIn(bundles, ({ attestations, duties }) =>
    [...attestations, ...duties].map((each) => each.name),
  );
  const known = [...standards, ...others, ...consequences];
  if (!known.includes(name)) {
    const near = await suggestion(name, known);
    return refuse(
      session,
      `the agreement has nothing called ${name} to explain${near}`,
      `it has ${listed(known)}`,
    );
  }
  // Consequences read the verdicts of all standards, and duties may decide a standard's.
  const isAlone = standards.includes(name) && others.length === 0;
  const outcome = await judgedOf(session, versions, isAlone ? { ...asked, standard: name } : asked);
  if (typeof outcome === "number") return outcome;
  if (outcome.result.problems.length > 0) return await sayProblems(session, outcome);
  return consequences.includes(name)
    ? await explainFinding(session, outcome, name, options)
    : await explainVerdict(session, outcome, name, options);
}

/** Names that some version declares, each once. */
function namesIn(
  bundles: readonly Bundle[],
  namesOf: (bundle: Bundle) => readonly string[],
): readonly string[] {
  return [...new Set(bundles.flatMap(namesOf))];
}

function judgedOf(session: Session, versions: readonly Prepared[], asked: Asked): Promise<Judged | ExitCode> {
  const [only] = versions;
  return versions.length === 1 && only !== undefined
    ? judgedReady(session, only, asked)
    : judgedTogether(session, versions, asked);
}

async function sayProblems(session: Session, { result, bundle }: Judged): Promise<ExitCode> {
  const { verdictsText } = await import("../reporters/verdicts-text.ts");
  const asOf = localWords(result.asOf, bundle.zone);
  session.note(verdictsText(result, { ...viewOf(session), asOf, palette: palette(session.colour.note) }));
  return exit.unusable;
}

async function explainVerdict(
  session: Session,
  judged: Judged,
  name: string,
  options: ExplainOptions,
): Promise<ExitCode> {
  const { result, home } = judged;
  const verdicts = result.verdicts.filter(({ standard }) => standard === name);
  const verdict = verdictIn({ ...result, verdicts }, options);
  if (typeof verdict === "string") {
    const known = knownVerdicts(result, name, viewOf(session));
    return refuse(session, verdict, ...(known === "" ? [] : known.split("\n")));
  }
  const bundle = versionOf(judged, verdict.version);
  const asOf = localWords(result.asOf, bundle.zone);
  const pathOf = originNames(session, home).forPeople;
  const localOf = (instant: string): string => localWords(instant, bundle.zone);
  const letter = letterOf(result, verdict, bundle, { asOf, pathOf, localOf });
  await session.out(written(session, result, verdict, letter, options.format));
  return exit.well;
}

function written(
  session: Session,
  result: JudgeResult,
  verdict: Verdict,
  letter: Letter,
  format: ExplainOptions["format"],
): string {
  switch (format) {
    case "text":
      return letterText(letter, viewOf(session));
    case "markdown":
      return letterMarkdown(letter);
    case "json":
      return explanationJson(result, { verdict, letter });
  }
}

/** The verdict that was asked for, or why there is none. */
function verdictIn({ verdicts }: JudgeResult, { partner, period }: ExplainOptions): Verdict | string {
  if (verdicts.length === 0) return "there is no verdict to explain";
  const parties = new Set(verdicts.map(({ party }) => partyName(party)));
  if (partner === undefined && parties.size > 1) return "which partner's verdict is to be explained?";
  const own = verdicts.filter(({ party }) => partner === undefined || party.key === partner);
  if (own.length === 0) return `there is no verdict on ${partner ?? "the brand"}`;
  if (period === undefined) return own.at(-1) ?? "there is no verdict to explain";
  return own.find((verdict) => verdict.period.label === period) ?? `there is no verdict for ${period}`;
}

function viewOf(session: Session): View {
  return { palette: palette(session.colour.out), width: session.width };
}
