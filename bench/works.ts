/** All works, in the order of the table. A work's contestants load what they need when they are prepared. */
import type { Work } from "./work.ts";
import { cold } from "./works/cold.ts";
import { csvWork } from "./works/csv.ts";
import { ndjsonWork } from "./works/ndjson.ts";
import { parseText } from "./works/parse.ts";
import { record } from "./works/record.ts";
import { recordJson } from "./works/record-json.ts";
import { thresholds } from "./works/thresholds.ts";

export const works: readonly Work[] = [record, recordJson, thresholds, csvWork, ndjsonWork, parseText, cold];

export function workNamed(name: string): Work | undefined {
  return works.find((work) => work.name === name);
}
