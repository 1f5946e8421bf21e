/**
 * What a clock gives to its cases beside the fields of their rows (SPEC §3.4.5).
 *
 * No sentence declares these names, so they cannot be renamed; each points to the sentence that decides it.
 */
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { NameSymbol } from "./name-symbol.ts";

/** The names that a clock gives to its cases. */
export const caseFieldNames = [
  "started_at",
  "stopped_at",
  "elapsed",
  "due_at",
  "overdue",
  "verdict",
] as const;

type CaseField = (typeof caseFieldNames)[number];

/** The fields that a clock makes; those about being due only where something is. */
export function caseFieldsOf(clock: NameSymbol, node: ast.ClockDeclaration): readonly NameSymbol[] {
  const due = placeOf(node, ["DueWithin", "DueAt"]);
  const starts = placeOf(node, ["Starts"]);
  const places: Readonly<Record<CaseField, Span | null>> = {
    started_at: starts ?? node.name.span,
    stopped_at: placeOf(node, ["Stops"]) ?? node.name.span,
    elapsed: placeOf(node, ["CountsTime"]) ?? starts ?? node.name.span,
    due_at: due,
    overdue: due,
    verdict: due,
  };
  return caseFieldNames.flatMap((name): readonly NameSymbol[] => {
    const place = places[name];
    return place === null ? [] : [caseField(clock, name, place)];
  });
}

function placeOf(node: ast.ClockDeclaration, kinds: readonly string[]): Span | null {
  return node.sentences.find(({ kind }) => kinds.includes(kind))?.span ?? null;
}

function caseField(clock: NameSymbol, name: CaseField, place: Span): NameSymbol {
  return {
    id: `${clock.id}:${name}`,
    kind: "field",
    name,
    owner: clock,
    file: clock.file,
    nameSpan: place,
    span: place,
    title: null,
    node: null,
  };
}
