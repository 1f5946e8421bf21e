/** What `tenet explain --format json` writes, `tenet.explain/1`: the verdict or finding, and the letter in parts. */
import type { Finding, JudgeResult, Verdict } from "@tenet-lang/evaluator";
import type { FindingLetter } from "./finding-letter.ts";
import { inertJson } from "./inert.ts";
import type { Letter } from "./letter.ts";

interface Head {
  readonly schema: "tenet.explain/1";
  readonly asOf: string;
  readonly agreement: JudgeResult["agreement"];
}

/** The published shape; `grammar/explain.schema.json` says the same. */
export type Explanation =
  | (Head & { readonly verdict: Verdict; readonly letter: Letter })
  | (Head & { readonly finding: Finding; readonly letter: FindingLetter });

/** A verdict or a finding of a result, with its letter. */
export type Explained =
  | { readonly verdict: Verdict; readonly letter: Letter }
  | { readonly finding: Finding; readonly letter: FindingLetter };

/** The JSON of one verdict or finding. */
export function explanationJson({ asOf, agreement }: JudgeResult, explained: Explained): string {
  const explanation: Explanation = { schema: "tenet.explain/1", asOf, agreement, ...explained };
  return `${inertJson(JSON.stringify(explanation, null, 2))}\n`;
}
