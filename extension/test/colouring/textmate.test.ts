import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse, sourceFile } from "@tenet-lang/language";
import { describe, expect, it } from "vitest";
import { markdownFenceGrammar, textmateGrammar } from "../../../scripts/generate-textmate.ts";
import { colouredBlocks } from "./lines.ts";
import { grammarOf, lettersOf, piecesOf } from "./textmate.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, "utf8");

describe("the TextMate grammar", () => {
  it("is what is generated from the language's tokens", () => {
    expect(read("extension/syntaxes/tenet.tmLanguage.json")).toBe(textmateGrammar());
    expect(read("extension/syntaxes/markdown-fence.tmLanguage.json")).toBe(markdownFenceGrammar());
  });

  it("colours every character of the listed lines", async () => {
    const grammar = await grammarOf("source.tenet");
    for (const block of colouredBlocks()) {
      const pieces = piecesOf(
        grammar,
        block.map(({ text }) => text),
      );
      const found = block.map(({ text }, index) => `${text}\n${lettersOf(text, pieces[index] ?? [])}`);
      expect(found).toEqual(block.map(({ text, letters }) => `${text}\n${letters}`));
    }
  });

  it("leaves nothing of any sentence of the language without a colour", async () => {
    const lines = read("packages/language/src/syntax/every-form.tenet").split("\n");
    const pieces = piecesOf(await grammarOf("source.tenet"), lines);
    const bare = lines.flatMap((line, index) => {
      const letters = lettersOf(line, pieces[index] ?? []);
      return letters.includes("?") ? [`${line}\n${letters}`] : [];
    });
    expect(bare).toEqual([]);
  });

  it("takes texts, numbers and comments for what the language takes them for", async () => {
    const text = read("packages/language/src/syntax/every-form.tenet");
    const lines = text.split("\n");
    const pieces = piecesOf(await grammarOf("source.tenet"), lines);
    const letters = lines
      .map((line, index) => lettersOf(line, pieces[index] ?? []).padEnd(line.length))
      .join("\n");
    const expected: Readonly<Record<string, string>> = {
      Text: "s",
      Comment: "#",
      Number: "c",
      Percent: "c",
      Date: "c",
      Time: "c",
      Period: "c",
      Version: "c",
      Name: "n",
    };
    const wrong = parse(sourceFile("every-form.tenet", text)).tokens.flatMap(({ type, text: word, span }) => {
      const wanted = expected[type];
      const found = letters.slice(span.start, span.end).replaceAll(" ", "");
      // A declared name, a verdict and a currency are names to the lexer, and so are words of a single sentence.
      const ofOneSentence = ["line", "standards", "credits"].includes(word) ? "|k+" : "";
      const alike = new RegExp(type === "Name" ? `^(n+|D+|v+|u+${ofOneSentence})$` : `^${wanted}+$`);
      return wanted === undefined || alike.test(found) ? [] : [`${type} ${word}: ${found}`];
    });
    expect(wrong).toEqual([]);
  });

  it("colours fences of Markdown", async () => {
    const markdown = JSON.stringify({
      scopeName: "text.html.markdown",
      patterns: [{ match: "\\*", name: "markup.bold" }],
    });
    const grammar = await grammarOf("text.html.markdown", { "text.html.markdown": markdown });
    const lines = ["before", "```tenet", "metric a number of rows", "```", "metric a"];
    const found = piecesOf(grammar, lines).map((pieces) => pieces.map(({ scopes }) => scopes.at(-1)));
    expect(found[2]?.[0]).toBe("storage.type.declaration.tenet");
    expect(found[4]).toEqual(["text.html.markdown"]);
  });
});
