/**
 * Hints: what follows from the words of a text, shown between them.
 *
 * The unit of what is measured (`units.ts`), the dates that a sentence comes to (`dates.ts`), and which of several limits
 * holds today (`in-force.ts`). Whatever cannot be known while the text is being written has no hint.
 */
import { parseDay } from "@tenet-lang/evaluator";
import { type ReadFiles, worldOf } from "../check/known-world.ts";
import type { Span } from "../source/source-file.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { dateHints } from "./dates.ts";
import type { Hint, HintsOf } from "./hint.ts";
import { forceHints } from "./in-force.ts";
import { unitHints } from "./units.ts";

const kinds: readonly HintsOf[] = [unitHints, dateHints, forceHints];

/** The hints of a stretch of a file, in their order. `today` is `YYYY-MM-DD`. */
export function hintsIn(
  files: ReadFiles,
  { tree }: ParsedFile,
  { start, end }: Span,
  today: string,
): readonly Hint[] {
  const day = parseDay(today);
  if (day === null) return [];
  const hinting = { world: worldOf(files), day, today };
  const seen = tree.declarations.filter(({ span }) => span.start <= end && span.end >= start);
  return seen
    .flatMap((node) => kinds.flatMap((hintsOf) => hintsOf(hinting, node)))
    .filter(({ offset }) => start <= offset && offset <= end)
    .toSorted((one, other) => one.offset - other.offset);
}
