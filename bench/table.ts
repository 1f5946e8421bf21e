/** Standings as an aligned table. */
import type { Standing } from "./contest.ts";
import type { Size, Work } from "./work.ts";

const COLUMNS = ["work", "contestant", "median", "memory", "ratio", "goal"] as const;

export interface Played {
  readonly work: Work;
  readonly standings: readonly Standing[];
}

/** A line per contestant, under a line that says what the work is; the goal stands beside our own. */
export function tableOf(played: readonly Played[], size: Size): string {
  const rows = played.flatMap(({ work, standings }) =>
    standings.map((standing) => cellsOf(work, standing, standings[0])),
  );
  const lines = [COLUMNS, ...rows];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const titles = played.map(({ work }) => `${work.name}: ${work.title(size)}`);
  return [...titles, "", ...lines.map((line) => aligned(line, widths))].join("\n");
}

function aligned(line: readonly string[], widths: readonly number[]): string {
  return line
    .map((cell, column) =>
      column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    .join("  ")
    .trimEnd();
}

function cellsOf(
  work: Work,
  { contestant, seconds, memory, fault }: Standing,
  peer: Standing | undefined,
): readonly string[] {
  if (fault !== null) return [work.name, contestant.name, "-", "-", "-", "", fault];
  const ratio = seconds / (peer?.seconds ?? Number.NaN);
  return [
    work.name,
    contestant.name,
    duration(seconds),
    `${Math.round(memory / 1e6)} MB`,
    contestant === peer?.contestant ? "1" : ratio.toFixed(2),
    contestant.name.includes("Tenet") ? work.goal : "",
  ];
}

function duration(seconds: number): string {
  if (seconds >= 1) return `${seconds.toFixed(2)} s`;
  return seconds >= 0.001 ? `${(seconds * 1000).toFixed(1)} ms` : `${(seconds * 1e6).toFixed(0)} µs`;
}
