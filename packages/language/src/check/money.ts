/**
 * Credits and bonuses: money for a miss, money for success (SPEC §3.7.7 to §3.7.21, §4.6).
 *
 * Each sentence is bound by itself (`money-sentences.ts`, `gives.ts`); what concerns the whole is judged here, once
 * all of it is known: one party, one currency, spans that make up whole periods.
 */
import type { Condition, MoneyPlan, PartyKind } from "@tenet-lang/evaluator";
import type { MadeAmount } from "./amounts.ts";
import { checkBands } from "./bands.ts";
import { type Judging, partyOf, rowsUse, type Use, verdictUse } from "./consequence-reads.ts";
import { currencyDecimals } from "./currencies.ts";
import { spanOf } from "./events.ts";
import { givesOf, type MadeGives } from "./gives.ts";
import {
  additionalName,
  capOf,
  earnsBackOf,
  excludedNames,
  forgivesOf,
  ignoresOf,
  type Money,
  type MoneyDeclaration,
  moneyOn,
  poolOf,
  unlessOf,
} from "./money-sentences.ts";
import { periodOf } from "./periods.ts";
import { reportForgivesNothing } from "./rules/forgives-nothing.rule.ts";
import { reportMissingSentence } from "./rules/missing-sentence.rule.ts";
import { reportMixedOwes } from "./rules/mixed-owes.rule.ts";
import { reportOneCurrency } from "./rules/one-currency.rule.ts";
import { type Declared, hasUnread, sentenceOf, sentencesOf } from "./scope.ts";

/** The plan of a credit or bonus; null where something in it was reported. */
export function moneyPlan(
  judging: Judging,
  declared: Declared<MoneyDeclaration>,
): MoneyPlan<Condition> | null {
  const money = moneyOn(judging, declared);
  const { site, node, head, kind } = money;
  checkStructure(money);
  const sentences = sentencesIn(money);
  const { pool, gives, caps, forgives } = sentences;
  const given = [...(pool?.uses ?? []), ...gives.flatMap((one) => one?.uses ?? [])];
  const uses = [...headUses(money), ...given, ...unlessUses(money)];
  const party = partyOf(site, kind, [...uses, ...caps.flatMap((one) => one?.amount.uses ?? [])]);
  const owedBy = owedByOf(money, uses, party);
  const amounts = [pool?.amount, ...gives.map((one) => one?.amount), ...caps.map((one) => one?.amount)];
  const currency = oneCurrency(money, [...amounts, sentences.ignores]);
  const own = pool?.span?.unit ?? (money.on?.model == null ? "month" : spanOf(money.on.model));
  const counted = [...caps.map((one) => one?.span), forgives?.span].filter((one) => one != null);
  const span = periodOf(judging, site, own, pool?.span ?? null, counted);
  const plan = planOf(sentences);
  if (plan === null || party === null || owedBy === null || currency === null || span === null) return null;
  if (hasUnread(declared) || money.on === undefined || money.rows === undefined) return null;
  return {
    kind,
    name: head.name.text,
    label: head.label?.text ?? null,
    party,
    owedBy,
    currency,
    decimals: currencyDecimals(currency) ?? 0,
    span,
    on: head.on?.text ?? null,
    rows: money.rows?.name ?? null,
    ...plan,
    because: sentenceOf(node, "Because")?.text.text ?? null,
    origin: site.originOf(head),
  };
}

/** What is at risk has weights, weights are of something at risk, and something is given or forgiven. */
function checkStructure({ declared, site, node, head }: Money): void {
  if (hasUnread(declared)) return;
  const [puts, weight, gives] = (["PutsAtRisk", "MissWeight", "Gives"] as const).map(
    (kind) => sentenceOf(node, kind) !== null,
  );
  if (puts === true && weight === false) reportMissingSentence(site, head, "MissWeight");
  if (puts === false && weight === true) reportMissingSentence(site, head, "PutsAtRisk");
  if (puts === false && weight === false && gives === false) reportMissingSentence(site, head, "Gives");
  const forgives = sentenceOf(node, "Forgives");
  const countsVerdicts = head.on !== null && sentenceOf(node, "PaysForRows") === null;
  if (forgives !== null && weight === false && !countsVerdicts) reportForgivesNothing(site, forgives.span);
}

/** Every sentence as far as it could be made: null where it is not there, undefined where it was reported. */
interface Sentences {
  readonly pool: ReturnType<typeof poolOf>;
  readonly gives: readonly (MadeGives | undefined)[];
  readonly caps: readonly ReturnType<typeof capOf>[];
  readonly forgives: ReturnType<typeof forgivesOf>;
  readonly unless: readonly ReturnType<typeof unlessOf>[];
  readonly ignores: MadeAmount | null | undefined;
  readonly earnsBack: ReturnType<typeof earnsBackOf>;
  readonly excluding: readonly string[] | undefined;
  readonly additionalTo: string | null | undefined;
  readonly bandsFit: boolean;
}

function sentencesIn(money: Money): Sentences {
  const { site, node } = money;
  const nodes = sentencesOf(node, "Gives");
  const gives = nodes.map((one) => givesOf(money, one) ?? undefined);
  const bands = nodes.flatMap((one, index) => {
    const made = gives[index]?.plan;
    const condition = made === undefined ? undefined : (made.when ?? made.where ?? undefined);
    return one.when === null
      ? []
      : [{ span: one.span, condition: made?.verdicts.length === 0 ? condition : undefined }];
  });
  return {
    pool: poolOf(money),
    gives,
    caps: sentencesOf(node, "Capped").map((one) => capOf(money, one)),
    forgives: forgivesOf(site, sentenceOf(node, "Forgives")),
    unless: sentencesOf(node, "Unless").map((one) => unlessOf(money, one)),
    ignores: ignoresOf(site, sentenceOf(node, "IgnoresAmounts")),
    earnsBack: earnsBackOf(money, sentenceOf(node, "EarnsBack")),
    excluding: excludedNames(money),
    additionalTo: additionalName(money),
    bandsFit: checkBands(site, bands),
  };
}

type Made = Pick<
  MoneyPlan<Condition>,
  "pool" | "gives" | "forgives" | "caps" | "unless" | "ignores" | "earnsBack" | "excluding" | "additionalTo"
>;

/** The parts of the plan that come from sentences; null where one of them was reported. */
function planOf(sentences: Sentences): Made | null {
  const { pool, gives, caps, forgives, unless, ignores, earnsBack, excluding, additionalTo } = sentences;
  const isUnsound = [...gives, ...caps, ...unless].includes(undefined) || !sentences.bandsFit;
  if (isUnsound || pool === undefined || forgives === undefined || ignores === undefined) return null;
  if (earnsBack === undefined || excluding === undefined || additionalTo === undefined) return null;
  return {
    pool: pool?.plan ?? null,
    gives: gives.flatMap((one) => (one === undefined ? [] : [one.plan])),
    forgives: forgives?.plan ?? null,
    caps: caps.flatMap((one) => (one === undefined ? [] : [one.plan])),
    unless: unless.filter((one) => one !== undefined),
    ignores: ignores?.plan.kind === "money" ? ignores.plan.value : null,
    earnsBack,
    excluding,
    additionalTo,
  };
}

/** The standard that is judged, and the rows that are paid for. */
function headUses({ judging, node, head, rows }: Money): readonly Use[] {
  const pays = sentenceOf(node, "PaysForRows");
  const on = head.on === null ? [] : [verdictUse(judging, head.on)];
  return pays === null || rows == null ? on : [...on, rowsUse(pays.dataset, rows)];
}

function unlessUses({ judging, node }: Money): readonly Use[] {
  return sentencesOf(node, "Unless").map(({ name }) => verdictUse(judging, name));
}

/** Who pays: for a credit whoever owes what was missed, for a bonus the brand. */
function owedByOf({ site, kind }: Money, uses: readonly Use[], party: PartyKind | null): PartyKind | null {
  const [first, ...others] = uses.filter(({ owes }) => owes !== null);
  if (party === null) return null;
  if (kind === "bonus") return "brand";
  const odd = others.find(({ owes }) => owes !== first?.owes);
  if (odd !== undefined && first !== undefined) {
    reportMixedOwes(site, odd, first);
    return null;
  }
  return first?.owes ?? party;
}

/** The one currency of all amounts; null where there are two, or none is known. */
function oneCurrency({ site }: Money, amounts: readonly (MadeAmount | null | undefined)[]): string | null {
  const [first, ...others] = amounts.filter((amount) => amount != null);
  const odd = others.find(({ currency }) => currency !== first?.currency);
  if (first === undefined) return null;
  if (odd === undefined) return first.currency;
  reportOneCurrency(site, odd, first);
  return null;
}
