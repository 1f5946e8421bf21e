/** Kinds of items, as the protocol's few kinds can tell them apart. */
import type { ItemKind } from "@tenet-lang/language";
import { CompletionItemKind } from "vscode-languageserver";

const kinds: Readonly<Record<ItemKind, CompletionItemKind>> = {
  declaration: CompletionItemKind.Snippet,
  sentence: CompletionItemKind.Snippet,
  keyword: CompletionItemKind.Keyword,
  operator: CompletionItemKind.Operator,
  dataset: CompletionItemKind.Struct,
  clock: CompletionItemKind.Event,
  calendar: CompletionItemKind.Module,
  metric: CompletionItemKind.Function,
  standard: CompletionItemKind.Interface,
  consequence: CompletionItemKind.Class,
  name: CompletionItemKind.Reference,
  field: CompletionItemKind.Field,
  member: CompletionItemKind.EnumMember,
  value: CompletionItemKind.Value,
  unit: CompletionItemKind.Unit,
  text: CompletionItemKind.Text,
  file: CompletionItemKind.File,
};

/** The protocol's kind. */
export function kindOf(kind: ItemKind): CompletionItemKind {
  return kinds[kind];
}
