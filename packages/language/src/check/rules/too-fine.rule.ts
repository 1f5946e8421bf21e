import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { decimalRatio } from "../exact.ts";
import { type Site, wordsOf } from "../site.ts";

function example(limit: string): string {
  return `dataset orders from "orders.csv" one row per line
  dated ordered_on
  field ordered_on date
  field fee money EUR

metric dear number of orders where fee more than ${limit}
`;
}

/** A value that cannot be held exactly. */
export const tooFine: DiagnosticRule = {
  code: "TEN2215",
  name: "too-fine",
  severity: "error",
  spec: "§2.4.6",
  summary:
    "Values are exact: numbers have at most 38 digits, money whole minor units, durations whole microseconds.",
  help: "A value that is finer than anything in the data can be compared only by rounding, which the language never does. Write it with fewer digits.",
  examples: { invalid: example("5.005 EUR"), valid: example("5.01 EUR") },
  fix: "offered",
  elsewhere: { subject: true },
};

const MOST_DIGITS = 38;

/** The smallest part in which a value is held: `per` of them make one, as `unit` says in words. */
interface Held {
  readonly per: bigint;
  readonly unit: string;
}

/** Whether a decimal can be held, in whole parts where `held` is given; if not, that is reported. */
export function checkExact(site: Site, value: ast.Node, decimal: string, held?: Held): boolean {
  const digits = decimal.replace(/[-.]/g, "").replace(/^0+/, "").length;
  if (digits > MOST_DIGITS) {
    site.say(tooFine, value.span, `this number has ${digits} digits; at most ${MOST_DIGITS} are held`);
    return false;
  }
  if (held === undefined || isWhole(decimal, held.per)) return true;
  site.say(tooFine, value.span, `\`${wordsOf(site.file, value.span)}\` is finer than ${held.unit}`);
  return false;
}

/** Whether so many times a decimal is a whole number. */
function isWhole(decimal: string, times: bigint): boolean {
  const { numerator, denominator } = decimalRatio(decimal);
  return (BigInt(numerator) * times) % BigInt(denominator) === 0n;
}
