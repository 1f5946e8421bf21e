/** Libraries that read CSV, each with the plainest code around it that does the work. */
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import Papa from "papaparse";
import { inferSchema, initParser } from "udsv";
import type { Doing } from "../work.ts";
import { type Tally, tally } from "./deliveries-by-hand.ts";

export function readByUdsv(path: string): Doing {
  return reading(async ({ add }) => {
    let parser: ReturnType<typeof initParser> | null = null;
    for await (const text of createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 18 })) {
      parser ??= initParser(inferSchema(text));
      parser.chunk<string[]>(text, parser.stringArrs, add);
    }
    parser?.end();
  });
}

export function readByPapaparse(path: string): Doing {
  return reading(
    ({ add }) =>
      new Promise((resolve, reject) => {
        let isHeader = true;
        Papa.parse<string[]>(createReadStream(path, { highWaterMark: 1 << 18 }), {
          skipEmptyLines: true,
          chunk({ data }) {
            for (const row of isHeader ? data.slice(1) : data) add(row);
            isHeader = false;
          },
          complete: () => resolve(undefined),
          error: reject,
        });
      }),
  );
}

export function readByCsvParse(path: string): Doing {
  return reading(async ({ add }) => {
    const rows = createReadStream(path, { highWaterMark: 1 << 18 }).pipe(parse({ from_line: 2 }));
    for await (const row of rows) add(row);
  });
}

function reading(read: (rows: Tally) => Promise<unknown>): Doing {
  let rows = tally();
  return {
    async round() {
      rows = tally();
      await read(rows);
    },
    answer: () => rows.answer(),
  };
}
