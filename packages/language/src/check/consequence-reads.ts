/**
 * What consequences read: verdicts by the name of what gives them, metrics, rows and partner fields (SPEC §3.7).
 *
 * All that one consequence reads is about one kind of party, whose findings it gives. Each name that is read becomes a
 * use; the uses together say whose the consequence is.
 */
import type { AgreementPlan, PartyKind, VerdictTest } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import type { Term } from "./limits.ts";
import type { AmendmentModel } from "./model.ts";
import { reportConsequenceParties } from "./rules/consequence-parties.rule.ts";
import { type Declared, resolve, sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";
import type { CheckedStandard } from "./standards.ts";
import type { Table } from "./tables.ts";
import { verdictKinds } from "./verdict-names.ts";
import { allVerdicts, verdictOf } from "./verdict-words.ts";
import type { Metric, World } from "./world.ts";

/** What is known once standards are checked. */
export interface Judging {
  readonly world: World;
  readonly standards: ReadonlyMap<string, CheckedStandard>;
  /** Null for one in which something was reported. */
  readonly amendments: readonly (AmendmentModel | null)[];
  /** The days on which the agreement is effective; null where they are not known. */
  readonly term: Term | null;
  readonly yearStarts: AgreementPlan["yearStarts"];
}

/** Something that a consequence reads. */
export interface Use {
  readonly name: Pick<ast.Name, "text" | "span">;
  /** Null where it is not known; then something was reported, or could not be read. */
  readonly party: PartyKind | null;
  /** Of a verdict name, who owes what it asks. */
  readonly owes: PartyKind | null;
}

type VerdictDeclaration = ast.StandardDeclaration | ast.AttestationDeclaration | ast.DutyDeclaration;

/** The declaration that a verdict name refers to; anything else is reported. */
export function verdictNamed(
  { world }: Judging,
  site: Site,
  name: ast.Name,
): Declared<VerdictDeclaration> | null {
  return resolve(world.scope, site, name, verdictKinds);
}

/** `NAME is VERDICT`; null where one of them was reported. */
export function verdictTest(
  judging: Judging,
  site: Site,
  name: ast.Name,
  verdict: ast.Name,
): VerdictTest | null {
  const declared = verdictNamed(judging, site, name);
  const wanted = verdictOf(site, verdict, allVerdicts);
  return declared === null || wanted === null
    ? null
    : { name: name.text, operator: "is", verdicts: [wanted] };
}

/** The standard after `on`; null where it is unknown, or something in it was reported. */
export function standardNamed(
  { world, standards }: Judging,
  site: Site,
  name: ast.Name,
): CheckedStandard | null {
  const declared = resolve(world.scope, site, name, ["Standard"]);
  return declared === null ? null : (standards.get(declared.node.name.text) ?? null);
}

/** The use of a verdict by its name. */
export function verdictUse({ world, standards }: Judging, name: ast.Name): Use {
  const node = world.scope.names.get(name.text)?.node;
  switch (node?.kind) {
    case "Standard": {
      const model = standards.get(name.text)?.model ?? null;
      return { name, party: model?.party ?? null, owes: model?.owes ?? null };
    }
    case "Attestation": {
      const party = sentenceOf(node, "GivenBy")?.party ?? null;
      return { name, party, owes: party };
    }
    case "Duty":
      return { name, party: node.by, owes: node.by };
    default:
      return { name, party: null, owes: null };
  }
}

/** The use of a metric by its name. */
export function metricUse(world: World, name: ast.Name, metric: Metric): Use {
  const tables = [...metric.datasets].map((dataset) => world.tables.get(dataset));
  const party = tables.map((table) => (table === undefined ? null : tableParty(table)));
  return { name, party: party.find((one) => one !== null) ?? null, owes: null };
}

/** The use of the rows of a dataset or clock. */
export function rowsUse(name: ast.Name, table: Table): Use {
  return { name, party: tableParty(table), owes: null };
}

/** Whose the rows of a table are. */
function tableParty(table: Table): PartyKind | null {
  if (table.unread) return null;
  return table.hasPartner ? "partner" : "brand";
}

/** What a condition over verdicts, metrics and partners reads. */
export function conditionUses(judging: Judging, node: ast.Condition): readonly Use[] {
  switch (node.kind) {
    case "And":
    case "Or":
      return node.operands.flatMap((operand) => conditionUses(judging, operand));
    case "Not":
      return conditionUses(judging, node.operand);
    case "Comparison":
      return [leftUse(judging, node.left)];
    case "Lookup":
      return [];
  }
}

function leftUse(judging: Judging, { form, name }: ast.Left): Use {
  if (form === "partner") return { name, party: "partner", owes: null };
  const metric = judging.world.metrics.get(name.text);
  return metric === undefined ? verdictUse(judging, name) : metricUse(judging.world, name, metric);
}

/** Whose findings a consequence gives: the party of all that it reads. Null where that is not one, or not known. */
export function partyOf(site: Site, what: string, uses: readonly Use[]): PartyKind | null {
  const [first, ...others] = uses.filter((use) => use.party !== null);
  if (first === undefined) return uses.length === 0 ? "partner" : null;
  const odd = others.find((use) => use.party !== first.party);
  if (odd === undefined) return first.party;
  reportConsequenceParties(site, odd.name, { what, odd: odd.party, other: first.name.text });
  return null;
}
