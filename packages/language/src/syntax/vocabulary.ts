/** Words of the language by what they are, for those who list them. */
import { weekdayWords } from "./tokens.ts";

/** The days of the week, from the first of the ISO week. */
export const weekdays: readonly string[] = weekdayWords;
