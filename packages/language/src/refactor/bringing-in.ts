/**
 * A library that only this file uses, brought into it: its text takes the place of the `uses`, and the file goes. What
 * it uses, and the samples of its tests, are then relative to this file (SPEC §3.1.8, §3.12.12).
 */
import { linksAfterMove, linksOf } from "../links/links.ts";
import { edited } from "../rename/proof.ts";
import { linesOf } from "./line-blocks.ts";
import { isBroken } from "./moving.ts";
import type { RefactoringRule } from "./refactoring.ts";
import { lineEndOf, replaced, textAt } from "./text-changes.ts";
import { tokensIn } from "./words.ts";

export const broughtIn: RefactoringRule = {
  kind: "inline",
  at: ({ parsed, declaration, agreements, neighbours }) => {
    if (declaration.kind !== "Uses") return [];
    const { file } = parsed;
    const { target } = linksOf(parsed, file.path).find(({ path }) => path === declaration.path.text) ?? {};
    const library = agreements.flatMap((one) => one.files).find((one) => one.file.path === target);
    if (library === undefined || isBroken(library) || library.file.path === file.path) return [];
    const isOnce = parsed.tree.declarations.filter(
      (one) => one.kind === "Uses" && one.path.text === declaration.path.text,
    );
    const users = neighbours.usersOf(library.file.path);
    if (isOnce.length > 1 || users.length !== 1 || users[0] !== file.path) return [];
    const links = linksOf(library, library.file.path).filter(({ kind }) => kind !== "data");
    const moved = linksAfterMove(links, (path) => (path === library.file.path ? file.path : path));
    const text = edited(library.file, moved).text.trim();
    const line = linesOf(file, declaration.span);
    const comment = tokensIn(parsed, line).find(({ type }) => type === "Comment");
    const end = lineEndOf(file);
    const above = comment === undefined ? "" : `${textAt(file, comment.span).trimEnd()}${end}${end}`;
    return [
      {
        kind: "inline",
        title: `bring \`${declaration.path.text}\` into this file`,
        keeps: "fingerprint",
        files: [{ file, edits: [replaced(line, `${above}${text}${end}`)] }],
        made: [],
        removed: [library.file],
      },
    ];
  },
};
