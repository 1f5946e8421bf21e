/** What stands under the pointer: what a name is and says, or what a word of the language means. */
import {
  type Occurrence,
  readingOf,
  type Span,
  type Term,
  termAt,
  verdictTerms,
  type WordUse,
} from "@tenet-lang/language";
import type { Hover, HoverParams } from "vscode-languageserver";
import { namesOf } from "../analysis/names.ts";
import type { ModelContext } from "../analysis/phase.ts";
import { offsetOf, rangeOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";
import { markupOf } from "./markup.ts";
import { type NameAt, nameNear } from "./name-at.ts";
import { readingText, termText } from "./reading-text.ts";

export const hover = feature<"model", HoverParams, Hover | null>({
  method: "textDocument/hover",
  needs: "model",
  capabilities: { hoverProvider: true },
  answer: async (context, { position }) => {
    const offset = offsetOf(context.file, position);
    const word = wordAt(context, offset);
    if (word !== null) return shown(context, word.span, termText(word.term));
    const found = await nameNear(context, position);
    if (found !== null) return shown(context, found.occurrence.span, namedText(context, found));
    const explained = termAt(context.parsed, offset);
    return explained === null ? null : shown(context, explained.span, termText(explained.term));
  },
});

function shown(context: ModelContext, span: Span, markdown: string): Hover {
  const formats = context.client.textDocument?.hover?.contentFormat;
  return { contents: markupOf(markdown, formats), range: rangeOf(context.file, span) };
}

/** What a name is; of one that names several things, all of them. */
function namedText({ host }: ModelContext, { names, occurrence }: NameAt): string {
  const { symbol, others }: Occurrence = occurrence;
  const reader = { names, today: host.today() };
  return [symbol, ...others].map((one) => readingText(readingOf(reader, one))).join("\n\n---\n\n");
}

interface WordAt {
  readonly span: Span;
  readonly term: Term;
}

/** A verdict that stands as a value. */
function wordAt({ analysed, file }: ModelContext, offset: number): WordAt | null {
  const covers = ({ file: { path }, span, meaning }: WordUse): boolean =>
    meaning === "verdict" && path === file.path && span.start <= offset && offset < span.end;
  const word = namesOf(analysed).words.find(covers);
  const verdict = Object.entries(verdictTerms).find(([name]) => name === word?.text);
  return word === undefined || verdict === undefined ? null : { span: word.span, term: verdict[1] };
}
