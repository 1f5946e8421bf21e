/** Verdicts from facts: 2,000 partners × 12 months × 30 standards, each a limit and a minimum of rows. */
import type { Doing, Size, Work } from "../work.ts";
import {
  type Codes,
  type Facts,
  factsOf,
  LEAST_ROWS,
  limitOf,
  linesOf,
  MET,
  MISSED,
  MONTHS,
  NOT_ENOUGH,
  PARTNERS,
  readLimits,
  STANDARDS,
  writeLimits,
} from "./threshold-facts.ts";

/** Partners that a slow contestant judges. */
const SAMPLE = 2;

export const thresholds: Work = {
  name: "thresholds",
  title: (size) =>
    `${(PARTNERS[size] * MONTHS * STANDARDS).toLocaleString("en")} verdicts of limits from facts in columns`,
  goal: "1.5",
  rounds: "warm",
  generate: writeLimits,
  contestants: [
    {
      name: "a generated loop over typed arrays",
      prepare: (_, size) => judging(size, generatedLoop(factsOf(size))),
    },
    {
      name: "Tenet, rules over fact columns",
      async prepare(folder, size) {
        const { ruleCodes } = await import("./thresholds-tenet.ts");
        return judging(size, ruleCodes(readLimits(folder), factsOf(size)));
      },
    },
    {
      name: "Tenet, whole order of verdicts",
      async prepare(folder, size) {
        const { standardCodes } = await import("./thresholds-tenet.ts");
        return judging(size, standardCodes(readLimits(folder), factsOf(size)));
      },
    },
    {
      name: "json-rules-engine 7, the same rules",
      times: (size) => PARTNERS[size] / SAMPLE,
      async prepare(folder, size) {
        const { engineCodes } = await import("./thresholds-engine.ts");
        return await engineCodes(readLimits(folder), factsOf(size), SAMPLE * MONTHS);
      },
    },
  ],
};

/** One loop with all limits written out, as a program that writes programs would have it. */
function generatedLoop({ cells, calls, good }: Facts): () => Codes {
  const codes = good.map(() => new Uint8Array(cells));
  const lines = good.map(
    (_, standard) =>
      `codes${standard}[cell] = rows < ${LEAST_ROWS} ? ${NOT_ENOUGH} : good${standard}[cell] * 100 >= rows * ${limitOf(standard)} ? ${MET} : ${MISSED};`,
  );
  const names = [...good.map((_, at) => `good${at}`), ...codes.map((_, at) => `codes${at}`)];
  const body = `for (let cell = 0; cell < ${cells}; cell += 1) { const rows = calls[cell]; ${lines.join("\n")} }`;
  const loop = new Function("calls", ...names, body);
  return () => {
    loop(calls, ...good, ...codes);
    return codes;
  };
}

function judging(size: Size, judge: () => Codes): Doing {
  let codes: Codes = [];
  return {
    round() {
      codes = judge();
    },
    answer: () => linesOf(codes, PARTNERS[size]),
  };
}
