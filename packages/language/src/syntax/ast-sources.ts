/** The agreement, what it uses, and where its rows come from. */
import type { Span } from "../source/source-file.ts";
import type {
  Because,
  DeclarationBase,
  Effective,
  Name,
  Node,
  NumberValue,
  Text,
  TimeZone,
  Unit,
  Version,
} from "./ast-parts.ts";

export interface UsesDeclaration extends DeclarationBase<never> {
  readonly kind: "Uses";
  readonly path: Text;
}
export interface AgreementDeclaration extends DeclarationBase<AgreementSentence> {
  readonly kind: "Agreement";
  readonly name: Name;
  readonly label: Text | null;
}
export interface PartnersDeclaration extends DeclarationBase<PartnersSentence> {
  readonly kind: "Partners";
  readonly source: Text;
  readonly key: Name;
}
export interface DatasetDeclaration extends DeclarationBase<DatasetSentence> {
  readonly kind: "Dataset";
  readonly name: Name;
  readonly label: Text | null;
  readonly source: Text;
  /** Field name, or the word `line`. */
  readonly rowPer: Name;
}
export type AgreementSentence =
  | Because
  | Effective
  | (Node & { readonly kind: "AgreementVersion"; readonly version: Version })
  | (Node & { readonly kind: "Supersedes"; readonly version: Version })
  | (Node & { readonly kind: "Owner"; readonly text: Text })
  | TimeZone
  /** `business days of core_hours`. */
  | (Node & { readonly kind: "BusinessDaysOf"; readonly calendar: Name })
  | (Node & { readonly kind: "Currency"; readonly currency: Name })
  /** `year starts on 1 april`. */
  | (Node & { readonly kind: "YearStarts"; readonly day: NumberValue; readonly month: Name })
  /** Null decimals: `rounding none`. */
  | (Node & { readonly kind: "Rounding"; readonly decimals: NumberValue | null });
export type PartnersSentence =
  | Field
  | (Node & { readonly kind: "Active"; readonly from: Name; readonly until: Name | null });
export type DatasetSentence =
  | Field
  | (Node & { readonly kind: "DatasetPartner"; readonly field: Name; readonly via: Via | null })
  | (Node & {
      readonly kind: "DatasetDated";
      readonly field: Name;
      readonly then: Name | null;
      readonly via: Via | null;
    })
  | (Node & { readonly kind: "MissingIs"; readonly spellings: readonly Text[] })
  | (Node & { readonly kind: "DuplicatesOnce" })
  | (Node & { readonly kind: "Valid"; readonly from: Name; readonly until: Name })
  | (Node & {
      readonly kind: "KeepsLatest";
      readonly per: Name;
      readonly by: Name;
      readonly then: Name | null;
    });
/** `in DATASET with same KEY`. */
export interface Via extends Node {
  readonly kind: "Via";
  readonly dataset: Name;
  readonly key: Name;
}
export interface Field extends Node {
  readonly kind: "Field";
  readonly name: Name;
  readonly type: FieldType;
  readonly optional: boolean;
  readonly personal: boolean;
  readonly columns: readonly Text[];
}
export type FieldType = Node &
  (
    | { readonly kind: "TextType" }
    | { readonly kind: "YesNoType"; readonly written: readonly Text[] }
    | { readonly kind: "DateType"; readonly written: Text | null }
    | { readonly kind: "TimestampType"; readonly written: Text | null }
    | {
        readonly kind: "DurationType";
        readonly unit: Unit;
        readonly unitSpan: Span;
        readonly written: Text | null;
      }
    | { readonly kind: "MoneyType"; readonly currency: Name }
    | { readonly kind: "OneOfType"; readonly members: readonly Member[] }
    | {
        readonly kind: "NumberType";
        readonly decimals: NumberValue | null;
        readonly range: { readonly from: NumberValue; readonly to: NumberValue } | null;
        readonly written: Text | null;
      }
    | { readonly kind: "TotalType"; readonly of: readonly Name[] }
    /** Civil days; with a calendar, business days. */
    | { readonly kind: "DaysType"; readonly from: Name; readonly to: Name; readonly calendar: Name | null }
  );
export interface Member extends Node {
  readonly kind: "Member";
  readonly name: Name;
  readonly written: Text | null;
}
