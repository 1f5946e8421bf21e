/**
 * `tenet judge V1.tenet V2.tenet`: several versions of one agreement, judged together.
 *
 * Each version reads its own files in its own way. Paths in the result are those of the first version's folder, so that
 * a line of the second says which file it stands in.
 */
import { type Bundle, type JudgeOptions, type JudgeResult, judgeVersions } from "@tenet-lang/evaluator/all";
import { absolute, folderOf, seenFrom } from "../io/files.ts";
import type { Session } from "../io/session.ts";
import { listed } from "../reporters/words.ts";
import { type ExitCode, refuse } from "./exit.ts";
import {
  type Asked,
  asOfIn,
  bundleOf,
  checkedPartner,
  type Judged,
  type Prepared,
  readingAll,
  type Sources,
  sayAbsent,
  sayBadRows,
  standardNames,
} from "./judging.ts";
import { bindSources, datasetsOf } from "./sources.ts";
import { suggestion } from "./suggest.ts";

/** Judges the versions together, or says why not. */
export async function judgedVersions(
  session: Session,
  paths: readonly string[],
  asked: Asked,
): Promise<Judged | ExitCode> {
  const versions = await preparedVersions(session, paths, asked);
  return typeof versions === "number" ? versions : await judgedTogether(session, versions, asked);
}

/** Judges what was prepared, or says why not. */
export async function judgedTogether(
  session: Session,
  versions: readonly Prepared[],
  asked: Asked,
): Promise<Judged | ExitCode> {
  const result = await readingAll(session, versions, asked, (sources, options) =>
    resultOfVersions(versions, sources, options),
  );
  if (typeof result === "number") return result;
  const [first] = versions;
  const governing =
    versions.find(({ bundle }) => bundle.fingerprint === result.agreement.fingerprint) ?? first;
  if (first === undefined || governing === undefined) return refuse(session, "no agreement is given");
  if (result.problems.length > 0) for (const { absent } of versions) sayAbsent(session, absent);
  sayBadRows(session, result);
  const code = checkedPartner(session, result, asked);
  if (code !== null) return code;
  return {
    bundle: governing.bundle,
    versions: versions.map(({ bundle }) => bundle),
    result: rebased(result, versions),
    bound: versions.flatMap(({ bound }) => bound),
    home: first.home,
  };
}

/** What all versions together say of their sources. */
export function resultOfVersions(
  versions: readonly Prepared[],
  sources: readonly Sources[],
  options: JudgeOptions,
): JudgeResult | Promise<JudgeResult> {
  return judgeVersions(
    versions.map(({ bundle }, index) => ({ bundle, sources: sources[index] ?? {} })),
    options,
  );
}

/** The bundles, the instant and the files of every version; nothing of the data is read yet. */
export async function preparedVersions(
  session: Session,
  paths: readonly string[],
  asked: Asked,
): Promise<readonly Prepared[] | ExitCode> {
  const bundles: Bundle[] = [];
  for (const path of paths) {
    const bundle = await bundleOf(session, path, asked.format);
    if (typeof bundle === "number") return bundle;
    bundles.push(bundle);
  }
  const [first] = bundles;
  if (first === undefined) return refuse(session, "no agreement is given");
  const unknown = await unknownStandard(session, bundles, asked.standard);
  if (unknown !== null) return unknown;
  const asOf = asOfIn(session, first, asked.asOf);
  if (typeof asOf === "number") return asOf;
  const versions: Prepared[] = [];
  for (const [index, bundle] of bundles.entries()) {
    const home = absolute(session.folder, paths[index] ?? "");
    const bindings = await bindSources(session, bundle, home, dataFor(bundle, bundles, asked.data ?? []));
    if ("message" in bindings) return refuse(session, bindings.message, bindings.hint);
    versions.push({ bundle, asOf, home, ...bindings });
  }
  return versions;
}

/** A standard may be one of some versions only. */
async function unknownStandard(
  session: Session,
  bundles: readonly Bundle[],
  standard: string | undefined,
): Promise<ExitCode | null> {
  const names = [...new Set(bundles.flatMap(standardNames))];
  if (standard === undefined || names.includes(standard)) return null;
  const near = await suggestion(standard, names);
  return refuse(
    session,
    `no version has a standard ${standard}${near}`,
    `their standards are ${listed(names)}`,
  );
}

/** What `--data` says of a version's own datasets, and what no version knows. */
function dataFor(bundle: Bundle, bundles: readonly Bundle[], data: readonly string[]): readonly string[] {
  const isIn = (each: Bundle, given: string): boolean => datasetsOf(each).includes(given.split("=")[0] ?? "");
  return data.filter((given) => isIn(bundle, given) || !bundles.some((each) => isIn(each, given)));
}

/** The result with every file named from the first version's folder. */
function rebased(result: JudgeResult, versions: readonly Prepared[]): JudgeResult {
  const root = folderOf(versions[0]?.home ?? "");
  const homes = new Map(versions.map(({ bundle, home }) => [bundle.agreement.version, folderOf(home)]));
  const placed = <T extends { readonly file: string }>(version: string, origin: T): T => ({
    ...origin,
    file: origin.file === "" ? "" : seenFrom(root, absolute(homes.get(version) ?? root, origin.file)),
  });
  return {
    ...result,
    verdicts: result.verdicts.map((verdict) => ({
      ...verdict,
      limits: verdict.limits.map((limit) => ({ ...limit, origin: placed(verdict.version, limit.origin) })),
      origin: placed(verdict.version, verdict.origin),
    })),
    findings: result.findings.map((finding) => ({
      ...finding,
      lines: finding.lines.map((line) => ({ ...line, origin: placed(finding.version, line.origin) })),
      origin: placed(finding.version, finding.origin),
    })),
  };
}
