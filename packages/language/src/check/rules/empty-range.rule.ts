import type { Literal, Ratio } from "@tenet-lang/evaluator";
import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { compareRatios } from "../exact.ts";
import { fixOf, replaced, type Site, wordsOf } from "../site.ts";
import { withCalls } from "./example-files.ts";

/** A range that ends before it begins. */
export const emptyRange: DiagnosticRule = {
  code: "TEN2209",
  name: "empty-range",
  severity: "error",
  spec: "§2.5.3",
  summary: "`from A to B` holds both its ends, so A is not above B.",
  help: "A range that ends before it begins holds nothing. Write the lower end first.",
  examples: {
    invalid: withCalls("metric fair number of calls where stars from 4 to 2\n"),
    valid: withCalls("metric fair number of calls where stars from 2 to 4\n"),
  },
  fix: "offered",
  elsewhere: { subject: true },
};

/** Whether two bounds are the right way round; if not, that is reported. */
export function checkRange(
  site: Site,
  from: ast.Node,
  to: ast.Node,
  bounds: readonly [Ratio, Ratio],
): boolean {
  if (compareRatios(bounds[0], bounds[1]) <= 0) return true;
  reportEmptyRange(site, from, to);
  return false;
}

/** The same for the two right sides of a comparison. */
export function checkLiteralRange(site: Site, test: ast.Test, right: readonly Literal[]): boolean {
  const [from, to] = test.values;
  const [low, high] = right;
  if (from === undefined || to === undefined || low === undefined || high === undefined) return false;
  if (!isBelow(high, low)) return true;
  reportEmptyRange(site, from, to);
  return false;
}

/** Whether a value is surely below another; fields of the row are not known. */
function isBelow(a: Literal, b: Literal): boolean {
  if (a.kind === "number" && b.kind === "number") return compareRatios(a.value, b.value) < 0;
  if (a.kind === "date" && b.kind === "date") return a.date < b.date;
  return a.kind === "instant" && b.kind === "instant" && a.instant < b.instant;
}

function reportEmptyRange(site: Site, from: ast.Node, to: ast.Node): void {
  const [low, high] = [wordsOf(site.file, from.span), wordsOf(site.file, to.span)];
  site.say(
    emptyRange,
    { start: from.span.start, end: to.span.end },
    `the range ends before it begins: \`${high}\` is below \`${low}\``,
    {
      fixes: [fixOf(`write \`${high}\` first`, replaced(from.span, high), replaced(to.span, low))],
    },
  );
}
