/** What may start a line: sentences of the declaration, and declarations, whole with holes to fill in. */
import { mayStandAgain } from "../check/sentences.ts";
import { declarationTerms } from "../vocabulary/declaration-terms.ts";
import { sentenceTerms } from "../vocabulary/vocabulary.ts";
import { columnsLeft, fieldName } from "./columns.ts";
import { usedCurrencies } from "./currencies-offered.ts";
import { declarationForms } from "./forms/declaration-forms.ts";
import { readingOf, snippetOf } from "./forms/form.ts";
import { formsOf } from "./forms/forms.ts";
import { type Offer, tiers, wordOffer } from "./item.ts";
import { firstDay } from "./literals.ts";
import type { Scene } from "./scene.ts";
import { kindOfWord, kindsStanding, lackingKinds, touchesLine } from "./standing.ts";

/** Sentences of the declaration around the cursor that may still stand; those that it lacks first. */
export function sentenceOffers(scene: Scene): readonly Offer[] {
  const { kind, standing } = kindsStanding(scene);
  const lacking = lackingKinds(scene);
  const forms = formsOf(scene.cursor.declaration?.word ?? "").filter(
    ([of]) => mayStandAgain(kind, of) || !standing.has(of),
  );
  const rank = (of: string): number => (lacking.includes(of) ? lacking.indexOf(of) : lacking.length);
  const sentences = forms
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .map(([of, text]) => {
      const tier = lacking.includes(of) ? tiers.lacking : tiers.sentence;
      return formOffer(scene, text, sentenceTerms[of].meaning, { tier });
    });
  return [...columnOffers(scene), ...sentences];
}

/** A sentence or declaration; where words follow on the line, only its first word, since the rest is there. */
function formOffer(scene: Scene, text: string, documentation: string | null, more: Partial<Offer>): Offer {
  const adapted = adaptedTo(scene, text);
  const insert = readingOf(adapted);
  const [firstLine = ""] = insert.split("\n");
  if (scene.cursor.after.length > 0) {
    return wordOffer(firstLine.split(" ")[0] ?? "", "keyword", { documentation, ...more });
  }
  return wordOffer(firstLine, "sentence", { insert, snippet: snippetOf(adapted), documentation, ...more });
}

/** Samples of dates and money as the agreement has them. */
function adaptedTo(scene: Scene, text: string): string {
  const day = firstDay(scene);
  const [code = "EUR"] = usedCurrencies(scene.world.scope.declarations.map(({ node }) => node));
  return text
    .replaceAll("<2026-01-01>", `<${day}>`)
    .replaceAll("<2026-01>", `<${day.slice(0, 7)}>`)
    .replace(/<2026-(?=\d\d-\d\d>)/g, `<${day.slice(0, 4)}-`)
    .replace(/\bEUR\b/g, code);
}

/** A field for each column of the file that has none yet. */
function columnOffers(scene: Scene): readonly Offer[] {
  const word = scene.cursor.declaration?.word ?? "";
  if ((word !== "dataset" && word !== "partners") || scene.cursor.after.length > 0) return [];
  return columnsLeft(scene).map((column) => {
    const name = fieldName(column);
    const from = name === column ? "" : ` from "${column.replace(/[\\"]/g, "\\$&")}"`;
    const text = `field ${name} <text|number|date|timestamp|yes_no>${from}`;
    const documentation = `Declares column \`${column}\` of the file, which no field has yet.`;
    return formOffer(scene, text, documentation, { tier: tiers.best, detail: "column" });
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
  const isEmpty = parsed.tree.declarations.length === 0;
  return declarationForms
    .filter(
      ([word]) =>
        !(word === "agreement" && isTaken("Agreement")) && !(word === "partners" && isTaken("Partners")),
    )
    .map(([word, text]) => {
      const tier = isEmpty && word === "agreement" ? tiers.lacking : tiers.declaration;
      const kind = kindOfWord(word);
      const meaning = kind === null ? null : declarationTerms[kind].meaning;
      const offer = formOffer(scene, text, meaning, { tier });
      return offer.kind === "sentence" ? { ...offer, kind: "declaration" as const, detail: word } : offer;
    });
}
