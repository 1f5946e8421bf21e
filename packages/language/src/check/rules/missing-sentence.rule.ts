import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { declarationWord, sentenceWords } from "../words.ts";
import { withStandard } from "./example-files.ts";

/** A sentence that must stand and does not. */
export const missingSentence: DiagnosticRule = {
  code: "TEN2101",
  name: "missing-sentence",
  severity: "error",
  spec: "§1.3",
  summary: "What a verdict turns on is written: a declaration has all the sentences that it needs.",
  help: "An agreement needs `version`, `effective` and `time zone`; a standard `requires`, `measured` and `needs` (and `assessed` for rolling and latest windows); a calendar `open`; a clock `starts`, `stops` and `dated`; an exclusion `removes`, and `needs evidence` goes with `recorded in`; an amendment `effective`, `changes limit` and `because`; a test an `expect`.",
  examples: {
    invalid: withStandard("  requires quick at least 95%\n  measured each calendar month\n"),
    valid: withStandard(
      "  requires quick at least 95%\n  measured each calendar month\n  needs no minimum\n",
    ),
  },
  fix: { none: "what the sentence should say is a decision of the parties" },
};

type Named = Extract<ast.Declaration, { readonly name: ast.Name }>;

/** Reports that a declaration lacks a sentence of a kind. */
export function reportMissingSentence(site: Site, node: ast.Declaration, kind: string): void {
  const name = isNamed(node) ? node.name : null;
  const what = `${declarationWord(node.kind)}${name === null ? "" : ` \`${name.text}\``}`;
  site.say(
    missingSentence,
    name?.span ?? node.wordSpan,
    `${what} lacks its sentence \`${sentenceWords(kind)}\``,
  );
}

function isNamed(node: ast.Declaration): node is Named {
  return "name" in node && node.name !== null;
}
