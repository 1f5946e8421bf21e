/** Amounts of consequences: money, or a part of a money field or metric (SPEC §3.7.10). */
import type { Amount } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { type Judging, metricUse, type Use } from "./consequence-reads.ts";
import { currencyDecimals } from "./currencies.ts";
import { decimalRatio, percentRatio } from "./exact.ts";
import { reportAmountBase } from "./rules/amount-base.rule.ts";
import { reportNegativeAmount } from "./rules/negative-amount.rule.ts";
import { checkExact } from "./rules/too-fine.rule.ts";
import { reportUnknownCurrency } from "./rules/unknown-currency.rule.ts";
import type { Site } from "./site.ts";
import type { Table } from "./tables.ts";
import type { World } from "./world.ts";

/** An amount, the currency it is in, and what it reads. */
export interface MadeAmount {
  readonly plan: Amount;
  readonly currency: string;
  readonly uses: readonly Use[];
  readonly node: ast.Node;
}

/** The rows that are paid for: null for none, undefined where they are not known. */
type Rows = Table | null | undefined;

/** The amount; null where something in it was reported. */
export function amountOf(judging: Judging, site: Site, row: Rows, node: ast.Amount): MadeAmount | null {
  if (node.kind === "Money") return moneyOf(site, node);
  const { text } = node.percent;
  const isSound = checkExact(site, node.percent, text) && isNotNegative(site, node.percent);
  const base = baseOf(judging, site, row, node);
  if (!isSound || base === null) return null;
  return { ...base, plan: { kind: "percent", percent: percentRatio(text), of: base.of }, node };
}

/** Money as written, in whole units of its currency. */
export function moneyOf(site: Site, node: ast.Money): MadeAmount | null {
  const { text } = node.amount;
  const currency = node.currency.text;
  const decimals = currencyDecimals(currency);
  if (decimals === null) {
    reportUnknownCurrency(site, node.currency.span, currency);
    return null;
  }
  const held = { per: 10n ** BigInt(decimals), unit: `the smallest unit of ${currency}` };
  if (!checkExact(site, node, text, held) || !isNotNegative(site, node.amount)) return null;
  return { plan: { kind: "money", value: decimalRatio(text) }, currency, uses: [], node };
}

/** Whether a number is 0 or more; if not, that is reported. */
export function isNotNegative(site: Site, node: ast.NumberValue | ast.Percent): boolean {
  if (!node.text.startsWith("-")) return true;
  reportNegativeAmount(site, node.span);
  return false;
}

type Base = Omit<MadeAmount, "plan" | "node"> & {
  readonly of: (Amount & { readonly kind: "percent" })["of"];
};

/** The first that there is: money of the row paid for, of the partner, or a metric in money. */
function baseOf({ world }: Judging, site: Site, row: Rows, { of: name }: ast.PercentOf): Base | null {
  const own = row?.fields.get(name.text);
  const partner = world.partners?.fields.get(name.text);
  const metric = world.metrics.get(name.text);
  if (own?.type?.kind === "money") {
    return { of: { kind: "row", field: name.text }, currency: own.type.currency, uses: [] };
  }
  if (partner?.type?.kind === "money") {
    const uses: readonly Use[] = [{ name, party: "partner", owes: null }];
    return { of: { kind: "partner", field: name.text }, currency: partner.type.currency, uses };
  }
  if (metric?.type?.kind === "money") {
    const uses = [metricUse(world, name, metric)];
    return { of: { kind: "metric", name: name.text }, currency: metric.type.currency, uses };
  }
  reportNoMoney(world, site, row, name);
  return null;
}

/** Says what a name is instead of money; nothing where it may be declared by what could not be read. */
function reportNoMoney(world: World, site: Site, row: Rows, name: ast.Name): void {
  const { text } = name;
  const found = [row?.fields.get(text), world.partners?.fields.get(text), world.metrics.get(text)].filter(
    (one) => one !== undefined,
  );
  const [first] = found;
  const isPartlyRead = row === undefined || row?.unread === true || world.partners?.unread === true;
  const hidesPartners = world.partners === null && world.partnersUnread;
  if (first === undefined && (isPartlyRead || hidesPartners || world.scope.incomplete)) return;
  if (found.every(({ type }) => type !== null)) {
    reportAmountBase(site, name, first?.type ?? null, candidates(world, row));
  }
}

function candidates(world: World, row: Rows): readonly string[] {
  const named = [
    ...(row?.fields.values() ?? []),
    ...(world.partners?.fields.values() ?? []),
    ...world.metrics.values(),
  ];
  return named.filter(({ type }) => type?.kind === "money").map(({ name }) => name);
}
