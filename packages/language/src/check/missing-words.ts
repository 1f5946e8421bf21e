/** Words that people use of a value that is not given. */
const missingWords: ReadonlySet<string> = new Set([
  "empty",
  "blank",
  "missing",
  "null",
  "none",
  "unknown",
  "nothing",
]);

/** Whether a word says that no value is given. */
export function saysMissing(word: string): boolean {
  return missingWords.has(word.toLowerCase());
}
