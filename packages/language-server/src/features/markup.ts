/** Markdown for clients that show it, the same words without its signs for others. */
import { type MarkupContent, MarkupKind } from "vscode-languageserver";

/** Content in the first form that the client can show; Markdown if it does not say. */
export function markupOf(
  markdown: string,
  formats: readonly MarkupKind[] = [MarkupKind.Markdown],
): MarkupContent {
  if (
    formats.find((one) => one === MarkupKind.Markdown || one === MarkupKind.PlainText) !==
    MarkupKind.PlainText
  )
    return { kind: MarkupKind.Markdown, value: markdown };
  return { kind: MarkupKind.PlainText, value: plain(markdown) };
}

function plain(markdown: string): string {
  return markdown
    .replace(/^```.*\n?/gm, "")
    .replace(/\*\*(.*?)\*\*/g, "$1")
    .replace(/^---$\n*/gm, "")
    .replace(/ {2}\n/g, "\n")
    .replace(/(?<!\\)`/g, "")
    .replace(/\\([\\`*_[\]#!|<>&~])/g, "$1")
    .trimEnd();
}
