/** One version of an agreement on its data: what is begun before rows are read, and what is known afterwards. */
import type { Bundle } from "./bundle/rule.ts";
import type { ChunkSource, TextPool } from "./columns/chunk.ts";
import { readTally } from "./columns/read-tally.ts";
import { type JudgeBook, judgeBook } from "./judge/judge-book.ts";
import type { Consequences } from "./judge/judged.ts";
import type { Problem } from "./judge/result.ts";
import { type Measuring, measure } from "./measure/measure.ts";
import { problemsOfData } from "./measure/summary.ts";
import { absentProblem } from "./measuring.ts";
import { isTolerant, type JudgeOptions, standardsOf } from "./options.ts";
import { problemsOfInput } from "./problems.ts";
import type { Seasons } from "./time/windows.ts";

/** A version that was measured. */
export interface VersionRun {
  readonly bundle: Bundle;
  readonly given: ReadonlyMap<string, ChunkSource>;
  readonly book: JudgeBook;
  readonly consequences: Consequences | null;
  /** What of the data makes judging impossible. */
  readonly problems: readonly Problem[];
}

export type Begun =
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | { readonly ok: true; readonly measuring: Measuring; finish(): VersionRun };

/** Begins a run; `seasons` are the days of the version among others, null where it is judged alone. */
export function beginRun(
  bundle: Bundle,
  given: ReadonlyMap<string, ChunkSource>,
  options: JudgeOptions,
  pool: TextPool,
  seasons: Seasons | null,
): Begun {
  const early = problemsOfInput(bundle, given, options);
  if (early.length > 0) return { ok: false, problems: early };
  const { patterns = null, clocks = null, forms = null, newest = null } = options;
  const consequences = options.standard === undefined ? (options.consequences?.of(bundle) ?? null) : null;
  const terms = options.terms?.of(bundle) ?? null;
  const measuring = measure({
    bundle,
    sources: given,
    asOf: options.asOf,
    seasons,
    pool,
    tally: () => readTally(options.maxErrors ?? 100),
    patterns,
    clocks,
    forms,
    newest,
    tolerant: isTolerant(options),
    standards: standardsOf(bundle, options),
    additions: [terms, consequences].filter((part) => part !== null),
  });
  const absent = measuring.absent.map(absentProblem);
  if (absent.length > 0) return { ok: false, problems: absent };
  return {
    ok: true,
    measuring,
    finish() {
      const measured = measuring.result();
      const book = judgeBook(measured, terms, { patterns });
      for (const { name } of bundle.standards) {
        const judge = book.judgeOf(name);
        if (judge !== null) newest?.reportTies(judge, measured.run);
      }
      const beside = newest === null ? [] : [...(terms?.ties() ?? []), ...(consequences?.ties() ?? [])];
      for (const { metric, ties } of beside) newest?.reportMetricTies(metric, ties, measured.run);
      const problems = problemsOfData(measured, options.tolerateBadRows ?? 0);
      return { bundle, given, book, consequences, problems };
    },
  };
}
