/**
 * Completion: every word that may be written at a place, and nothing else.
 *
 * It works in two steps. The grammar says which kinds of words may come next (`syntax/cursor.ts` finds the sentence,
 * `syntax/ways.ts` walks the grammar along its words and reads the sentence with the word in it). The meaning says which
 * words of that kind there are: the tree shows what a name is for (`roles/`), the checker's world knows what is
 * declared and of which type (`scene.ts`), and the checker's own functions decide what fits (`comparisons.ts`). So what
 * is offered checks, and what checks is offered.
 *
 * At the start of a line whole sentences and declarations are offered (`line-starts.ts`, their texts in `forms/`), those
 * that the declaration lacks first. Nothing here knows of editors or of their protocol.
 */

import type { ReadFiles } from "../check/known-world.ts";
import type { SourceFile } from "../source/source-file.ts";
import { type Cursor, cursorAt } from "../syntax/cursor.ts";
import type { Kind } from "../syntax/declaration-rules.ts";
import { theGrammar } from "../syntax/declaration-rules.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { mendedBeginning } from "../syntax/repairs.ts";
import { canEnd, type NextWord, nextWords } from "../syntax/ways.ts";
import type { Place } from "./comparisons.ts";
import { elsewhereOffers } from "./elsewhere.ts";
import { type Awaited, type Completion, type Offer, ranked, tiers, wordOffer } from "./item.ts";
import { inUsualOrder, keywordOffers } from "./keywords.ts";
import { declarationOffers, sentenceOffers } from "./line-starts.ts";
import { literalOffers, placeOf } from "./literals.ts";
import { newName } from "./roles/role.ts";
import { roles } from "./roles/roles.ts";
import { wantedAt } from "./roles/wanted.ts";
import { type Outside, type Scene, sceneOf } from "./scene.ts";
import { cellOffers } from "./table-rows.ts";

/** What may be written at `offset` of `parsed`, one of the files of an agreement (or a library by itself). */
export function complete(
  files: ReadFiles,
  parsed: ParsedFile,
  offset: number,
  outside: Outside = {},
): Completion {
  const cursor = cursorAt(parsed.file, offset);
  const replaced = cursor.word;
  if (cursor.inside === "comment") return { replaced, items: [], awaited: [], mayEnd: true };
  const scene = sceneOf(files, parsed, cursor, outside);
  const next = nextAt(parsed.file, cursor);
  const awaited = next.map(awaitedOf);
  const mayEnd = isWhole(cursor);
  if (cursor.inside === "row") return { replaced, items: ranked(cellOffers(scene)), awaited, mayEnd };
  const inText = cursor.inside === "text";
  const offers = next
    .filter(({ slot }) => !inText || slot === "text")
    .flatMap((word) => offersOf(scene, word));
  const ordered = inUsualOrder(scene, offers);
  const tiered = isContinuing(cursor)
    ? ordered.map((offer) => ({ ...offer, tier: tierAbove(parsed.file, cursor, offer) }))
    : ordered;
  const others = inText ? [] : [...lineOffers(scene), ...elsewhereOffers(scene, wantedBy(next))];
  return { replaced, items: ranked([...tiered, ...others]), awaited, mayEnd };
}

function kindOf({ declaration }: Cursor): Kind | null {
  return theGrammar().kinds.get(declaration?.word ?? "") ?? null;
}

/** The words that may come next in the sentence that the cursor is in, or that its line may continue. */
function nextAt(file: SourceFile, cursor: Cursor): readonly NextWord[] {
  const { before, after, above, isHead, word } = cursor;
  const kind = kindOf(cursor);
  const isContinuing = above !== null;
  const ofHead = isContinuing ? above.isHead : isHead;
  const entry = ofHead ? kind?.head : kind?.sentence;
  if (entry === undefined || entry === null) return [];
  const { parser } = theGrammar();
  // Behind a slip the sentence goes on as it was meant.
  const said = mendedBeginning(file, entry.place, isContinuing ? above.tokens : before) ?? [];
  if (said.length === 0) return [];
  const continuing = isContinuing && !above.mustGoOn;
  return nextWords({ parser, entry, before: said, after, at: word.start, continuing });
}

/** Whether the line may continue the one above, or be something of its own. */
function isContinuing({ above }: Cursor): boolean {
  return above !== null && !above.mustGoOn;
}

/** A line above that is whole more likely ends there; one that is not lacks just this. */
function tierAbove(file: SourceFile, cursor: Cursor, { label }: Offer): Offer["tier"] {
  if (!isWhole(cursor)) return tiers.completing;
  return label.startsWith("at ") && isInRows(file, cursor) ? tiers.best : tiers.continuing;
}

/** Whether the line above is a row of several, and not the last one, which is `otherwise`. */
function isInRows({ text }: SourceFile, { above }: Cursor): boolean {
  const last = above?.tokens.at(-1);
  if (above === null || last === undefined) return false;
  const start = text.lastIndexOf("\n", last.startOffset) + 1;
  const row = above.tokens.filter(({ startOffset }) => startOffset >= start).map(({ image }) => image);
  return row.length < above.tokens.length && row[0] === "at" && !row.includes("otherwise");
}

/** Whether the sentence before the cursor, or the one above the line that it starts, can end there. */
function isWhole(cursor: Cursor): boolean {
  const { above, before } = cursor;
  const kind = kindOf(cursor);
  const entry = (above?.isHead ?? cursor.isHead) ? kind?.head : kind?.sentence;
  return entry == null || canEnd(entry, above?.tokens ?? before);
}

function offersOf(scene: Scene, word: NextWord): readonly Offer[] {
  switch (word.slot) {
    case "keyword":
      return keywordOffers(scene, word);
    case "name":
      return nameOffers(scene, word);
    case "sign":
      return word.text === "("
        ? [wordOffer("(", "keyword", { tier: tiers.other, documentation: "Puts a condition together." })]
        : [];
    default:
      return literalOffers(scene, word);
  }
}

function awaitedOf({ slot, text, readings }: NextWord): Awaited {
  const isNew = slot === "name" && readings.map(placeOf).some(isChosen);
  return { slot, text, isNew };
}

/** Whether a name is the writer's own choice. */
function isChosen({ path }: Place): boolean {
  const holder = path.at(-2);
  const key = `${holder?.node.kind}.${holder?.key}`;
  return roles[key] === newName || chosenWords.has(key);
}

/** Words that nothing refers to. */
const chosenWords: ReadonlySet<string> = new Set([
  "Field.name",
  "Stage.word",
  "Channel.word",
  "EvidenceKind.word",
]);

function nameOffers(scene: Scene, { readings }: NextWord): readonly Offer[] {
  const done = new Set<string>();
  return readings.flatMap((reading) => {
    const place = placeOf(reading);
    const holder = place.path.at(-2);
    if (holder === undefined) return [];
    const key = `${holder.node.kind}.${holder.key}`;
    // Readings that differ in what follows only would say the same again; those of a value know more each.
    if (done.has(key) && !readsOn.has(key)) return [];
    done.add(key);
    return roles[key]?.(scene, holder.node, place) ?? [];
  });
}

/** Names whose role depends on what follows them. */
const readsOn: ReadonlySet<string> = new Set(["DatasetPartner.field", "DatasetDated.field"]);

function wantedBy(next: readonly NextWord[]): ReadonlySet<string> {
  const names = next.filter(({ slot }) => slot === "name").flatMap(({ readings }) => readings);
  return new Set(names.map(placeOf).flatMap(wantedAt));
}

/** What may start a line, where the line above does not have to go on. */
function lineOffers(scene: Scene): readonly Offer[] {
  const { cursor } = scene;
  const isLineStart = cursor.before.length === 0 && cursor.inside === "sentence";
  if (!isLineStart || cursor.above?.mustGoOn === true) return [];
  return [...(cursor.declaration === null ? [] : sentenceOffers(scene)), ...declarationOffers(scene)];
}
