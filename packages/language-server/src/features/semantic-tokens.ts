/**
 * Colours by meaning: what a name stands for, and which words are keywords, which no pattern over text can tell where
 * keywords may be names.
 *
 * A document has all its tokens, or what changed since the last time, or those of the lines in view. An editor that
 * colours text by patterns already is given the names only: its patterns tell more kinds of keyword apart than the
 * protocol has.
 */
import type { NameSymbol, ParsedFile, Span, WordUse } from "@tenet-lang/language";
import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from "vscode-languageserver";
import { namesOf } from "../analysis/names.ts";
import type { ModelContext } from "../analysis/phase.ts";
import type { Store } from "../documents/store.ts";
import { positionOf, spanOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";
import { type ColourOfName, nameColours, tokenModifiers, tokenTypes } from "./token-types.ts";

/** A word and how it is coloured. */
interface Coloured extends ColourOfName {
  readonly span: Span;
}

export const semanticTokens = feature<"model", SemanticTokensParams, SemanticTokens>({
  method: "textDocument/semanticTokens/full",
  needs: "model",
  otherwise: { data: [] },
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  },
  answer: (context) => {
    const builder = builderOf(context);
    builder.previousResult("");
    push(context, builder, colouredWords(context));
    return builder.build();
  },
});

export const semanticTokensDelta = feature<
  "model",
  SemanticTokensDeltaParams,
  SemanticTokens | SemanticTokensDelta
>({
  method: "textDocument/semanticTokens/full/delta",
  needs: "model",
  otherwise: { data: [] },
  capabilities: {},
  answer: (context, { previousResultId }) => {
    const builder = builderOf(context);
    builder.previousResult(previousResultId);
    push(context, builder, colouredWords(context));
    return builder.buildEdits();
  },
});

export const semanticTokensRange = feature<"model", SemanticTokensRangeParams, SemanticTokens>({
  method: "textDocument/semanticTokens/range",
  needs: "model",
  otherwise: { data: [] },
  capabilities: {},
  answer: (context, { range }) => {
    const { start, end } = spanOf(context.file, range);
    const builder = new SemanticTokensBuilder();
    const inView = colouredWords(context).filter(({ span }) => span.end > start && span.start < end);
    push(context, builder, inView);
    return { data: builder.build().data };
  },
});

/** Builders remember what was sent last, by document. */
const builders = new WeakMap<Store, Map<string, SemanticTokensBuilder>>();

function builderOf({ store, known }: ModelContext): SemanticTokensBuilder {
  const ofStore = builders.get(store) ?? new Map<string, SemanticTokensBuilder>();
  builders.set(store, ofStore);
  const builder = ofStore.get(known.uri) ?? new SemanticTokensBuilder();
  ofStore.set(known.uri, builder);
  return builder;
}

function push({ file }: ModelContext, builder: SemanticTokensBuilder, words: readonly Coloured[]): void {
  for (const { span, type, modifiers } of words) {
    const { line, character } = positionOf(file, span.start);
    const bits = modifiers.reduce((sum, each) => sum | (1 << tokenModifiers.indexOf(each)), 0);
    builder.push(line, character, span.end - span.start, tokenTypes.indexOf(type), bits);
  }
}

/** All words of the document that have a colour, in their order. Text never goes over the end of a line. */
function colouredWords(context: ModelContext): readonly Coloured[] {
  const { parsed, client } = context;
  const names = namedWords(context);
  if (client.textDocument?.semanticTokens?.augmentsSyntaxTokens === true) return names;
  const named = new Set(names.map(({ span }) => span.start));
  const others = parsed.tokens.flatMap((token): readonly Coloured[] => {
    const type = named.has(token.span.start) ? null : colourOf(token);
    return type === null ? [] : [{ span: token.span, type, modifiers: [] }];
  });
  return [...names, ...others].sort((a, b) => a.span.start - b.span.start);
}

function colourOf({ type }: ParsedFile["tokens"][number]): Coloured["type"] | null {
  switch (type) {
    case "Keyword":
      return "keyword";
    case "Name":
      return "variable";
    case "Text":
      return "string";
    case "Comment":
      return "comment";
    case "Number":
    case "Percent":
    case "Date":
    case "Time":
    case "Period":
    case "Version":
      return "number";
    default:
      return null;
  }
}

/** Names of what is declared, and words of the language that stand where a name might; each place once, in order. */
function namedWords({ analysed, file }: ModelContext): readonly Coloured[] {
  const names = namesOf(analysed);
  const found = new Map<number, Coloured>();
  for (const { span, symbol, role } of names.inFile.get(file.path) ?? [])
    found.set(span.start, ofSymbol(symbol, span, role === "declaration"));
  for (const { span, file: place } of names.unknown)
    if (place.path === file.path) found.set(span.start, { span, type: "variable", modifiers: [] });
  for (const use of names.words) if (use.file.path === file.path) found.set(use.span.start, ofWord(use));
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

function ofSymbol({ kind }: NameSymbol, span: Span, isDeclaration: boolean): Coloured {
  return { span, type: nameColours[kind], modifiers: isDeclaration ? ["declaration"] : [] };
}

function ofWord({ span, meaning }: WordUse): Coloured {
  if (meaning === "free") return { span, type: "variable", modifiers: [] };
  const isValue =
    meaning === "verdict" ||
    meaning === "yes or no" ||
    meaning === "weekday" ||
    meaning === "month" ||
    meaning === "currency";
  return isValue
    ? { span, type: "enumMember", modifiers: ["defaultLibrary"] }
    : { span, type: "keyword", modifiers: [] };
}
