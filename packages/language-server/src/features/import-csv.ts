/** A CSV file as a dataset, for a person to go on with. */
import { datasetFromCsv } from "../data/dataset-from-csv.ts";
import type { ImportCsvParams, ImportedDataset } from "../protocol/requests-drafts.ts";
import { feature } from "./feature.ts";

export const importCsv = feature<"workspace", ImportCsvParams, ImportedDataset | null>({
  method: "tenet/importCsv",
  needs: "workspace",
  capabilities: {},
  answer: (_, { source, head, isWhole }) => {
    const text = datasetFromCsv(source, head, isWhole);
    return text === null ? null : { text };
  },
});
