/** How well a few letters match a name: they must stand in it in this order. */

/**
 * Null where the letters are not all there. Otherwise the more the better: letters in one piece, at the start of the
 * name or of a word in it; all of the name is the best.
 */
export function likeness(query: string, name: string): number | null {
  const wanted = query.toLowerCase().replaceAll(" ", "");
  const text = name.toLowerCase();
  let score = 0;
  let from = 0;
  let last = -2;
  for (const letter of wanted) {
    const found = text.indexOf(letter, from);
    if (found < 0) return null;
    const starts = startOfWord(text, letter, from) ?? found;
    const at = found === last + 1 ? found : starts;
    score += at === last + 1 ? 3 : isWordStart(text, at) ? 2 : 1;
    last = at;
    from = at + 1;
  }
  return wanted.length === 0 ? 0 : score + wanted.length / text.length;
}

/** The next place where a word begins with this letter. */
function startOfWord(text: string, letter: string, from: number): number | null {
  for (let at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
    if (isWordStart(text, at)) return at;
  }
  return null;
}

function isWordStart(text: string, at: number): boolean {
  const before = text[at - 1] ?? "_";
  return !((before >= "a" && before <= "z") || (before >= "0" && before <= "9"));
}
