/** The same rules on stock json-rules-engine: one run per party and month. */
import type { Bundle } from "@tenet-lang/evaluator";
import { runRules } from "@tenet-lang/evaluator/engine";
import type { Doing } from "../work.ts";
import { type Facts, linesOf, MET, MISSED, NOT_ENOUGH, nameOf } from "./threshold-facts.ts";

export async function engineCodes(bundle: Bundle, facts: Facts, cells: number): Promise<Doing> {
  const codes = bundle.standards.map(() => new Uint8Array(cells));
  const rows = bundle.standards.map(({ requires, needs }) => ({
    enough: needs?.rows[0]?.enough ?? "",
    met: requires[0]?.alternatives[0]?.rows[0]?.met ?? "",
  }));
  return {
    async round() {
      for (let cell = 0; cell < cells; cell += 1) {
        const fired = new Set(await runRules(bundle.rules, factsAt(facts, cell)));
        for (const [standard, { enough, met }] of rows.entries()) {
          (codes[standard] as Uint8Array)[cell] = !fired.has(enough)
            ? NOT_ENOUGH
            : fired.has(met)
              ? MET
              : MISSED;
        }
      }
    },
    answer: () => linesOf(codes, cells / 12),
  };
}

function factsAt(
  { calls, good }: Facts,
  cell: number,
): Readonly<Record<string, { numerator: bigint; denominator: bigint }>> {
  const rows = BigInt(calls[cell] ?? 0);
  const shares = good.map((values, number) => [
    `metric:${nameOf("share", number)}`,
    { numerator: BigInt(values[cell] ?? 0), denominator: rows },
  ]);
  return Object.fromEntries([
    ["rows:calls", { numerator: rows, denominator: 1n }],
    ...(rows === 0n ? [] : shares),
  ]);
}
