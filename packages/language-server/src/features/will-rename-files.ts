/** Before files move: the edits by which `uses`, `from` and samples go on meaning the same files. */
import { type FileEdits, linksAfterMove, linksOf, type TextEdit } from "@tenet-lang/language";
import type { RenameFilesParams, WorkspaceEdit } from "vscode-languageserver";
import type { Known } from "../documents/store.ts";
import { addressOf, folderAddress, placeOf } from "../protocol/uris.ts";
import { feature } from "./feature.ts";
import { workspaceEdit } from "./workspace-edit.ts";

export const willRenameFiles = feature<"workspace", RenameFilesParams, WorkspaceEdit | null>({
  method: "workspace/willRenameFiles",
  needs: "workspace",
  capabilities: {
    workspace: { fileOperations: { willRename: { filters: [{ pattern: { glob: "**/*" } }] } } },
  },
  answer: async (context, { files }, token) => {
    const { store, analysis, pause } = context;
    const moves = files.map(({ oldUri, newUri }) => ({
      from: folderAddress(oldUri),
      to: folderAddress(newUri),
    }));
    const edited: FileEdits[] = [];
    for (const known of store.all()) {
      await pause(token);
      const moved = movedIn(known, moves, store.folders);
      const bases = analysis.rootsOf(known).map(({ place }) => place.path);
      const edits = agreed(bases.map((base) => linksAfterMove(linksOf(store.treeOf(known), base), moved)));
      if (edits.length > 0) edited.push({ file: known.file, edits });
    }
    return edited.length === 0 ? null : workspaceEdit(context, edited);
  },
});

/** The edits that all agreements of a shared file ask for: what is right for one alone would mislead the others. */
function agreed([first = [], ...others]: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  const isSame = (one: TextEdit) => (other: TextEdit) =>
    one.span.start === other.span.start && one.text === other.text;
  return first.filter((edit) => others.every((edits) => edits.some(isSame(edit))));
}

interface Move {
  readonly from: string;
  readonly to: string;
}

/** The new path of a file in a folder of the workspace; its old one if it stays, or leaves the folder. */
function movedIn(
  { place: { folder } }: Known,
  moves: readonly Move[],
  folders: readonly string[],
): (path: string) => string {
  return (path) => {
    const address = addressOf(`${folder}/${path.split("/").map(encodeURIComponent).join("/")}`);
    const move = moves.find(({ from }) => address === from || address.startsWith(`${from}/`));
    if (move === undefined) return path;
    const place = placeOf(move.to + address.slice(move.from.length), folders);
    return place.folder === folder ? place.path : path;
  };
}
