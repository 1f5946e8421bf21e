import { readFileSync } from "node:fs";
import { test } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import { lex } from "../syntax/lexer.ts";
import { parse } from "../syntax/parse.ts";
import { reparse } from "../syntax/reparse.ts";
import { isSlot } from "../syntax/ways.ts";
import { loadAgreement } from "../workspace/load.ts";
import { complete } from "./complete.ts";

const root = new URL("../../../../", import.meta.url).pathname;
const read = (path: string) => {
  try {
    return readFileSync(root + path, "utf8");
  } catch {
    return null;
  }
};
const names = process.env.EX?.split(",") ?? ["courier/courier"];
test.each(names)(
  "%s",
  (name) => {
    const loaded = loadAgreement(`examples/${name}.tenet`, read);
    let n = 0,
      missed = 0,
      max = 0,
      sum = 0;
    const whats = new Map<string, number>();
    for (const parsed of loaded.files) {
      const text = parsed.file.text;
      for (const token of lex(text)) {
        const type = token.tokenType.name;
        if (["Comment", "LineBreak", ",", ".", ")"].includes(type)) continue;
        if (process.env.ST && n++ % Number(process.env.ST) !== 0) continue;
        const at = token.startOffset;
        const end = at + token.image.length;
        const now = reparse(parsed, sourceFile(parsed.file.path, text.slice(0, at) + text.slice(end)));
        const t0 = performance.now();
        const isHead = /\n\n?$|^$/.test(text.slice(0, at));
        const files = isHead
          ? {
              root: loaded.root === parsed ? now : loaded.root,
              files: loaded.files.map((f) => (f === parsed ? now : f)),
            }
          : loaded;
        const { items, awaited } = complete(files, now, at);
        const took = performance.now() - t0;
        sum += took;
        if (took > max) {
          max = took;
        }
        const slots = awaited.filter(({ slot }) => slot !== "keyword" && slot !== "sign" && slot !== "name");
        const ok =
          items.some(
            (i) => i.insert.split(/[ \n]/)[0] === token.image || i.label.split(" ")[0] === token.image,
          ) ||
          slots.some(({ slot }) => isSlot(token, slot) && items.length > 0) ||
          (isSlot(token, "name") && awaited.some((a) => a.isNew));
        if (!ok) {
          missed++;
          const before = text
            .slice(Math.max(0, at - 60), at)
            .split("\n")
            .at(-1)!
            .trim();
          const key = before.split(" ")[0] + " … " + before.split(" ").slice(-2).join(" ");
          whats.set(key, (whats.get(key) ?? 0) + 1);
          if ((whats.get(key) ?? 0) < 3)
            console.log(
              "MISSED",
              token.image,
              "|",
              before,
              "|",
              items.slice(0, 8).map((i) => i.label),
              awaited.map((a) => a.text ?? a.slot).join(" "),
            );
        }
      }
    }
    console.log(name, n, "missed", missed, "max", max, "sum", sum);
  },
  600_000,
);
