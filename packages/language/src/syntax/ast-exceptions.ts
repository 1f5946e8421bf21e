/** Exclusions, amendments and tests. */
import type { Span } from "../source/source-file.ts";
import type {
  Because,
  DateValue,
  DeclarationBase,
  Effective,
  Instant,
  Name,
  Node,
  NumberValue,
  PeriodValue,
  Population,
  Recorded,
  Test,
  Text,
  Value,
} from "./ast-parts.ts";

export interface ExclusionDeclaration extends DeclarationBase<ExclusionSentence> {
  readonly kind: "Exclusion";
  readonly name: Name;
  readonly label: Text | null;
}
export interface AmendmentDeclaration extends DeclarationBase<AmendmentSentence> {
  readonly kind: "Amendment";
  readonly name: Name;
  readonly label: Text | null;
  readonly standard: Name;
  readonly partner: Text;
}
export interface TestDeclaration extends DeclarationBase<TestSentence> {
  readonly kind: "Test";
  readonly name: Name;
  readonly label: Text | null;
}
export type ExclusionSentence =
  | Because
  | (Node & { readonly kind: "Removes"; readonly population: Population })
  | (Node & { readonly kind: "Affected"; readonly partners: NumberValue; readonly by: Name | null })
  | (Node & { readonly kind: "Evidence"; readonly text: Text })
  | Recorded;
export type AmendmentSentence =
  | Because
  | Effective
  | (Node & { readonly kind: "ChangesLimit"; readonly metric: Name; readonly test: Test });
export type TestSentence =
  | (Node & { readonly kind: "AsOf"; readonly at: DateValue | Instant })
  | Given
  | Expect;
export interface Given extends Node {
  readonly kind: "Given";
  /** Dataset name, or the word `partners`. */
  readonly dataset: Name;
  readonly source: Text | null;
  readonly partner: Text | null;
  readonly period: DateValue | PeriodValue | NumberValue | null;
  /** The header row and the rows below it; empty where `source` is given. */
  readonly table: readonly TableRow[];
}
/** `| a | b |`: cells without outer spaces; a quoted cell without its quotes. */
export interface TableRow extends Node {
  readonly kind: "TableRow";
  readonly cells: readonly { readonly text: string; readonly quoted: boolean; readonly span: Span }[];
}
export interface Expect extends Node {
  readonly kind: "Expect";
  /** A standard, an attestation, a duty, a metric, or a consequence. */
  readonly subject: Name;
  readonly partner: Text;
  readonly period: DateValue | PeriodValue | NumberValue;
  readonly negated: boolean;
  readonly value: Value;
  readonly because: Name | null;
}
