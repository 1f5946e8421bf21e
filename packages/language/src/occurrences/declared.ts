/**
 * Everything that the files of an agreement declare by name, before anything is read.
 *
 * Declarations share one scope over all files, and the first of a name owns it (SPEC §2.3.4); fields, members, steps and
 * levels belong to what declares them. A declaration whose head could not be read still owns its name, and the
 * sentences of it that could be read still declare.
 */
import type { SourceFile, Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { caseFieldsOf } from "./case-fields.ts";
import type { NameSymbol, SymbolKind, SymbolNode } from "./name-symbol.ts";

/** What is declared. */
export interface Declared {
  /** In the order written, root file first; what is declared inside a declaration follows it. */
  readonly symbols: readonly NameSymbol[];
  /** Declarations by name. */
  readonly names: ReadonlyMap<string, NameSymbol>;
  readonly partners: NameSymbol | null;
  readonly byNode: ReadonlyMap<ast.Node, NameSymbol>;
  /** What is declared inside something, by name. */
  readonly inside: ReadonlyMap<NameSymbol, ReadonlyMap<string, NameSymbol>>;
}

/** Collects what files declare. */
export function declaredIn(files: readonly ParsedFile[]): Declared {
  const collecting = new Collecting();
  for (const { file, tree } of files) {
    for (const node of tree.declarations) collecting.declaration(file, node);
  }
  return collecting;
}

/** The name of a declaration; `partners` is named by its word, `uses` by nothing. */
export function declaredName(node: ast.Declaration): { readonly text: string; readonly span: Span } | null {
  if (node.kind === "Uses") return null;
  if (node.kind === "Partners") return { text: "partners", span: node.wordSpan };
  return node.name;
}

/** Something declared inside another symbol, by its name. */
export function insideOf(declared: Declared, owner: NameSymbol | null, name: string): NameSymbol | null {
  return owner === null ? null : (declared.inside.get(owner)?.get(name) ?? null);
}

/** A field of a dataset, of the partners or of a clock's cases: those of its rows, and what the clock gives. */
export function fieldIn(declared: Declared, table: NameSymbol | null, name: string): NameSymbol | null {
  const own = insideOf(declared, table, name);
  if (own !== null || table?.node?.kind !== "Clock") return own;
  const rows = declared.names.get(table.node.on.text) ?? null;
  return rows?.kind === "dataset" ? insideOf(declared, rows, name) : null;
}

/** The fields that a table has, those of a clock's rows included, by name. */
export function fieldsIn(declared: Declared, table: NameSymbol): ReadonlyMap<string, NameSymbol> {
  const own = declared.inside.get(table) ?? new Map<string, NameSymbol>();
  if (table.node?.kind !== "Clock") return own;
  const rows = declared.names.get(table.node.on.text);
  return rows?.kind === "dataset" ? new Map([...(declared.inside.get(rows) ?? []), ...own]) : own;
}

const KINDS: ReadonlyMap<string, SymbolKind> = new Map([
  ["Agreement", "agreement"],
  ["Partners", "partners"],
  ["Dataset", "dataset"],
  ["Calendar", "calendar"],
  ["Clock", "clock"],
  ["Metric", "metric"],
  ["Standard", "standard"],
  ["Credit", "credit"],
  ["Bonus", "bonus"],
  ["Points", "points"],
  ["Escalation", "escalation"],
  ["Ratchet", "ratchet"],
  ["Scorecard", "scorecard"],
  ["Tiers", "tiers"],
  ["Exclusion", "exclusion"],
  ["Amendment", "amendment"],
  ["RampUp", "ramp_up"],
  ["Attestation", "attestation"],
  ["Duty", "duty"],
  ["Touchpoint", "touchpoint"],
  ["Report", "report"],
  ["Test", "test"],
]);

const WORDS: ReadonlySet<string> = new Set(KINDS.values());

function kindOf(node: ast.Declaration): SymbolKind {
  const known = KINDS.get(node.kind);
  if (known !== undefined) return known;
  const word = node.kind === "BrokenDeclaration" ? (node.word ?? "") : "";
  return isKind(word) ? word : "reserved";
}

function isKind(word: string): word is SymbolKind {
  return WORDS.has(word);
}

function titleOf(node: SymbolNode): string | null {
  return "label" in node ? (node.label?.text ?? null) : null;
}

class Collecting implements Declared {
  readonly symbols: NameSymbol[] = [];
  readonly names = new Map<string, NameSymbol>();
  readonly byNode = new Map<ast.Node, NameSymbol>();
  readonly inside = new Map<NameSymbol, Map<string, NameSymbol>>();
  partners: NameSymbol | null = null;

  declaration(file: SourceFile, node: ast.Declaration): void {
    const name = declaredName(node);
    if (name === null) return;
    const symbol = this.#add(file, kindOf(node), name, node, null);
    if (symbol.kind === "partners") this.partners ??= symbol;
    else if (!this.names.has(symbol.name)) this.names.set(symbol.name, symbol);
    for (const sentence of node.sentences) this.#sentence(file, sentence, symbol);
    if (node.kind === "Clock") {
      for (const field of caseFieldsOf(symbol, node)) this.#keep(field, symbol);
    }
  }

  #sentence(file: SourceFile, node: ast.Node & { readonly kind: string }, owner: NameSymbol): void {
    if (isField(node)) {
      const field = this.#add(file, "field", node.name, node, owner);
      if (node.type.kind !== "OneOfType") return;
      for (const member of node.type.members) this.#add(file, "member", member.name, member, field);
    } else if (isStep(node)) this.#add(file, "step", node.name, node, owner);
    else if (isLevel(node)) this.#add(file, "level", node.name, node, owner);
  }

  #add(
    file: SourceFile,
    kind: SymbolKind,
    name: { readonly text: string; readonly span: Span },
    node: SymbolNode,
    owner: NameSymbol | null,
  ): NameSymbol {
    const symbol: NameSymbol = {
      id: `${file.path}:${name.span.start}:${kind}`,
      kind,
      name: name.text,
      owner,
      file,
      nameSpan: name.span,
      span: node.span,
      title: titleOf(node),
      node,
    };
    this.byNode.set(node, symbol);
    return this.#keep(symbol, owner);
  }

  #keep(symbol: NameSymbol, owner: NameSymbol | null): NameSymbol {
    this.symbols.push(symbol);
    if (owner === null) return symbol;
    const siblings = this.inside.get(owner) ?? new Map<string, NameSymbol>();
    this.inside.set(owner, siblings);
    if (!siblings.has(symbol.name)) siblings.set(symbol.name, symbol);
    return symbol;
  }
}

function isField(node: ast.Node): node is ast.Field {
  return node.kind === "Field";
}

function isStep(node: ast.Node): node is ast.Step {
  return node.kind === "Step";
}

function isLevel(node: ast.Node): node is ast.Level {
  return node.kind === "Level";
}
