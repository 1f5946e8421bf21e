/** Limits against the other partners: `at least peer average`, `in best 25% of peers` (SPEC §3.6.14, §4.5). */
import type { RelativeComparison } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { compareRatios, decimalRatio, percentRatio } from "./exact.ts";
import { reportPartnersNotDeclared } from "./rules/partners-not-declared.rule.ts";
import { reportPeerAverage } from "./rules/peer-average.rule.ts";
import { reportRelativeLimit } from "./rules/relative-limit.rule.ts";
import { checkExact } from "./rules/too-fine.rule.ts";
import { sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { fieldOf } from "./tables.ts";
import { isAddable, typeWords, type ValueType } from "./types.ts";
import type { Metric, World } from "./world.ts";

type RelativeTest = ast.PeerAverage | ast.InBest;

/** The comparison of a limit's row with peers, or null where it was reported or cannot be known. */
export function relativeComparison(
  world: World,
  site: Site,
  metric: Metric,
  row: ast.LimitRow,
  test: RelativeTest,
): RelativeComparison | null {
  if (metric.type === null) return null;
  if (row.group !== null) {
    reportRelativeLimit(
      site,
      row.group.span,
      "partners are compared as a whole, not `for each` of something",
    );
    return null;
  }
  const numbers = checkNumbers(site, metric, metric.type, test);
  const by = test.by === null ? null : peerField(world, site, test.by);
  if (by === undefined || !numbers) return null;
  if (test.kind === "PeerAverage") {
    // A standard about the brand has no peers at all, which is said of the standard.
    const hasPeers = [...metric.datasets].some((name) => world.tables.get(name)?.hasPartner);
    if (hasPeers) reportPeerAverage(site, test.operatorSpan);
    const words = test.direction === "atLeast" ? "at least" : "at most";
    const operator = test.direction === "atLeast" ? "at_least_peers" : "at_most_peers";
    return { operator, by, best: null, words, text: `peer average${byWords(by)}` };
  }
  return bestOf(site, metric, test, by);
}

function bestOf(
  site: Site,
  metric: Metric,
  { percent, span }: ast.InBest,
  by: string | null,
): RelativeComparison | null {
  if (!checkExact(site, percent, percent.text)) return null;
  const best = percentRatio(percent.text);
  const isPart = BigInt(best.numerator) > 0n && compareRatios(best, decimalRatio("1")) <= 0;
  if (!isPart) {
    reportRelativeLimit(
      site,
      percent.span,
      `no ${percent.text}% of peers can be the best; write a percentage up to 100%`,
    );
    return null;
  }
  if (sentenceOf(metric.node, "Better") === null) {
    const message = `\`${metric.name}\` does not say whether \`higher is better\` or \`lower is better\`, so nobody is the best`;
    reportRelativeLimit(site, span, message);
    return null;
  }
  return { operator: "in_best", by, best, words: "in best", text: `${percent.text}% of peers${byWords(by)}` };
}

function byWords(by: string | null): string {
  return by === null ? "" : ` by ${by}`;
}

function checkNumbers(site: Site, metric: Metric, type: ValueType, test: RelativeTest): boolean {
  if (type.kind === "percent" || isAddable(type)) return true;
  reportRelativeLimit(
    site,
    test.span,
    `\`${metric.name}\` is ${typeWords(type)}, and peers are compared by numbers`,
  );
  return false;
}

/** Types whose values tell peers from others. */
const TELLING: ReadonlySet<string> = new Set(["text", "one_of", "yes_no", "number"]);

/** The partner field of `by`; undefined where it was reported. */
function peerField(world: World, site: Site, name: ast.Name): string | undefined {
  if (world.partners === null) {
    if (!world.partnersUnread) reportPartnersNotDeclared(site, name.span);
    return undefined;
  }
  const type = fieldOf(site, world.partners, name)?.type ?? null;
  if (type === null) return undefined;
  if (TELLING.has(type.kind)) return name.text;
  reportRelativeLimit(
    site,
    name.span,
    `peers are not told apart by \`${name.text}\`: it is ${typeWords(type)}`,
  );
  return undefined;
}
