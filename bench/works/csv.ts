/** CSV → six metrics per partner and month. */
import { join } from "node:path";
import type { Doing, Work } from "../work.ts";
import {
  AS_OF,
  linesOfResult,
  piecesOf,
  readBundle,
  rowCount,
  writeBundle,
  writeDeliveries,
} from "./deliveries.ts";

const FILE = "deliveries.csv";
const HEADER = "delivery_id,carrier_id,promised_at,outcome,minutes_late,wait,fee,csat,damaged\n";

export const csvWork: Work = {
  name: "csv",
  title: (size) => `${rowCount(size)} rows of CSV to six metrics per partner and month`,
  goal: "1.2",
  rounds: "fresh",
  async generate(folder, size) {
    await writeBundle(folder);
    writeDeliveries(join(folder, FILE), size, HEADER, (row) => `${Object.values(row).join(",")}\n`);
  },
  contestants: [
    {
      name: "DuckDB 1.5, SQL, 2 threads",
      async prepare(folder) {
        const { COLUMNS, duckDeliveries } = await import("./deliveries-sql.ts");
        return await duckDeliveries(`read_csv('${join(folder, FILE)}', header = true, columns = ${COLUMNS})`);
      },
    },
    { name: "Tenet, strict", prepare: judging },
    {
      name: "uDSV 0.7",
      async prepare(folder) {
        const { readByUdsv } = await import("./csv-readers.ts");
        return readByUdsv(join(folder, FILE));
      },
    },
    {
      name: "papaparse 5.7",
      async prepare(folder) {
        const { readByPapaparse } = await import("./csv-readers.ts");
        return readByPapaparse(join(folder, FILE));
      },
    },
    {
      name: "csv-parse 7",
      async prepare(folder) {
        const { readByCsvParse } = await import("./csv-readers.ts");
        return readByCsvParse(join(folder, FILE));
      },
    },
  ],
};

async function judging(folder: string): Promise<Doing> {
  const { judge } = await import("@tenet-lang/evaluator");
  const { csv } = await import("@tenet-lang/evaluator/read");
  const bundle = readBundle(folder);
  let found: Awaited<ReturnType<typeof judge>> | null = null;
  return {
    async round() {
      found = await judge(bundle, { deliveries: csv(FILE, piecesOf(join(folder, FILE))) }, { asOf: AS_OF });
      return found.verdicts.length;
    },
    answer: () => (found === null ? [] : linesOfResult(found)),
  };
}
