/**
 * An agreement judged on its data in the background, for figures beside the text.
 *
 * Nobody waits for it: between two pieces of a file everything else is seen to, only one text of an agreement is judged
 * at a time (a newer one ends it), and data that would take long is left to those who ask for it by name. What came of
 * it is kept while the text and the bytes of the data are the same. Nothing is read in folders that are not trusted.
 */
import { formatInstant, type JudgeResult, judge, parseDay, zoneClock } from "@tenet-lang/evaluator/all";
import type { Analysed } from "../analysis/analysed.ts";
import type { Analysis } from "../analysis/analysis.ts";
import type { WorkspaceContext } from "../analysis/phase.ts";
import { opened, type ReadSource, readSources } from "./sources.ts";

/** Milliseconds after which what was asked for in passing is worked out, if the text is the same then. */
const QUIET = 400;

/** More is not judged unasked. */
const MOST_BYTES = 24 * 1024 * 1024;

/** A result, and what it was made from. */
interface Kept {
  readonly asOf: string;
  readonly read: readonly ReadSource[];
  readonly result: JudgeResult | null;
}

interface Running {
  readonly analysed: Analysed;
  readonly asOf: string;
  readonly result: Promise<JudgeResult | null>;
}

/** What a server of this process knows. */
interface State {
  kept: WeakMap<Analysed, Kept>;
  /** By the address of the agreement. */
  readonly running: Map<string, Running>;
  /** What nobody waits for, by the address of the agreement. */
  readonly wanted: Map<string, Analysed>;
}

const states = new WeakMap<Analysis, State>();

function stateOf(analysis: Analysis): State {
  const known = states.get(analysis) ?? { kept: new WeakMap(), running: new Map(), wanted: new Map() };
  states.set(analysis, known);
  return known;
}

/** Data files have changed: what is known is true no longer. */
export function forgetInsights(analysis: Analysis): void {
  stateOf(analysis).kept = new WeakMap();
}

/** Thrown inside a run whose text is no longer the newest. */
class Outdated extends Error {
  override readonly name = "Outdated";
}

/** What is known without waiting; null where nothing is. */
export function insightNow(
  { settings, host, analysis }: Pick<WorkspaceContext, "settings" | "host" | "analysis">,
  analysed: Analysed,
): JudgeResult | null {
  const known = stateOf(analysis).kept.get(analysed);
  return known?.asOf === (settings.asOf ?? host.today()) ? known.result : null;
}

type Context = Pick<WorkspaceContext, "analysis" | "host" | "settings" | "isTrusted">;

/** Judges, or gives what is known still; null where that is not wanted, or cannot be. */
export async function insight(context: Context, analysed: Analysed): Promise<JudgeResult | null> {
  if (!context.isTrusted || !context.settings.dataInsights || analysed.model === null) return null;
  const asOf = context.settings.asOf ?? context.host.today();
  const { address } = analysed.root;
  const { running } = stateOf(context.analysis);
  const before = running.get(address);
  if (before?.analysed === analysed && before.asOf === asOf) return await before.result;
  const result = judged(context, analysed, asOf).catch(unlessOutdated);
  const run = { analysed, asOf, result };
  running.set(address, run);
  try {
    return await result;
  } finally {
    if (running.get(address) === run) running.delete(address);
  }
}

/**
 * Has an agreement judged when nobody has typed for a moment, for the next time that somebody asks: whoever looks at a
 * name while typing is not held up by it.
 */
export function insightSoon(context: Context, analysed: Analysed): void {
  const { wanted } = stateOf(context.analysis);
  const { address } = analysed.root;
  if (wanted.get(address) === analysed) return;
  wanted.set(address, analysed);
  const judged = context.host.rest(QUIET).then(async () => {
    if (wanted.get(address) !== analysed) return;
    wanted.delete(address);
    if (context.analysis.isTrue(analysed)) await insight(context, analysed);
  });
  // A failure shows where figures are waited for: at the lenses.
  judged.catch(() => undefined);
}

function unlessOutdated(error: unknown): null {
  if (error instanceof Outdated) return null;
  throw error;
}

async function judged(
  { analysis, host }: Pick<WorkspaceContext, "analysis" | "host">,
  analysed: Analysed,
  asOf: string,
): Promise<JudgeResult | null> {
  const turn = async (): Promise<void> => {
    await host.turn();
    const newest = stateOf(analysis).running.get(analysed.root.address)?.analysed;
    if (newest !== analysed || !analysis.isTrue(analysed)) throw new Outdated();
  };
  // Whoever asked is answered first, and an edit that has come meanwhile makes all of this needless.
  await turn();
  const { bundle } = await analysis.compiled(analysed);
  if (bundle === null) return null;
  const { read } = await readSources(host, analysed, bundle);
  const known = stateOf(analysis).kept.get(analysed);
  if (known !== undefined && known.asOf === asOf && areSame(known.read, read)) return known.result;
  const isTooMuch = read.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST_BYTES;
  const day = parseDay(asOf);
  const instant = day === null ? asOf : formatInstant(zoneClock(bundle.zone).startOfDay(day));
  const result = isTooMuch ? null : await judge(bundle, opened(read, turn), { asOf: instant });
  stateOf(analysis).kept.set(analysed, { asOf, read, result });
  return result;
}

function areSame(one: readonly ReadSource[], other: readonly ReadSource[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ name, bytes }, index) => {
      const second = other[index];
      return second?.name === name && sameBytes(bytes, second.bytes);
    })
  );
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one === other || (one.length === other.length && one.every((byte, at) => byte === other[at]));
}
