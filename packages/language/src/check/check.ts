/**
 * Checking: from the trees of an agreement's files to its model.
 *
 * The passes run in the order in which they need each other: names are bound across all files, then the agreement's own
 * sentences, the fields of every table, calendars and clocks, metrics, exclusions, standards, amendments, what stands
 * beside standards (`parts.ts`: consequences, human facts, …) and tests; last come the rules that look at the whole.
 * Every pass gives what it could make and reports what it could not; what depends on something that was reported stays
 * silent, so that one mistake is one diagnostic. The model is complete or it is not there: names resolved, literals
 * typed and exact, defaults filled in.
 *
 * Every diagnostic is defined in `rules/`, one file each: its code, the law behind it, an example that breaks it and
 * one that does not, and the function that says it. The checker knows no time zones and opens no file; instants of
 * local times are asked from outside.
 */
import type { AgreementPlan } from "@tenet-lang/evaluator";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { agreementOf, type CheckedAgreement } from "./agreement.ts";
import { amendmentsOf } from "./amendments.ts";
import { businessDaysOf } from "./business-days.ts";
import { calendarsOf } from "./calendars.ts";
import { clockTable } from "./clock-table.ts";
import { clockPlan } from "./clocks.ts";
import { datasetPlan, partnersPlan } from "./datasets.ts";
import { withDeclaredPlaces } from "./declared-places.ts";
import { doubtOf } from "./doubt.ts";
import { exclusionPlan } from "./exclusions.ts";
import { withGuesses } from "./guesses.ts";
import { metricsOf } from "./metrics.ts";
import type { Model } from "./model.ts";
import { partsOf } from "./parts.ts";
import { unknownField } from "./rules/unknown-field.rule.ts";
import { unknownName } from "./rules/unknown-name.rule.ts";
import { bindNames, declarationsOf, type Scope } from "./scope.ts";
import { checkSentences } from "./sentences.ts";
import { siteOf } from "./site.ts";
import { standardsOf } from "./standards.ts";
import { type Table, tableOf } from "./tables.ts";
import { testOf } from "./tests.ts";
import { checkUnused } from "./unused.ts";
import type { CheckOptions, World } from "./world.ts";

/** The files of an agreement as loading them gave it. */
export interface Checkable {
  readonly root: ParsedFile;
  /** Root first, then the files it uses, each once. */
  readonly files: readonly ParsedFile[];
  /** Some used file could not be read, so that names may be missing which are nobody's mistake. */
  readonly incomplete?: boolean;
  /** What loading said; with an error there is no model. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** Checks an agreement. The model is null where there is an error in any file, or no agreement (a library). */
export function check(loaded: Checkable, options: CheckOptions): Outcome<Model | null> {
  const found: Diagnostic[] = [];
  const doubts = loaded.files.map(doubtOf);
  const files = loaded.files.map((parsed, index) => ({
    parsed,
    site: siteOf(parsed.file, loaded.root.file.path, found, doubts[index]),
  }));
  // What a library lacks may be declared by the agreements that use it.
  const isLibrary = !loaded.root.tree.declarations.some(({ kind }) => kind === "Agreement");
  const incomplete = loaded.incomplete === true || isLibrary || doubts.some((doubt) => doubt.hidesNames);
  const scope = bindNames(files, incomplete);
  const model = modelOf(loaded.root, scope, options);
  const earlier = loaded.diagnostics ?? loaded.files.flatMap((parsed) => parsed.diagnostics);
  const all = [...found, ...earlier];
  const isBroken = all.some(({ severity }) => severity === "error");
  // A misspelt name leaves what it should have named unused, so this is only said of text without errors.
  if (!isBroken) checkUnused(loaded.root.file, scope);
  return {
    value: isBroken ? null : model,
    diagnostics: withGuesses(
      withDeclaredPlaces(firstOfEach(withoutRepeats(inOrder(found, loaded.files))), scope),
      scope,
    ),
  };
}

/**
 * What names mean in files that are still being written: everything is taken as it could be read, and nothing is said.
 * For editors, which ask for names and types where a model cannot be had.
 */
export function worldOfFiles(
  { root, files }: Pick<Checkable, "root" | "files">,
  options: CheckOptions,
): World {
  const sites = files.map((parsed) => ({ parsed, site: siteOf(parsed.file, root.file.path, []) }));
  const scope = bindNames(sites, true);
  const declared = declarationsOf(scope, "Agreement").find(({ site }) => site.file === root.file);
  const agreement = declared === undefined ? null : agreementOf(declared.site, declared.node);
  return worldOf(root, scope, agreement, options);
}

/** Of a name that is unknown in several places, the first is reported and the others are named with it. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unknown = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = nameKey(diagnostic);
    if (key !== null) unknown.set(key, [...(unknown.get(key) ?? []), diagnostic]);
  }
  return diagnostics.flatMap((diagnostic) => {
    const key = nameKey(diagnostic);
    const [first, ...others] = (key === null ? undefined : unknown.get(key)) ?? [diagnostic];
    if (first !== diagnostic) return [];
    const related = others
      .filter(({ file, span }) => file !== first.file || span.start !== first.span.start)
      .map(({ file, span }) => ({ file, span, message: "it is read here too" }));
    return [{ ...diagnostic, related: [...diagnostic.related, ...related] }];
  });
}

/** What makes two reports of an unknown name one mistake. */
function nameKey({ code, file, span, message }: Diagnostic): string | null {
  if (code === unknownName.code) return file.text.slice(span.start, span.end);
  return code === unknownField.code ? message : null;
}

/** No more are given of one file: whoever sees so many mends some and looks again. */
const MOST_DIAGNOSTICS = 100;

function firstOfEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<Diagnostic["file"], number>();
  return diagnostics.filter(({ file }) => {
    const count = (counts.get(file) ?? 0) + 1;
    counts.set(file, count);
    return count <= MOST_DIAGNOSTICS;
  });
}

/** Diagnostics by file, then by place. */
function inOrder(found: readonly Diagnostic[], files: readonly ParsedFile[]): readonly Diagnostic[] {
  const position = new Map(files.map(({ file }, index) => [file, index]));
  const order = (one: Diagnostic): number => position.get(one.file) ?? 0;
  return [...found].sort(
    (a, b) => order(a) - order(b) || a.span.start - b.span.start || (a.code < b.code ? -1 : 1),
  );
}

function modelOf(root: ParsedFile, scope: Scope, options: CheckOptions): Model | null {
  const declared = declarationsOf(scope, "Agreement").find(({ site }) => site.file === root.file);
  const agreement = declared === undefined ? null : agreementOf(declared.site, declared.node);
  const world = worldOf(root, scope, agreement, options);
  const term = agreement?.effective ?? null;
  const tables = [...world.tables.values()];
  const datasets = tables.flatMap((table) =>
    table.node.kind === "Dataset" ? [datasetPlan(world, table, table.node)] : [],
  );
  const clocks = declarationsOf(scope, "Clock").map((one) => clockPlan(world, one));
  const partners = partnersOf(world);
  const exclusions = declarationsOf(scope, "Exclusion").map((one) => exclusionPlan(world, one));
  const standards = standardsOf(world, term);
  const amendments = amendmentsOf(world, standards, term);
  const yearStarts = agreement?.yearStarts ?? { month: 1, day: 1 };
  const parts = partsOf({ world, standards, amendments, term, yearStarts });
  const tests = declarationsOf(scope, "Test").map((one) => testOf({ world, standards, parts }, one));
  checkSentences(world, agreement);
  if (agreement?.plan == null) return null;
  return complete(agreement.plan, partners, {
    datasets,
    calendars: [...world.calendars.values()].map(({ model }) => model),
    clocks,
    metrics: [...world.metrics.values()].map(({ plan }) => plan),
    exclusions,
    amendments,
    standards: [...standards.values()].map(({ model }) => model),
    ...parts,
    tests,
  });
}

type Lists = {
  readonly [K in Exclude<keyof Model, "agreement" | "partners">]: readonly (Model[K][number] | null)[];
};

/** The model, if no part of it is lacking. */
function complete(agreement: AgreementPlan, partners: Model["partners"], lists: Lists): Model | null {
  const isLacking = Object.values(lists).some((list: readonly unknown[]) => list.includes(null));
  // INVARIANT: a list without null is one of the model.
  return isLacking ? null : { agreement, partners, ...(lists as Omit<Model, "agreement" | "partners">) };
}

function worldOf(
  root: ParsedFile,
  scope: Scope,
  agreement: CheckedAgreement | null,
  options: CheckOptions,
): World {
  const [declared] = declarationsOf(scope, "Partners");
  const partners = declared === undefined ? null : tableOf(declared.site, declared.node);
  const calendars = calendarsOf(scope, partners, agreement);
  const unmeasured = {
    root: root.file,
    scope,
    tables: tablesOf(scope),
    partners,
    calendars,
    businessDays: businessDaysOf(scope, calendars, agreement),
    partnersUnread: scope.incomplete || partners !== null || isUnread(scope, "partners"),
    zone: agreement?.zone ?? null,
    options,
  };
  return { ...unmeasured, metrics: metricsOf(unmeasured) };
}

function isUnread(scope: Scope, word: string): boolean {
  return scope.declarations.some(({ node }) => node.kind === "BrokenDeclaration" && node.word === word);
}

function tablesOf(scope: Scope): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>();
  for (const { site, node } of declarationsOf(scope, "Dataset")) {
    if (scope.names.get(node.name.text)?.node === node) tables.set(node.name.text, tableOf(site, node));
  }
  const clocks = declarationsOf(scope, "Clock").map((declared) => clockTable(declared, tables));
  for (const table of clocks) {
    if (scope.names.get(table.name)?.node === table.node) tables.set(table.name, table);
  }
  return tables;
}

function partnersOf(world: World): Model["partners"] {
  const table = world.partners;
  return table?.node.kind === "Partners" ? partnersPlan(world, table, table.node) : null;
}
