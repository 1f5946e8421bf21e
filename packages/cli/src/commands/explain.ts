/** `tenet explain`: one verdict as a letter, or the page of a diagnostic. */
import type { JudgeResult, Verdict } from "@tenet-lang/evaluator";
import type { Command } from "commander";
import type { Session } from "../io/session.ts";
import { knownVerdicts, letter } from "../reporters/letter.ts";
import { palette, type View } from "../reporters/palette.ts";
import { rulePage } from "../reporters/rule-page.ts";
import { partyName } from "../reporters/words.ts";
import { originNames } from "./agreement-names.ts";
import { localWords } from "./as-of.ts";
import { type Act, type ExitCode, exit, refuse } from "./exit.ts";
import { judged } from "./judging.ts";
import { collect } from "./options.ts";
import { suggestion } from "./suggest.ts";

interface ExplainOptions {
  readonly partner?: string;
  readonly period?: string;
  readonly data?: readonly string[];
  readonly asOf?: string;
  readonly tolerateBadRows?: number;
}

/** Arguments and options of the command. */
export function configure(command: Command, act: Act): void {
  command
    .usage("AGREEMENT STANDARD --partner P --period 2026-01 [options]\n       tenet explain CODE")
    .argument("<agreement or code>", "an agreement or bundle; or a code such as TEN2014")
    .argument("[standard]", "the standard whose verdict to explain")
    .option("--partner <key>", "the partner (default: the brand, or the only partner)")
    .option("--period <label>", "the period, as reports call it (default: the newest)")
    .option("--data <name=path>", "read a dataset from this file; may be repeated", collect)
    .option("--as-of <instant>", "read data up to this date or instant (default: now)")
    .action((subject: string, standard: string | undefined, options: ExplainOptions) =>
      act((session) =>
        standard === undefined
          ? explainCode(session, subject)
          : explainVerdict(session, subject, standard, options),
      ),
    );
}

async function explainCode(session: Session, code: string): Promise<ExitCode> {
  const { allRules } = await import("@tenet-lang/language");
  const wanted = code.toUpperCase();
  const rule = allRules.find((each) => each.code === wanted || each.name === code);
  if (rule === undefined) {
    if (/\.(tenet|json)$/i.test(code))
      return refuse(session, "which standard is to be explained?", `write tenet explain ${code} STANDARD`);
    if (/^TEN4\d{3}$/.test(wanted))
      return refuse(session, `${wanted} is said of data: its message tells the file, the row and the column`);
    const near = await suggestion(
      wanted,
      allRules.map((each) => each.code),
    );
    return refuse(session, `there is no diagnostic ${code}${near}`, "codes look like TEN2014");
  }
  await session.out(rulePage(rule, viewOf(session)));
  return exit.well;
}

async function explainVerdict(
  session: Session,
  path: string,
  standard: string,
  options: ExplainOptions,
): Promise<ExitCode> {
  const { data, partner } = options;
  const outcome = await judged(session, path, {
    data,
    asOf: options.asOf,
    partner,
    standard,
    format: "text",
  });
  if (typeof outcome === "number") return outcome;
  const { result, bundle, home } = outcome;
  const asOf = localWords(result.asOf, bundle.zone);
  if (result.problems.length > 0) {
    const { verdictsText } = await import("../reporters/verdicts-text.ts");
    session.note(verdictsText(result, { ...viewOf(session), asOf, palette: palette(session.colour.note) }));
    return exit.unusable;
  }
  const verdict = verdictIn(result, options);
  if (typeof verdict === "string") {
    const known = knownVerdicts(result, standard, viewOf(session));
    return refuse(session, verdict, ...(known === "" ? [] : known.split("\n")));
  }
  const pathOf = originNames(session, home).forPeople;
  await session.out(letter(result, verdict, bundle, { ...viewOf(session), asOf, pathOf }));
  return exit.well;
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
