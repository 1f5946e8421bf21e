/** What was judged, as consequences read it (`judge/judged.ts`). */
import { compareText } from "../exact/text-order.ts";
import { verdictOf } from "../explain/verdict.ts";
import type { StandardJudge } from "../judge/decision.ts";
import type { JudgeBook } from "../judge/judge-book.ts";
import type { Judged, JudgedVerdict } from "../judge/judged.ts";
import type { TermVerdict } from "../judge/terms.ts";
import { BRAND, type Run } from "../measure/run.ts";

/** A run and the verdicts of all versions that are judged together; `books` holds its own. */
export function judgedOf(book: JudgeBook, books: readonly JudgeBook[], partner: string | null): Judged {
  const { measured, terms } = book;
  const { run } = measured;
  const nothing: ReadonlySet<string> = new Set();
  return {
    run,
    partners: book.keys.filter((key) => partner === null || key === partner).sort(compareText),
    partyOf: book.partyOf,
    series: (name, key) =>
      books.flatMap((one) => seriesOf(name, key, one)).sort((a, b) => a.end - b.end || a.start - b.start),
    attestationAt: (name, key, instant) =>
      terms?.attestationAt(name, placeOf(key, book), instant) ?? "not_applicable",
    suspendedAt: (key, instant) => terms?.suspendedAt(placeOf(key, book), instant) ?? nothing,
    isExcusedAt: (key, instant) => terms?.isExcusedAt(placeOf(key, book), instant) ?? false,
  };
}

function placeOf(key: string, book: JudgeBook): number {
  const place = book.partyOf(key);
  return place < 0 && key === "brand" ? BRAND : place;
}

/** The verdicts of one run for a party: of a standard, or of a duty. */
function seriesOf(name: string, key: string, book: JudgeBook): readonly JudgedVerdict[] {
  const { run } = book.measured;
  const judge = book.judgeOf(name);
  if (judge === null) {
    const found = book.terms?.verdicts(placeOf(key, book)) ?? [];
    return found
      .filter(({ verdict }) => verdict.kind === "duty" && verdict.standard === name)
      .map(dutyVerdict);
  }
  const party = judge.standard.party === "brand" ? BRAND : book.partyOf(key);
  return party < 0 ? [] : judge.cellsOf(party).map((cell) => judgedVerdict(judge, cell, run));
}

function judgedVerdict(judge: StandardJudge, cell: number, run: Run): JudgedVerdict {
  const decision = judge.decide(cell);
  const start = decision.line.startOf(cell);
  const { endDay } = decision.occasion;
  return {
    verdict: verdictOf(judge, cell, run),
    firstDay: run.clock.dayOf(start),
    endDay,
    start,
    end: run.clock.startOfDay(endDay),
    isFinal: decision.why !== "pending",
    limits: decision.limits,
    value: (metric) => decision.line.facts(metric, null).value(cell),
    suspends: decision.circumstances.suspends,
  };
}

function dutyVerdict({ verdict, firstDay, endDay, start, end }: TermVerdict): JudgedVerdict {
  return {
    verdict,
    firstDay,
    endDay,
    start,
    end,
    isFinal: verdict.verdict !== "pending",
    limits: [],
    value: () => null,
    suspends: new Set(),
  };
}
