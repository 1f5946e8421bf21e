/** All features: one import and one line each, in the order of their methods. */

import { incomingCalls, outgoingCalls, prepareCallHierarchy } from "./call-hierarchy.ts";
import { definition } from "./definition.ts";
import { documentDiagnostics } from "./diagnostics.ts";
import { documentHighlight } from "./document-highlight.ts";
import { documentLinks } from "./document-links.ts";
import { documentSymbols } from "./document-symbols.ts";
import type { Feature } from "./feature.ts";
import { foldingRanges } from "./folding.ts";
import { documentFormatting, onTypeFormatting, rangeFormatting, rangesFormatting } from "./formatting.ts";
import { implementation } from "./implementation.ts";
import { judgeData } from "./judge.ts";
import { references } from "./references.ts";
import { prepareRename, rename } from "./rename.ts";
import { runTestsOfFile } from "./run-tests.ts";
import { selectionRanges } from "./selection-ranges.ts";
import { semanticTokens, semanticTokensDelta, semanticTokensRange } from "./semantic-tokens.ts";
import { tests } from "./tests.ts";
import { typeDefinition } from "./type-definition.ts";
import { willRenameFiles } from "./will-rename-files.ts";
import { workspaceSymbols } from "./workspace-symbols.ts";

export const features: readonly Feature[] = [
  incomingCalls,
  outgoingCalls,
  definition,
  documentDiagnostics,
  documentHighlight,
  documentLinks,
  documentSymbols,
  foldingRanges,
  documentFormatting,
  implementation,
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
  typeDefinition,
  workspaceSymbols,
  willRenameFiles,
  judgeData,
  runTestsOfFile,
  tests,
];
