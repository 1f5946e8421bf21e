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
});

describe("fences of Markdown", () => {
  const check = async (lines: readonly string[], expected: readonly string[]): Promise<void> => {
    const grammar = await grammarOf("text.html.markdown", { "text.html.markdown": markdown });
    const found = piecesOf(grammar, lines).map((pieces, index) => lettersOf(lines[index] ?? "", pieces));
    expect(found).toEqual(expected);
  };

  it("are Tenet from the fence to the fence, and nothing else is", async () => {
    await check(
      [
        "metric a",
        "```tenet",
        "metric a number of deliveries",
        "```",
        "metric a",
        "```js",
        "metric a",
        "```",
      ],
      [
        "?????? ?",
        "```?????",
        "dddddd D kkkkkk kk nnnnnnnnnn",
        "```",
        "?????? ?",
        "?????",
        "?????? ?",
        "???",
      ],
    );
  });

  it("may be of tildes, longer, indented, in capitals, and say more after the language", async () => {
    for (const [open, close] of [
      ["~~~tenet", "~~~"],
      ["````tenet", "````"],
      ["  ```tenet", "  ```"],
      ["``` Tenet", "```"],
      ["```tenet title=x", "```"],
    ] as const) {
      const grammar = await grammarOf("text.html.markdown", { "text.html.markdown": markdown });
      const lines = [open, "metric a", close, "metric a"];
      const letters = piecesOf(grammar, lines).map((pieces, index) => lettersOf(lines[index] ?? "", pieces));
      expect([open, letters[1], letters[3]]).toEqual([open, "dddddd D", "?????? ?"]);
    }
  });

  it("of a language whose name only begins so are not", async () => {
    await check(["```tenetic", "metric a", "```"], ["??????????", "?????? ?", "???"]);
  });

  it("end at the fence, even inside a text that was left open", async () => {
    await check(
      ["```tenet", 'metric a "Title', "```", "metric a"],
      ["```?????", "dddddd D ssssss", "```", "?????? ?"],
    );
  });

  it("tell the editor that what is inside is Tenet", async () => {
    const grammar = await grammarOf("text.html.markdown", { "text.html.markdown": markdown });
    const [, inside] = piecesOf(grammar, ["```tenet", "metric a", "```"]);
    expect(inside?.[0]?.scopes).toContain("meta.embedded.block.tenet");
    expect(JSON.parse(read("extension/package.json")).contributes.grammars[1]).toEqual({
      scopeName: "markdown.tenet.codeblock",
      path: "./syntaxes/markdown-fence.tmLanguage.json",
      injectTo: ["text.html.markdown"],
      embeddedLanguages: { "meta.embedded.block.tenet": "tenet" },
    });
  });
});

/** As much of Markdown as an injection needs: a scope to be injected into. */
const markdown = JSON.stringify({
  scopeName: "text.html.markdown",
  patterns: [{ match: "\\*", name: "markup.bold" }],
});
