/** Attestations: facts that somebody states and proves (SPEC §3.9.7 to §3.9.9). */
import type { AttestationPlan, PartyKind, Population } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { civilLength, dueOf } from "./deadlines.ts";
import { bindPopulation } from "./metric-forms.ts";
import { isDated, isValidity, momentField } from "./row-dates.ts";
import { reportDatedNeeded } from "./rules/dated-needed.rule.ts";
import { reportDue } from "./rules/due.rule.ts";
import { reportRecords } from "./rules/records.rule.ts";
import { reportRepeatedSentence } from "./rules/repeated-sentence.rule.ts";
import { reportValidity } from "./rules/validity.rule.ts";
import { type Declared, hasUnread, sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";
import type { Table } from "./tables.ts";
import type { World } from "./world.ts";

/** The plan of an attestation; null where something in it was reported. */
export function attestationPlan(
  world: World,
  declared: Declared<ast.AttestationDeclaration>,
): AttestationPlan | null {
  const { site, node } = declared;
  const party = sentenceOf(node, "GivenBy")?.party ?? null;
  const recorded = recordsOf(world, site, sentenceOf(node, "Recorded"), party, "an attestation");
  const valid = validOf(site, node, recorded?.table ?? null);
  const due = attestationDue(world, site, node, party);
  if (party === null || recorded === null || valid === undefined || due === undefined) return null;
  if (node.label === null || hasUnread(declared)) return null;
  return {
    name: node.name.text,
    label: node.label.text,
    party,
    evidence: sentenceOf(node, "EvidenceKind")?.word.text ?? null,
    recorded: recorded.plan,
    valid,
    due,
    origin: site.originOf(node),
  };
}

/** Where the records of an attestation or duty are; null where it was reported or cannot be known. */
export function recordsOf(
  world: World,
  site: Site,
  sentence: ast.Recorded | null,
  party: PartyKind | null,
  what: string,
): { readonly plan: Population; readonly table: Table } | null {
  if (sentence === null) return null;
  const { plan, table } = bindPopulation(world, site, sentence.population);
  if (plan === null || table === null) return null;
  const { span } = sentence.population.dataset;
  if (!table.unread && party === "partner" && !table.hasPartner) {
    reportRecords(site, span, table.name, `${what} of a partner`);
    return null;
  }
  if (!table.unread && !isDated(table) && !isValidity(table)) {
    reportDatedNeeded(site, span, table.name, what);
    return null;
  }
  return { plan, table };
}

/** How long a record is valid: null for ever, undefined where it was reported. */
function validOf(
  site: Site,
  node: ast.AttestationDeclaration,
  table: Table | null,
): AttestationPlan["valid"] | undefined {
  const length = sentenceOf(node, "ValidFor");
  const until = sentenceOf(node, "ValidUntil");
  if (length !== null && until !== null) {
    const [first, second] = length.span.start < until.span.start ? [length, until] : [until, length];
    reportRepeatedSentence(site, second, first.span);
    return undefined;
  }
  const sentence = length ?? until;
  if (table !== null && isValidity(table)) {
    if (sentence === null) return { kind: "dataset" };
    reportValidity(site, sentence.span, table.name);
    return undefined;
  }
  if (length !== null) {
    const made = civilLength(site, length.length);
    return made === null ? undefined : { kind: "length", length: made };
  }
  if (until === null) return null;
  const field = table === null ? null : momentField(site, table, until.field);
  return field === null ? undefined : { kind: "until", field: field.name };
}

function attestationDue(
  world: World,
  site: Site,
  node: ast.AttestationDeclaration,
  party: PartyKind | null,
): AttestationPlan["due"] | undefined {
  const sentence = sentenceOf(node, "DueSentence");
  if (sentence === null) return null;
  const { due } = sentence;
  if (due.kind === "DueAfter" || due.kind === "DueOnDay") {
    reportDue(
      site,
      due.span,
      "an attestation has one verdict, so it is not due after each span; that is a duty",
    );
    return undefined;
  }
  if (party === null) return undefined;
  return dueOf(world, site, sentence, party, "an attestation") ?? undefined;
}
