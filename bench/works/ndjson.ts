/** NDJSON → six metrics per partner and month. */
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Doing, Work } from "../work.ts";
import {
  AS_OF,
  type Delivery,
  linesOfResult,
  piecesOf,
  readBundle,
  rowCount,
  writeBundle,
  writeDeliveries,
} from "./deliveries.ts";

const FILE = "deliveries.ndjson";

export const ndjsonWork: Work = {
  name: "ndjson",
  title: (size) => `${rowCount(size)} rows of NDJSON to six metrics per partner and month`,
  goal: "1.2",
  rounds: "fresh",
  async generate(folder, size) {
    await writeBundle(folder);
    writeDeliveries(join(folder, FILE), size, "", lineOf);
  },
  contestants: [
    {
      name: "DuckDB 1.5, SQL, 2 threads",
      async prepare(folder) {
        const { COLUMNS, duckDeliveries } = await import("./deliveries-sql.ts");
        return await duckDeliveries(`read_ndjson('${join(folder, FILE)}', columns = ${COLUMNS})`);
      },
    },
    { name: "Tenet, strict", prepare: judging },
    {
      name: "JSON.parse per line",
      async prepare(folder) {
        const { tally } = await import("./deliveries-by-hand.ts");
        let rows = tally();
        return {
          async round() {
            rows = tally();
            const lines = createInterface({
              input: createReadStream(join(folder, FILE), { highWaterMark: 1 << 18 }),
            });
            for await (const line of lines) {
              const row: Readonly<Record<string, unknown>> = JSON.parse(line);
              rows.add(COLUMNS_IN_ORDER.map((column) => (row[column] == null ? "" : String(row[column]))));
            }
          },
          answer: () => rows.answer(),
        };
      },
    },
  ],
};

const COLUMNS_IN_ORDER = [
  "delivery_id",
  "carrier_id",
  "promised_at",
  "outcome",
  "minutes_late",
  "wait",
  "fee",
  "csat",
  "damaged",
];

/** Numbers as numbers; a missing value is null. */
function lineOf(row: Delivery): string {
  const { delivery_id, carrier_id, promised_at, outcome, minutes_late, wait, fee, csat, damaged } = row;
  const texts = { delivery_id, carrier_id, promised_at, outcome };
  const start = JSON.stringify(texts).slice(0, -1);
  return `${start},"minutes_late":${minutes_late || "null"},"wait":${wait},"fee":${fee},"csat":${csat || "null"},"damaged":"${damaged}"}\n`;
}

async function judging(folder: string): Promise<Doing> {
  const { judge } = await import("@tenet-lang/evaluator");
  const { ndjson } = await import("@tenet-lang/evaluator/read");
  const bundle = readBundle(folder);
  let found: Awaited<ReturnType<typeof judge>> | null = null;
  return {
    async round() {
      found = await judge(
        bundle,
        { deliveries: ndjson(FILE, piecesOf(join(folder, FILE))) },
        { asOf: AS_OF },
      );
      return found.verdicts.length;
    },
    answer: () => (found === null ? [] : linesOfResult(found)),
  };
}
