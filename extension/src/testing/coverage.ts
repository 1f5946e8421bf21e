/**
 * Coverage of an agreement by its tests: each standard is a declaration, each row of a limit a statement with two
 * branches, met and missed. A promise is tried when tests stand on both sides of its limit.
 */
import type { CoveredStandard } from "@tenet-lang/language-server/requests";
import {
  BranchCoverage,
  DeclarationCoverage,
  FileCoverage,
  type FileCoverageDetail,
  type Range,
  StatementCoverage,
  Uri,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** The coverage of one file, with its details. */
export class TenetCoverage extends FileCoverage {
  readonly details: FileCoverageDetail[];

  constructor(uri: Uri, details: FileCoverageDetail[]) {
    const { statementCoverage, branchCoverage, declarationCoverage } = FileCoverage.fromDetails(uri, details);
    super(uri, statementCoverage, branchCoverage, declarationCoverage);
    this.details = details;
  }
}

/** What several runs covered together, by file. */
export function coverageOf(
  client: BaseLanguageClient,
  runs: readonly (readonly CoveredStandard[])[],
): readonly TenetCoverage[] {
  const byFile = new Map<string, FileCoverageDetail[]>();
  for (const standard of together(runs.flat())) {
    const { uri } = standard.location;
    byFile.set(uri, [...(byFile.get(uri) ?? []), ...detailsOf(client, standard)]);
  }
  return [...byFile].map(([uri, details]) => new TenetCoverage(Uri.parse(uri), details));
}

/** A standard of a shared file is tried by the tests of every agreement that uses it. */
function together(standards: readonly CoveredStandard[]): readonly CoveredStandard[] {
  const known = new Map<string, CoveredStandard>();
  for (const standard of standards) {
    const key = JSON.stringify(standard.location);
    const before = known.get(key);
    known.set(key, before === undefined ? standard : sumOf(before, standard));
  }
  return [...known.values()];
}

function sumOf(one: CoveredStandard, other: CoveredStandard): CoveredStandard {
  return {
    ...one,
    verdicts: one.verdicts + other.verdicts,
    limits: one.limits.map((limit, index) => ({
      ...limit,
      met: limit.met + (other.limits[index]?.met ?? 0),
      missed: limit.missed + (other.limits[index]?.missed ?? 0),
    })),
  };
}

function detailsOf(client: BaseLanguageClient, { name, location, verdicts, limits }: CoveredStandard) {
  const range = (place: CoveredStandard["location"]): Range =>
    client.protocol2CodeConverter.asRange(place.range);
  return [
    new DeclarationCoverage(name, verdicts, range(location)),
    ...limits.map(({ location: place, met, missed }) => {
      const at = range(place);
      const branches = [new BranchCoverage(met, at, "met"), new BranchCoverage(missed, at, "missed")];
      return new StatementCoverage(met + missed, at, branches);
    }),
  ];
}
