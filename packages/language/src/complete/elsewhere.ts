/** Names of files that are not used yet: each brings the `uses` line along. */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { type ItemKind, type Offer, tiers, wordOffer } from "./item.ts";
import type { Scene } from "./scene.ts";

/** What is offered of a kind here may also be declared elsewhere, by its declaration word. */
const words: ReadonlyMap<ItemKind, readonly string[]> = new Map<ItemKind, readonly string[]>([
  ["dataset", ["dataset"]],
  ["clock", ["clock"]],
  ["calendar", ["calendar"]],
  ["metric", ["metric"]],
  ["standard", ["standard"]],
]);

/** Declarations of other files, of the kinds that a place asks for. */
export function elsewhereOffers(scene: Scene, wanted: ReadonlySet<string>): readonly Offer[] {
  if (wanted.size === 0) return [];
  const known = scene.world.scope.names;
  const kindOf = (word: string): ItemKind => [...words].find(([, of]) => of.includes(word))?.[0] ?? "name";
  return (scene.outside.elsewhere?.() ?? [])
    .filter(({ word, name }) => wanted.has(word) && !known.has(name))
    .map(({ path, word, name, label }) =>
      wordOffer(name, kindOf(word), {
        detail: `${word} in ${path}`,
        documentation: `${label ?? `Declared in ${path}`}; the line \`uses "${path}"\` is added.`,
        tier: tiers.elsewhere,
        edits: [usesEdit(scene.parsed, path)],
      }),
    );
}

/** Adds a `uses` line below the others; without any, below the agreement, else at the start. */
export function usesEdit({ file, tree }: ParsedFile, path: string): TextEdit {
  const line = `uses "${path}"`;
  const last = tree.declarations.findLast(({ kind }) => kind === "Uses");
  if (last !== undefined) return insertion(last.headSpan.end, `\n${line}`);
  const agreement = tree.declarations.find(({ kind }) => kind === "Agreement");
  if (agreement !== undefined) return insertion(agreement.span.end, `\n\n${line}`);
  const first = tree.declarations[0];
  return insertion(0, file.text === "" || first === undefined ? `${line}\n` : `${line}\n\n`);
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}
