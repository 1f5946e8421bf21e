/** `tenet explain AGREEMENT CREDIT`: one finding of a consequence as a letter. */
import type { Bundle, Finding, JudgeResult } from "@tenet-lang/evaluator";
import type { Session } from "../io/session.ts";
import { explanationJson } from "../reporters/explanation.ts";
import { type FindingLetter, findingLetterOf, knownFindings } from "../reporters/finding-letter.ts";
import { findingLetterMarkdown } from "../reporters/finding-letter-markdown.ts";
import { findingLetterText } from "../reporters/finding-letter-text.ts";
import { isFound } from "../reporters/finding-words.ts";
import { palette } from "../reporters/palette.ts";
import { partyName } from "../reporters/words.ts";
import { originNames } from "./agreement-names.ts";
import { localWords } from "./as-of.ts";
import { type ExitCode, exit, refuse } from "./exit.ts";
import { type Judged, versionOf } from "./judging.ts";

/** Which of the findings. */
export interface FindingOptions {
  readonly partner?: string;
  readonly period?: string;
  readonly format: "text" | "markdown" | "json";
}

/** Names of the declarations that give findings. */
export function consequenceNames(bundle: Bundle): readonly string[] {
  const { credits, bonuses, points, escalations, ratchets, scorecards, tiers } = bundle;
  const all = [credits, bonuses, points, escalations, ratchets, scorecards, tiers];
  return all.flatMap((plans) => plans.map(({ name }) => name));
}

/** Writes the letter, or says which findings there are. */
export async function explainFinding(
  session: Session,
  judged: Judged,
  name: string,
  options: FindingOptions,
): Promise<ExitCode> {
  const { result, home } = judged;
  const view = { palette: palette(session.colour.out), width: session.width };
  const findings = result.findings.filter((finding) => finding.name === name);
  const finding = findingIn(findings, options);
  if (typeof finding === "string") {
    const known = knownFindings(findings, view);
    return refuse(session, finding, ...(known === "" ? [] : known.split("\n")));
  }
  const bundle = versionOf(judged, finding.version);
  const asOf = localWords(result.asOf, bundle.zone);
  const pathOf = originNames(session, home).forPeople;
  const localOf = (instant: string): string => localWords(instant, bundle.zone);
  const letter = findingLetterOf(result, finding, bundle, { asOf, pathOf, localOf });
  await session.out(written(session, result, finding, letter, options));
  return exit.well;
}

function written(
  session: Session,
  result: JudgeResult,
  finding: Finding,
  letter: FindingLetter,
  { format }: FindingOptions,
): string {
  switch (format) {
    case "text":
      return findingLetterText(letter, { palette: palette(session.colour.out), width: session.width });
    case "markdown":
      return findingLetterMarkdown(letter);
    case "json":
      return explanationJson(result, { finding, letter });
  }
}

/** The finding that was asked for, or why there is none. Without a period it is the newest in which something was found. */
function findingIn(findings: readonly Finding[], { partner, period }: FindingOptions): Finding | string {
  if (findings.length === 0) return "there is no finding to explain";
  const parties = new Set(findings.map(({ party }) => partyName(party)));
  if (partner === undefined && parties.size > 1) return "which partner's finding is to be explained?";
  const own = findings.filter(({ party }) => partner === undefined || party.key === partner);
  if (own.length === 0) return `there is no finding on ${partner ?? "the brand"}`;
  if (period === undefined) return own.findLast(isFound) ?? own.at(-1) ?? "there is no finding to explain";
  return own.find((finding) => finding.period.label === period) ?? `there is no finding for ${period}`;
}
