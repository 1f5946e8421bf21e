/** The server's colours and those of the TextMate grammar agree, on the same lines and on every sentence there is. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Client, usualCapabilities } from "../../../packages/language-server/test/harness/client.ts";
import { colouredBlocks } from "./lines.ts";
import { grammarOf, lettersOf, piecesOf } from "./textmate.ts";

/** A token: its line, where it starts and ends, and its type. */
interface SemanticToken {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly modifiers: readonly string[];
}

/** The letters of `lines.txt` that a word of this type may have. */
function lettersFor({ type, modifiers }: SemanticToken): string {
  // `missed` in `when missed 2 times` is a word of the sentence, and says a verdict all the same.
  if (type === "keyword") return "dktuv";
  if (type === "string") return "s";
  if (type === "number") return "c";
  if (type === "comment") return "#";
  // A verdict, a weekday or a currency is nobody's declaration.
  if (modifiers.includes("defaultLibrary")) return "vkun";
  // `partners` declares under its own word.
  return type === "struct" && modifiers.includes("declaration") ? "nDd" : "nDs";
}

/** Everything that the server colours, for an editor that has no patterns of its own. */
async function tokensOf(text: string): Promise<readonly SemanticToken[]> {
  const { textDocument, ...others } = usualCapabilities;
  const semanticTokens = {
    requests: {},
    tokenTypes: [],
    tokenModifiers: [],
    formats: [],
    augmentsSyntaxTokens: false,
  };
  const client = await Client.start({
    capabilities: { ...others, textDocument: { ...textDocument, semanticTokens } },
  });
  await client.open("colours.tenet", text);
  const { data } = await client.ask<{ readonly data: readonly number[] }>(
    "textDocument/semanticTokens/full",
    "colours.tenet",
  );
  const legend = client.initialized.capabilities.semanticTokensProvider?.legend;
  await client.stop();
  const tokens: SemanticToken[] = [];
  let [line, start] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, along = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    [line, start] = [line + down, down === 0 ? start + along : along];
    const modifiers = legend?.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0) ?? [];
    tokens.push({ line, start, end: start + length, type: legend?.tokenTypes[type] ?? "?", modifiers });
  }
  return tokens;
}

/** Where a token's letters are not those that its type may have. */
function disagreements(
  lines: readonly string[],
  letters: readonly string[],
  tokens: readonly SemanticToken[],
): readonly string[] {
  return tokens.flatMap((token) => {
    const { line, start, end, type, modifiers } = token;
    const found = (letters[line] ?? "").slice(start, end).replaceAll(" ", "");
    const allowed = lettersFor(token);
    return [...found].every((letter) => allowed.includes(letter))
      ? []
      : [
          `${lines[line]?.trim()} · ${lines[line]?.slice(start, end)}: ${type} ${modifiers.join(" ")}, but ${found}`,
        ];
  });
}

describe("semantic tokens and the TextMate grammar", () => {
  it("agree on the listed lines", async () => {
    for (const block of colouredBlocks()) {
      const lines = block.map(({ text }) => text);
      const tokens = await tokensOf(lines.join("\n"));
      expect(tokens.length).toBeGreaterThan(0);
      expect(
        disagreements(
          lines,
          block.map(({ letters }) => letters),
          tokens,
        ),
      ).toEqual([]);
    }
  });

  it("agree on every sentence of the language", async () => {
    const file = new URL("../../../packages/language/src/syntax/every-form.tenet", import.meta.url);
    const text = readFileSync(file, "utf8");
    const lines = text.split("\n");
    const pieces = piecesOf(await grammarOf("source.tenet"), lines);
    const letters = lines.map((line, index) => lettersOf(line, pieces[index] ?? []));
    const tokens = await tokensOf(text);
    expect(tokens.length).toBeGreaterThan(1000);
    expect(disagreements(lines, letters, tokens)).toEqual([]);
  });
});
