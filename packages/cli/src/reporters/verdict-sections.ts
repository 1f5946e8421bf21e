/**
 * The parts of a report on verdicts, in the order in which the agreement's text declares what they are about.
 *
 * A standard has a part of its own, and so has a duty that comes again for every partner. What would be a table of one
 * column is put together: attestations, which all say something of the same day, and duties that are due once. So is
 * what would be a table of one row: the duties of the brand.
 */
import type { Verdict } from "@tenet-lang/evaluator";
import { type ShownParties, shownParties } from "./shown-parties.ts";
import { labelsInOrder } from "./verdict-order.ts";

/** One standard, attestation or duty; or several in one table. */
export type VerdictSection =
  | { readonly kind: "one"; readonly verdicts: readonly Verdict[] }
  | (JointTable & { readonly kind: "several" });

/** Verdicts on several attestations or duties. */
export interface JointTable {
  readonly title: string;
  /** What stands beside the title. */
  readonly beside: string;
  readonly heads: readonly Heading[];
  readonly rows: readonly { readonly head: Heading; readonly cells: readonly (Verdict | undefined)[] }[];
  readonly notes: readonly string[];
}

/** What a row or column is about: as people call it, and the shorter name of the agreement. */
export interface Heading {
  readonly label: string;
  readonly name: string;
}

/** The sections. Verdicts are given in the order of the text. */
export function verdictSections(verdicts: readonly Verdict[]): readonly VerdictSection[] {
  const declarations = byStandard(verdicts);
  const together = new Map<string, Verdict[][]>();
  for (const own of declarations) {
    const group = groupOf(own);
    if (group !== null) together.set(group, [...(together.get(group) ?? []), [...own]]);
  }
  const done = new Set<string>();
  return declarations.flatMap((own): readonly VerdictSection[] => {
    const group = groupOf(own);
    const all = group === null ? [] : (together.get(group) ?? []);
    if (group === null || all.length < 2) return [{ kind: "one", verdicts: own }];
    if (done.has(group)) return [];
    done.add(group);
    return [{ kind: "several", ...jointTable(all) }];
  });
}

/** Verdicts of one declaration together, in their order. */
export function byStandard(all: readonly Verdict[]): readonly (readonly Verdict[])[] {
  const standards = new Map<string, Verdict[]>();
  for (const verdict of all) {
    const own = standards.get(verdict.standard);
    if (own === undefined) standards.set(verdict.standard, [verdict]);
    else own.push(verdict);
  }
  return [...standards.values()];
}

/** With what a declaration is put together; null where it has a section of its own. */
function groupOf(own: readonly Verdict[]): string | null {
  const [first] = own;
  if (first === undefined || first.kind === "standard") return null;
  const { kind, party } = first;
  if (kind === "attestation") return `attestations ${party.kind}`;
  if (party.kind === "brand") return "duties brand";
  const parties = new Set(own.map((verdict) => verdict.party.key));
  return parties.size === own.length && own.every(isOnce) ? "duties once" : null;
}

/** Is it named by a day? */
function isOnce({ period }: Verdict): boolean {
  return period.label === period.lastDay;
}

function jointTable(declarations: readonly (readonly Verdict[])[]): JointTable {
  const all = declarations.flat();
  const [first] = all;
  const isOfBrand = first?.party.kind === "brand";
  const isAttested = first?.kind === "attestation";
  const what = isAttested ? "Attestations" : isOfBrand ? "Duties" : "Duties that are due once";
  return {
    title: isOfBrand ? `${what} of the brand` : what,
    beside: isAttested ? `on ${first.period.label}` : "",
    ...(isOfBrand ? brandTable(declarations) : partnerTable(declarations, shownParties(all))),
  };
}

type Table = Pick<JointTable, "heads" | "rows" | "notes">;

/** Rows are declarations, columns periods. */
function brandTable(declarations: readonly (readonly Verdict[])[]): Table {
  const labels = labelsInOrder(declarations.flat());
  return {
    heads: labels.map((label) => ({ label, name: label })),
    rows: declarations.map((own) => ({
      head: headingOf(own),
      cells: labels.map((label) => own.find(({ period }) => period.label === label)),
    })),
    notes: [],
  };
}

/** Rows are parties, columns declarations. */
function partnerTable(
  declarations: readonly (readonly Verdict[])[],
  { parties, hidden, unconcerned }: ShownParties,
): Table {
  const names = declarations.map((own) => own[0]?.standard);
  return {
    heads: declarations.map(headingOf),
    rows: parties.map(({ name, verdicts }) => ({
      head: { label: name, name },
      cells: names.map((standard) => verdicts.find((verdict) => verdict.standard === standard)),
    })),
    notes: [...hidden, ...unconcerned],
  };
}

function headingOf([first]: readonly Verdict[]): Heading {
  return { label: first?.label ?? "", name: first?.standard ?? "" };
}
