/**
 * The other place that a rule knows by its law: the sentence that a mistake contradicts, the head that lacks something,
 * the field that a condition asks of.
 *
 * Which it is stands in the rule (`elsewhere`); here it is found in the tree around the diagnostic.
 */
import type { Diagnostic, Elsewhere, Related } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { holds, nodesAround } from "../syntax/nodes-around.ts";
import { checkRules } from "./rules/registry.ts";
import { type Declared, declarationsOf, nameOf, type Scope } from "./scope.ts";
import { relatedAt } from "./site.ts";

/** Places, or names of which the first is placed where it is declared; the others say whose it is. */
export type OtherPlaces = { readonly places: readonly Related[] } | { readonly names: readonly string[] };

const NOWHERE: OtherPlaces = { places: [] };

const elsewhereByCode: ReadonlyMap<string, Elsewhere> = new Map(
  checkRules.flatMap(({ code, elsewhere }) => (elsewhere === undefined ? [] : [[code, elsewhere] as const])),
);

/** Where a reader looks next, as the rule of a diagnostic says. */
export function placesElsewhere(diagnostic: Diagnostic, scope: Scope): OtherPlaces {
  const elsewhere = elsewhereByCode.get(diagnostic.code);
  if (elsewhere === undefined || "none" in elsewhere) return NOWHERE;
  const own = scope.declarations.find(
    ({ site, node }) => site.file === diagnostic.file && holds(node.span, diagnostic.span),
  );
  if (own === undefined) return NOWHERE;
  if ("subject" in elsewhere) return { names: subjectOf(own.node, diagnostic.span) };
  const isOfAgreement = "head" in elsewhere ? elsewhere.head === "agreement" : elsewhere.of === "agreement";
  const declared = isOfAgreement ? declarationsOf(scope, "Agreement")[0] : own;
  const span = declared === undefined ? null : placeIn(declared, elsewhere, diagnostic);
  if (declared === undefined || span === null) return NOWHERE;
  return { places: [relatedAt(declared.site, span, elsewhere.says)] };
}

function placeIn(
  { site, node }: Declared,
  elsewhere: Extract<Elsewhere, { readonly says: string }>,
  { file, span }: Diagnostic,
): Span | null {
  const isHere = (place: Span): boolean => site.file === file && holds(place, span);
  if ("head" in elsewhere) {
    const place = nameOf(node)?.span ?? node.wordSpan;
    return isHere(place) ? null : place;
  }
  const others = node.sentences.filter((sentence) => !isHere(sentence.span));
  return others.find(({ kind }) => elsewhere.sentence.includes(kind))?.span ?? null;
}

/** The name before the comparison that the place lies in, and the dataset whose rows are asked. */
function subjectOf(declaration: ast.Declaration, span: Span): readonly string[] {
  const around = nodesAround(declaration, span);
  const comparison = around.findLast((node) => node.kind === "Comparison") as ast.Comparison | undefined;
  if (comparison === undefined) return [];
  const { form, name } = comparison.left;
  const population = around.findLast((node) => node.kind === "Population") as ast.Population | undefined;
  const isOfPartner = form === "partner" || around.some((node) => node.kind === "AppliesTo");
  const owner = isOfPartner ? "partners" : population?.dataset.text;
  return owner === undefined ? [name.text] : [name.text, owner];
}
