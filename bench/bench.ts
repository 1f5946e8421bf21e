/**
 * The benchmarks: `npm run bench [-- --quick | --full] [--only NAME]`.
 *
 * Each work is done by us and by the libraries that people would use instead, and the table shows how many times the
 * processor time of the first of them (the peer) each needs. Ratios hold where times do not: compare them between
 * machines and months, never milliseconds. Nothing is asserted; a wrong answer is the only failure. The work `editor`
 * is another: it has no peer, and shows how long a person waits for each request of an editor.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { contest } from "./contest.ts";
import { editorTable } from "./editor/editor.ts";
import { type Played, tableOf } from "./table.ts";
import type { Size, Work } from "./work.ts";
import { works } from "./works.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    quick: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
  },
});
const size: Size = values.full ? "full" : values.quick ? "quick" : "usual";
const EDITOR = "editor";
const names = [...works.map(({ name }) => name), EDITOR];
const wanted = works.filter(({ name }) => values.only?.includes(name) ?? true);
const unknown = (values.only ?? []).filter((name) => !names.includes(name));

if (unknown.length > 0) {
  process.stderr.write(`no work is called ${unknown.join(", ")}; there are ${names.join(", ")}\n`);
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), "tenet-bench-"));
  try {
    const played: Played[] = [];
    for (const work of wanted) played.push(await play(work, join(folder, work.name)));
    if (played.length > 0) process.stdout.write(`${tableOf(played, size)}\n`);
    if (values.only?.includes(EDITOR) ?? true)
      process.stdout.write(`\n${await editorTable(join(folder, EDITOR), size, note)}\n`);
    if (played.some(({ standings }) => standings.some(({ fault }) => fault !== null))) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function play(work: Work, folder: string): Promise<Played> {
  mkdirSync(folder);
  note(`${work.name}: data`);
  await work.generate(folder, size);
  const standings = await contest(work, folder, size, note);
  rmSync(folder, { recursive: true, force: true });
  return { work, standings };
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
