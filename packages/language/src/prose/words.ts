/** Words of the language that stand where a name might: what each means there. */
import type { WordUse } from "../occurrences/name-symbol.ts";
import { verdictTerms } from "../vocabulary/part-terms.ts";
import { type Term, term } from "../vocabulary/term.ts";

const verdicts: ReadonlyMap<string, Term> = new Map(Object.entries(verdictTerms));

const cured = term("cured", "The standard was met again within the time that the step gives.", "3.7.28");

/** What such a word means; null where it says all of it itself, as days, months and currencies do. */
export function termOfWord({ text, meaning }: WordUse): Term | null {
  switch (meaning) {
    case "verdict":
      return text === "cured" ? cured : (verdicts.get(text) ?? null);
    case "none":
      return term("none", "Nothing is found: no step, no level or no proposal.", "3.12.19");
    case "line":
      return term("one row per line", "There is no key: every line of the file is a row.", "3.2.9");
    case "rows":
      return term("rows", "How many times the row below stands; once where nothing is written.", "3.12.6");
    case "consequence kind":
      return term(text, `Every declaration of the agreement that starts with \`${text}\`.`, "3.8.18");
    case "report part":
      return term(text, `The report shows the ${text}.`, "3.11.1");
    case "yes or no":
    case "weekday":
    case "month":
    case "currency":
    case "free":
      return null;
  }
}
