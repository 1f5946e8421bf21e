import {
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  type MarkupContent,
  type TextEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { uriOf } from "../harness/client.ts";
import type { Argument, MarkerCall } from "../harness/marked-text.ts";
import { at, expectAt, type Marker, type Scene, textOf, textsOf } from "../harness/scene.ts";

async function offered(scene: Scene, call: MarkerCall): Promise<CompletionList> {
  const position = scene.pointOf(call, call.args[0]);
  const found = await scene.client.ask<CompletionList | null>("textDocument/completion", call.path, {
    position,
  });
  return found ?? { isIncomplete: false, items: [] };
}

/** In the order in which an editor shows them: of equal keys by what is read. */
function labelsOf({ items }: CompletionList): readonly string[] {
  const key = ({ sortText, label }: CompletionItem): string => `${sortText ?? label}\n${label}`;
  return items.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)).map(({ label }) => label);
}

function itemOf(call: MarkerCall, list: CompletionList, label: Argument | undefined): CompletionItem {
  const found = list.items.find((item) => item.label === textOf(label));
  if (found === undefined)
    throw new Error(`${at(call)} offers no ${textOf(label)}: ${labelsOf(list).join(", ")}`);
  return found;
}

/** The text that an item writes. */
function written({ label, textEditText, textEdit }: CompletionItem): string {
  return textEdit?.newText ?? textEditText ?? label;
}

/** `complete("te^xt", ["label", …])`: these are offered there, among others. */
export const complete: Marker = {
  name: "complete",
  run: async (scene, call) => {
    const labels = labelsOf(await offered(scene, call));
    for (const label of textsOf(call.args[1])) expectAt(call, labels).toContain(label);
  },
};

/** `absent("te^xt", ["label", …])`: none of these is offered there; `absent("te^xt")`: nothing is. */
export const absent: Marker = {
  name: "absent",
  run: async (scene, call) => {
    const labels = labelsOf(await offered(scene, call));
    if (call.args[1] === undefined) expectAt(call, labels).toEqual([]);
    else for (const label of textsOf(call.args[1])) expectAt(call, labels).not.toContain(label);
  },
};

/** `rank("te^xt", ["label", …])`: the list starts with these, in this order. */
export const rank: Marker = {
  name: "rank",
  run: async (scene, call) => {
    const wanted = textsOf(call.args[1]);
    expectAt(call, labelsOf(await offered(scene, call)).slice(0, wanted.length)).toEqual(wanted);
  },
};

/** `snippet("te^xt", "label", "text with ${1:holes}")`: this is written, with these holes to fill in. */
export const snippet: Marker = {
  name: "snippet",
  run: async (scene, call) => {
    const item = itemOf(call, await offered(scene, call), call.args[1]);
    expectAt(call, item.insertTextFormat).toBe(InsertTextFormat.Snippet);
    expectAt(call, written(item)).toBe(textOf(call.args[2]));
  },
};

/** `accept("te^xt", "label", golden)`: the whole text, once the item is taken. */
export const accept: Marker = {
  name: "accept",
  run: async (scene, call) => {
    const list = await offered(scene, call);
    const item = itemOf(call, list, call.args[1]);
    const range = list.itemDefaults?.editRange;
    if (range === undefined) throw new Error(`${at(call)} does not say what is replaced`);
    const own: TextEdit = { range: "replace" in range ? range.replace : range, newText: written(item) };
    const document = TextDocument.create(uriOf(call.path), "tenet", 1, scene.files.get(call.path) ?? "");
    const text = TextDocument.applyEdits(document, [own, ...(item.additionalTextEdits ?? [])]);
    expectAt(call, text).toBe(scene.golden.get(textOf(call.args[2])));
  },
};

/** `means("te^xt", "label", "pattern")`: what the item is said to mean once it is looked at. */
export const means: Marker = {
  name: "means",
  run: async (scene, call) => {
    const item = itemOf(call, await offered(scene, call), call.args[1]);
    const resolved = await scene.client.request<CompletionItem>("completionItem/resolve", item);
    expectAt(call, written(resolved)).toBe(written(item));
    const { value } = resolved.documentation as MarkupContent;
    expectAt(call, value).toMatch(new RegExp(textOf(call.args[2])));
  },
};
