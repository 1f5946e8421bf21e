/**
 * A contest: rounds in turn, each contestant in a process of its own.
 *
 * Machines are shared and noisy, so what counts is processor time, the contestants take turns, and the median of
 * their rounds is compared. Several engines in one process would distort each other.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Answer, Contestant, Measured, Size, Work } from "./work.ts";

export interface Standing {
  readonly contestant: Contestant;
  /** Median of the rounds, in seconds for the whole work. */
  readonly seconds: number;
  /** Most memory of a process that did nothing but rounds, in bytes. */
  readonly memory: number;
  /** Why the time does not count; null where it does. */
  readonly fault: string | null;
}

/** Seconds that a warm contestant works before its rounds count. */
const WARM_UP: Readonly<Record<Size, number>> = { quick: 4, usual: 8, full: 8 };
const ROUNDS: Readonly<Record<Size, number>> = { quick: 5, usual: 9, full: 5 };

/** Runs a work and gives its standings in the order of its contestants. */
export async function contest(
  work: Work,
  folder: string,
  size: Size,
  note: (text: string) => void,
): Promise<readonly Standing[]> {
  const entrants = work.contestants.map(
    (contestant, number) => new Entrant(work, contestant, number, folder, size),
  );
  for (let round = 0; round < ROUNDS[size]; round += 1) {
    note(`${work.name}: round ${round + 1} of ${ROUNDS[size]}`);
    for (const entrant of entrants) await entrant.play(round === 0);
  }
  for (const entrant of entrants) entrant.leave();
  const expected = entrants.find(({ answer }) => answer.length > 0)?.answer ?? [];
  return entrants.map((entrant) => entrant.standing(expected));
}

/** A contestant with its process, and what its rounds have cost. */
class Entrant {
  answer: Answer = [];
  private process: ChildProcess | null = null;
  private readonly rounds: Measured[] = [];
  private fault: string | null = null;
  private readonly work: Work;
  private readonly contestant: Contestant;
  private readonly number: number;
  private readonly folder: string;
  private readonly size: Size;

  constructor(work: Work, contestant: Contestant, number: number, folder: string, size: Size) {
    this.work = work;
    this.contestant = contestant;
    this.number = number;
    this.folder = folder;
    this.size = size;
  }

  /** Plays a round; the first one is preceded by the warm-up and followed by the answer. */
  async play(isFirst: boolean): Promise<void> {
    if (this.fault !== null) return;
    try {
      const child = await this.start();
      if (isFirst && this.work.rounds === "warm") await this.warmUp(child);
      this.rounds.push((await asked(child, "round")) as Measured);
      if (isFirst) this.answer = (await asked(child, "answer")) as Answer;
      if (this.work.rounds === "fresh") this.leave();
    } catch (error) {
      this.fault = error instanceof Error ? error.message : String(error);
    }
  }

  leave(): void {
    this.process?.kill();
    this.process = null;
  }

  standing(expected: Answer): Standing {
    const times = this.contestant.times?.(this.size) ?? 1;
    return {
      contestant: this.contestant,
      seconds: median(this.rounds.map(({ seconds }) => seconds)) * times,
      memory: median(this.rounds.map(({ memory }) => memory)),
      fault: this.fault ?? difference(expected, this.answer),
    };
  }

  private async start(): Promise<ChildProcess> {
    if (this.process !== null) return this.process;
    const entry = fileURLToPath(new URL("./contestant.ts", import.meta.url));
    const child = fork(entry, [this.work.name, String(this.number), this.folder, this.size]);
    this.process = child;
    await reply(child);
    return child;
  }

  private async warmUp(child: ChildProcess): Promise<void> {
    const start = performance.now();
    while (performance.now() - start < WARM_UP[this.size] * 1000) await asked(child, "round");
  }
}

async function asked(child: ChildProcess, message: "round" | "answer"): Promise<unknown> {
  const answer = reply(child);
  child.send(message);
  return await answer;
}

/** The next message of a process, or an error if it ends before. */
async function reply(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const fail = once(child, "exit", { signal: ended.signal }).then(([code]) => {
    throw new Error(`its process ended with code ${code}`);
  });
  try {
    const [message] = await Promise.race([once(child, "message", { signal: ended.signal }), fail]);
    return message;
  } finally {
    ended.abort();
    fail.catch(() => undefined);
  }
}

/** Answers may be shorter, where a contestant does less of the work. */
function difference(expected: Answer, answer: Answer): string | null {
  for (let line = 0; line < Math.min(expected.length, answer.length); line += 1) {
    if (expected[line] !== answer[line]) {
      return `line ${line + 1} of its answer differs: ${answer[line]} instead of ${expected[line]}`;
    }
  }
  return null;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
