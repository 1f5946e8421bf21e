/** All features: one import and one line each, in the order of their methods. */

import { incomingCalls, outgoingCalls, prepareCallHierarchy } from "./call-hierarchy.ts";
import { codeActions } from "./code-actions.ts";
import { codeLenses, resolveCodeLens } from "./code-lens.ts";
import { completion, completionResolve } from "./completion.ts";
import { definition } from "./definition.ts";
import { documentDiagnostics } from "./diagnostics.ts";
import { documentHighlight } from "./document-highlight.ts";
import { documentLinks } from "./document-links.ts";
import { documentSymbols } from "./document-symbols.ts";
import type { Feature } from "./feature.ts";
import { foldingRanges } from "./folding.ts";
import { documentFormatting, onTypeFormatting, rangeFormatting, rangesFormatting } from "./formatting.ts";
import { helpPages } from "./help-pages.ts";
import { hover } from "./hover.ts";
import { implementation } from "./implementation.ts";
import { importCsv } from "./import-csv.ts";
import { inlayHints, resolveInlayHint } from "./inlay-hints.ts";
import { inlineValues } from "./inline-values.ts";
import { judgeData } from "./judge.ts";
import { newStandard } from "./new-standard.ts";
import { references } from "./references.ts";
import { prepareRename, rename } from "./rename.ts";
import { runTestsOfFile } from "./run-tests.ts";
import { selectionRanges } from "./selection-ranges.ts";
import { semanticTokens, semanticTokensDelta, semanticTokensRange } from "./semantic-tokens.ts";
import { signatureHelp } from "./signature-help.ts";
import { stepsOfTest } from "./steps.ts";
import { tests } from "./tests.ts";
import { typeDefinition } from "./type-definition.ts";
import { willRenameFiles } from "./will-rename-files.ts";
import { workspaceDiagnostics } from "./workspace-diagnostics.ts";
import { workspaceSymbols } from "./workspace-symbols.ts";

export const features: readonly Feature[] = [
  incomingCalls,
  outgoingCalls,
  codeActions,
  codeLenses,
  resolveCodeLens,
  completion,
  completionResolve,
  definition,
  documentDiagnostics,
  documentHighlight,
  documentLinks,
  documentSymbols,
  foldingRanges,
  documentFormatting,
  hover,
  implementation,
  inlayHints,
  resolveInlayHint,
  inlineValues,
  onTypeFormatting,
  prepareCallHierarchy,
  prepareRename,
  rangeFormatting,
  rangesFormatting,
  references,
  rename,
  selectionRanges,
  semanticTokens,
  semanticTokensDelta,
  semanticTokensRange,
  signatureHelp,
  typeDefinition,
  workspaceDiagnostics,
  workspaceSymbols,
  helpPages,
  willRenameFiles,
  importCsv,
  judgeData,
  newStandard,
  runTestsOfFile,
  stepsOfTest,
  tests,
];
