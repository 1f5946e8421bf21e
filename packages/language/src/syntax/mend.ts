/**
 * Writes a file as it was meant, where that is certain.
 *
 * A slip of writing with a single fix is certain: the sentence was read that way already. Fixes that guess, and those of
 * mistakes of meaning, are never applied here, for what an agreement promises is decided by people.
 */
import type { Diagnostic, TextEdit } from "../diagnostics/diagnostic.ts";
import { sourceFile } from "../source/source-file.ts";
import type { ParsedFile } from "./parse.ts";
import { reparse } from "./reparse.ts";

/** A sentence with several slips shows them one after the other; none has this many. */
const MOST_ROUNDS = 20;

/** The text with all such slips mended; the same text where there are none. */
export function mendedText(parsed: ParsedFile): string {
  let now = parsed;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = certainEdits(now.diagnostics);
    if (edits.length === 0) break;
    now = reparse(now, sourceFile(now.file.path, withEdits(now.file.text, edits)));
  }
  return now.file.text;
}

/** The edits of diagnostics with a single fix, in the order of their places; of two that meet, the first. */
function certainEdits(diagnostics: readonly Diagnostic[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  let end = -1;
  for (const { fixes } of diagnostics) {
    const [fix, another] = fixes;
    if (fix === undefined || another !== undefined || fix.isGuess === true) continue;
    const edits = fix.edits.toSorted((one, other) => one.span.start - other.span.start);
    const [first] = edits;
    if (first === undefined || first.span.start <= end) continue;
    taken.push(...edits);
    end = Math.max(...edits.map(({ span }) => span.end));
  }
  return taken;
}

function withEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const { span, text: by } of edits) {
    result += text.slice(at, span.start) + by;
    at = span.end;
  }
  return result + text.slice(at);
}
