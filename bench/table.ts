/** Standings as an aligned table. */
import type { Standing } from "./contest.ts";
import type { Size, Work } from "./work.ts";

const COLUMNS = ["work", "contestant", "median", "memory", "ratio", "goal"] as const;

export interface Played {
  readonly work: Work;
  readonly standings: readonly Standing[];
}

/** One line per contestant; the goal stands beside our own. */
export function tableOf(played: readonly Played[], size: Size): string {
  const rows = played.flatMap(({ work, standings }) => [
    [`${work.name}: ${work.title(size)}`],
    ...standings.map((standing) => cellsOf(work, standing, standings[0])),
  ]);
  const lines = [[...COLUMNS], ...rows];
  const widths = COLUMNS.map((_, column) =>
    Math.max(...lines.filter((line) => line.length > 1).map((line) => line[column]?.length ?? 0)),
  );
  return lines.map((line) => aligned(line, widths)).join("\n");
}

function aligned(line: readonly string[], widths: readonly number[]): string {
  if (line.length === 1) return `\n${line[0]}`;
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
): string[] {
  const isOurs = contestant.name.includes("Tenet");
  if (fault !== null) return ["", contestant.name, "-", "-", "-", fault];
  const ratio = seconds / (peer?.seconds ?? Number.NaN);
  return [
    "",
    contestant.name,
    duration(seconds),
    `${Math.round(memory / 1e6)} MB`,
    contestant === peer?.contestant ? "1" : ratio.toFixed(2),
    isOurs ? work.goal : "",
  ];
}

function duration(seconds: number): string {
  if (seconds >= 10) return `${seconds.toFixed(1)} s`;
  return seconds >= 0.001 ? `${(seconds * 1000).toPrecision(3)} ms` : `${(seconds * 1e6).toPrecision(3)} µs`;
}
