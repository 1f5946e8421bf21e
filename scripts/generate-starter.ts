/** The first agreement of the editor is that of `tenet init`: the extension carries a copy of its files. */
import { agreementText, deliveriesText, partnersText } from "../packages/cli/src/commands/init-template.ts";

const files = {
  "standards.tenet": () => agreementText,
  "deliveries.csv": deliveriesText,
  "partners.csv": partnersText,
} as const;

/** What makes one of the files in `extension/starter/`. */
export function starterFile(name: keyof typeof files): () => string {
  return files[name];
}
