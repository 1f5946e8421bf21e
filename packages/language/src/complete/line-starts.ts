/** What may start a line: sentences of the declaration, and declarations, whole with holes to fill in. */
import { mayStandAgain } from "../check/sentences.ts";
import { declarationTerms } from "../vocabulary/declaration-terms.ts";
import { sentenceTerms } from "../vocabulary/vocabulary.ts";
import { columnsLeft, fieldName, typeOfColumn } from "./columns.ts";
import { askedFor, hasRoom } from "./company.ts";
import { declarationForms } from "./forms/declaration-forms.ts";
import { readingOf, snippetOf } from "./forms/form.ts";
import { formsOf } from "./forms/forms.ts";
import { type Filled, filling } from "./holes.ts";
import { type Offer, tiers, wordOffer } from "./item.ts";
import type { Scene } from "./scene.ts";
import { kindOfWord, kindsStanding, lackingKinds, touchesLine } from "./standing.ts";

/** Sentences of the declaration around the cursor that may still stand; those that it lacks first. */
export function sentenceOffers(scene: Scene): readonly Offer[] {
  const { kind, standing } = kindsStanding(scene);
  const lacking = [...lackingKinds(scene), ...askedFor(scene)];
  const forms = formsOf(scene.cursor.declaration?.word ?? "").filter(
    ([of, text]) => (mayStandAgain(kind, of) || !standing.has(of)) && hasRoom(scene, of, text),
  );
  const fill = filling(scene);
  const rank = (of: string): number => (lacking.includes(of) ? lacking.indexOf(of) : lacking.length);
  const sentences = forms
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .map(([of, text]) => {
      const tier = sentenceTier(scene, of, { standing, lacking });
      return formOffer(scene, fill(text), sentenceTerms[of].meaning, { tier });
    });
  return [...columnOffers(scene), ...sentences];
}

/** Sentences that come in lists: behind one of them the next is of its kind. */
const LISTED: ReadonlySet<string> = new Set([
  "Field",
  "Open",
  "ClosedHolidays",
  "ClosedOn",
  "Gives",
  "GivesPoints",
  "MissWeight",
  "ScoreWeight",
  "Step",
  "Level",
  "Given",
  "Expect",
]);

interface Had {
  readonly standing: ReadonlySet<string>;
  readonly lacking: readonly string[];
}

function sentenceTier(scene: Scene, kind: string, { standing, lacking }: Had): Offer["tier"] {
  if (lacking.includes(kind)) return tiers.lacking;
  if (!standing.has(kind)) return tiers.sentence;
  return LISTED.has(kind) && kindAbove(scene) === kind ? tiers.best : tiers.again;
}

/** The kind of the sentence above the cursor. */
function kindAbove({ declaration, cursor }: Scene): string | null {
  const above = (declaration?.sentences ?? []).findLast(({ span }) => span.end <= cursor.word.start);
  return above?.kind ?? null;
}

/** A sentence or declaration; where words follow on the line, only its first word, since the rest is there. */
function formOffer(
  { cursor }: Scene,
  { insert, snippet }: Filled,
  documentation: string | null,
  more: Partial<Offer>,
): Offer {
  const [firstLine = ""] = insert.split("\n");
  if (cursor.after.length > 0) {
    return wordOffer(firstLine.split(" ")[0] ?? "", "keyword", { documentation, ...more });
  }
  return wordOffer(firstLine, "sentence", { insert, snippet, documentation, ...more });
}

const fieldTypes = ["text", "number", "date", "timestamp", "yes_no"];

/** A field for each column of the file that has none yet, of the type that its values have. */
function columnOffers(scene: Scene): readonly Offer[] {
  const word = scene.cursor.declaration?.word ?? "";
  if ((word !== "dataset" && word !== "partners") || scene.cursor.after.length > 0) return [];
  return columnsLeft(scene).map((column) => {
    const name = fieldName(column);
    const from = name === column ? "" : ` from "${column.replace(/[\\"]/g, "\\$&")}"`;
    const types = [...new Set([typeOfColumn(scene, column) ?? "text", ...fieldTypes])];
    const text = `field ${name} <${types.join("|")}>${from}`;
    const documentation = `Declares column \`${column}\` of the file, which no field has yet.`;
    const filled = { insert: readingOf(text), snippet: snippetOf(text) };
    return formOffer(scene, filled, documentation, { tier: tiers.best, detail: "column" });
  });
}

/** Declarations that may start here. */
export function declarationOffers(scene: Scene): readonly Offer[] {
  const { world, parsed, file, cursor } = scene;
  const isTaken = (kind: string): boolean =>
    world.scope.declarations.some(({ site, node }) => {
      const isHere = site.file.path === file.path && touchesLine(file.text, node.headSpan, cursor.word.start);
      return node.kind === kind && !isHere;
    });
  const fill = filling(scene);
  const isEmpty = parsed.tree.declarations.length === 0;
  const usual = startsDeclaration(scene) ? tiers.starting : tiers.declaration;
  const rank = rankAfter(cursor.declaration?.word ?? null);
  return declarationForms
    .filter(
      ([word]) =>
        !(word === "agreement" && isTaken("Agreement")) && !(word === "partners" && isTaken("Partners")),
    )
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .map(([word, text]) => {
      const tier = isEmpty && word === "agreement" ? tiers.lacking : usual;
      const kind = kindOfWord(word);
      const meaning = kind === null ? null : declarationTerms[kind].meaning;
      const offer = formOffer(scene, fill(text), meaning, { tier });
      return offer.kind === "sentence" ? { ...offer, kind: "declaration" as const, detail: word } : offer;
    });
}

/** At the margin, below an empty line. */
function startsDeclaration({ file, cursor }: Scene): boolean {
  return /\n[ \t]*\r?\n$/.test(file.text.slice(0, cursor.word.start));
}

/** Another declaration of the kind above is likely; files are used at the beginning. */
function rankAfter(above: string | null): (word: string) => number {
  const isBeginning = above === null || above === "agreement" || above === "uses";
  return (word) => (word === above ? 0 : word === "uses" && !isBeginning ? 2 : 1);
}
