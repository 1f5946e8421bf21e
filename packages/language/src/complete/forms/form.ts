/**
 * Sentences as they read, with holes: `requires <metric> at least <95%>`.
 *
 * A hole says what goes in by a word or a sample that could stand there, so that a form with its holes as they are is
 * a sentence of the language (a test reads every one). `<month|week>` is a choice.
 */
import type * as ast from "../../syntax/ast.ts";

/** A sentence of one kind, as the tree calls it. */
export type Form = readonly [kind: ast.Sentence["kind"], text: string];

/** A form taken apart. */
export type FormPart =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "hole"; readonly choices: readonly [string, ...string[]] };

/** The words and holes of a form. */
export function partsOf(text: string): readonly FormPart[] {
  return text
    .split(/(<[^<>]+>)/)
    .filter((part) => part !== "")
    .map((part) => {
      if (!/^<[^<>]+>$/.test(part)) return { kind: "words", text: part };
      const [first = "", ...others] = part.slice(1, -1).split("|");
      return { kind: "hole", choices: [first, ...others] };
    });
}

/** The form as it reads, each hole by its first choice. */
export function readingOf(text: string): string {
  return partsOf(text)
    .map((part) => (part.kind === "words" ? part.text : part.choices[0]))
    .join("");
}

/** The form with holes for an editor to visit: `${1:metric}`, `${2|month,week|}`; the same name again is the same hole. */
export function snippetOf(text: string): string | null {
  const holes = new Map<string, number>();
  let count = 0;
  const snippet = partsOf(text).map((part) => {
    if (part.kind === "words") return escaped(part.text);
    const [first, ...others] = part.choices;
    const known = isName(first) ? holes.get(part.choices.join("|")) : undefined;
    if (known !== undefined) return `\${${known}}`;
    count += 1;
    holes.set(part.choices.join("|"), count);
    if (others.length === 0) return `\${${count}:${escaped(first)}}`;
    return `\${${count}|${part.choices.map((choice) => escaped(choice).replace(/[,|]/g, "\\$&")).join(",")}|}`;
  });
  return count === 0 ? null : snippet.join("");
}

/** Names and periods are meant again; the same number twice is chance. */
function isName(sample: string): boolean {
  return !/^[\d_.]+%?$/.test(sample);
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
