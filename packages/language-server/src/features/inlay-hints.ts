/** Hints between the words: units, the dates that sentences come to, the limit that holds today. */
import { type Hint, hintsIn } from "@tenet-lang/language";
import { type InlayHint, InlayHintKind, type InlayHintParams } from "vscode-languageserver";
import type { WorkspaceContext } from "../analysis/phase.ts";
import type { Store } from "../documents/store.ts";
import { positionOf, spanOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";
import { markupOf } from "./markup.ts";

export const inlayHints = feature<"model", InlayHintParams, InlayHint[]>({
  method: "textDocument/inlayHint",
  needs: "model",
  otherwise: [],
  capabilities: { inlayHintProvider: { resolveProvider: true } },
  answer: ({ analysed, parsed, file, known, store, settings, host }, { range }) => {
    const today = settings.asOf ?? host.today();
    const hints = hintsIn(analysed.loaded, parsed, spanOf(file, range), today);
    const number = keep(store, known.uri, hints);
    return hints.map(({ offset, label, kind }, index): InlayHint => {
      const isType = kind === "unit" && label.startsWith(":");
      return {
        position: positionOf(file, offset),
        label: label.trimStart(),
        ...(isType ? { kind: InlayHintKind.Type } : { paddingLeft: true }),
        data: [known.uri, number, index],
      };
    });
  },
});

export const resolveInlayHint = feature<"workspace", InlayHint, InlayHint>({
  method: "inlayHint/resolve",
  needs: "workspace",
  capabilities: {},
  answer: ({ store }: WorkspaceContext, hint) => {
    const says = meaningOf(store, hint.data);
    return says === null ? hint : { ...hint, tooltip: markupOf(says) };
  },
});

interface Kept {
  readonly number: number;
  readonly hints: readonly Hint[];
}

/** The latest hints of each document: what they say is sent when somebody asks. */
const latest = new WeakMap<Store, Map<string, Kept>>();

function keep(store: Store, uri: string, hints: readonly Hint[]): number {
  const documents = latest.get(store) ?? new Map<string, Kept>();
  latest.set(store, documents);
  const number = (documents.get(uri)?.number ?? 0) + 1;
  documents.set(uri, { number, hints });
  return number;
}

function meaningOf(store: Store, data: unknown): string | null {
  if (!Array.isArray(data)) return null;
  const [uri, number, index]: unknown[] = data;
  const kept = latest.get(store)?.get(String(uri));
  return kept === undefined || kept.number !== number ? null : (kept.hints[Number(index)]?.says ?? null);
}
