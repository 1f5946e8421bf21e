/**
 * The scorecard for a pull request: one table per standard, and what was missed.
 *
 * Everything that came from a file is encoded, so that no cell of data can mention a person, open a link, start a
 * formula or break out of the table.
 */
import type { Finding, JudgeResult, Verdict } from "@tenet-lang/evaluator";
import { errorWords, notesOf, partsOf } from "./data-text.ts";
import { findingName, isFound } from "./finding-words.ts";
import { byDeclaration, labelsOf, shortWords, totalNotes } from "./findings-text.ts";
import { code, markdown } from "./inert-markdown.ts";
import { isSparse, newestOf } from "./matrix.ts";
import { shownParties } from "./shown-parties.ts";
import { cellWords, markNotes, symbols } from "./verdict-cell.ts";
import { inTextOrder, labelsInOrder } from "./verdict-order.ts";
import { type JointTable, verdictSections } from "./verdict-sections.ts";
import {
  count,
  firstOf,
  grouped,
  partyName,
  restatedGrounds,
  verdictGrounds,
  verdictKinds,
  verdictPeriod,
  verdictTitle,
  verdictWords,
} from "./words.ts";

const MOST_PERIODS = 6;
const MOST_PARTIES = 50;
const MOST_LABELS_ACROSS = 3;
const MOST_KEYS_ACROSS = 10;
const MOST_MISSES = 30;
const MOST_ERRORS = 20;

/** The report, in the Markdown that GitHub and GitLab read. */
export function verdictsMarkdown(result: JudgeResult, asOf: string): string {
  const { label, name, version } = result.agreement;
  const sections = [
    [`## ${markdown(label)}`],
    [`${code(`${name} ${version}`)}, as of ${markdown(asOf)}${versionsNote(result)}`],
    ...(result.problems.length > 0 ? problemSections(result) : resultSections(result)),
    ...dataSections(result),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Which versions were judged together; one alone is named already. */
function versionsNote({ versions }: JudgeResult): string {
  if (versions.length < 2) return "";
  return `; ${markdown(versions.map(({ version, from }) => `${version} from ${from}`).join(", "))}`;
}

function resultSections(found: JudgeResult): readonly (readonly string[])[] {
  const verdicts = inTextOrder(found.verdicts, ({ standard }) => standard);
  const findings = inTextOrder(found.findings, ({ name }) => name);
  return [
    [totals(verdicts)],
    ...verdictSections(verdicts).flatMap((section) =>
      section.kind === "several" ? jointSections(section) : tableSections(section.verdicts),
    ),
    ...byDeclaration(findings).flatMap(findingSections),
    ...missedSections(verdicts),
    ...restatedSections(verdicts),
  ];
}

function totals(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return "No verdicts: no party has a period that starts before this instant.";
  return verdictKinds
    .map((kind) => ({ kind, number: verdicts.filter((verdict) => verdict.verdict === kind).length }))
    .filter(({ number }) => number > 0)
    .map(({ kind, number }) => `${symbols[kind]} **${grouped(number)}** ${verdictWords(kind)}`)
    .join(", ");
}

function tableSections(verdicts: readonly Verdict[]): readonly (readonly string[])[] {
  const [first] = verdicts;
  if (first === undefined) return [];
  const labels = labelsInOrder(verdicts);
  const { parties } = shownParties(verdicts);
  const table = isSparse(parties, labels.slice(-MOST_PERIODS))
    ? listTable(verdicts)
    : periodsTable(verdicts, labels);
  return [[`### ${markdown(first.label)}`], ...table];
}

/** Parties and periods. */
function periodsTable(
  verdicts: readonly Verdict[],
  labels: readonly string[],
): readonly (readonly string[])[] {
  const periods = labels.slice(-MOST_PERIODS);
  const parties = [...new Set(verdicts.map((verdict) => partyName(verdict.party)))];
  const { shown, more } = firstOf(parties, MOST_PARTIES);
  const cells = new Map(
    verdicts.map((verdict) => [
      JSON.stringify([partyName(verdict.party), verdict.period.label]),
      cell(verdict),
    ]),
  );
  const rows = shown.map((party) => [
    markdown(party),
    ...periods.map((label) => cells.get(JSON.stringify([party, label])) ?? ""),
  ]);
  const seen = verdicts.filter(({ period }) => periods.includes(period.label));
  return [
    table(["", ...periods], rows),
    ...markNotes(seen).map((note) => [`_${markdown(note)}_`]),
    ...keptBack(more, labels.length - periods.length),
  ];
}

/** A verdict a line, where every partner has periods of its own. */
function listTable(verdicts: readonly Verdict[]): readonly (readonly string[])[] {
  const { parties, hidden, unconcerned } = shownParties(verdicts);
  const rows = parties.flatMap((party) =>
    newestOf(party).map((verdict) => [markdown(party.name), markdown(verdictPeriod(verdict)), cell(verdict)]),
  );
  const earlier = parties.reduce((sum, own) => sum + own.verdicts.length, 0) - rows.length;
  return [
    table(["", "Period", "Verdict"], rows),
    ...keptBack(0, earlier),
    ...[...hidden, ...unconcerned].map((note) => [`_${markdown(note)}_`]),
  ];
}

/** Several attestations or duties in one table. */
function jointSections(joint: JointTable): readonly (readonly string[])[] {
  const { title, beside, notes } = joint;
  const { heads, rows } = isTurned(joint) ? turnedTable(joint) : joint;
  const first = beside === "" ? "" : ` ${markdown(beside)}`;
  return [
    [`### ${title}${first}`],
    table(
      ["", ...heads.map(({ label }) => markdown(label))],
      rows.map(({ head, cells }) => [markdown(head.label), ...cells.map(cell)]),
    ),
    ...notes.map((note) => [`_${markdown(note)}_`]),
  ];
}

/** Long labels stand at the front of rows rather than across, where not too many keys would have to. */
function isTurned({ heads, rows }: JointTable): boolean {
  return heads.length > MOST_LABELS_ACROSS && rows.length <= MOST_KEYS_ACROSS;
}

function turnedTable({ heads, rows }: JointTable): Pick<JointTable, "heads" | "rows"> {
  return {
    heads: rows.map(({ head }) => head),
    rows: heads.map((head, column) => ({ head, cells: rows.map(({ cells }) => cells[column]) })),
  };
}

function cell(verdict: Verdict | undefined): string {
  return verdict === undefined ? "" : `${symbols[verdict.verdict]} ${markdown(cellWords(verdict))}`;
}

/** What follows: one table for each consequence, with the parties for whom something was found. */
function findingSections(findings: readonly Finding[]): readonly (readonly string[])[] {
  const [first] = findings;
  const concerned = [...new Set(findings.filter(isFound).map(({ party }) => partyName(party)))];
  if (first === undefined) return [];
  const labels = labelsOf(findings);
  const periods = labels.slice(-MOST_PERIODS);
  const { shown, more } = firstOf(concerned, MOST_PARTIES);
  const cells = new Map(
    findings.map((finding) => [
      JSON.stringify([partyName(finding.party), finding.period.label]),
      markdown(`${shortWords(finding)}${finding.provisional ? " (so far)" : ""}`),
    ]),
  );
  const rows = shown.map((party) => [
    markdown(party),
    ...periods.map((label) => cells.get(JSON.stringify([party, label])) ?? ""),
  ]);
  const title = `### ${markdown(findingName(first))}`;
  if (rows.length === 0)
    return [[title], [`_${markdown(`${first.kind} ${first.name}`)}: nothing was found_`]];
  const totals = totalNotes(findings).map((note) => [markdown(note)]);
  return [
    [title],
    table(["", ...periods], rows),
    ...totals,
    ...keptBack(more, labels.length - periods.length),
  ];
}

function keptBack(parties: number, periods: number): readonly (readonly string[])[] {
  const kept = [
    ...(parties > 0 ? [count(parties, "more party", "more parties")] : []),
    ...(periods > 0 ? [count(periods, "earlier period")] : []),
  ];
  return kept.length === 0 ? [] : [[`_and ${kept.join(", ")}_`]];
}

function missedSections(verdicts: readonly Verdict[]): readonly (readonly string[])[] {
  const missed = verdicts.filter((verdict) => verdict.verdict === "missed");
  if (missed.length === 0) return [];
  const { shown, more } = firstOf(missed, MOST_MISSES);
  return [
    ["### What was missed"],
    shown.flatMap((verdict) => [
      `- **${markdown(verdict.label)}**: ${markdown(verdictTitle(verdict))}`,
      ...verdictGrounds(verdict).map((ground) => `  - ${markdown(ground)}`),
    ]),
    ...(more > 0 ? [[`_and ${count(more, "more miss", "more misses")}_`]] : []),
  ];
}

/** What an earlier result said otherwise. */
function restatedSections(verdicts: readonly Verdict[]): readonly (readonly string[])[] {
  const restated = verdicts.filter((verdict) => restatedGrounds(verdict).length > 0);
  if (restated.length === 0) return [];
  const { shown, more } = firstOf(restated, MOST_MISSES);
  return [
    ["### Restated since the earlier result"],
    shown.flatMap((verdict) => [
      `- **${markdown(verdict.label)}**: ${markdown(verdictTitle(verdict))}`,
      ...restatedGrounds(verdict).map((ground) => `  - ${markdown(ground)}`),
    ]),
    ...(more > 0 ? [[`_and ${count(more, "more", "more")}_`]] : []),
  ];
}

function problemSections(result: JudgeResult): readonly (readonly string[])[] {
  const { shown, more } = firstOf(
    result.data.flatMap((summary) => summary.errors),
    MOST_ERRORS,
  );
  const all = result.data.reduce((sum, summary) => sum + summary.errorCount, 0);
  const hidden = all - shown.length;
  return [
    ["### Nothing was judged"],
    [
      ...result.problems.map((problem) => `- ${markdown(`${problem.code}: ${problem.message}`)}`),
      ...shown.map((error) => `- ${markdown(errorWords(error))}`),
      ...(more > 0 || hidden > 0 ? [`- _and ${count(hidden, "more error")}_`] : []),
    ],
  ];
}

function dataSections(result: JudgeResult): readonly (readonly string[])[] {
  if (result.data.length === 0) return [];
  const rows = result.data.map((summary) => [
    markdown(summary.dataset),
    markdown(summary.source),
    grouped(summary.rows),
    partsOf(summary).map(markdown).join(" + "),
  ]);
  const notes = result.data.flatMap((summary) =>
    notesOf(summary, result.data).map((note) => `- ${markdown(`${summary.dataset}: ${note}`)}`),
  );
  return [
    ["### Data"],
    table(["Dataset", "File", "Rows", "of which"], rows),
    ...(notes.length === 0 ? [] : [notes]),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}
