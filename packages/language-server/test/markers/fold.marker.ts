import { expect } from "vitest";
import type { FoldingRange } from "vscode-languageserver";
import { type Marker, type Scene, textOf } from "../harness/scene.ts";

interface Expected {
  readonly path: string;
  readonly fold: string;
}

/**
 * `fold(lines)` or `fold(lines, kind)`: a fold starts on this line and takes so many lines below it. A file with such a
 * marker has no other folds.
 */
export const fold: Marker = {
  name: "fold",
  run: (scene, call) => {
    const [lines, kind] = call.args;
    if (lines?.kind !== "number") throw new Error("fold takes a number of lines");
    const last = call.line + lines.number;
    const expected: Expected = {
      path: call.path,
      fold: shownFold(call.line, last, kind === undefined ? "" : textOf(kind)),
    };
    scene.note("fold", expected);
  },
  finish: async (scene) => {
    const expected = (scene.notes.get("fold") ?? []) as Expected[];
    for (const path of new Set(expected.map((each) => each.path))) {
      const own = expected.filter((each) => each.path === path).map(({ fold: each }) => each);
      expect((await foldsOf(scene, path)).toSorted(), path).toEqual(own.toSorted());
    }
  },
};

async function foldsOf({ client }: Scene, path: string): Promise<readonly string[]> {
  const ranges = await client.ask<FoldingRange[]>("textDocument/foldingRange", path);
  return ranges.map(({ startLine, endLine, kind }) => shownFold(startLine, endLine, kind ?? ""));
}

function shownFold(start: number, end: number, kind: string): string {
  return `${start + 1}-${end + 1} ${kind}`.trimEnd();
}
