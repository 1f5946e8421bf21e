/**
 * The tree of one file: declarations, their sentences, and the parts of a sentence.
 *
 * Every node has a `kind` and a `span`. The tree is lossless together with the file's token list: comments, blank
 * lines and skipped words are tokens, and a sentence that could not be read stays in the tree as `Broken`, so that
 * nothing a person wrote is ever lost. The tree holds no meaning: names are not resolved, values are not typed,
 * repeated or missing sentences are not noticed. It knows nothing of diagnostics beyond syntax, nor of editors.
 *
 * The nodes are spread over the `ast-*.ts` files as the rules that read them are over `grammar/`; everybody outside
 * sees them here, as one tree.
 */
import type { CalendarDeclaration, CalendarSentence, ClockDeclaration, ClockSentence } from "./ast-clocks.ts";
import type {
  BonusDeclaration,
  CreditDeclaration,
  CreditSentence,
  EscalationDeclaration,
  EscalationSentence,
  MoneySentence,
  PointsDeclaration,
  PointsSentence,
  RatchetDeclaration,
  RatchetSentence,
  ScorecardDeclaration,
  ScorecardSentence,
  TiersDeclaration,
  TiersSentence,
} from "./ast-consequences.ts";
import type {
  AmendmentDeclaration,
  AmendmentSentence,
  ExclusionDeclaration,
  ExclusionSentence,
  TestDeclaration,
  TestSentence,
} from "./ast-exceptions.ts";
import type {
  AttestationDeclaration,
  AttestationSentence,
  DutyDeclaration,
  DutySentence,
  RampUpDeclaration,
  RampUpSentence,
  ReportDeclaration,
  ReportSentence,
  TouchpointDeclaration,
  TouchpointSentence,
} from "./ast-facts.ts";
import type { DeclarationBase, Name, Node } from "./ast-parts.ts";
import type {
  AgreementDeclaration,
  AgreementSentence,
  DatasetDeclaration,
  DatasetSentence,
  PartnersDeclaration,
  PartnersSentence,
  UsesDeclaration,
} from "./ast-sources.ts";
import type {
  MetricDeclaration,
  MetricSentence,
  StandardDeclaration,
  StandardSentence,
} from "./ast-standards.ts";

export type * from "./ast-clocks.ts";
export type * from "./ast-consequences.ts";
export type * from "./ast-exceptions.ts";
export type * from "./ast-facts.ts";
export type * from "./ast-parts.ts";
export type * from "./ast-sources.ts";
export type * from "./ast-standards.ts";

export interface File extends Node {
  readonly kind: "File";
  readonly declarations: readonly Declaration[];
}

export type Declaration =
  | UsesDeclaration
  | AgreementDeclaration
  | PartnersDeclaration
  | DatasetDeclaration
  | CalendarDeclaration
  | ClockDeclaration
  | MetricDeclaration
  | StandardDeclaration
  | CreditDeclaration
  | BonusDeclaration
  | PointsDeclaration
  | EscalationDeclaration
  | RatchetDeclaration
  | ScorecardDeclaration
  | TiersDeclaration
  | ExclusionDeclaration
  | AmendmentDeclaration
  | RampUpDeclaration
  | AttestationDeclaration
  | DutyDeclaration
  | TouchpointDeclaration
  | ReportDeclaration
  | TestDeclaration
  | UnavailableDeclaration
  | BrokenDeclaration;

/** A declaration whose word is reserved for a later version; its sentences are kept unread. */
export interface UnavailableDeclaration extends DeclarationBase<never> {
  readonly kind: "Unavailable";
  readonly word: string;
  readonly name: Name | null;
}
/** A head line that could not be read (the name where it could); its sentences are read as far as its word is known. */
export interface BrokenDeclaration extends DeclarationBase<Sentence> {
  readonly kind: "BrokenDeclaration";
  /** The declaration word, or null for lines before the first declaration. */
  readonly word: string | null;
  readonly name: Name | null;
}

export type Sentence =
  | AgreementSentence
  | PartnersSentence
  | DatasetSentence
  | CalendarSentence
  | ClockSentence
  | MetricSentence
  | StandardSentence
  | CreditSentence
  | MoneySentence
  | PointsSentence
  | EscalationSentence
  | RatchetSentence
  | ScorecardSentence
  | TiersSentence
  | ExclusionSentence
  | AmendmentSentence
  | RampUpSentence
  | AttestationSentence
  | DutySentence
  | TouchpointSentence
  | ReportSentence
  | TestSentence;
