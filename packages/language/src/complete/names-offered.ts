/** Offers of what is declared: declarations by kind, fields of a table, members of a list. */
import { type Declared, nameOf } from "../check/scope.ts";
import { wordsOf } from "../check/site.ts";
import type { Field, Table } from "../check/tables.ts";
import { typeWords, type ValueType } from "../check/types.ts";
import { declarationWord, type NamedKind } from "../check/words.ts";
import type * as ast from "../syntax/ast.ts";
import { type ItemKind, type Offer, tiers, wordOffer } from "./item.ts";
import type { Scene } from "./scene.ts";

const kinds: ReadonlyMap<string, ItemKind> = new Map([
  ["Dataset", "dataset"],
  ["Clock", "clock"],
  ["Calendar", "calendar"],
  ["Metric", "metric"],
  ["Standard", "standard"],
  ...["Credit", "Bonus", "Points", "Escalation", "Ratchet", "Scorecard", "Tiers"].map(
    (kind) => [kind, "consequence"] as const,
  ),
]);

/** Declarations of some kinds that fit; the one being written is never offered to itself. */
export function declared(
  scene: Scene,
  of: readonly NamedKind[],
  fits: (one: Declared) => boolean = () => true,
): readonly Offer[] {
  return [...scene.world.scope.names.values()].flatMap((one) => {
    const name = nameOf(one.node)?.text ?? null;
    const isMeant = of.some((kind) => kind === one.node.kind) && one.node !== scene.declaration;
    if (name === null || !isMeant || !fits(one)) return [];
    return [declaredOffer(scene, name, one)];
  });
}

function declaredOffer(scene: Scene, name: string, one: Declared): Offer {
  const type = scene.world.metrics.get(name)?.type ?? null;
  const word = declarationWord(one.node.kind);
  const detail = one.node.kind === "Metric" && type !== null ? `${word}, ${typeWords(type)}` : word;
  const documentation = documentationOf(one);
  return wordOffer(name, kinds.get(one.node.kind) ?? "name", { detail, documentation, tier: tiers.best });
}

/** What declarations say, which stay as they are while others are edited. */
const documented = new WeakMap<ast.Declaration, { readonly says: string | null }>();

/** What a declaration says of itself, in one sentence. */
function documentationOf(one: Declared): string | null {
  const before = documented.get(one.node);
  if (before !== undefined) return before.says;
  const says = sentenceAbout(one);
  documented.set(one.node, { says });
  return says;
}

function sentenceAbout({ site, node }: Declared): string | null {
  const label = "label" in node ? (node.label?.text ?? null) : null;
  const says = saidBy(node, (part) => wordsOf(site.file, part.span));
  if (label === null) return says === null ? null : `${says}.`;
  return says === null ? `${label}.` : `${label}: ${says}.`;
}

function saidBy(node: ast.Declaration, words: (part: ast.Node) => string): string | null {
  switch (node.kind) {
    case "Metric":
      return words(node.form);
    case "Dataset":
      return `rows of ${node.source.text}, one per ${node.rowPer.text}`;
    case "Clock":
      return `cases of ${node.on.text}`;
    case "Standard":
      return node.sentences
        .filter(({ kind }) => kind === "Requires")
        .map(words)
        .join("; ");
    case "Exclusion":
      return node.sentences
        .filter(({ kind }) => kind === "Removes")
        .map(words)
        .join("; ");
    default:
      return null;
  }
}

/** Fields of a table that fit; the best first. */
export function fields(
  table: Table | null,
  fits: (field: Field) => boolean = () => true,
  more: Partial<Offer> = {},
): readonly Offer[] {
  if (table === null) return [];
  const of = table.name === "" ? "" : ` of ${table.name}`;
  return [...table.fields.values()].filter(fits).map((field) => fieldOffer(field, of, more));
}

function fieldOffer({ name, type, optional, personal }: Field, of: string, more: Partial<Offer>): Offer {
  const words = type === null ? "a field" : typeWords(type).replaceAll("`", "");
  const also = [optional ? "may be missing" : "", personal ? "personal, never shown" : ""].filter(Boolean);
  const documentation = `Field${of}: ${[words, ...also].join(", ")}.`;
  return wordOffer(name, "field", { detail: words, documentation, tier: tiers.best, ...more });
}

/** Fields of several tables that all of them have, of types that fit. */
export function sharedFields(
  tables: readonly Table[],
  fits: (field: Field) => boolean = () => true,
): readonly Offer[] {
  const [first, ...others] = tables;
  return fields(
    first ?? null,
    (field) => fits(field) && others.every((table) => table.fields.has(field.name)),
  );
}

/** Whether a field's type is of some kinds; one of unknown type may be. */
export function isOf(...of: readonly ValueType["kind"][]): (field: Field) => boolean {
  return ({ type }) => type === null || of.includes(type.kind);
}

/** Words that the language knows at a place. */
export function listed(
  words: readonly (readonly [word: string, documentation: string])[],
  kind: ItemKind = "value",
): readonly Offer[] {
  return words.map(([word, documentation]) => wordOffer(word, kind, { documentation, tier: tiers.best }));
}
