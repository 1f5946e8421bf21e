/** Characters that look like others, or like nothing: what people paste from documents, or hide in them. */

/** Characters that nobody sees and that change how the text around them is shown: not even texts may hold them. */
export const hiddenCharacters = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u;

const cyrillic =
  "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04BB\u0501\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425";
const cyrillicAsLatin = "aeopcyxijshdABEKMHOPCTX";
const greek =
  "\u03BF\u03B1\u03BD\u03C1\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7";
const greekAsLatin = "oavpABEZHIKMNOPTYX";

const latin: ReadonlyMap<string, string> = new Map([
  ...[...cyrillic].map((letter, index) => [letter, cyrillicAsLatin[index] ?? ""] as const),
  ...[...greek].map((letter, index) => [letter, greekAsLatin[index] ?? ""] as const),
]);

/** The same word in plain letters, where every strange letter has a double or only wears an accent. */
export function plainLetters(word: string): string | null {
  const plain = [...word.normalize("NFKD")].map((letter) => latin.get(letter) ?? letter).join("");
  const bare = plain.replace(/\p{M}/gu, "");
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(bare) ? bare : null;
}

/** Whether the word mixes plain letters with letters that look just like them. */
export function hasDoubles(word: string): boolean {
  return [...word].some((letter) => latin.has(letter));
}

/** Blanks that are not the blank of the space bar; `""` for those without any width. */
export function plainBlank(text: string): string | null {
  if (/^[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+$/.test(text)) return " ";
  return /^[\u00AD\u061C\u200B-\u200F\u2060\uFEFF]+$/.test(text) ? "" : null;
}

/** `U+00A0`: for characters that cannot be shown. */
export function codePoint(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
