/**
 * The scorecard: what a manager reads in the terminal.
 *
 * From the top: which agreement, up to when, how many verdicts of each kind; one matrix per standard; what was
 * missed, by how much and why; what could not be judged; and what became of the rows. Where the data could not be
 * read there are no verdicts, and the errors are listed instead.
 */
import type { JudgeResult, LimitResult, Verdict } from "@tenet-lang/evaluator";
import { dataLines, problemLines, setAsideLines } from "./data-text.ts";
import { findingSections } from "./findings-text.ts";
import { inert } from "./inert.ts";
import { hanging } from "./layout.ts";
import { matrix, symbols, verdictPaint } from "./matrix.ts";
import type { ResultView, View } from "./palette.ts";
import { restatedLines } from "./restated-text.ts";
import {
  count,
  firstOf,
  grouped,
  missedLimits,
  partyName,
  periodName,
  verdictGrounds,
  verdictKinds,
  verdictWords,
} from "./words.ts";

const MOST_MISSES = 15;
const MOST_FLAGGED = 60;
const MOST_UNJUDGED = 12;
const MOST_GROUNDS = 6;

/** The whole scorecard. */
export function verdictsText(result: JudgeResult, view: ResultView): string {
  const body =
    result.problems.length > 0
      ? [problemLines(result, view)]
      : [
          ...byStandard(result.verdicts).map((verdicts) => standardLines(verdicts, view)),
          ...findingSections(result, view),
          missedSection(result, view),
          restatedLines(result, view),
          flaggedSection(result, view),
          unjudgedSection(result, view),
          setAsideLines(result.data, view),
        ];
  const sections = [headerLines(result, view), ...body, dataLines(result.data, view)];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function headerLines(result: JudgeResult, view: ResultView): readonly string[] {
  const { palette } = view;
  const { label, name, version } = result.agreement;
  return [
    `${palette.heading(inert(label))}  ${palette.quiet(inert(`${name} ${version}`))}`,
    palette.quiet(inert(`As of ${view.asOf}`)),
    ...versionLines(result, view),
    ...(result.problems.length > 0 ? [] : ["", ...totalLines(result.verdicts, view)]),
  ];
}

/** Which versions judged what; one alone is named in the heading. */
function versionLines({ versions }: JudgeResult, { palette, width }: View): readonly string[] {
  if (versions.length < 2) return [];
  const terms = versions.map(({ version, from, until }) =>
    until === null ? `${version} from ${from}` : `${version} from ${from} to ${until}`,
  );
  return hanging("Versions ", inert(terms.join(", ")), width).map(palette.quiet);
}

/** `✗ 2 missed   ✓ 8 met   · 1 not enough data`. */
function totalLines(verdicts: readonly Verdict[], view: View): readonly string[] {
  if (verdicts.length === 0) return ["No verdicts: no party has a period that starts before this instant."];
  const lines: { text: string; width: number }[] = [];
  for (const kind of verdictKinds) {
    const number = verdicts.filter((verdict) => verdict.verdict === kind).length;
    if (number === 0) continue;
    const words = `${symbols[kind]} ${grouped(number)} ${verdictWords(kind)}`;
    const painted = verdictPaint(kind, view.palette)(words);
    const last = lines.at(-1);
    if (last === undefined || last.width + 3 + words.length > view.width) {
      lines.push({ text: painted, width: words.length });
    } else {
      last.text += `   ${painted}`;
      last.width += 3 + words.length;
    }
  }
  return lines.map((line) => line.text);
}

function byStandard(all: readonly Verdict[]): readonly (readonly Verdict[])[] {
  const standards = new Map<string, Verdict[]>();
  for (const verdict of all) {
    const own = standards.get(verdict.standard);
    if (own === undefined) standards.set(verdict.standard, [verdict]);
    else own.push(verdict);
  }
  return [...standards.values()];
}

function standardLines(verdicts: readonly Verdict[], view: View): readonly string[] {
  const [first] = verdicts;
  if (first === undefined) return [];
  const { palette } = view;
  const promise = promiseWords(verdicts);
  return [
    `${palette.heading(inert(first.label))}  ${palette.quiet(inert(first.standard))}`,
    ...(promise === null ? [] : hanging("  ", inert(promise), view.width).map((line) => palette.quiet(line))),
    ...matrix(verdicts, view),
  ];
}

/** `on_time at least 95%; csat at least 4.2`, where all verdicts were held to the same limits. */
function promiseWords(verdicts: readonly Verdict[]): string | null {
  const wordings = new Set(
    verdicts.filter((verdict) => verdict.limits.length > 0).map((verdict) => limitsWords(verdict.limits)),
  );
  if (wordings.size === 0) return null;
  return wordings.size === 1 ? ([...wordings][0] ?? null) : "the limits differ between parties or periods";
}

function limitsWords(limits: readonly LimitResult[]): string {
  const sentences = new Map<number, Set<string>>();
  for (const limit of limits) {
    const alternatives = sentences.get(limit.requirement) ?? new Set<string>();
    alternatives.add(`${limit.metric} ${limit.comparison} ${limit.limit}`);
    sentences.set(limit.requirement, alternatives);
  }
  return [...sentences.values()].map((alternatives) => [...alternatives].join(" or ")).join("; ");
}

function missedSection(result: JudgeResult, view: View): readonly string[] {
  const missed = result.verdicts.filter((verdict) => verdict.verdict === "missed");
  if (missed.length === 0) return [];
  const { shown, more } = firstOf(missed, MOST_MISSES);
  return [
    view.palette.heading("What was missed"),
    ...shown.flatMap((verdict, index) => [
      ...(shown[index - 1]?.standard === verdict.standard ? [] : ["", `  ${inert(verdict.label)}`]),
      ...missLines(verdict, view),
    ]),
    ...moreLines(more, "more miss", "more misses", view),
  ];
}

function missLines(verdict: Verdict, view: View): readonly string[] {
  const { palette } = view;
  const who = inert(`${partyName(verdict.party)}, ${periodName(verdict.period)}`);
  const places = new Set(missedLimits(verdict).map(({ origin }) => `${origin.file}:${origin.line}`));
  return [
    `  ${palette.bad(symbols.missed)} ${palette.heading(who)}  ${palette.quiet(inert([...places].join(", ")))}`,
    ...groundLines(verdict, view),
  ];
}

function groundLines(verdict: Verdict, view: View): readonly string[] {
  const { shown, more } = firstOf(verdictGrounds(verdict), MOST_GROUNDS);
  return [
    ...shown.flatMap((ground) => hanging("    - ", inert(ground), view.width)),
    ...(more > 0 ? [view.palette.quiet(`    and ${count(more, "more reason")}`)] : []),
  ];
}

/** `warning: ACME 2026-01, 2026-02; SWIFT 2026-02`, by standard. */
function flaggedSection(result: JudgeResult, view: View): readonly string[] {
  const flagged = result.verdicts.filter(
    (verdict) => flagsOf(verdict).length > 0 && verdict.verdict !== "missed",
  );
  if (flagged.length === 0) return [];
  const { shown, more } = firstOf(flagged, MOST_FLAGGED);
  return [
    view.palette.heading("Flags"),
    ...byStandard(shown).flatMap((verdicts) => [
      `  ${inert(verdicts[0]?.label ?? "")}`,
      ...[...new Set(verdicts.flatMap(flagsOf))].flatMap((flag) => {
        const own = verdicts.filter(({ flags }) => flags.includes(flag));
        return hanging(`    ${flag.replaceAll("_", " ")}: `, inert(partiesAndPeriods(own)), view.width);
      }),
    ]),
    ...moreLines(more, "more", "more", view),
  ];
}

/** What was restated has a section of its own. */
function flagsOf({ flags }: Verdict): Verdict["flags"] {
  return flags.filter((flag) => flag !== "restated");
}

function partiesAndPeriods(verdicts: readonly Verdict[]): string {
  const parties = new Map<string, string[]>();
  for (const { party, period } of verdicts) {
    const name = partyName(party);
    parties.set(name, [...(parties.get(name) ?? []), period.label]);
  }
  return [...parties].map(([name, labels]) => `${name} ${labels.join(", ")}`).join("; ");
}

function unjudgedSection(result: JudgeResult, view: View): readonly string[] {
  const unjudged = result.verdicts.filter(
    ({ verdict }) => verdict === "not_enough_data" || verdict === "pending" || verdict === "excused",
  );
  if (unjudged.length === 0) return [];
  const { shown, more } = firstOf(unjudged, MOST_UNJUDGED);
  return [
    view.palette.heading("Not judged"),
    ...byStandard(shown).flatMap((verdicts) => [
      `  ${inert(verdicts[0]?.label ?? "")}`,
      ...alike(verdicts).flatMap((group) => hanging("    - ", inert(unjudgedWords(group)), view.width)),
    ]),
    ...moreLines(more, "more", "more", view),
  ];
}

/** Verdicts of one kind and one reason are told together. */
function alike(verdicts: readonly Verdict[]): readonly (readonly Verdict[])[] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const key = JSON.stringify([verdict.verdict, verdict.reasons[0] ?? ""]);
    groups.set(key, [...(groups.get(key) ?? []), verdict]);
  }
  return [...groups.values()];
}

/** The first reason says it; the others are for `tenet explain`. */
function unjudgedWords(verdicts: readonly Verdict[]): string {
  const [first] = verdicts;
  if (first === undefined) return "";
  const words = `${partiesAndPeriods(verdicts)}, ${verdictWords(first.verdict)}`;
  const [reason] = first.reasons;
  return reason === undefined ? words : `${words}: ${reason}`;
}

function moreLines(more: number, one: string, many: string, view: View): readonly string[] {
  return more === 0
    ? []
    : ["", view.palette.quiet(`  and ${count(more, one, many)}; --format json has all of them`)];
}
