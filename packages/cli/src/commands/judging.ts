/**
 * Everything between the words on the command line and the verdicts; `judge`, `explain` and `due` share it.
 *
 * Each step either gives what the next one needs or has said why not, and the exit code stands instead.
 */
import {
  type Bundle,
  type ChunkSource,
  type JudgeOptions,
  type JudgeResult,
  judge,
} from "@tenet-lang/evaluator/all";
import { FileFailure } from "../io/failure.ts";
import { absolute, endingOf, readText, shownFrom } from "../io/files.ts";
import type { Session } from "../io/session.ts";
import { count, firstOf, listed } from "../reporters/words.ts";
import { asOfForms, instantOf, localWords } from "./as-of.ts";
import { type ExitCode, exit, refuse, remark } from "./exit.ts";
import { type Binding, bindSources, bytesOf, openSources } from "./sources.ts";
import { suggestion } from "./suggest.ts";

const MOST_PROBLEMS = 5;

/** Files that hold rows. A `.json` file may be a bundle or rows, and is read to find out. */
const dataEndings: ReadonlySet<string> = new Set([".csv", ".tsv", ".txt", ".ndjson", ".jsonl"]);

/** What is asked for. */
export interface Asked {
  readonly data?: readonly string[] | undefined;
  readonly asOf?: string | undefined;
  readonly partner?: string | undefined;
  readonly standard?: string | undefined;
  readonly tolerateBadRows?: number | undefined;
  /** Format in which mistakes in the agreement are reported. */
  readonly format: string;
}

/** What came of it. */
export interface Judged {
  /** The bundle in force on the day of judging, of several versions. */
  readonly bundle: Bundle;
  /** All versions that were judged together; of one agreement alone, that one. */
  readonly versions: readonly Bundle[];
  readonly result: JudgeResult;
  readonly bound: readonly Binding[];
  /** Path of the agreement or bundle, absolute. */
  readonly home: string;
}

/** What is to be read, and up to when. */
export interface Prepared {
  readonly bundle: Bundle;
  readonly asOf: string;
  readonly bound: readonly Binding[];
  /** Datasets whose agreed file does not exist. */
  readonly absent: readonly Binding[];
  /** Path of the agreement or bundle, absolute. */
  readonly home: string;
}

/** Judges, or says why not. */
export async function judged(session: Session, path: string, asked: Asked): Promise<Judged | ExitCode> {
  const ready = await prepared(session, path, asked);
  return typeof ready === "number" ? ready : await judgedReady(session, ready, asked);
}

/** Judges what was prepared, or says why not. */
export async function judgedReady(
  session: Session,
  ready: Prepared,
  asked: Asked,
): Promise<Judged | ExitCode> {
  const { bundle, bound, absent, home } = ready;
  const result = await judgedFiles(session, ready, asked);
  if (typeof result === "number") return result;
  if (result.problems.length > 0) sayAbsent(session, absent);
  sayBadRows(session, result);
  return checkedPartner(session, result, asked) ?? { bundle, versions: [bundle], result, bound, home };
}

/** The version by which a verdict or finding was judged. */
export function versionOf({ bundle, versions }: Judged, version: string): Bundle {
  return versions.find(({ agreement }) => agreement.version === version) ?? bundle;
}

/** Says that nothing was found on the partner that was asked for; null where something was. */
export function checkedPartner(
  session: Session,
  { problems, verdicts }: JudgeResult,
  { partner }: Asked,
): ExitCode | null {
  if (partner === undefined || problems.length > 0 || verdicts.length > 0) return null;
  return refuse(session, `there is no verdict on a partner ${partner}`, "is its key written as in the data?");
}

/** The bundle, the instant and the files; nothing of the data is read yet. */
export async function prepared(session: Session, path: string, asked: Asked): Promise<Prepared | ExitCode> {
  const home = absolute(session.folder, path);
  const bundle = await bundleOf(session, path, asked.format);
  if (typeof bundle === "number") return bundle;
  const standards = standardNames(bundle);
  if (asked.standard !== undefined && !standards.includes(asked.standard)) {
    const near = await suggestion(asked.standard, standards);
    return refuse(
      session,
      `the agreement has no standard ${asked.standard}${near}`,
      `its standards are ${listed(standards)}`,
    );
  }
  const asOf = asOfIn(session, bundle, asked.asOf);
  if (typeof asOf === "number") return asOf;
  const bindings = await bindSources(session, bundle, home, asked.data ?? []);
  if ("message" in bindings) return refuse(session, bindings.message, bindings.hint);
  return { bundle, asOf, home, ...bindings };
}

/** What `--standard` may name: everything that has verdicts. */
export function standardNames({ standards, attestations, duties }: Bundle): readonly string[] {
  return [...standards, ...attestations, ...duties].map(({ name }) => name);
}

/** Files that the agreement names and that are not there. */
export function sayAbsent(session: Session, absent: readonly Binding[]): void {
  for (const { dataset, name, path } of absent) {
    const place = shownFrom(session.folder, path);
    const where = place === name ? "" : ` (looked for at ${place})`;
    remark(session, `${name} does not exist${where}; name another file with --data ${dataset}=PATH`);
  }
}

/** How rows that could not be read are left out, where they are why nothing was judged. */
export function sayBadRows(session: Session, { problems, data }: JudgeResult): void {
  const rows = data.reduce((sum, { setAside }) => sum + setAside, 0);
  if (rows === 0 || !problems.some(({ code }) => code === "TEN4004")) return;
  const [them, set] = rows === 1 ? ["it", "set it aside"] : ["them", "set them aside"];
  remark(
    session,
    `${count(rows, "row")} with bad values: mend ${them}, or ${set} with --tolerate-bad-rows ${rows}`,
  );
}

/** The verdicts on the bound files. */
export function judgedFiles(
  session: Session,
  ready: Prepared,
  asked: Asked,
): Promise<JudgeResult | ExitCode> {
  return readingFiles(session, ready, asked, (sources, options) => judge(ready.bundle, sources, options));
}

/** Reads the bound files, with progress shown; a file that cannot be read is said. */
export function readingFiles<T>(
  session: Session,
  ready: Prepared,
  asked: Asked,
  read: (sources: Sources, options: JudgeOptions) => T | Promise<T>,
): Promise<T | ExitCode> {
  return readingAll(session, [ready], asked, ([sources = {}], options) => read(sources, options));
}

/** Sources by the name of their dataset. */
export type Sources = Readonly<Record<string, ChunkSource>>;

/** The same for several versions, each with files of its own. */
export async function readingAll<T>(
  session: Session,
  versions: readonly Prepared[],
  { partner, standard, tolerateBadRows }: Asked,
  read: (sources: readonly Sources[], options: JudgeOptions) => T | Promise<T>,
): Promise<T | ExitCode> {
  const progress = session.progress(bytesOf(versions.flatMap(({ bound }) => bound)));
  const sources = versions.map(({ bound }) => openSources(bound, progress.advance));
  try {
    return await read(sources, {
      asOf: versions[0]?.asOf ?? "",
      ...(partner === undefined ? {} : { partner }),
      ...(standard === undefined ? {} : { standard }),
      ...(tolerateBadRows === undefined ? {} : { tolerateBadRows }),
    });
  } catch (error) {
    if (error instanceof FileFailure) return refuse(session, `cannot read ${error.path}: ${error.reason}`);
    throw error;
  } finally {
    progress.stop();
  }
}

/** A bundle from its own file or from an agreement. The language is loaded only for the latter. */
export async function bundleOf(session: Session, path: string, format: string): Promise<Bundle | ExitCode> {
  const ending = endingOf(path);
  if (ending === ".json") return await bundleIn(session, path);
  if (dataEndings.has(ending))
    return refuse(
      session,
      `${path} is data, and what it is judged by comes first`,
      `name the agreement, and the file with --data DATASET=${path} unless the agreement names it`,
    );
  const { fileNames, hasErrors, openAgreement } = await import("./agreement.ts");
  const { reportObstacles } = await import("./diagnostics.ts");
  const opened = await openAgreement(session, path);
  if (opened instanceof FileFailure) return refuse(session, `cannot read ${path}: ${opened.reason}`);
  const { bundle, diagnostics } = opened;
  await reportObstacles(
    session,
    diagnostics,
    hasErrors(diagnostics) ? format : "text",
    fileNames(session, [opened]),
  );
  if (bundle !== null) return bundle;
  return hasErrors(diagnostics) ? exit.unusable : refuse(session, `there is no agreement in ${path}`);
}

async function bundleIn(session: Session, path: string): Promise<Bundle | ExitCode> {
  const text = readText(absolute(session.folder, path));
  if (text instanceof FileFailure) return refuse(session, `cannot read ${path}: ${text.reason}`);
  const { readBundle } = await import("@tenet-lang/evaluator/bundle");
  const read = readBundle(text);
  if (read.ok) return read.bundle;
  const code = refuse(session, `${path} is not a bundle that this version can judge`);
  const { shown, more } = firstOf(read.problems, MOST_PROBLEMS);
  for (const { path: place, message } of shown)
    remark(session, `  ${place === "" ? "it" : place} ${message}`);
  if (more > 0) remark(session, `  and ${count(more, "more problem")}`);
  return code;
}

/** The instant that was typed, or the present, which is said. */
export function asOfIn(session: Session, bundle: Bundle, text: string | undefined): string | ExitCode {
  if (text === undefined) {
    const now = session.now();
    remark(session, `As of now, ${localWords(now, bundle.zone)}; --as-of ${now} would judge the same again.`);
    return now;
  }
  const instant = instantOf(text, bundle.zone);
  return (
    instant ?? refuse(session, `--as-of ${text} is not an instant that can be judged`, `write ${asOfForms}`)
  );
}
