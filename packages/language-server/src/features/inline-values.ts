/**
 * Values on the lines of limits, for clients that show some beside the text: how each limit was kept in the newest
 * judged period of the data.
 */
import type { Span } from "@tenet-lang/language";
import type { InlineValue, InlineValueParams } from "vscode-languageserver";
import type { ModelContext } from "../analysis/phase.ts";
import { insight } from "../data/insights.ts";
import { type LimitPlace, limitHeadline } from "../data/limit-figures.ts";
import { rangeOf, spanOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";

/** A limit and where its metric is named. */
interface WrittenLimit extends LimitPlace {
  readonly span: Span;
}

export const inlineValues = feature<"model", InlineValueParams, InlineValue[]>({
  method: "textDocument/inlineValue",
  needs: "model",
  otherwise: [],
  capabilities: { inlineValueProvider: true },
  answer: async (context, { range }) => {
    const { start, end } = spanOf(context.file, range);
    const limits = limitsIn(context).filter(({ span }) => start <= span.end && span.start <= end);
    const result = limits.length === 0 ? null : await insight(context, context.analysed);
    if (result === null) return [];
    return limits.flatMap((limit): InlineValue[] => {
      const text = limitHeadline(result, limit);
      return text === null ? [] : [{ range: rangeOf(context.file, limit.span), text }];
    });
  },
});

function limitsIn({ parsed }: Pick<ModelContext, "parsed">): readonly WrittenLimit[] {
  return parsed.tree.declarations.flatMap((node) => {
    if (node.kind !== "Standard") return [];
    const requires = node.sentences.filter((sentence) => sentence.kind === "Requires");
    return requires.flatMap(({ limits }, requirement) =>
      limits.map(({ metric }) => ({
        standard: node.name.text,
        requirement,
        metric: metric.text,
        span: metric.span,
      })),
    );
  });
}
