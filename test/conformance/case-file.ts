/**
 * Conformance cases as data (see README.md): reading the files, putting an agreement together from its parts, and
 * the rows of a dataset as CSV text.
 */

import { readdirSync, readFileSync } from "node:fs";
import Papa from "papaparse";
import type { RawRow } from "../reference/parse.ts";

/** A line of CSV, or how often it stands and the line. */
export type Line = string | readonly [number, string];

export interface CaseFile {
  readonly topic: string;
  readonly parts: Readonly<Record<string, readonly string[]>>;
  readonly cases: readonly ConformanceCase[];
}

export interface ConformanceCase {
  /** Sections of SPEC.md that the case is about. */
  readonly spec: readonly string[];
  readonly title: string;
  /** Lines; `@name` stands for the lines of a part. */
  readonly agreement: readonly string[];
  readonly data?: Readonly<Record<string, readonly Line[]>>;
  readonly asOf?: string;
  readonly tolerateBadRows?: number;
  readonly expect: Expectation;
}

export interface Expectation {
  readonly verdicts?: readonly ExpectedVerdict[];
  readonly verdictCount?: number;
  readonly data?: readonly Readonly<Record<string, unknown>>[];
  /** Accounts of clocks, by `clock`. */
  readonly clocks?: readonly Readonly<Record<string, unknown>>[];
  /** The run is refused; where rows are given, exactly these (from 1, without the header) hold errors. */
  readonly dataErrors?: readonly { readonly dataset: string; readonly rows: readonly number[] }[];
  /** Does the text check? Nothing is judged then. */
  readonly checks?: boolean;
}

export interface ExpectedVerdict {
  readonly standard: string;
  readonly party: string;
  readonly period: string;
  readonly limits?: readonly Readonly<Record<string, unknown>>[];
  readonly metrics?: readonly Readonly<Record<string, unknown>>[];
  readonly [key: string]: unknown;
}

const folder = new URL("./cases/", import.meta.url);

/** All case files by their path below `cases/`. */
export function caseFiles(): readonly { readonly path: string; readonly file: CaseFile }[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".json"),
  );
  return paths.sort().map((path) => ({
    path,
    file: JSON.parse(readFileSync(new URL(path, folder), "utf8")) as CaseFile,
  }));
}

/** The text of a case's agreement. */
export function agreementText({ agreement }: ConformanceCase, parts: CaseFile["parts"]): string {
  const lines = (written: readonly string[]): readonly string[] =>
    written.flatMap((line) => (line.startsWith("@") ? lines(partNamed(line.slice(1), parts)) : [line]));
  return `${lines(agreement).join("\n")}\n`;
}

function partNamed(name: string, parts: CaseFile["parts"]): readonly string[] {
  const part = parts[name];
  if (part === undefined) throw new RangeError(`no part is named ${name}`);
  return part;
}

/** A dataset as CSV text. */
export const csvText = (lines: readonly Line[]): string =>
  lines.map((line) => (typeof line === "string" ? `${line}\n` : `${line[1]}\n`.repeat(line[0]))).join("");

/** The header and the rows of CSV text, for runtimes that take rows. */
export function csvRows(text: string): {
  readonly header: readonly string[];
  readonly rows: readonly RawRow[];
} {
  const [header = [], ...records] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const rows = records.map((cells) =>
    Object.fromEntries(header.map((column, at) => [column, cells[at] ?? null])),
  );
  return { header, rows };
}
