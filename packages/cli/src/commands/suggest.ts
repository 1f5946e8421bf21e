/** `did you mean …?`; the words are compared where a mistake was made, so nothing is loaded before. */

/** The question, or nothing where no candidate is near. */
export async function suggestion(word: string, candidates: Iterable<string>): Promise<string> {
  const { didYouMean } = await import("@tenet-lang/language");
  const meant = didYouMean(word, candidates);
  return meant === null ? "" : `; did you mean ${meant}?`;
}
