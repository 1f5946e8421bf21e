/** Colours a text by the TextMate grammar, as an editor does, and says what each character became. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar } from "vscode-textmate";

const syntaxes = fileURLToPath(new URL("../../syntaxes", import.meta.url));

/** The grammar that VS Code would load for the scope. */
export async function grammarOf(
  scope: string,
  others: Readonly<Record<string, string>> = {},
): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
  await oniguruma.loadWASM(readFileSync(wasm));
  const files: Readonly<Record<string, string>> = {
    "source.tenet": readFileSync(`${syntaxes}/tenet.tmLanguage.json`, "utf8"),
    "markdown.tenet.codeblock": readFileSync(`${syntaxes}/markdown-fence.tmLanguage.json`, "utf8"),
    ...others,
  };
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => {
      const text = files[name];
      return text === undefined ? null : textmate.parseRawGrammar(text, `${name}.json`);
    },
    getInjections: (name) => (name === "text.html.markdown" ? ["markdown.tenet.codeblock"] : []),
  });
  const grammar = await registry.loadGrammar(scope);
  if (grammar === null) throw new Error(`there is no grammar of ${scope}`);
  return grammar;
}

/** One coloured piece of a line. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** The pieces of every line. */
export function piecesOf(grammar: IGrammar, lines: readonly string[]): readonly (readonly Piece[])[] {
  let stack = textmate.INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({ start: startIndex, end: endIndex, scopes }));
  });
}

/** By what the innermost scope starts with; the first that fits. */
const classes: readonly (readonly [string, string])[] = [
  ["comment", "#"],
  ["string", "s"],
  ["constant.character.escape", "s"],
  ["constant.language", "v"],
  ["constant", "c"],
  ["storage.type", "d"],
  ["entity.name", "D"],
  ["support.type", "t"],
  ["keyword.other.unit", "u"],
  ["keyword", "k"],
  ["variable", "n"],
];

/** What every character of a line is, in the letters of `lines.txt`; signs stand for themselves. */
export function lettersOf(line: string, pieces: readonly Piece[]): string {
  const letters = [...line].map((character): string => (/\s/.test(character) ? " " : "?"));
  for (const { start, end, scopes } of pieces) {
    const scope = scopes.at(-1) ?? "";
    const [, letter] = classes.find(([prefix]) => scope.startsWith(prefix)) ?? [];
    for (let at = start; at < end; at += 1) {
      const isBlank = letters[at] === " ";
      if (letter !== undefined) letters[at] = isBlank && !"s#".includes(letter) ? " " : letter;
      else if (scope.startsWith("punctuation") && !isBlank) letters[at] = line[at] ?? "?";
    }
  }
  return letters.join("").trimEnd();
}
