/**
 * What an editor would ask at a place of a document, for every request that the server answers. A feature whose method
 * is missing here fails the test: whoever adds one says how it is asked.
 */
import type { Position, Range } from "vscode-languageserver";
import { uriOf } from "../harness/workspace.ts";

/** Where it is asked, and what was answered to earlier requests at the same place, by their methods. */
export interface Asked {
  readonly path: string;
  readonly position: Position;
  /** From the place to the next line or so. */
  readonly range: Range;
  readonly answers: ReadonlyMap<string, unknown>;
}

/** The parameters of a request; none where there is nothing to ask for. */
export type Parameters = (asked: Asked) => readonly unknown[];

const document = ({ path }: Asked) => ({ textDocument: { uri: uriOf(path) } });
const atPlace: Parameters = (asked) => [{ ...document(asked), position: asked.position }];
const ofDocument: Parameters = (asked) => [document(asked)];
const ofRange: Parameters = (asked) => [{ ...document(asked), range: asked.range }];
const options = { tabSize: 2, insertSpaces: true };

/** The first few of a list that was answered, one by one. */
const each =
  (method: string): Parameters =>
  ({ answers }) =>
    listIn(answers.get(method)).slice(0, 3);

const eachItem =
  (method: string): Parameters =>
  ({ answers }) =>
    listIn(answers.get(method))
      .slice(0, 2)
      .map((item) => ({ item }));

/** The first name of a list that was answered. */
function namesIn({ answers }: Asked, method: string): readonly string[] {
  return listIn(answers.get(method))
    .flatMap((item) =>
      typeof item === "object" && item !== null && "name" in item ? [String(item.name)] : [],
    )
    .slice(0, 1);
}

function listIn(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer;
  return typeof answer === "object" && answer !== null && "items" in answer && Array.isArray(answer.items)
    ? answer.items
    : [];
}

/** By method; a method comes after those whose answers it needs. */
export const requests: ReadonlyMap<string, Parameters> = new Map<string, Parameters>([
  ["textDocument/diagnostic", ofDocument],
  [
    "textDocument/completion",
    (asked) => [{ ...document(asked), position: asked.position, context: { triggerKind: 1 } }],
  ],
  ["completionItem/resolve", each("textDocument/completion")],
  ["textDocument/hover", atPlace],
  ["textDocument/signatureHelp", atPlace],
  ["textDocument/definition", atPlace],
  ["textDocument/typeDefinition", atPlace],
  ["textDocument/implementation", atPlace],
  [
    "textDocument/references",
    (asked) => [{ ...document(asked), position: asked.position, context: { includeDeclaration: true } }],
  ],
  ["textDocument/documentHighlight", atPlace],
  ["textDocument/prepareRename", atPlace],
  [
    "textDocument/rename",
    (asked) => [{ ...document(asked), position: asked.position, newName: "another_name" }],
  ],
  ["textDocument/prepareCallHierarchy", atPlace],
  ["callHierarchy/incomingCalls", eachItem("textDocument/prepareCallHierarchy")],
  ["callHierarchy/outgoingCalls", eachItem("textDocument/prepareCallHierarchy")],
  [
    "textDocument/codeAction",
    (asked) => [
      { ...document(asked), range: asked.range, context: { diagnostics: [] } },
      { ...document(asked), range: asked.range, context: { diagnostics: [], only: ["source", "refactor"] } },
    ],
  ],
  ["codeAction/resolve", each("textDocument/codeAction")],
  ["textDocument/codeLens", ofDocument],
  ["codeLens/resolve", each("textDocument/codeLens")],
  ["textDocument/inlayHint", ofRange],
  ["inlayHint/resolve", each("textDocument/inlayHint")],
  [
    "textDocument/inlineValue",
    (asked) => [
      { ...document(asked), range: asked.range, context: { frameId: 0, stoppedLocation: asked.range } },
    ],
  ],
  ["textDocument/documentLink", ofDocument],
  ["textDocument/documentSymbol", ofDocument],
  ["textDocument/foldingRange", ofDocument],
  [
    "textDocument/selectionRange",
    (asked) => [{ ...document(asked), positions: [asked.position, asked.range.end] }],
  ],
  ["textDocument/semanticTokens/full", ofDocument],
  ["textDocument/semanticTokens/full/delta", (asked) => [{ ...document(asked), previousResultId: "x" }]],
  ["textDocument/semanticTokens/range", ofRange],
  ["textDocument/formatting", (asked) => [{ ...document(asked), options }]],
  ["textDocument/rangeFormatting", (asked) => [{ ...document(asked), range: asked.range, options }]],
  ["textDocument/rangesFormatting", (asked) => [{ ...document(asked), ranges: [asked.range], options }]],
  [
    "textDocument/onTypeFormatting",
    (asked) => ["\n", "|"].map((ch) => ({ ...document(asked), position: asked.position, ch, options })),
  ],
  ["workspace/symbol", () => [{ query: "an" }]],
  ["workspace/diagnostic", () => [{ previousResultIds: [] }]],
  ["workspace/textDocumentContent", () => [{ uri: "tenet-help:/diagnostics/TEN1010.md" }]],
  [
    "workspace/willRenameFiles",
    ({ path }) => [{ files: [{ oldUri: uriOf(path), newUri: uriOf(`moved/${path}`) }] }],
  ],
  ["tenet/tests", ofDocument],
  ["tenet/runTests", (asked) => [{ ...document(asked), names: null }]],
  ["tenet/steps", (asked) => namesIn(asked, "tenet/tests").map((name) => ({ ...document(asked), name }))],
  ["tenet/judge", (asked) => [{ ...document(asked), asOf: "2026-07-01" }]],
  ["tenet/explain", (asked) => [{ ...document(asked), position: asked.position }]],
  ["tenet/importCsv", () => [{ source: "a.csv", head: "a,b\n1,2\n", isWhole: true }]],
  ["tenet/newStandard", ofDocument],
]);

/** Requests that run agreements, which takes long: a sweep asks them now and then only. */
export const slow: ReadonlySet<string> = new Set([
  "tenet/runTests",
  "tenet/steps",
  "tenet/judge",
  "tenet/explain",
]);

/** Requests about the place itself, and not about the document around it. */
export const aboutPlace: ReadonlySet<string> = new Set([
  "textDocument/completion",
  "textDocument/hover",
  "textDocument/signatureHelp",
  "textDocument/definition",
  "textDocument/typeDefinition",
  "textDocument/implementation",
  "textDocument/references",
  "textDocument/documentHighlight",
  "textDocument/prepareRename",
  "textDocument/prepareCallHierarchy",
  "textDocument/selectionRange",
]);
