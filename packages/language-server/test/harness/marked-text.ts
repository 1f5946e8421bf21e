/**
 * Texts with markers in comments: `#@ name("text", word, 3, [a, b])`.
 *
 * Markers stand at the end of the line that they are about, or on lines of their own below it, and are taken out
 * before the server sees the text, together with the blanks before them.
 */

/** An argument: `"text"`, a bare word, a number, or a list of them. */
export type Argument =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "list"; readonly items: readonly Argument[] };

/** A marker with the line that it is about. */
export interface MarkerCall {
  readonly name: string;
  readonly args: readonly Argument[];
  readonly path: string;
  /** From 0, in the text without markers. */
  readonly line: number;
}

/** The text as the server sees it, and its markers. */
export function readMarkers(path: string, text: string): { text: string; calls: MarkerCall[] } {
  const kept: string[] = [];
  const calls: MarkerCall[] = [];
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const at = line.indexOf("#@");
    if (at < 0) {
      kept.push(line);
      continue;
    }
    const code = line.slice(0, at).trimEnd();
    const end = line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
    if (code !== "" || kept.length === 0) kept.push(`${code}${end}`);
    for (const call of callsIn(line.slice(at + 2))) calls.push({ ...call, path, line: kept.length - 1 });
  }
  return { text: kept.join(""), calls };
}

function callsIn(text: string): { name: string; args: Argument[] }[] {
  const words = text.match(/"(?:[^"\\]|\\.)*"|[A-Za-z_][\w.-]*|-?\d+|[()[\],]|\S/g) ?? [];
  const calls: { name: string; args: Argument[] }[] = [];
  let at = 0;
  const take = (wanted?: string): string => {
    const word = words[at] ?? "";
    if (wanted !== undefined && word !== wanted)
      throw new Error(`expected ${wanted} instead of \`${word}\` in ${text}`);
    at += 1;
    return word;
  };
  const list = (end: string): Argument[] => {
    const items: Argument[] = [];
    while (words[at] !== end) {
      items.push(argument());
      if (words[at] === ",") take(",");
    }
    take(end);
    return items;
  };
  const argument = (): Argument => {
    const word = take();
    if (word.startsWith('"')) return { kind: "text", text: JSON.parse(word) };
    if (/^-?\d+$/.test(word)) return { kind: "number", number: Number(word) };
    if (word === "[") return { kind: "list", items: list("]") };
    if (/^[A-Za-z_]/.test(word)) return { kind: "word", word };
    throw new Error(`no argument: \`${word}\` in ${text}`);
  };
  while (at < words.length) {
    const name = take();
    take("(");
    calls.push({ name, args: list(")") });
  }
  return calls;
}
