/** Twenty rules on one record at a time, given as a line of JSON: what asking costs where the record must be read anyway. */
import type { Work } from "../work.ts";
import {
  linesOf,
  type Parcel,
  parcelCount,
  readLines,
  readRules,
  rulesByHand,
  writeParcels,
} from "./record-rules.ts";

export const recordJson: Work = {
  name: "record-json",
  title: (size) => `a line of JSON in, answers to 20 rules out, ${parcelCount(size)} lines`,
  goal: "2.2",
  rounds: "warm",
  generate: writeParcels,
  contestants: [
    {
      name: "JSON.parse, nothing asked",
      prepare(folder) {
        const lines = readLines(folder);
        return {
          round() {
            let calls = 0;
            for (const line of lines) calls += (JSON.parse(line) as Parcel).calls;
            return calls;
          },
          answer: () => [],
        };
      },
    },
    {
      name: "JSON.parse, hand-written JavaScript",
      prepare(folder) {
        const lines = readLines(folder);
        return {
          round() {
            let held = 0;
            for (const line of lines) for (const holds of rulesByHand(JSON.parse(line))) if (holds) held += 1;
            return held;
          },
          answer: () =>
            linesOf(
              lines.map((line): Parcel => JSON.parse(line)),
              rulesByHand,
            ),
        };
      },
    },
    {
      name: "JSON.parse, Tenet openRecord",
      async prepare(folder) {
        const { openRecord } = await import("@tenet-lang/evaluator/record");
        const { judge } = openRecord(readRules(folder), "parcels");
        const lines = readLines(folder);
        return {
          round() {
            let held = 0;
            for (const line of lines) {
              for (const { population } of judge(JSON.parse(line)).metrics)
                if (population === true) held += 1;
            }
            return held;
          },
          answer: () =>
            linesOf(
              lines.map((line): Parcel => JSON.parse(line)),
              (parcel) => judge(parcel).metrics.map(({ population }) => population === true),
            ),
        };
      },
    },
  ],
};
