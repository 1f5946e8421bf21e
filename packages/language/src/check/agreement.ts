/** The agreement's own sentences: version, term, zone, currency, business year, rounding (SPEC §3.1). */
import type { AgreementPlan } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { daysInMonth } from "../syntax/months.ts";
import { isDate } from "./civil.ts";
import { currencyDecimals } from "./currencies.ts";
import { wholeNumber } from "./exact.ts";
import { reportInvalidDate } from "./rules/invalid-date.rule.ts";
import { reportRounding } from "./rules/rounding.rule.ts";
import { reportSupersedes } from "./rules/supersedes.rule.ts";
import { reportTermOrder } from "./rules/term-order.rule.ts";
import { checkTimeZone } from "./rules/time-zone.rule.ts";
import { reportUnknownCurrency } from "./rules/unknown-currency.rule.ts";
import { reportUnknownMonth, reportYearStart } from "./rules/year-start.rule.ts";
import { hasUnread, sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";

/** An agreement as far as it could be made; parts that were reported are null. */
export interface CheckedAgreement {
  readonly site: Site;
  readonly node: ast.AgreementDeclaration;
  readonly plan: AgreementPlan | null;
  /** Null where the sentence is missing or wrong. */
  readonly effective: AgreementPlan["effective"] | null;
  readonly zone: string | null;
  readonly yearStarts: AgreementPlan["yearStarts"];
}

type SentenceOf<K extends ast.AgreementSentence["kind"]> = Extract<
  ast.AgreementSentence,
  { readonly kind: K }
>;

/** The agreement that a declaration makes. */
export function agreementOf(site: Site, node: ast.AgreementDeclaration): CheckedAgreement {
  const term = sentenceOf(node, "Effective");
  const effective = term === null ? null : termOf(site, term);
  const zoneNode = sentenceOf(node, "TimeZone");
  const zone = zoneNode !== null && checkTimeZone(site, zoneNode.zone) ? zoneNode.zone.text : null;
  const starts = sentenceOf(node, "YearStarts");
  const yearStarts = starts === null ? { month: 1, day: 1 } : yearStartOf(site, starts);
  const rest = restOf(site, node);
  const sound = effective !== null && zone !== null && yearStarts !== null && rest !== null;
  const plan =
    !sound || node.label === null || hasUnread({ site, node })
      ? null
      : {
          name: node.name.text,
          label: node.label.text,
          ...rest,
          effective,
          timeZone: zone,
          businessDays: sentenceOf(node, "BusinessDaysOf")?.calendar.text ?? null,
          yearStarts,
          origin: site.origin(node.headSpan),
        };
  return { site, node, plan, effective, zone, yearStarts: yearStarts ?? { month: 1, day: 1 } };
}

type Rest = Pick<AgreementPlan, "version" | "supersedes" | "owner" | "currency" | "rounding" | "because">;

function restOf(site: Site, node: ast.AgreementDeclaration): Rest | null {
  const version = sentenceOf(node, "AgreementVersion")?.version ?? null;
  const supersedes = sentenceOf(node, "Supersedes")?.version ?? null;
  const currency = sentenceOf(node, "Currency")?.currency ?? null;
  const rounding = sentenceOf(node, "Rounding");
  const decimals = rounding === null ? null : roundingOf(site, rounding);
  const knownCurrency = currency === null || currencyDecimals(currency.text) !== null;
  if (!knownCurrency) reportUnknownCurrency(site, currency.span, currency.text);
  if (version !== null && supersedes !== null) checkSupersedes(site, version, supersedes);
  if (version === null || !knownCurrency || decimals === undefined) return null;
  return {
    version: version.text,
    supersedes: supersedes?.text ?? null,
    owner: sentenceOf(node, "Owner")?.text.text ?? null,
    currency: currency?.text ?? null,
    rounding: decimals,
    because: sentenceOf(node, "Because")?.text.text ?? null,
  };
}

/** The dates of an `effective` sentence; null where one does not exist or they are the wrong way round. */
export function termOf(site: Site, node: ast.Effective): AgreementPlan["effective"] | null {
  const dates = node.until === null ? [node.from] : [node.from, node.until];
  const wrong = dates.filter((date) => !isDate(date.text));
  for (const date of wrong) reportInvalidDate(site, date.span, "date");
  if (wrong.length > 0) return null;
  if (node.until !== null && node.until.text < node.from.text) {
    reportTermOrder(site, node.from, node.until);
    return null;
  }
  return { from: node.from.text, until: node.until?.text ?? null };
}

/** The months, as `year starts on` names them. */
export const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** A business year starts on a day that every year has. */
const YEAR_WITHOUT_LEAP = 2025;

function yearStartOf(site: Site, node: SentenceOf<"YearStarts">): AgreementPlan["yearStarts"] | null {
  const month = months.indexOf(node.month.text) + 1;
  const day = wholeNumber(node.day.text, 1);
  const lastDay = month > 0 ? daysInMonth(YEAR_WITHOUT_LEAP, month) : null;
  if (lastDay !== null && day !== null && day <= lastDay) return { month, day };
  if (lastDay === null) reportUnknownMonth(site, node.month, months);
  else reportYearStart(site, node.day, node.month.text, lastDay);
  return null;
}

/** Decimals to which values may be rounded. */
const MOST_ROUNDING = 6;

/** Decimals, null for none, undefined where they were reported. */
function roundingOf(site: Site, node: SentenceOf<"Rounding">): number | null | undefined {
  if (node.decimals === null) return null;
  const decimals = wholeNumber(node.decimals.text, 0);
  if (decimals !== null && decimals <= MOST_ROUNDING) return decimals;
  reportRounding(site, node.decimals, MOST_ROUNDING);
  return undefined;
}

function checkSupersedes(site: Site, version: ast.Version, supersedes: ast.Version): void {
  const [own, old] = [version.text, supersedes.text].map((text) => text.split(".").map(Number));
  for (const [index, part] of (own ?? []).entries()) {
    const earlier = old?.[index] ?? 0;
    if (part > earlier) return;
    if (part < earlier) break;
  }
  reportSupersedes(site, supersedes, version.text);
}
