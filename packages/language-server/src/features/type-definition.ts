/** From a name to what it is a part of: a field to its dataset, a limit's metric to the data that it counts. */
import { type NameSymbol, type Occurrences, usedIn } from "@tenet-lang/language";
import type { Location, TypeDefinitionParams } from "vscode-languageserver";
import { namesOf } from "../analysis/names.ts";
import type { ModelContext } from "../analysis/phase.ts";
import { offsetOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";
import { declarationOf, nameNear } from "./name-at.ts";

export const typeDefinition = feature<"model", TypeDefinitionParams, Location[] | null>({
  method: "textDocument/typeDefinition",
  needs: "model",
  capabilities: { typeDefinitionProvider: true },
  answer: async (context, { position }) => {
    const found = await nameNear(context, position);
    if (found === null) return metricOfLimit(context, offsetOf(context.file, position));
    const { symbol, others } = found.occurrence;
    const wholes = [symbol, ...others].flatMap((one) => wholesOf(found.names, one));
    return [...new Set(wholes)].map((one) => declarationOf(context, one));
  },
});

/** The metric that a limit is on, from anywhere in the limit. */
function metricOfLimit(context: ModelContext, offset: number): Location[] | null {
  const limits = context.parsed.tree.declarations.flatMap(({ sentences }) =>
    sentences.flatMap((one) => (one.kind === "Requires" ? one.limits : [])),
  );
  const limit = limits.find(({ span }) => span.start <= offset && offset <= span.end);
  const metric = namesOf(context.analysed).declared.names.get(limit?.metric.text ?? "");
  return metric === undefined ? null : [declarationOf(context, metric)];
}

/** What something is a part of, or is made from. */
function wholesOf(names: Occurrences, symbol: NameSymbol): readonly NameSymbol[] {
  if (symbol.owner !== null) return [symbol.owner];
  const kinds = sources[symbol.kind] ?? [];
  return usedIn(names, symbol).flatMap(({ symbol: used }) => (kinds.includes(used.kind) ? [used] : []));
}

/** What the values of a kind of declaration come from. */
const sources: Readonly<Partial<Record<NameSymbol["kind"], readonly NameSymbol["kind"][]>>> = {
  metric: ["dataset", "clock", "metric"],
  clock: ["dataset"],
  standard: ["metric"],
  amendment: ["standard"],
  exclusion: ["dataset", "clock"],
};
