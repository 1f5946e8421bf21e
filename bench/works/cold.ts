/** `tenet check` of a small file by a process that has just started: what every save in an editor's terminal costs. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Answer, Doing, Measured, Work } from "../work.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const FILE = "small.tenet";

export const cold: Work = {
  name: "cold",
  title: () => "`tenet check` of a small file, from the start of the process to its end",
  goal: "2.5",
  rounds: "warm",
  generate(folder) {
    writeFileSync(join(folder, FILE), small);
    execFileSync(process.execPath, [join(root, "scripts/bundle.ts")], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  },
  contestants: [
    { name: "node -e 0", prepare: (folder) => command(folder, ["-e", "0"], () => []) },
    {
      name: "Tenet, bundled command line",
      prepare: (folder) => check(folder, join(root, "packages/cli/bundle/tenet.js")),
    },
    {
      name: "Tenet, unbundled bin",
      prepare: (folder) => check(folder, join(root, "packages/cli/bin/tenet.js")),
    },
  ],
};

const small = `agreement small "A small agreement"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"

dataset calls from "calls.csv" one row per line
  partner centre
  dated started_at
  field centre text
  field started_at timestamp
  field wait duration in seconds
  field outcome one of answered, abandoned

metric answered_in_60 percent of calls where wait at most 60 seconds out of calls where outcome is answered

standard urgent "Calls are answered"
  requires answered_in_60 at least 95%
  measured each calendar month
  needs at least 30 calls otherwise not_enough_data
`;

function check(folder: string, entry: string): Doing {
  if (!existsSync(entry)) throw new Error(`${entry} is not built`);
  return command(folder, [entry, "check", join(folder, FILE)], (output, status) => [
    `exit code ${status}`,
    output,
  ]);
}

/** Runs Node with arguments; the processor time of its process is told by that process when it ends. */
function command(
  folder: string,
  args: readonly string[],
  answerOf: (output: string, status: number) => Answer,
): Doing {
  const report = join(folder, `spent-${process.pid}.json`);
  const preload = fileURLToPath(new URL("./report-spent.cjs", import.meta.url));
  let answer: Answer = [];
  return {
    round() {
      rmSync(report, { force: true });
      const { stdout, stderr, status } = spawnSync(process.execPath, ["--require", preload, ...args], {
        encoding: "utf8",
        env: { ...process.env, TENET_BENCH_REPORT: report },
      });
      if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
      answer = answerOf(stdout, status);
    },
    spent: (): Measured => JSON.parse(readFileSync(report, "utf8")),
    answer: () => answer,
  };
}
