import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type * as ast from "../../syntax/ast.ts";
import { fixOf, lineRemoved, relatedAt, type Site } from "../site.ts";
import { sentenceWords } from "../words.ts";
import { withStandard } from "./example-files.ts";

/** A sentence that may stand once and stands twice. */
export const repeatedSentence: DiagnosticRule = {
  code: "TEN2102",
  name: "repeated-sentence",
  severity: "error",
  spec: "§2.2.9",
  summary: "A sentence that settles one thing stands once in its declaration.",
  help: "Two sentences of a kind would have to be reconciled by a rule that nobody wrote down. Several limits are several `requires` sentences, several exclusions are one list.",
  examples: {
    invalid: withStandard(
      "  requires quick at least 95%\n  measured each calendar month\n  needs no minimum\n  needs at least 30 calls otherwise not_enough_data\n",
    ),
    valid: withStandard(
      "  requires quick at least 95%\n  measured each calendar month\n  needs no minimum\n",
    ),
  },
  fix: "offered",
};

/** Reports the later of two sentences of a kind. */
export function reportRepeatedSentence(site: Site, sentence: ast.Node, earlier: Span): void {
  const message = `\`${sentenceWords(sentence.kind)}\` stands a second time in this declaration`;
  site.say(repeatedSentence, sentence.span, message, {
    fixes: [fixOf("remove this sentence", lineRemoved(site, sentence.span))],
    related: [relatedAt(site, earlier, "it stands here first")],
  });
}
