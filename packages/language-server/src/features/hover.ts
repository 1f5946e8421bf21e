/** What stands under the pointer: what a name is and says, or what a word of the language means. */
import {
  beginningAt,
  type NameSymbol,
  readingOf,
  type Span,
  type Term,
  termAt,
  termOfWord,
} from "@tenet-lang/language";
import type { Hover, HoverParams } from "vscode-languageserver";
import type { Analysed } from "../analysis/analysed.ts";
import { namesOf } from "../analysis/names.ts";
import type { ModelContext } from "../analysis/phase.ts";
import { details, headline, valuesOf } from "../data/figures.ts";
import { insightNow, insightSoon } from "../data/insights.ts";
import { offsetOf, rangeOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";
import { markupOf } from "./markup.ts";
import { type NameAt, nameNear } from "./name-at.ts";
import { pointsText, readingText, termText } from "./reading-text.ts";

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
    const explained = termAt(context.parsed, offset) ?? beginningAt(context.parsed, offset);
    return explained === null ? null : shown(context, explained.span, termText(explained.term));
  },
});

function shown(context: ModelContext, span: Span, markdown: string): Hover {
  const formats = context.client.textDocument?.hover?.contentFormat;
  return { contents: markupOf(markdown, formats), range: rangeOf(context.file, span) };
}

/** What a name is; of one that names several things, all of them. */
function namedText(context: ModelContext, { names, occurrence, analysed }: NameAt): string {
  const { symbol, others } = occurrence;
  const reader = { names, today: context.host.today() };
  const readings = [symbol, ...others].map((one) => readingText(readingOf(reader, one)));
  return [...readings, ...figuresText(context, analysed, symbol)].join("\n\n---\n\n");
}

/** What the data says, if that is known already; if not, it is found out for the next time. */
function figuresText(
  context: ModelContext,
  analysed: Analysed,
  { kind, name }: NameSymbol,
): readonly string[] {
  if (!["standard", "attestation", "duty", "metric"].includes(kind)) return [];
  const result = insightNow(context, analysed);
  if (result === null) {
    insightSoon(context, analysed);
    return [];
  }
  const line = kind === "metric" ? "On the data:" : headline(result, name);
  const points = kind === "metric" ? valuesOf(result, name) : details(result, name);
  if (line === null || (kind === "metric" && points.length === 0)) return [];
  return [pointsText(line, points)];
}

interface WordAt {
  readonly span: Span;
  readonly term: Term;
}

/** A word of the language where a name might stand. */
function wordAt({ analysed, file }: ModelContext, offset: number): WordAt | null {
  const word = namesOf(analysed).words.find(
    ({ file: { path }, span }) => path === file.path && span.start <= offset && offset < span.end,
  );
  const term = word === undefined ? null : termOfWord(word);
  return word === undefined || term === null ? null : { span: word.span, term };
}
