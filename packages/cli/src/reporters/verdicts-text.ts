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
import { jointTableLines } from "./joint-table.ts";
import { hanging } from "./layout.ts";
import { matrix } from "./matrix.ts";
import type { ResultView, View } from "./palette.ts";
import { restatedLines } from "./restated-text.ts";
import { symbols, verdictPaint } from "./verdict-cell.ts";
import { inOrderOfTime, inTextOrder } from "./verdict-order.ts";
import { byStandard, type VerdictSection, verdictSections } from "./verdict-sections.ts";
import {
  count,
  firstOf,
  grouped,
  missedPlaces,
  partyName,
  verdictGrounds,
  verdictKinds,
  verdictPeriod,
  verdictWords,
} from "./words.ts";

const MOST_MISSES = 15;
const MOST_FLAGGED = 60;
const MOST_UNJUDGED = 12;
const MOST_GROUNDS = 6;

/** The whole scorecard. */
export function verdictsText(found: JudgeResult, view: ResultView): string {
  const result = {
    ...found,
    verdicts: inTextOrder(found.verdicts, ({ standard }) => standard),
    findings: inTextOrder(found.findings, ({ name }) => name),
  };
  const body =
    result.problems.length > 0
      ? [problemLines(result, view)]
      : [
          ...verdictSections(result.verdicts).map((section) => sectionLines(section, view)),
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

/** `✗ 2 missed   ✓ 8 met   · 1 not enough data`; where both sides owe something, a line for each. */
function totalLines(verdicts: readonly Verdict[], view: View): readonly string[] {
  if (verdicts.length === 0) return ["No verdicts: no party has a period that starts before this instant."];
  const brands = verdicts.filter(({ owes }) => owes === "brand");
  const partners = verdicts.filter(({ owes }) => owes === "partner");
  if (brands.length === 0 || partners.length === 0) return countLines(verdicts, view);
  return [...sideLines("Partners", partners, view), ...sideLines("The brand", brands, view)];
}

/** `Partners   ✗ 2 missed   ✓ 8 met`: what one side owes. */
function sideLines(side: string, verdicts: readonly Verdict[], view: View): readonly string[] {
  const indent = "The brand".length + 3;
  return countLines(verdicts, { ...view, width: view.width - indent }).map(
    (line, index) => `${(index === 0 ? side : "").padEnd(indent)}${line}`,
  );
}

function countLines(verdicts: readonly Verdict[], view: View): readonly string[] {
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

function sectionLines(section: VerdictSection, view: View): readonly string[] {
  return section.kind === "several" ? jointTableLines(section, view) : standardLines(section.verdicts, view);
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

/**
 * `on_time at least 95%; csat at least 4.2`, where all verdicts were held to the same limits. A limit for each group
 * is not in a verdict in which no group was large enough, and is the same limit all the same.
 */
function promiseWords(verdicts: readonly Verdict[]): string | null {
  const sentences = new Map<number, Set<string>>();
  for (const { limits } of verdicts) {
    for (const [requirement, words] of limitsWords(limits)) {
      sentences.set(requirement, (sentences.get(requirement) ?? new Set()).add(words));
    }
  }
  if (sentences.size === 0) return null;
  const wordings = [...sentences].sort(([left], [right]) => left - right).map(([, words]) => [...words]);
  if (wordings.some((words) => words.length > 1)) return "the limits differ between parties or periods";
  return wordings.flat().join("; ");
}

/** The words of each sentence, with its alternatives. */
function limitsWords(limits: readonly LimitResult[]): ReadonlyMap<number, string> {
  const sentences = new Map<number, Set<string>>();
  for (const limit of limits) {
    const alternatives = sentences.get(limit.requirement) ?? new Set<string>();
    alternatives.add(`${limit.metric} ${limit.comparison} ${limit.limit}${groupsWords(limit)}`);
    sentences.set(limit.requirement, alternatives);
  }
  return new Map(
    [...sentences].map(([requirement, alternatives]) => [requirement, [...alternatives].join(" or ")]),
  );
}

/** `for each region`: a result knows the groups, and only the sentence itself what they are groups of. */
function groupsWords({ group, origin }: LimitResult): string {
  return group === null ? "" : ` ${/for each \w+/.exec(origin.text)?.[0] ?? "in each group"}`;
}

function missedSection(result: JudgeResult, view: View): readonly string[] {
  const missed = inOrderOfTime(result.verdicts.filter((verdict) => verdict.verdict === "missed"));
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
  const who = inert(`${partyName(verdict.party)}, ${verdictPeriod(verdict)}`);
  const places = inert(missedPlaces(verdict).join(", "));
  return [
    `  ${palette.bad(symbols.missed)} ${palette.heading(who)}  ${palette.quiet(places)}`,
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
