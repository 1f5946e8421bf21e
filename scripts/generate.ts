/** Writes every file that is made from another: `npm run generate`. Tests hold the committed files to their makers. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  bundleJsonSchema,
  dueJsonSchema,
  explainJsonSchema,
  verdictsJsonSchema,
} from "./generate-bundle-schema.ts";
import { choicesModule } from "./generate-choices.ts";
import { coverageMarkdown } from "./generate-coverage.ts";
import { diagnosticsMarkdown } from "./generate-diagnostics.ts";
import { grammarEbnf, railroadHtml } from "./generate-grammar.ts";
import { regionsModule } from "./generate-regions.ts";
import { starterFile } from "./generate-starter.ts";
import { markdownFenceGrammar, textmateGrammar } from "./generate-textmate.ts";

/** What is made, by its path in the repository. */
const generated: Readonly<Record<string, () => string>> = {
  "grammar/grammar.ebnf": grammarEbnf,
  "grammar/diagrams.html": railroadHtml,
  "grammar/diagnostics.md": diagnosticsMarkdown,
  "grammar/coverage.md": coverageMarkdown,
  "packages/language/src/check/region-codes.ts": regionsModule,
  "packages/language/src/syntax/grammar/choices.ts": choicesModule,
  "grammar/bundle.schema.json": bundleJsonSchema,
  "grammar/verdicts.schema.json": verdictsJsonSchema,
  "grammar/due.schema.json": dueJsonSchema,
  "grammar/explain.schema.json": explainJsonSchema,
  "extension/syntaxes/tenet.tmLanguage.json": textmateGrammar,
  "extension/syntaxes/markdown-fence.tmLanguage.json": markdownFenceGrammar,
  "extension/starter/standards.tenet": starterFile("standards.tenet"),
  "extension/starter/deliveries.csv": starterFile("deliveries.csv"),
  "extension/starter/partners.csv": starterFile("partners.csv"),
};

for (const [path, make] of Object.entries(generated)) {
  const target = join(import.meta.dirname, "..", path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, make());
  process.stdout.write(`${path}\n`);
}
