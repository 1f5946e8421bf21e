/**
 * The other place that a mistake is about.
 *
 * A diagnostic quotes the names that it speaks of, and mostly the reader wants to see next what they stand for: the
 * declaration of the metric whose unit does not fit, the field whose type does not. A rule that knows a better place
 * names it itself; for all others it is found here. A field is placed where it is clear whose it is: of the datasets
 * that are quoted with it, or else of all. What quotes no such name is placed by its rule (`other-places.ts`).
 */
import type { Diagnostic, Related } from "../diagnostics/diagnostic.ts";
import { positionAt, type SourceFile, type Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { placesElsewhere } from "./other-places.ts";
import { type Declared, nameOf, type Scope } from "./scope.ts";
import { relatedAt, type Site } from "./site.ts";

/** More would hide which one matters. */
const MOST_PLACES = 3;

/** The diagnostics, each with the places where the names that it quotes are declared. */
export function withDeclaredPlaces(diagnostics: readonly Diagnostic[], scope: Scope): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    if (diagnostic.related.length > 0) return diagnostic;
    const quoted = placesOf(diagnostic, scope);
    const related = quoted.length > 0 ? quoted : elsewhereOf(diagnostic, scope);
    return related.length === 0 ? diagnostic : { ...diagnostic, related };
  });
}

interface Place {
  readonly site: Site;
  readonly span: Span;
}

function placesOf(diagnostic: Diagnostic, scope: Scope): readonly Related[] {
  return placesOfNames(
    [...new Set([...diagnostic.message.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name))],
    diagnostic,
    scope,
  );
}

/** The place that the rule knows, and what it compares where that is what a reader wants to see. */
function elsewhereOf(diagnostic: Diagnostic, scope: Scope): readonly Related[] {
  const elsewhere = placesElsewhere(diagnostic, scope);
  return "names" in elsewhere
    ? placesOfNames(elsewhere.names, diagnostic, scope).slice(0, 1)
    : elsewhere.places;
}

function placesOfNames(quoted: readonly string[], diagnostic: Diagnostic, scope: Scope): readonly Related[] {
  const places = quoted.flatMap((name) => {
    const place = placeOf(name, quoted, diagnostic, scope);
    return place === null || isSameLine(place, diagnostic) ? [] : [{ name, ...place }];
  });
  return places
    .slice(0, MOST_PLACES)
    .map(({ name, site, span }) => relatedAt(site, span, `\`${name}\` is declared here`));
}

function placeOf(
  name: string,
  quoted: readonly string[],
  diagnostic: Diagnostic,
  scope: Scope,
): Place | null {
  const declared = scope.names.get(name);
  const own = declared === undefined ? null : nameOf(declared.node);
  if (declared !== undefined && own !== null) return { site: declared.site, span: own.span };
  const named = quoted.flatMap((one) => scope.names.get(one) ?? []).filter(({ node }) => hasFields(node));
  const owners = (named.length > 0 ? named : scope.declarations).filter(
    ({ node }) => fieldOf(node, name) !== null,
  );
  const owner = owners.length === 1 ? owners[0] : owners.find((one) => holds(one, diagnostic));
  const field = owner === undefined ? null : fieldOf(owner.node, name);
  return owner === undefined || field === null ? null : { site: owner.site, span: field.name.span };
}

/** The message is about a sentence of this declaration. */
function holds({ site, node }: Declared, { file, span }: Diagnostic): boolean {
  return site.file === file && node.span.start <= span.start && span.end <= node.span.end;
}

function hasFields(node: ast.Declaration): node is ast.DatasetDeclaration | ast.PartnersDeclaration {
  return node.kind === "Dataset" || node.kind === "Partners";
}

function fieldOf(node: ast.Declaration, name: string): ast.Field | null {
  if (!hasFields(node)) return null;
  const isMeant = (sentence: { readonly kind: string }): sentence is ast.Field =>
    sentence.kind === "Field" && (sentence as ast.Field).name.text === name;
  return node.sentences.find(isMeant) ?? null;
}

function isSameLine({ site, span }: Place, diagnostic: Diagnostic): boolean {
  return (
    site.file === diagnostic.file && lineOf(site.file, span) === lineOf(diagnostic.file, diagnostic.span)
  );
}

function lineOf(file: SourceFile, { start }: Span): number {
  return positionAt(file, start).line;
}
