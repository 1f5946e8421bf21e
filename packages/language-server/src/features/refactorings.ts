/**
 * Refactorings at a place: found in the trees, and each tried before it is offered.
 *
 * They are looked for when somebody asks for them, never while a cursor merely moves. All agreements that read the file
 * must stay sound; of a file that very many share, the first ones answer for the others.
 */
import {
  type Neighbours,
  type Refactoring,
  type RefactoringKind,
  refactoringsAt,
  staysSound,
} from "@tenet-lang/language";
import type { CancellationToken, CodeAction, CodeActionKind } from "vscode-languageserver";
import type { Analysed } from "../analysis/analysed.ts";
import type { ModelContext } from "../analysis/phase.ts";
import { usedPaths } from "../documents/outline.ts";
import { spanOf } from "../protocol/positions.ts";
import { type CodeActionProvider, menuTitle } from "./code-action.ts";
import { canMakeFiles, canRemoveFiles, workspaceEdit } from "./workspace-edit.ts";

/** Other words in the same place. */
export const rewrites = providerOf("rewrite");
/** Declarations that go to a new file. */
export const extractions = providerOf("extract");
/** Declarations that go to a file that is there. */
export const moves = providerOf("move");
/** A file that comes into the one that uses it. */
export const inlinings = providerOf("inline");

/** So many agreements are read anew for each refactoring; where more read a file, they are taken to be alike. */
const MOST_TRIED = 20;

function providerOf(kind: RefactoringKind): CodeActionProvider {
  // The protocol's own names of these kinds.
  const actionKind: CodeActionKind = `refactor.${kind}`;
  return {
    kind: actionKind,
    actions: async (context, { range }, token) => {
      const found: CodeAction[] = [];
      const agreements = await context.agreements();
      const { folder } = context.known.place;
      const place = {
        parsed: context.parsed,
        span: spanOf(context.file, range),
        agreements: agreements.map(({ loaded }) => loaded),
        neighbours: neighboursOf(context),
      };
      for (const refactoring of refactoringsAt(place, [kind])) {
        if (!isPossible(context, refactoring)) continue;
        if (!(await isSound(context, agreements.slice(0, MOST_TRIED), refactoring, token))) continue;
        const edit = workspaceEdit(context, refactoring.files, { ...refactoring, folder });
        found.push({ title: menuTitle(refactoring.title), kind: actionKind, edit });
      }
      return found;
    },
  };
}

/** Whether the client can make and remove files, where that is asked of it. */
function isPossible({ client }: ModelContext, { made, removed }: Refactoring): boolean {
  return (made.length === 0 || canMakeFiles(client)) && (removed.length === 0 || canRemoveFiles(client));
}

async function isSound(
  { pause }: ModelContext,
  agreements: readonly Analysed[],
  refactoring: Refactoring,
  token: CancellationToken,
): Promise<boolean> {
  for (const { loaded, diagnostics } of agreements) {
    await pause(token);
    if (!staysSound(loaded, diagnostics, refactoring)) return false;
  }
  return true;
}

/** The files of the same folder, by their paths in it. */
function neighboursOf({ store, known }: ModelContext): Neighbours {
  const { folder } = known.place;
  const around = store.all().filter(({ place }) => place.folder === folder);
  return {
    has: (path) => store.at({ folder, path }) !== null,
    usersOf: (path) =>
      around.flatMap(({ file, place }) => (usedPaths(file).includes(path) ? [place.path] : [])),
  };
}
