/** The sentence that is being written, as it reads, with the part that is being filled in. */
import { type Signature, signaturesAt } from "@tenet-lang/language";
import type { SignatureHelp, SignatureHelpParams } from "vscode-languageserver";
import { offsetOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";
import { markupOf } from "./markup.ts";

export const signatureHelp = feature<"tree", SignatureHelpParams, SignatureHelp | null>({
  method: "textDocument/signatureHelp",
  needs: "tree",
  // Shown when it is asked for, and as long as one writes on: a list of words comes up by itself already.
  capabilities: { signatureHelpProvider: { triggerCharacters: [], retriggerCharacters: [" ", ","] } },
  answer: ({ parsed, file, client }, { position }) => {
    const found = signaturesAt(parsed, offsetOf(file, position));
    const [first] = found;
    if (first === undefined) return null;
    const can = client.textDocument?.signatureHelp?.signatureInformation;
    // Behind the last hole none is being filled in; a number outside of them says so to older clients.
    const activeOf = ({ active, holes }: Signature): number | null =>
      active ?? (can?.noActiveParameterSupport === true ? null : holes.length);
    const formats = can?.documentationFormat;
    return {
      signatures: found.map((signature) => ({
        label: signature.label,
        ...(signature.documentation === null
          ? {}
          : { documentation: markupOf(signature.documentation, formats) }),
        parameters: signature.holes.map(({ start, end }) => ({ label: [start, end] })),
        activeParameter: activeOf(signature),
      })),
      activeSignature: 0,
      activeParameter: activeOf(first),
    };
  },
});
