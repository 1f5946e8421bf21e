/** Foreign text made inert for Markdown: no cell of data can mention a person, open a link or break out of a table. */
import { inert } from "./inert.ts";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Foreign text as Markdown that shows exactly that text. */
export function markdown(text: string): string {
  return inert(text)
    .replace(/[&<>@#$]|:(?=\/\/)/g, (found) => entities[found] ?? `&#${found.charCodeAt(0)};`)
    .replace(/[\\`*_~[\]|]/g, "\\$&");
}

/** Foreign text as code. */
export function code(text: string): string {
  return `\`${inert(text).replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}
