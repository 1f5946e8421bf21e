/** Twenty rules on one record at a time, given as an object. */
import type { Doing, Work } from "../work.ts";
import {
  linesOf,
  type Parcel,
  parcelCount,
  readParcels,
  readRules,
  rulesByHand,
  writeParcels,
} from "./record-rules.ts";

/** Parcels that a slow contestant is asked about. */
const SAMPLE = 200;

export const record: Work = {
  name: "record",
  title: (size) => `20 rules, 67 conditions, ${parcelCount(size)} records one at a time`,
  goal: "7",
  rounds: "warm",
  generate: writeParcels,
  contestants: [
    {
      name: "hand-written JavaScript",
      prepare: (folder) => asking(readParcels(folder), rulesByHand),
    },
    {
      name: "Tenet, openRecord",
      async prepare(folder) {
        const { openRecord } = await import("@tenet-lang/evaluator/record");
        const { judge } = openRecord(readRules(folder), "parcels");
        const parcels = readParcels(folder);
        return {
          round() {
            let held = 0;
            for (const parcel of parcels) {
              for (const { population } of judge(parcel).metrics) if (population === true) held += 1;
            }
            return held;
          },
          answer: () =>
            linesOf(parcels, (parcel) => judge(parcel).metrics.map(({ population }) => population === true)),
        };
      },
    },
    {
      name: "ajv 8",
      async prepare(folder) {
        const { ajvRules } = await import("./record-ajv.ts");
        return asking(readParcels(folder), ajvRules(readRules(folder)));
      },
    },
    {
      name: "json-logic-engine 5",
      async prepare(folder) {
        const { jsonLogicRules } = await import("./record-json-logic.ts");
        return asking(readParcels(folder), jsonLogicRules(readRules(folder)));
      },
    },
    {
      name: "json-rules-engine 7",
      times: (size) => parcelCount(size) / SAMPLE,
      async prepare(folder) {
        const { engineRules } = await import("./record-rules-engine.ts");
        return await engineRules(readRules(folder), readParcels(folder).slice(0, SAMPLE));
      },
    },
  ],
};

/** Asks a function about every parcel. */
function asking(parcels: readonly Parcel[], rulesOf: (parcel: Parcel) => readonly boolean[]): Doing {
  return {
    round() {
      let held = 0;
      for (const parcel of parcels) for (const holds of rulesOf(parcel)) if (holds) held += 1;
      return held;
    },
    answer: () => linesOf(parcels, rulesOf),
  };
}
