/**
 * Workflow commands: lines that GitHub Actions turns into annotations.
 *
 * A command ends its properties with `::` and its line with a line end, so `%`, line ends, and in properties `:` and
 * `,` are written as percent codes; foreign text is made inert before.
 */
import { inert } from "./inert.ts";

/** A remark on a place in a file. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  /** Path from the root of the repository. */
  readonly file: string;
  readonly line: number | null;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly title: string;
  /** One or more lines. */
  readonly message: readonly string[];
}

/** The line that makes one annotation. */
export function workflowCommand(annotation: Annotation): string {
  const { level, file, line, column, endLine, endColumn, title, message } = annotation;
  const properties = Object.entries({ file, line, endLine, col: column, endColumn, title })
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${encodeProperty(inert(String(value)))}`);
  return `::${level} ${properties.join(",")}::${encode(message.map(inert).join("\n"))}`;
}

function encode(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function encodeProperty(text: string): string {
  return encode(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
