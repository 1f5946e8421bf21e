/**
 * Values beside the text while a walk through a test is stopped: those of the test, and not of the agreement's data.
 *
 * VS Code shows what every provider gives, and the server's own values are of the data. So this stands before the
 * server's answer, as middleware of the client, and only a session of ours keeps that answer away: who debugs something
 * else still sees the data's.
 */
import { debug, InlineValueText, type Range, type TextDocument } from "vscode";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";
import { BESIDE_TEXT } from "./adapter.ts";
import type { BesideText } from "./session.ts";

/** The middleware; the client is asked for once it is there. */
export function walkedValues(client: () => BaseLanguageClient): Pick<Middleware, "provideInlineValues"> {
  return {
    provideInlineValues: (document, viewPort, context, token, next) => {
      const session = debug.activeDebugSession;
      if (session?.type !== "tenet") return next(document, viewPort, context, token);
      return session
        .customRequest(BESIDE_TEXT, { path: document.uri.toString() })
        .then((found: readonly BesideText[]) => inlineValues(client(), document, viewPort, found));
    },
  };
}

function inlineValues(
  client: BaseLanguageClient,
  document: TextDocument,
  viewPort: Range,
  found: readonly BesideText[],
): InlineValueText[] {
  return found.flatMap(({ range, text }) => {
    const place = client.protocol2CodeConverter.asRange(range) as Range;
    // A value stands at the end of the line on which its sentence begins.
    const { range: line } = document.lineAt(Math.min(place.start.line, document.lineCount - 1));
    return viewPort.intersection(line) === undefined ? [] : [new InlineValueText(line, text)];
  });
}
