/** The colours that names have: the nearest of the protocol's token types, which are those of programs. */
import type { SymbolKind } from "@tenet-lang/language";

/** In the order in which tokens name them by number. */
export const tokenTypes = [
  "keyword",
  "string",
  "number",
  "comment",
  "variable",
  "namespace",
  "struct",
  "event",
  "property",
  "enumMember",
  "function",
  "class",
  "interface",
  "decorator",
  "method",
] as const;

/** In the order of their bits. */
export const tokenModifiers = ["declaration", "defaultLibrary"] as const;

/** A colour, and what sets the word apart within it. */
export interface ColourOfName {
  readonly type: (typeof tokenTypes)[number];
  readonly modifiers: readonly (typeof tokenModifiers)[number][];
}

export const nameColours: Readonly<Record<SymbolKind, ColourOfName["type"]>> = {
  agreement: "namespace",
  partners: "struct",
  dataset: "struct",
  calendar: "event",
  clock: "event",
  metric: "function",
  standard: "class",
  credit: "interface",
  bonus: "interface",
  points: "interface",
  escalation: "interface",
  ratchet: "interface",
  scorecard: "interface",
  tiers: "interface",
  exclusion: "decorator",
  amendment: "decorator",
  ramp_up: "decorator",
  attestation: "class",
  duty: "class",
  touchpoint: "namespace",
  report: "namespace",
  test: "method",
  field: "property",
  member: "enumMember",
  step: "enumMember",
  level: "enumMember",
  reserved: "variable",
};
