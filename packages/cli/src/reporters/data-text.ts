/** What became of the rows, and what stopped the reading of them, for people. */
import type { DataError, DataSummary, JudgeResult } from "@tenet-lang/evaluator";
import { inert } from "./inert.ts";
import { columns, hanging } from "./layout.ts";
import type { View } from "./palette.ts";
import { count, firstOf, grouped, listed } from "./words.ts";

const MOST_ERRORS = 20;
const MOST_NAMES = 8;

/** One line per dataset, in which the parts add up to the rows; then what is worth a second look. */
export function dataLines(data: readonly DataSummary[], view: View): readonly string[] {
  if (data.length === 0) return [];
  const leads = columns(
    data.map((summary) => [
      `  ${inert(datasetName(summary))}`,
      inert(summary.source),
      `${grouped(summary.rows)} ${summary.rows === 1 ? "row" : "rows"}`,
    ]),
    new Set([2]),
  );
  const table = data.flatMap((summary, index) =>
    hanging(`${leads[index] ?? ""}  = `, partsOf(summary).join(" + "), view.width),
  );
  const notes = data.flatMap((summary) =>
    notesOf(summary, data).flatMap((note) =>
      hanging("  ! ", inert(`${datasetName(summary)}: ${note}`), view.width),
    ),
  );
  return [view.palette.heading("Data"), ...table, ...notes.map((note) => view.palette.warn(note))];
}

/** `deliveries`; with several versions of an agreement, `deliveries in 2.0.0`. */
function datasetName({ dataset, version }: DataSummary): string {
  return version === undefined ? dataset : `${dataset} in ${version}`;
}

/** The rows that were set aside on request, each with its reason. */
export function setAsideLines(data: readonly DataSummary[], view: View): readonly string[] {
  return errorSections(data, view).flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

/** `100 used`, `4 superseded`: all parts that are not empty. */
export function partsOf(summary: DataSummary): readonly string[] {
  const parts: readonly (readonly [number, string])[] = [
    [summary.used, "used"],
    [summary.setAside, "set aside"],
    [summary.duplicates, "duplicates"],
    [summary.superseded, "superseded"],
    [summary.nobodys, "nobody's"],
    [summary.afterAsOf, "after as of"],
  ];
  const found = parts.filter(([rows]) => rows > 0).map(([rows, words]) => `${grouped(rows)} ${words}`);
  return found.length === 0 ? ["0 used"] : found;
}

/** What a reader should know about how a dataset was read, one of all that were. */
export function notesOf(summary: DataSummary, data: readonly DataSummary[]): readonly string[] {
  const notes: string[] = [];
  const lost = isDeclared(data, summary) ? [] : summary.unknownPartners;
  if (summary.setAside > 0) notes.push(setAsideNote(summary, lost));
  if (summary.nobodys > 0) notes.push(nobodysNote(summary, summary.setAside > 0 ? lost : []));
  if (summary.undated > 0) notes.push(`${count(summary.undated, "row")} without a date, in no period`);
  if (summary.ignoredColumns.length > 0)
    notes.push(`columns not read: ${namesOf(summary.ignoredColumns, summary.ignoredColumns.length)}`);
  const { skipped, repeated } = summary.clockChanges;
  if (skipped > 0)
    notes.push(`${count(skipped, "local time")} that the clock change skipped, moved forward by the gap`);
  if (repeated > 0)
    notes.push(`${count(repeated, "local time")} that the clock change repeated, read as the earlier`);
  return notes;
}

/** Does the agreement say who the partners are? Then they are read like data. */
function isDeclared(data: readonly DataSummary[], { version }: DataSummary): boolean {
  return data.some((other) => other.dataset === "partners" && other.version === version);
}

/** Where partners are found in the data, whoever stands only in such rows has no verdict, which nothing else tells. */
function setAsideNote({ setAside }: DataSummary, lost: readonly string[]): string {
  const rows = `${count(setAside, "row")} with bad values set aside`;
  return lost.length === 0
    ? rows
    : `${rows}; no verdict for ${namesOf(lost, lost.length)}, whom no judged row names`;
}

/** `lost` are named by rows that were set aside, and not by these. */
function nobodysNote({ nobodys, unknownPartners }: DataSummary, lost: readonly string[]): string {
  const rows = `${count(nobodys, "row")} of nobody that the agreement knows`;
  const unknown = unknownPartners.filter((key) => !lost.includes(key));
  return unknown.length === 0 ? rows : `${rows}: ${namesOf(unknown, unknown.length)}`;
}

function namesOf(names: readonly string[], all: number): string {
  const { shown, more } = firstOf(names, MOST_NAMES);
  const hidden = all - names.length + more;
  return hidden > 0 ? `${shown.join(", ")} and ${hidden} more` : listed(shown);
}

/** Why there are no verdicts: the problems, then the data errors by file, row and column. */
export function problemLines(result: JudgeResult, view: View): readonly string[] {
  return [
    view.palette.bad("Nothing was judged"),
    ...result.problems.flatMap((problem) =>
      hanging("  ", inert(`${problem.code}: ${problem.message}`), view.width),
    ),
    ...errorSections(result.data, view).flatMap((lines) => ["", ...lines]),
  ];
}

function errorSections(data: readonly DataSummary[], view: View): readonly (readonly string[])[] {
  const alike = new Map<string, DataSummary[]>();
  for (const summary of data.filter(({ errorCount }) => errorCount > 0)) {
    const same = alike.get(sameErrors(summary));
    if (same === undefined) alike.set(sameErrors(summary), [summary]);
    else same.push(summary);
  }
  return [...alike.values()].map((summaries) => errorLines(summaries, view));
}

/** What several versions that read one file in the same way have in common. */
const sameErrors = ({ dataset, source, errorCount, errors }: DataSummary): string =>
  JSON.stringify([dataset, source, errorCount, errors]);

/** The errors of summaries that have the same, under the names of all. */
function errorLines(alike: readonly DataSummary[], view: View): readonly string[] {
  const [summary] = alike;
  if (summary === undefined) return [];
  const byRow = summary.errors.toSorted((left, right) => (left.row ?? 0) - (right.row ?? 0));
  const { shown, more } = firstOf(byRow, MOST_ERRORS);
  const hidden = more + summary.errorCount - summary.errors.length;
  return [
    view.palette.heading(
      inert(`${listed(alike.map(datasetName))}: ${count(summary.errorCount, "error")} in ${summary.source}`),
    ),
    ...shown.flatMap((error) => hanging("  ", inert(errorWords(error)), view.width)),
    ...(hidden > 0 ? [view.palette.quiet(`  and ${count(hidden, "more error")}`)] : []),
  ];
}

/** `deliveries.csv:12: column Delivered At: "31/02" is not a date`. */
export function errorWords(error: DataError): string {
  const row = error.row === null ? "" : `:${error.row}`;
  const column = error.column === null ? "" : `column ${error.column}: `;
  return `${error.source}${row}: ${column}${error.message} (${error.code})`;
}
