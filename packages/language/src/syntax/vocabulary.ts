/** Words of the language by what they are, for those who list them. */
import * as tokens from "./tokens.ts";

/** The days of the week, from the first of the ISO week. */
export const weekdays: readonly string[] = tokens.weekdayWords;

/** Words that start a declaration. */
export const declarationWords: readonly string[] = tokens.declarationWords;
