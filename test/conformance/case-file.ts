/**
 * Conformance cases as data (see README.md): reading the files, and putting an agreement together from its parts.
 */

import { readdirSync, readFileSync } from "node:fs";
import type { DataFile, Line } from "./data-files.ts";
import type { ExpectedBundle } from "./expect-bundle.ts";

export interface CaseFile {
  readonly topic: string;
  readonly parts: Readonly<Record<string, readonly string[]>>;
  readonly cases: readonly ConformanceCase[];
}

export interface ConformanceCase {
  /** Sections of SPEC.md that the case is about. */
  readonly spec: readonly string[];
  readonly title: string;
  /** How the expected values come about. */
  readonly working?: string;
  /** Lines; `@name` stands for the lines of a part; or the whole text as it is. Left out where there are `versions`. */
  readonly agreement?: readonly Line[] | string;
  /** A comment at the end makes the agreement so many bytes long. */
  readonly padTo?: number;
  /** The bytes of the agreement are those of this encoding; UTF-8 where it is left out. */
  readonly encoding?: "latin1" | "utf16le";
  /** Several versions of one agreement, each like `agreement`, judged together by the same rows. */
  readonly versions?: readonly (readonly string[])[];
  /** Other files beside the agreement by their paths, line by line: libraries, and samples of tests. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
  /** An earlier result, which this one is compared with. */
  readonly against?: EarlierCase;
  readonly data?: Readonly<Record<string, DataFile>>;
  readonly asOf?: string;
  readonly tolerateBadRows?: number;
  readonly expect: Expectation;
}

/** What an earlier result said: see `earlier.ts`. */
export interface EarlierCase {
  readonly verdicts: readonly {
    readonly standard: string;
    readonly party: string;
    readonly period: string;
    readonly verdict: string;
    readonly limits?: readonly {
      readonly requirement: number;
      readonly metric: string;
      readonly group?: string;
      readonly value: string | null;
    }[];
  }[];
}

export interface Expectation {
  /** Facts of the bundle, which is then judged as it is read from its text: see `expect-bundle.ts`. */
  readonly bundle?: ExpectedBundle;
  readonly verdicts?: readonly ExpectedVerdict[];
  readonly verdictCount?: number;
  readonly data?: readonly Readonly<Record<string, unknown>>[];
  readonly findings?: readonly ExpectedFinding[];
  /** How many findings there are in all. */
  readonly findingCount?: number;
  /** All of them in order, as `KIND NAME PARTY PERIOD`. */
  readonly findingOrder?: readonly string[];
  /** Accounts of clocks, by `clock`. */
  readonly clocks?: readonly Readonly<Record<string, unknown>>[];
  /** The run is refused; where rows are given, exactly these (from 1, without the header) hold errors. */
  readonly dataErrors?: readonly { readonly dataset: string; readonly rows: readonly number[] }[];
  /** Does the text check? Nothing is judged then. */
  readonly checks?: boolean;
  /** What is said of the text, exactly these errors: see `expect-diagnostics.ts`. Nothing is judged then. */
  readonly diagnostics?: readonly ExpectedDiagnostic[];
  /** What the text is warned of, all of it. */
  readonly warnings?: readonly ExpectedDiagnostic[];
  /** The agreement's bytes are no text. */
  readonly unreadable?: true;
  /** The run is refused, for another reason than errors in the data. */
  readonly refused?: true;
  /** How the `test` declarations of the text fare, in their order: see `expect-tests.ts`. Nothing else is judged. */
  readonly tests?: readonly ExpectedTest[];
  /** The cases of all clocks, in their order: see `expect-cases.ts`. */
  readonly cases?: readonly Readonly<Record<string, unknown>>[];
  /** What is due, all of it, in its order: see `expect-due.ts`. */
  readonly due?: readonly Readonly<Record<string, unknown>>[];
  /** Facts of the result as a whole: see `expect-result.ts`. */
  readonly result?: ExpectedResult;
}

/** An error or a warning: its code, and the line at which it is, by its number or by its words. */
export interface ExpectedDiagnostic {
  readonly code: string;
  readonly line: number | string;
  /** The file, if it is not the agreement's own. */
  readonly file?: string;
  /** How often it is said of such lines; once where it is left out. */
  readonly times?: number;
}

/** One `test` declaration: passed or not, when it ran, and each of its expectations. */
export interface ExpectedTest {
  readonly test: string;
  readonly passed: boolean;
  readonly asOf?: string;
  /** Whether each `expect` holds, in their order. */
  readonly holds?: readonly boolean[];
  /** What was found for each `expect`, in their order. */
  readonly actual?: readonly string[];
  /** Lines of the text (counted within the declaration, from 1) at which something is wrong with its data. */
  readonly wrongLines?: readonly (number | null)[];
}

/** The result as a whole. */
export interface ExpectedResult {
  /** `standard party period` of every verdict, in order. */
  readonly verdictOrder?: readonly string[];
  /** Names of the datasets and of the clocks, in order. */
  readonly dataOrder?: readonly string[];
  readonly clockOrder?: readonly string[];
  readonly [key: string]: unknown;
}

export interface ExpectedVerdict {
  readonly standard: string;
  readonly party: string;
  readonly period: string;
  readonly limits?: readonly Readonly<Record<string, unknown>>[];
  readonly metrics?: readonly Readonly<Record<string, unknown>>[];
  readonly [key: string]: unknown;
}

export interface ExpectedFinding {
  readonly consequence: string;
  readonly party: string;
  readonly period: string;
  readonly kind?: string;
  /** All lines of its arithmetic. */
  readonly lines?: readonly Readonly<Record<string, unknown>>[];
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

/** The text of a case's agreement, or of each of its versions. */
export function agreementTexts(
  { agreement = [], versions = [], padTo = 0 }: ConformanceCase,
  parts: CaseFile["parts"],
): readonly string[] {
  if (versions.length > 0) return versions.map((lines) => textOf(lines, parts));
  return [padded(typeof agreement === "string" ? agreement : textOf(agreement, parts), padTo)];
}

/** The other files of a case by their paths. */
export function otherFiles({ files = {} }: ConformanceCase, parts: CaseFile["parts"]): OtherFiles {
  return Object.fromEntries(Object.entries(files).map(([path, lines]) => [path, textOf(lines, parts)]));
}

export type OtherFiles = Readonly<Record<string, string>>;

function textOf(written: readonly Line[], parts: CaseFile["parts"]): string {
  const lines = (some: readonly Line[]): readonly string[] =>
    some.flatMap((line) => {
      if (typeof line !== "string") return Array.from<string>({ length: line[0] }).fill(line[1]);
      return line.startsWith("@") ? lines(partNamed(line.slice(1), parts)) : [line];
    });
  return `${lines(written).join("\n")}\n`;
}

/** The text, made so many bytes long by a comment in its last line. */
function padded(text: string, bytes: number): string {
  const missing = bytes - new TextEncoder().encode(text).length;
  return missing < 1 ? text : `${text}#${"x".repeat(missing - 1)}`;
}

function partNamed(name: string, parts: CaseFile["parts"]): readonly string[] {
  const part = parts[name];
  if (part === undefined) throw new RangeError(`no part is named ${name}`);
  return part;
}
