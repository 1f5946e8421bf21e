/**
 * Text from files and data, made inert.
 *
 * A partner's key or a cell of a CSV file may hold anything: an escape sequence that rewrites the terminal's title, a
 * bidi control that reorders a line, or a line that a CI system obeys. Whatever a reporter prints that it did not write
 * itself goes through one of these functions: `inert` for terminals and logs, `inertJson` for JSON that is about to be
 * printed. The formats with a syntax of their own (Markdown, XML, workflow commands) encode on top.
 */

/**
 * C0, DEL, C1, soft hyphen, Arabic letter mark, Mongolian vowel separator, zero width characters and direction
 * marks, line and paragraph separators, bidi controls, invisible operators, byte-order mark, interlinear marks, noncharacters, tags.
 */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** `##[error]` and `##vso[…]` are obeyed anywhere in a line, `::error` where a line starts with it. */
const logCommand = /##(?=\[|vso\[)|^\s*::/gi;

const short: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return short[character] ?? (code < 0x100 ? `\\x${hex(code, 2)}` : `\\u{${hex(code, 4)}}`);
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}

/** Foreign text on one line, with everything that a terminal or a CI log would obey written out. */
export function inert(text: string): string {
  return text.replace(invisible, visible).replace(logCommand, (found) => found.replace(/:|#$/, "\\$&"));
}

/** JSON text in which such characters are written as `\uXXXX`: the same value, and nothing to obey. */
export function inertJson(json: string): string {
  return json
    .replace(invisible, (found) => (found < " " ? found : [...unitsOf(found)].join("")))
    .replace(/##(?=\[|vso\[)/gi, "#\\u0023");
}

function* unitsOf(text: string): Iterable<string> {
  for (let at = 0; at < text.length; at++) yield `\\u${hex(text.charCodeAt(at), 4)}`;
}
