/** What clients show for each kind of declaration: the nearest of the protocol's kinds, which are those of programs. */
import type { SymbolKind } from "@tenet-lang/language";
import { SymbolKind as LspKind } from "vscode-languageserver";

export const symbolKinds: Readonly<Record<SymbolKind, LspKind>> = {
  agreement: LspKind.Module,
  partners: LspKind.Namespace,
  dataset: LspKind.Struct,
  calendar: LspKind.Object,
  clock: LspKind.Event,
  metric: LspKind.Function,
  standard: LspKind.Class,
  credit: LspKind.Interface,
  bonus: LspKind.Interface,
  points: LspKind.Interface,
  escalation: LspKind.Interface,
  ratchet: LspKind.Interface,
  scorecard: LspKind.Interface,
  tiers: LspKind.Enum,
  exclusion: LspKind.Operator,
  amendment: LspKind.Operator,
  ramp_up: LspKind.Operator,
  attestation: LspKind.Constant,
  duty: LspKind.Constant,
  touchpoint: LspKind.Key,
  report: LspKind.File,
  test: LspKind.Method,
  field: LspKind.Field,
  member: LspKind.EnumMember,
  step: LspKind.EnumMember,
  level: LspKind.EnumMember,
  reserved: LspKind.Null,
};
