/**
 * Binding: which names the files declare, and what a name that is read refers to.
 *
 * Names are global across an agreement and all that it uses (SPEC §3.1), whatever they name. Declarations that could
 * not be read still own their name, and are marked so that a reference to them is silently accepted: one mistake is
 * reported once. Fields are not here; they belong to their dataset (see `tables.ts`).
 */
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { reportDuplicateName } from "./rules/duplicate-name.rule.ts";
import { reportReservedName } from "./rules/reserved-name.rule.ts";
import { reportUnknownName } from "./rules/unknown-name.rule.ts";
import { reportWrongKind } from "./rules/wrong-kind.rule.ts";
import { relatedAt, type Site } from "./site.ts";
import type { NamedKind } from "./words.ts";

/** A declaration with the file it stands in. */
export interface Declared<D extends ast.Declaration = ast.Declaration> {
  readonly site: Site;
  readonly node: D;
}

type DeclarationOf<K extends NamedKind> = Extract<ast.Declaration, { readonly kind: K }>;

/** What the files of an agreement declare. */
export interface Scope {
  /** Every declaration of every file, root file first, in the order written. */
  readonly declarations: readonly Declared[];
  /** The same by their kind. */
  readonly ofKind: ReadonlyMap<string, readonly Declared[]>;
  readonly names: ReadonlyMap<string, Declared>;
  /** Something that may declare names could not be read: an unknown name is then nobody's mistake. */
  readonly incomplete: boolean;
}

/** Collects the declarations of all files; two of one name are reported, naming both places. */
export function bindNames(
  files: readonly { readonly site: Site; readonly parsed: ParsedFile }[],
  incomplete: boolean,
): Scope {
  const declarations: Declared[] = [];
  const ofKind = new Map<string, Declared[]>();
  const names = new Map<string, Declared>();
  let unreadNames = incomplete;
  for (const { site, parsed } of files) {
    for (const node of parsed.tree.declarations) {
      const declared = { site, node };
      declarations.push(declared);
      const alike = ofKind.get(node.kind);
      if (alike === undefined) ofKind.set(node.kind, [declared]);
      else alike.push(declared);
      if (node.kind === "BrokenDeclaration" && node.name === null) unreadNames = true;
      declareName(declared, names);
    }
  }
  return { declarations, ofKind, names, incomplete: unreadNames };
}

/** The name of a declaration; `partners` is named by its word, and `uses` has none. */
export function nameOf(node: ast.Declaration): { readonly text: string; readonly span: Span } | null {
  if (node.kind === "Uses") return null;
  if (node.kind === "Partners") return { text: "partners", span: node.wordSpan };
  return node.name;
}

function declareName(declared: Declared, names: Map<string, Declared>): void {
  const name = nameOf(declared.node);
  if (name === null) return;
  if (name.text === "partners" && declared.node.kind !== "Partners") {
    reportReservedName(declared.site, name.span, name.text, "the declared partners");
    return;
  }
  const earlier = names.get(name.text);
  // Two agreements are reported as such, whatever they are called.
  if (earlier?.node.kind === "Agreement" && declared.node.kind === "Agreement") return;
  const earlierName = earlier === undefined ? null : nameOf(earlier.node);
  if (earlier === undefined || earlierName === null) names.set(name.text, declared);
  else reportDuplicateName(declared.site, name, earlier.site, earlierName.span);
}

/** All declarations of a kind, in order. */
export function declarationsOf<K extends ast.Declaration["kind"]>(
  scope: Scope,
  kind: K,
): readonly Declared<Extract<ast.Declaration, { readonly kind: K }>>[] {
  // INVARIANT: what is kept under a kind is of that kind.
  return (scope.ofKind.get(kind) ?? []) as readonly Declared<
    Extract<ast.Declaration, { readonly kind: K }>
  >[];
}

/**
 * What a name refers to, where one of `kinds` must stand. Null where there is none; that is reported unless the
 * name may be declared by something that could not be read.
 */
export function resolve<K extends NamedKind>(
  scope: Scope,
  site: Site,
  name: ast.Name,
  kinds: readonly K[],
): Declared<DeclarationOf<K>> | null {
  const declared = scope.names.get(name.text);
  if (declared === undefined) {
    if (!scope.incomplete) reportUnknownName(site, name, kinds, candidateNames(scope, kinds));
    return null;
  }
  if (isOfKind(declared, kinds)) return declared;
  if (isRead(declared.node)) {
    const span = nameOf(declared.node)?.span ?? declared.node.wordSpan;
    reportWrongKind(
      site,
      name,
      declared.node.kind,
      kinds,
      relatedAt(declared.site, span, "it is declared here"),
      candidateNames(scope, kinds),
    );
  }
  return null;
}

function isOfKind<K extends NamedKind>(
  declared: Declared,
  kinds: readonly K[],
): declared is Declared<DeclarationOf<K>> {
  return kinds.some((kind) => kind === declared.node.kind);
}

/** Whether a declaration's head could be read; if not, nothing can be said about what it is. */
function isRead(node: ast.Declaration): boolean {
  return node.kind !== "BrokenDeclaration" && node.kind !== "Unavailable";
}

function candidateNames(scope: Scope, kinds: readonly NamedKind[]): readonly string[] {
  return [...scope.names].filter(([, declared]) => isOfKind(declared, kinds)).map(([name]) => name);
}

/**
 * Whether some sentence of a declaration could not be read, or not as it stands, so that nothing can be said to be
 * missing from it or to be too much in it.
 */
export function hasUnread({ site, node }: Declared): boolean {
  const isUnread = ({ kind, span }: ast.Node): boolean =>
    kind === "Broken" || kind === "UnavailableSentence" || site.isDoubtful(span);
  return site.isDoubtful(node.headSpan) || node.sentences.some(isUnread) || site.isCut(node);
}

/** The first sentence of a kind. */
export function sentenceOf<S extends { readonly kind: string }, K extends S["kind"]>(
  node: { readonly sentences: readonly S[] },
  kind: K,
): Extract<S, { readonly kind: K }> | null {
  return sentencesOf(node, kind)[0] ?? null;
}

/** All sentences of a kind, in order. */
export function sentencesOf<S extends { readonly kind: string }, K extends S["kind"]>(
  node: { readonly sentences: readonly S[] },
  kind: K,
): readonly Extract<S, { readonly kind: K }>[] {
  return node.sentences.filter(
    (sentence): sentence is Extract<S, { readonly kind: K }> => sentence.kind === kind,
  );
}
