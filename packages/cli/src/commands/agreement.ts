/**
 * An agreement from its file to its bundle, with everything that is said about it on the way.
 *
 * The agreement and what it uses are read from inside the workspace only. Inside the language, files are called by
 * their path from the workspace's root; how they are shown is decided here, for people from the working folder, for
 * machines from the root.
 */
import type { Bundle } from "@tenet-lang/evaluator";
import {
  checkAgreement,
  compile,
  type Diagnostic,
  type Loaded,
  loadAgreement,
  loadHolidays,
  type Model,
  type SourceFile,
} from "@tenet-lang/language";
import { FileFailure } from "../io/failure.ts";
import { absolute, folderOf, liesIn, readText, seenFrom, shownFrom, workspaceOf } from "../io/files.ts";
import type { Session } from "../io/session.ts";

/** A file of the language that was opened with what it uses. */
export interface Opened {
  /** Absolute. */
  readonly path: string;
  /** The workspace's root, absolute. */
  readonly root: string;
  readonly loaded: Loaded;
  readonly model: Model | null;
  /** Null where there is an error, or no agreement in the file. */
  readonly bundle: Bundle | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Where each file that was read, or that a diagnostic is about, lies: absolute. */
  readonly paths: ReadonlyMap<SourceFile, string>;
}

/** Opens, checks and compiles; a file that cannot be read is a failure, anything wrong in it a diagnostic. */
export async function openAgreement(session: Session, path: string): Promise<Opened | FileFailure> {
  const whole = absolute(session.folder, path);
  const text = readText(whole);
  if (text instanceof FileFailure) return text;
  const root = workspaceOf(whole, session.folder);
  const loaded = loadAgreement(seenFrom(root, whole), (wanted) => {
    const file = absolute(root, wanted);
    if (file === whole) return text;
    const used = liesIn(root, file) ? readText(file) : null;
    return typeof used === "string" ? used : null;
  });
  const checked = checkAgreement(loaded);
  const compiled = checked.value === null ? null : await compiledOf(session, checked.value);
  const late = compiled?.diagnostics ?? [];
  return {
    path: whole,
    root,
    loaded,
    model: checked.value,
    bundle: compiled?.value ?? null,
    diagnostics: [...loaded.diagnostics, ...checked.diagnostics, ...late],
    paths: new Map([
      ...loaded.files.map(({ file }) => [file, absolute(root, file.path)] as const),
      // Compiling has plans, not texts: it names files from the agreement's own folder.
      ...late.map(({ file }) => [file, absolute(folderOf(whole), file.path)] as const),
    ]),
  };
}

/** Compiles; the holidays of the world are loaded for calendars that name some. */
async function compiledOf(session: Session, model: Model): Promise<ReturnType<typeof compile>> {
  const holidays = await loadHolidays(model);
  return compile(model, { zoneVersion: session.zoneVersion, holidays });
}

/** Would the diagnostics keep a bundle from being made? */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** How files of the language are shown to people, and to machines. */
export interface FileNames {
  readonly forPeople: (file: SourceFile) => string;
  readonly forMachines: (file: SourceFile) => string;
}

/** The names of all files of what was opened. */
export function fileNames(session: Session, opened: readonly Opened[]): FileNames {
  const places = new Map(
    opened.flatMap(({ root, paths }) => [...paths].map(([file, path]) => [file, { root, path }] as const)),
  );
  const shown = (file: SourceFile, from: (root: string) => string, show: typeof seenFrom): string => {
    const place = places.get(file);
    return place === undefined ? file.path : show(from(place.root), place.path);
  };
  return {
    forPeople: (file) => shown(file, () => session.folder, shownFrom),
    forMachines: (file) => shown(file, (root) => root, seenFrom),
  };
}
