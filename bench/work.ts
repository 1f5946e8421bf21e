/**
 * What a benchmark is made of.
 *
 * A *work* is something to be done, given as files made by a seeded generator; *contestants* do it. The first of them
 * is the peer, which counts as 1. Each gives an answer beside its time, and no time counts unless all answers are
 * equal: a quick way to be wrong is no way at all.
 */
export interface Work {
  readonly name: string;
  /** What is done, with its size. */
  title(size: Size): string;
  /** The ratio to the peer that the project wants to reach. */
  readonly goal: string;
  /** `warm`: one process runs all rounds, after some that do not count. `fresh`: every round in a new process. */
  readonly rounds: "warm" | "fresh";
  /** Writes the files that contestants read. */
  generate(folder: string, size: Size): Promise<void> | void;
  /** The peer comes first. */
  readonly contestants: readonly Contestant[];
}

/** `quick` to see that all is well, `usual` to compare, `full` where the largest data is asked for. */
export type Size = "quick" | "usual" | "full";

export interface Contestant {
  /** Shown in the table; a library with its version. */
  readonly name: string;
  /** How many times the part that it does goes into the whole, for one too slow to do all of it. */
  readonly times?: (size: Size) => number;
  /** Loads what it needs, and nothing that only others need. */
  readonly prepare: (folder: string, size: Size) => Doing | Promise<Doing>;
}

export interface Doing {
  /** Does the work once; only this is timed. */
  round(): unknown;
  /** What the last round cost, where it was done by a process that the round started. */
  spent?(): Measured;
  /** What the last round found, in lines; one that does a part of the work gives the first of them. */
  answer(): Answer;
}

/** Empty for a contestant that does less than the work, to show what a part of it costs. */
export type Answer = readonly string[];

/** What a process says of a round. */
export interface Measured {
  /** Seconds of processor time, of all threads. */
  readonly seconds: number;
  /** Most memory that the process ever held, in bytes. */
  readonly memory: number;
}
