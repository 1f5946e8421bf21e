/**
 * Completion: what may be written at the cursor, as the language knows it, in the protocol's form.
 *
 * What lies outside of the texts (columns of a data file, files that could be named) is read only where it is asked for:
 * the language is asked, what it wanted to know is found out, and then it is asked again. Only what an item means is
 * left for later; its text is there at once.
 */
import { type Completion, complete, type Outside } from "@tenet-lang/language";
import {
  type CancellationToken,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
} from "vscode-languageserver";
import type { ModelContext } from "../analysis/phase.ts";
import { lspEdits } from "../protocol/edits.ts";
import { offsetOf, rangeOf } from "../protocol/positions.ts";
import { kindOf } from "./completion-kinds.ts";
import { keepMeanings, meaningOf } from "./completion-meanings.ts";
import { outsideOf } from "./completion-outside.ts";
import { feature } from "./feature.ts";
import { markupOf } from "./markup.ts";

export const completion = feature<"model", CompletionParams, CompletionList | null>({
  method: "textDocument/completion",
  needs: "model",
  capabilities: {
    completionProvider: { triggerCharacters: [" ", ".", '"', "|", "("], resolveProvider: true },
  },
  answer: async (context, { position, context: trigger }, token) => {
    const offset = offsetOf(context.file, position);
    const found = await completed(context, offset, token);
    // Whoever ends a line with a blank wants the next line, and not the first word of a list.
    if (trigger?.triggerCharacter === " " && found.mayEnd) return null;
    return listOf(context, offset, found);
  },
});

export const completionResolve = feature<"workspace", CompletionItem, CompletionItem>({
  method: "completionItem/resolve",
  needs: "workspace",
  capabilities: {},
  answer: ({ store, client }, item) => {
    const meaning = meaningOf(store, item.data);
    if (meaning === null) return item;
    const formats = client.textDocument?.completion?.completionItem?.documentationFormat;
    return { ...item, documentation: markupOf(meaning, formats) };
  },
});

async function completed(
  context: ModelContext,
  offset: number,
  token: CancellationToken,
): Promise<Completion> {
  const { outside, wanted } = outsideOf(context);
  const ask = (known: Outside): Completion =>
    complete(context.analysed.loaded, context.parsed, offset, known);
  const found = ask(outside);
  const reading = wanted();
  if (reading === null) return found;
  await reading;
  await context.pause(token);
  return ask(outside);
}

function listOf(context: ModelContext, offset: number, { items, replaced }: Completion): CompletionList {
  const { file, client, store } = context;
  const can = client.textDocument?.completion;
  const number = keepMeanings(store, items);
  const replace = rangeOf(file, replaced);
  const insert = rangeOf(file, { start: replaced.start, end: Math.max(replaced.start, offset) });
  const hasBoth = can?.completionItem?.insertReplaceSupport === true;
  const range = hasBoth ? { insert, replace } : replace;
  const hasDefault = can?.completionList?.itemDefaults?.includes("editRange") === true;
  const snippets = can?.completionItem?.snippetSupport === true;
  const width = String(items.length).length;
  const typed = file.text.slice(replaced.start, offset);
  const list = items.map((item): CompletionItem => {
    const snippet = snippets && !isBegun(item, typed) ? item.snippet : null;
    const text = snippet ?? item.insert;
    const edit = hasBoth ? { newText: text, insert, replace } : { newText: text, range: replace };
    return {
      label: item.label,
      kind: kindOf(item.kind),
      ...(item.detail === null ? {} : { detail: item.detail }),
      sortText: String(item.rank).padStart(width, "0"),
      ...(snippet === null ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
      ...(text.includes("\n") ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
      ...(hasDefault ? (text === item.label ? {} : { textEditText: text }) : { textEdit: edit }),
      ...(item.edits.length === 0 ? {} : { additionalTextEdits: lspEdits(file, item.edits) }),
      ...(item.documentation === null ? {} : { data: [number, item.rank] }),
    };
  });
  // A client would keep the items with their holes while somebody types: it is to ask again then.
  const isIncomplete =
    snippets && typed === "" && items.some((item) => item.kind === "value" && item.snippet !== null);
  return { isIncomplete, ...(hasDefault ? { itemDefaults: { editRange: range } } : {}), items: list };
}

/** Whoever has begun to write a value means it: a hole around it would be typed over next. */
function isBegun({ kind, insert }: Completion["items"][number], typed: string): boolean {
  return kind === "value" && typed !== "" && insert.startsWith(typed);
}
