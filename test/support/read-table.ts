/** Reads a source whole and gives its rows as plain values, for tests of cells and readers. */
import type { ZoneTable } from "../../packages/evaluator/src/bundle/plan.ts";
import type { FieldPlan, FieldType } from "../../packages/evaluator/src/bundle/table-plan.ts";
import type {
  Chunk,
  ChunkSource,
  ReadContext,
  ReadTally,
} from "../../packages/evaluator/src/columns/chunk.ts";
import { readTally } from "../../packages/evaluator/src/columns/read-tally.ts";
import { textPool } from "../../packages/evaluator/src/columns/text-pool.ts";
import { formEngine } from "../../packages/evaluator/src/forms/forms.ts";
import { zoneClock } from "../../packages/evaluator/src/time/zone.ts";

/** Amsterdam from 2020 to 2030, with the changes of 2026 only. */
export const amsterdam: ZoneTable = {
  zone: "Europe/Amsterdam",
  from: [0, Date.UTC(2026, 2, 29, 1) / 1000, Date.UTC(2026, 9, 25, 1) / 1000],
  offset: [3600, 7200, 3600],
  through: "2030-12-31",
  origin: { library: "test", version: "1" },
};

/** A field that is read from the column of its own name unless others are given. */
export function field(name: string, type: FieldType, more: Partial<FieldPlan> = {}): FieldPlan {
  const isComputed = type.kind === "total" || type.kind === "days";
  const origin = { file: "test.tenet", line: 1, text: "" };
  return { name, type, optional: false, personal: false, columns: isComputed ? [] : [name], origin, ...more };
}

export const types = {
  text: { kind: "text" },
  yesNo: { kind: "yes_no", yes: ["yes", "true"], no: ["no", "false"] },
  number: { kind: "number", decimals: null, from: null, to: null, written: null },
  whole: { kind: "number", decimals: 0, from: null, to: null, written: null },
  cents: { kind: "number", decimals: 2, from: null, to: null, written: null },
  date: { kind: "date", written: null },
  timestamp: { kind: "timestamp", written: null },
  seconds: { kind: "duration", unit: "second", written: null },
  euro: { kind: "money", currency: "EUR", decimals: 2 },
  outcome: {
    kind: "one_of",
    members: [
      { name: "delivered", written: "delivered" },
      { name: "failed", written: "FAIL-1" },
      { name: "returned", written: "returned" },
    ],
  },
} as const satisfies Record<string, FieldType>;

export type Value = number | bigint | string | null;

export interface ReadOutcome {
  /** Per row the values of the needed fields: text as text, numbers as the column holds them, null where missing. */
  readonly rows: readonly (readonly Value[])[];
  readonly lines: readonly number[];
  readonly tally: ReadTally;
}

export interface ReadSettings {
  readonly missing?: readonly string[];
  readonly duplicatesOnce?: boolean;
  /** All fields unless given. */
  readonly needed?: readonly boolean[];
  readonly zone?: ZoneTable;
  readonly maxErrors?: number;
}

export function contextOf(fields: readonly FieldPlan[], settings: ReadSettings = {}): ReadContext {
  return {
    plan: {
      name: "rows",
      fields,
      missing: settings.missing ?? [],
      duplicatesOnce: settings.duplicatesOnce ?? false,
    },
    needed: settings.needed ?? fields.map(() => true),
    pool: textPool(),
    zone: zoneClock(settings.zone ?? amsterdam),
    forms: formEngine,
    tally: readTally(settings.maxErrors ?? 1000),
  };
}

/** Reads a source whose input is given at once. */
export function readTable(
  source: ChunkSource,
  fields: readonly FieldPlan[],
  settings: ReadSettings = {},
): ReadOutcome {
  const context = contextOf(fields, settings);
  const chunks = source.open(context);
  if (Symbol.asyncIterator in chunks)
    throw new Error("this source gives its chunks in time: use readTableLater");
  return outcomeOf([...mapped(chunks, context)], context);
}

/** Reads a source whose input comes in time. */
export async function readTableLater(
  source: ChunkSource,
  fields: readonly FieldPlan[],
  settings: ReadSettings = {},
): Promise<ReadOutcome> {
  const context = contextOf(fields, settings);
  const parts: Part[] = [];
  for await (const chunk of source.open(context)) parts.push(partOf(chunk, context));
  return outcomeOf(parts, context);
}

interface Part {
  readonly rows: Value[][];
  readonly lines: number[];
}

function* mapped(chunks: Iterable<Chunk>, context: ReadContext): Generator<Part> {
  for (const chunk of chunks) yield partOf(chunk, context);
}

function partOf(chunk: Chunk, context: ReadContext): Part {
  const rows = Array.from({ length: chunk.length }, (_, row) =>
    context.plan.fields.flatMap((plan, index) => {
      const column = chunk.columns[index];
      return column == null ? [] : [cellValue(chunk, plan, index, row, context)];
    }),
  );
  return { rows, lines: Array.from(chunk.lines.subarray(0, chunk.length)) };
}

function cellValue(chunk: Chunk, plan: FieldPlan, index: number, row: number, context: ReadContext): Value {
  const value = chunk.columns[index]?.[row] ?? Number.NaN;
  if (Number.isNaN(value)) return null;
  if (plan.type.kind === "text") return context.pool.text(value);
  if (Number.isFinite(value)) return value;
  const big = chunk.big?.get(index)?.get(row);
  if (big === undefined || big > 0n !== value > 0)
    throw new Error(`row ${row} of field ${plan.name} has no exact value`);
  return big;
}

function outcomeOf(parts: readonly Part[], { tally }: ReadContext): ReadOutcome {
  const rows = parts.flatMap((part) => part.rows);
  if (tally.rows !== rows.length + tally.setAside + tally.duplicates)
    throw new Error("a row was lost or invented");
  return { rows, lines: parts.flatMap((part) => part.lines), tally };
}

/** The bytes of text in UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
