/** The six metrics by hand-written SQL on DuckDB, with two threads. */
import { DuckDBInstance } from "@duckdb/node-api";
import type { Doing } from "../work.ts";
import { ratioText } from "./deliveries.ts";

/** Columns as DuckDB shall read them. */
export const COLUMNS = `{delivery_id: 'VARCHAR', carrier_id: 'VARCHAR', promised_at: 'TIMESTAMP', outcome: 'VARCHAR',
  minutes_late: 'INTEGER', wait: 'INTEGER', fee: 'DECIMAL(9,2)', csat: 'INTEGER', damaged: 'VARCHAR'}`;

/** Asks DuckDB for all counts and sums behind the metrics. */
export async function duckDeliveries(table: string): Promise<Doing> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  const query = `
    select carrier_id, strftime(promised_at, '%Y-%m') as month,
      count(*) filter (outcome = 'delivered' and minutes_late <= 0)::bigint,
      count(*) filter (outcome = 'delivered')::bigint,
      count(*) filter (damaged = 'yes')::bigint,
      count(*)::bigint,
      count(*) filter (outcome = 'lost')::bigint,
      coalesce(sum(wait) filter (outcome = 'delivered'), 0)::bigint,
      (sum(fee) * 100)::bigint,
      (count(*) filter (csat >= 9) - count(*) filter (csat <= 6))::bigint,
      count(csat)::bigint
    from ${table} group by all`;
  let rows: readonly (readonly unknown[])[] = [];
  return {
    async round() {
      rows = (await connection.runAndReadAll(query)).getRows();
    },
    answer: () => rows.map(lineOf).sort(),
  };
}

function lineOf([carrier, month, ...numbers]: readonly unknown[]): string {
  const [onTime, delivered, damaged, all, lost, wait, fees, net, answers] = numbers.map((value) =>
    BigInt(String(value)),
  );
  const values = [
    [onTime, delivered],
    [damaged, all],
    [lost, 1n],
    [wait, delivered],
    [fees, 100n],
    [100n * (net ?? 0n), answers],
  ].map(([numerator = 0n, denominator = 0n]) => ratioText(numerator, denominator));
  return `${carrier} ${month} ${values.join(" ")}`;
}
