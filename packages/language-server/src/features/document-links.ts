/** Paths as links: to what a file uses, and to the files of its data. Nothing outside the workspace is linked. */
import { linksOf } from "@tenet-lang/language";
import type { DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import { rangeOf } from "../protocol/positions.ts";
import { addressIn } from "../protocol/uris.ts";
import { feature } from "./feature.ts";

export const documentLinks = feature<"tree", DocumentLinkParams, DocumentLink[]>({
  method: "textDocument/documentLink",
  needs: "tree",
  otherwise: [],
  capabilities: { documentLinkProvider: {} },
  answer: ({ parsed, file, known, store, analysis }) => {
    const { folder } = known.place;
    const [root = known] = analysis.rootsOf(known);
    return linksOf(parsed, root.place.path).flatMap(({ span, target }): DocumentLink[] => {
      if (target === null) return [];
      const place = { folder, path: target };
      return [{ range: rangeOf(file, span), target: store.at(place)?.uri ?? addressIn(place) }];
    });
  },
});
