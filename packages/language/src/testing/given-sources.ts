/**
 * A test's rows as sources of the evaluator: what it gives is all the data there is.
 *
 * Tables are read by the evaluator's own reader of rows, under a plan of their own: columns are called as the fields
 * are, cells that were written keep the form of the dataset's file, supplied ones have the default form, and what
 * was left out may be missing. Rows that repeat are rows of their own even where the dataset counts duplicates once.
 * Errors and rows carry the line of the agreement's file. Sample files are read just like real data.
 */
import {
  type Bundle,
  type Chunk,
  type ChunkSource,
  type FieldPlan,
  type FieldType,
  type ReadContext,
  rowsSource,
} from "@tenet-lang/evaluator";
import { csv, json, ndjson } from "@tenet-lang/evaluator/read";
import type { GivenModel, TestModel } from "../check/model.ts";
import type { GivenRow, GivenRows } from "./given-rows.ts";
import type { TestProblem } from "./test-report.ts";

/** The bytes of a sample file, by its path relative to the agreement's folder; null where there is none. */
export type ReadSample = (path: string) => Uint8Array | null;

/** One source per dataset, empty where the test gives nothing; the partners too where the test lists them. */
export function givenSources(
  test: TestModel,
  bundle: Bundle,
  rows: readonly GivenRows[],
  readSample: ReadSample,
): { readonly sources: Sources; readonly problems: readonly TestProblem[] } {
  const samples = test.given.flatMap((given) =>
    given.source === null
      ? []
      : [{ dataset: given.dataset, ...sampleSource(given, given.source, readSample) }],
  );
  const names = [...bundle.datasets.map(({ name }) => name), ...(listsPartners(test) ? ["partners"] : [])];
  const sources = names.map((name) => {
    const parts = [
      ...rows.filter(({ dataset }) => dataset === name).map(tableSource),
      ...samples.flatMap(({ dataset, source }) => (dataset === name && source !== null ? [source] : [])),
    ];
    return [name, parts.length === 1 && parts[0] !== undefined ? parts[0] : chained(test.origin.file, parts)];
  });
  return {
    sources: Object.fromEntries(sources),
    problems: samples.flatMap(({ problem }) => (problem === null ? [] : [problem])),
  };
}

export type Sources = Readonly<Record<string, ChunkSource>>;

/** Does the test give `partners`? */
export function listsPartners(test: TestModel): boolean {
  return test.given.some(({ dataset }) => dataset === "partners");
}

/** Partners of whom nothing is known but their keys. */
export function partnersNamed(
  keys: ReadonlySet<string>,
  { partners }: Bundle,
  { origin }: TestModel,
): ChunkSource {
  const rows = [...keys].map((key, index) => ({
    cells: { [partners?.key ?? "key"]: key },
    number: index + 1,
    line: origin.line,
  }));
  return tableSource({ dataset: "partners", file: origin.file, written: new Set(), rows });
}

function tableSource(table: GivenRows): ChunkSource {
  const source = rowsSource(
    table.file,
    table.rows.map(({ cells }) => cells),
  );
  return {
    kind: "chunks",
    name: table.file,
    *open(context) {
      const chunks = source.open({ ...context, plan: tablePlan(context, table.written) });
      if (!(Symbol.iterator in chunks)) return;
      const iterator = chunks[Symbol.iterator]();
      for (;;) {
        const known = context.tally.errors.length;
        const next = iterator.next();
        giveLines(context, known, table.rows);
        if (next.done === true) return;
        yield withLines(next.value, table.rows);
      }
    },
  };
}

function tablePlan({ plan }: ReadContext, written: ReadonlySet<string>): ReadContext["plan"] {
  const fields = plan.fields.map((field): FieldPlan => {
    const isWritten = written.has(field.name);
    return {
      ...field,
      columns: field.columns.length === 0 ? [] : [field.name],
      optional: field.optional || !isWritten,
      type: isWritten ? field.type : inDefaultForm(field.type),
    };
  });
  return { ...plan, fields, duplicatesOnce: false };
}

function inDefaultForm(type: FieldType): FieldType {
  return type.kind === "date" || type.kind === "timestamp" ? { ...type, written: null } : type;
}

/** New errors of a table name the row; people look for its line. */
function giveLines({ tally }: ReadContext, from: number, rows: readonly GivenRow[]): void {
  for (const [index, error] of tally.errors.entries()) {
    if (index >= from && error.row !== null) tally.errors[index] = { ...error, row: lineOf(rows, error.row) };
  }
}

function withLines(chunk: Chunk, rows: readonly GivenRow[]): Chunk {
  return { ...chunk, lines: chunk.lines.slice(0, chunk.length).map((row) => lineOf(rows, row)) };
}

function lineOf(rows: readonly GivenRow[], row: number): number {
  return rows[row - 1]?.line ?? 0;
}

function sampleSource(
  given: GivenModel,
  source: string,
  readSample: ReadSample,
): { readonly source: ChunkSource | null; readonly problem: TestProblem | null } {
  const { file, line } = given.origin;
  const refuse = (message: string) => ({ source: null, problem: { message, file, line } });
  const path = besideFile(file, source);
  const open = readers[/\.([a-z]+)$/i.exec(source)?.[1]?.toLowerCase() ?? ""];
  if (open === undefined)
    return refuse(`\`${source}\` cannot be read: a sample is a .csv, .ndjson, .jsonl or .json file`);
  const bytes = readSample(path);
  if (bytes === null) return refuse(`the sample file \`${source}\` was not found`);
  return { source: open(path, [bytes]), problem: null };
}

const readers: Readonly<Record<string, (name: string, bytes: Iterable<Uint8Array>) => ChunkSource>> = {
  csv,
  ndjson,
  jsonl: ndjson,
  json,
};

/** A path written in a file, as seen from the agreement's folder. */
function besideFile(file: string, path: string): string {
  if (path.startsWith("/")) return path;
  const parts = [...file.split("/").slice(0, -1), ...path.split("/")];
  const kept: string[] = [];
  for (const part of parts) {
    const climbs = part === ".." && kept.length > 0 && kept.at(-1) !== "..";
    if (climbs) kept.pop();
    else if (part !== "" && part !== ".") kept.push(part);
  }
  return kept.join("/");
}

/** Several sources of one dataset, one after the other; none at all is an empty dataset. */
function chained(name: string, sources: readonly ChunkSource[]): ChunkSource {
  return {
    kind: "chunks",
    name,
    *open(context) {
      for (const source of sources) {
        const chunks = source.open(context);
        if (Symbol.iterator in chunks) yield* chunks;
      }
    },
  };
}
