/**
 * From an agreement's file and its data to verdicts, in the six steps that an embedding program takes: load, check,
 * compile, bind the data, judge, read. The tests of the examples use it; so may you, as a start.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type Bundle,
  type ChunkSource,
  type JudgeResult,
  judge,
  judgeVersions,
} from "@tenet-lang/evaluator/all";
import { csv } from "@tenet-lang/evaluator/read";
import {
  checkAgreement,
  compile,
  type Diagnostic,
  loadAgreement,
  loadHolidays,
  type Model,
} from "@tenet-lang/language";

export interface Compiled {
  /** Null where there is an error. */
  readonly model: Model | null;
  readonly bundle: Bundle | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads, checks and compiles an agreement; `root` is the folder above which nothing is read. The holidays of the world
 * are fetched only for an agreement whose calendars name some.
 */
export async function compileAgreement(
  root: string,
  path: string,
  read = textUnder(root),
): Promise<Compiled> {
  const loaded = loadAgreement(path, read);
  const checked = checkAgreement(loaded);
  const compiled =
    checked.value === null ? null : compile(checked.value, { holidays: await loadHolidays(checked.value) });
  return {
    model: checked.value,
    bundle: compiled?.value ?? null,
    diagnostics: [...loaded.diagnostics, ...checked.diagnostics, ...(compiled?.diagnostics ?? [])],
  };
}

/** Reads text files below a folder, by their path from it. */
export function textUnder(root: string): (path: string) => string | null {
  return (path) => {
    const whole = join(root, path);
    return existsSync(whole) ? readFileSync(whole, "utf8") : null;
  };
}

/** Judges a bundle on CSV files: the agreed ones in a folder, unless `files` names others by dataset. */
export async function judgeFiles(
  bundle: Bundle,
  folder: string,
  asOf: string,
  files: Readonly<Record<string, string>> = {},
): Promise<JudgeResult> {
  return await judge(bundle, sourcesOf(bundle, folder, files), { asOf });
}

/** Judges several versions of an agreement together on the CSV files of a folder; each reads them in its own way. */
export async function judgeVersionFiles(
  bundles: readonly Bundle[],
  folder: string,
  asOf: string,
): Promise<JudgeResult> {
  const versions = bundles.map((bundle) => ({ bundle, sources: sourcesOf(bundle, folder, {}) }));
  return await judgeVersions(versions, { asOf });
}

function sourcesOf(
  { datasets, partners }: Bundle,
  folder: string,
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, ChunkSource>> {
  const tables = [
    ...datasets.map(({ name, source }) => ({ name, source })),
    ...(partners === null ? [] : [{ name: "partners", source: partners.source }]),
  ];
  const sources = tables.map(({ name, source }): [string, ChunkSource] => {
    const path = files[name] ?? join(folder, source);
    return [name, csv(source, [readFileSync(path)])];
  });
  return Object.fromEntries(sources);
}

/** The folder of an agreement's data, by its path. */
export function folderOf(root: string, path: string): string {
  return dirname(join(root, path));
}
