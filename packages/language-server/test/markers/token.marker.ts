import { expect } from "vitest";
import type { SemanticTokens, SemanticTokensDelta, SemanticTokensLegend } from "vscode-languageserver";
import { expectAt, type Marker, type Scene, textOf, textsOf } from "../harness/scene.ts";

/**
 * `token("text", type)` or `token("text", type, [modifier, …])`: the text on this line, or what of it stands behind
 * `^`, has that colour. In every
 * workspace with such a marker the tokens of a range are those of the whole that lie in it, and nothing has changed
 * since nothing was edited.
 */
export const token: Marker = {
  name: "token",
  run: async (scene, call) => {
    const [text, type, modifiers] = call.args;
    const start = scene.pointOf(call, text);
    const found = (await tokensOf(scene, call.path)).find(
      ({ line, character }) => line === start.line && character === start.character,
    );
    expectAt(call, found).toEqual({
      ...start,
      length: textOf(text).split("^").at(-1)?.length,
      type: textOf(type),
      modifiers: modifiers === undefined ? [] : textsOf(modifiers),
    });
    scene.note("token", call.path);
  },
  finish: async (scene) => {
    for (const path of new Set(scene.notes.get("token") as string[] | undefined)) {
      await expectRange(scene, path);
      await expectNoChange(scene, path);
    }
  },
};

interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: string;
  readonly modifiers: readonly string[];
}

async function tokensOf(scene: Scene, path: string): Promise<readonly Token[]> {
  const { data } = await scene.client.ask<SemanticTokens>("textDocument/semanticTokens/full", path);
  return decoded(data, legendOf(scene));
}

function legendOf({ client }: Scene): SemanticTokensLegend {
  const provider = client.initialized.capabilities.semanticTokensProvider;
  if (provider === undefined) throw new Error("the server has no semantic tokens");
  return provider.legend;
}

/** Five numbers a token: lines and characters further, length, type, bits of modifiers. */
function decoded(data: readonly number[], legend: SemanticTokensLegend): readonly Token[] {
  const tokens: Token[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const modifiers = legend.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    tokens.push({ line, character, length, type: legend.tokenTypes[type] ?? "", modifiers });
  }
  return tokens;
}

async function expectRange(scene: Scene, path: string): Promise<void> {
  const all = await tokensOf(scene, path);
  const last = all.at(-1)?.line ?? 0;
  const [from, to] = [Math.floor(last / 3), Math.ceil((2 * last) / 3)];
  const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
  const { data } = await scene.client.ask<SemanticTokens>("textDocument/semanticTokens/range", path, {
    range,
  });
  const inRange = all.filter(({ line }) => line >= from && line < to);
  expect(inRange.length).toBeGreaterThan(0);
  expect(decoded(data, legendOf(scene)), `${path}, lines ${from + 1} to ${to}`).toEqual(inRange);
}

async function expectNoChange({ client }: Scene, path: string): Promise<void> {
  const { resultId } = await client.ask<SemanticTokens>("textDocument/semanticTokens/full", path);
  const delta = await client.ask<SemanticTokensDelta>("textDocument/semanticTokens/full/delta", path, {
    previousResultId: resultId,
  });
  expect(delta.edits, path).toEqual([]);
}
