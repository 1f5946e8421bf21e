/** Names in sentences of credits, bonuses, points, escalations, ratchets, scorecards and tiers. */
import type * as ast from "../syntax/ast.ts";
import { walkCondition, walkTest, walkValue } from "./conditions.ts";
import { fieldIn, insideOf } from "./declared.ts";
import { walkEach } from "./measure-sentences.ts";
import type { NameSymbol } from "./name-symbol.ts";
import { nothing, type SentenceWalks, siblingOf } from "./sentence-walks.ts";
import { declare, refer, referTo, referToField, type Walk, word } from "./walk.ts";

type Shared = "Because" | "Excluding" | "Measured" | "Assessed";

export const consequenceSentences: SentenceWalks<
  Exclude<
    | ast.CreditSentence["kind"]
    | ast.PointsSentence["kind"]
    | ast.EscalationSentence["kind"]
    | ast.RatchetSentence["kind"]
    | ast.ScorecardSentence["kind"]
    | ast.TiersSentence["kind"],
    Shared
  >
> = {
  PutsAtRisk: (walk, { amount, each }) => {
    walkAmount(walk, amount);
    walkEach(walk, each);
  },
  MissWeight: (walk, { name }) => referTo(walk, name),
  Forgives: (walk, { each }) => walkEach(walk, each),
  EarnsBack: nothing,
  PaysForRows: (walk, { dataset }) => referTo(walk, dataset),
  Gives: (walk, { amount, times, when }) => {
    walkAmount(walk, amount);
    if (times?.kind === "StartedUnits") referToField(walk, referTo(walk, times.dataset), times.field);
    const table = paidRows(walk);
    const reading =
      table === null ? ({ kind: "names" } as const) : { kind: "row" as const, table, orNames: true };
    walkCondition(walk, reading, when);
  },
  Capped: (walk, { amount, each }) => {
    if (amount.kind !== "Percent") walkAmount(walk, amount);
    if (each !== null) walkEach(walk, each);
  },
  Unless: (walk, { name, verdict }) => {
    referTo(walk, name);
    word(walk, verdict, "verdict");
  },
  IgnoresAmounts: (walk, { amount }) => walkAmount(walk, amount),
  AdditionalTo: (walk, { credit }) => referTo(walk, credit),

  GivesPoints: (walk, { when }) => {
    if (when !== null) walkTest(walk, referTo(walk, when.metric), null, when.test);
  },
  Doubled: nothing,

  Step: (walk, node) => {
    declare(walk, node, node.name.span);
    if (node.when.kind === "StepConditions") for (const one of node.when.of) walkStepCondition(walk, one);
  },
  Resets: nothing,

  RatchetWhen: nothing,
  RaisesLimit: nothing,

  ScoreWeight: (walk, { metric, from, to }) => {
    const measured = referTo(walk, metric);
    for (const value of [from, to]) walkValue(walk, measured, null, value);
  },

  Level: (walk, node) => {
    declare(walk, node, node.name.span);
    walkCondition(walk, { kind: "names" }, node.when);
  },
};

/** The table whose rows a credit or bonus pays for. */
function paidRows(walk: Walk): NameSymbol | null {
  const pays = siblingOf(walk, "PaysForRows");
  return pays === null ? null : (walk.declared.names.get(pays.dataset.text) ?? null);
}

/** An amount, or a part of the first that there is: money of the row paid for, of the partner, or a metric (SPEC §3.7.10). */
function walkAmount(walk: Walk, node: ast.Amount): void {
  if (node.kind === "Money") {
    word(walk, node.currency, "currency");
    return;
  }
  const { declared } = walk;
  const { text } = node.of;
  const fields = [fieldIn(declared, paidRows(walk), text), fieldIn(declared, declared.partners, text)];
  const metric = declared.names.get(text) ?? null;
  refer(walk, node.of, fields.find(isMoney) ?? metric ?? fields.find((field) => field !== null) ?? null);
}

function isMoney(field: NameSymbol | null): boolean {
  return field?.node?.kind === "Field" && field.node.type.kind === "MoneyType";
}

function walkStepCondition(walk: Walk, { name, value }: ast.StepCondition): void {
  const step = value.text === "cured" ? insideOf(walk.declared, walk.symbol, name.text) : null;
  refer(walk, name, step ?? walk.declared.names.get(name.text) ?? null);
  word(walk, value, "verdict");
}
