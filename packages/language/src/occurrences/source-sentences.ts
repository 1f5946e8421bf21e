/** Names in sentences of agreements, partners, datasets, calendars and clocks. */
import type * as ast from "../syntax/ast.ts";
import { walkCondition, walkValue } from "./conditions.ts";
import { fieldIn } from "./declared.ts";
import type { NameSymbol } from "./name-symbol.ts";
import { nothing, type SentenceWalks } from "./sentence-walks.ts";
import {
  declare,
  refer,
  referTo,
  referToField,
  referToKey,
  referToPartnerField,
  type Walk,
  word,
} from "./walk.ts";

export const sourceSentences: SentenceWalks<
  | ast.AgreementSentence["kind"]
  | ast.PartnersSentence["kind"]
  | ast.DatasetSentence["kind"]
  | ast.CalendarSentence["kind"]
  | ast.ClockSentence["kind"]
> = {
  Because: nothing,
  Effective: nothing,
  AgreementVersion: nothing,
  Supersedes: nothing,
  Owner: nothing,
  TimeZone: nothing,
  BusinessDaysOf: (walk, { calendar }) => referTo(walk, calendar),
  Currency: (walk, { currency }) => word(walk, currency, "currency"),
  YearStarts: (walk, { month }) => word(walk, month, "month"),
  Rounding: nothing,

  Active: (walk, { from, until }) => referToFields(walk, walk.symbol, [from, until]),
  Field: walkField,
  DatasetPartner: (walk, { field, via }) => walkVia(walk, field, via),
  DatasetDated: (walk, { field, then, via }) => {
    walkVia(walk, field, via);
    referToFields(walk, walk.symbol, [then]);
  },
  MissingIs: nothing,
  DuplicatesOnce: nothing,
  Valid: (walk, { from, until }) => referToFields(walk, walk.symbol, [from, until]),
  KeepsLatest: (walk, { per, by, then }) => referToFields(walk, walk.symbol, [per, by, then]),

  Open: (walk, { firstDay, lastDay }) => {
    word(walk, firstDay, "weekday");
    if (lastDay !== null) word(walk, lastDay, "weekday");
  },
  ClosedHolidays: nothing,
  ClosedHolidaysBy: (walk, { field }) => referToPartnerField(walk, field),
  ClosedOn: nothing,
  CutOff: nothing,

  Starts: (walk, { trigger }) => walkTrigger(walk, trigger),
  Stops: (walk, { trigger }) => walkTrigger(walk, trigger),
  Restarts: (walk, { trigger }) => walkTrigger(walk, trigger),
  Pauses: (walk, { condition }) => walkCondition(walk, { kind: "row", table: rowsOfClock(walk) }, condition),
  CountsTime: (walk, { calendar }) => referTo(walk, calendar),
  ClockDated: (walk, { field }) => referToField(walk, walk.symbol, field),
  DueAt: (walk, { field }) => referToField(walk, rowsOfClock(walk), field),
  DueWithin: (walk, { rows }) => {
    for (const { where } of rows) walkCondition(walk, { kind: "row", table: rowsOfClock(walk) }, where);
  },
  WarnsAt: nothing,
};

/** The table whose rows a clock turns into cases. */
export function rowsOfClock({ declared, node }: Walk): NameSymbol | null {
  return node.kind === "Clock" ? (declared.names.get(node.on.text) ?? null) : null;
}

function referToFields(walk: Walk, table: NameSymbol | null, names: readonly (ast.Name | null)[]): void {
  for (const name of names) if (name !== null) referToField(walk, table, name);
}

/** A field of the dataset's own, or one that is found in another by a key of both. */
function walkVia(walk: Walk, field: ast.Name, via: ast.Via | null): void {
  if (via === null) {
    referToField(walk, walk.symbol, field);
    return;
  }
  const other = referTo(walk, via.dataset);
  referToField(walk, other, field);
  referToKey(walk, walk.symbol, other, via.key);
}

function walkField(walk: Walk, node: ast.Field): void {
  declare(walk, node, node.name.span);
  const { type } = node;
  switch (type.kind) {
    case "MoneyType":
      word(walk, type.currency, "currency");
      return;
    case "OneOfType":
      for (const member of type.members) declare(walk, member, member.name.span);
      return;
    case "TotalType":
      referToFields(walk, walk.symbol, type.of);
      return;
    case "DaysType":
      referToFields(walk, walk.symbol, [type.from, type.to]);
      if (type.calendar !== null) referTo(walk, type.calendar);
  }
}

function walkTrigger(walk: Walk, node: ast.Trigger): void {
  const rows = rowsOfClock(walk);
  const field = refer(walk, node.field, fieldIn(walk.declared, rows, node.field.text));
  if (node.kind === "Becomes") walkValue(walk, field, null, node.value);
}
