/** Currencies, the ones that the agreement uses already first. */
import { currencyCodes } from "../check/currencies.ts";
import type * as ast from "../syntax/ast.ts";
import { type Offer, tiers, wordOffer } from "./item.ts";
import type { Scene } from "./scene.ts";

/** All currencies; of money, only those that its values can be in are likely. */
export function currencies({ world }: Scene): readonly Offer[] {
  const used = usedCurrencies(world.scope.declarations.map(({ node }) => node));
  return [
    ...used.map((code) => currency(code, tiers.best)),
    ...currencyCodes.filter((code) => !used.includes(code)).map((code) => currency(code, tiers.other)),
  ];
}

/** One currency. */
export function currency(code: string, tier: Offer["tier"] = tiers.best): Offer {
  return wordOffer(code, "unit", { documentation: "A currency, by its three letters of ISO 4217.", tier });
}

/** The agreement's own currency, then those of money fields. */
export function usedCurrencies(declarations: readonly ast.Declaration[]): readonly string[] {
  const found = new Set<string>();
  for (const { sentences } of declarations) {
    for (const sentence of sentences) if (sentence.kind === "Currency") found.add(sentence.currency.text);
  }
  for (const { sentences } of declarations) {
    for (const sentence of sentences) {
      if (sentence.kind === "Field" && sentence.type.kind === "MoneyType")
        found.add(sentence.type.currency.text);
    }
  }
  return [...found];
}
