/** The minimum sample of a standard: `needs at least 30 deliveries otherwise not_enough_data` (SPEC §3.6). */
import type * as ast from "../syntax/ast.ts";
import { bindOptional } from "./conditions.ts";
import { wholeNumber } from "./exact.ts";
import { checkOrder } from "./limits.ts";
import type { NeedsModel } from "./model.ts";
import { reportNeedsCounts } from "./rules/needs-counts.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import { type Declared, hasUnread, resolve } from "./scope.ts";
import type { Site } from "./site.ts";
import { chosenVerdicts, verdictOf } from "./verdict-words.ts";
import type { World } from "./world.ts";

/** The needs of a standard: null for `needs no minimum`, undefined where something was reported. */
export function needsOf(
  world: World,
  standard: Declared<ast.StandardDeclaration>,
  node: ast.Needs,
): NeedsModel | null | undefined {
  const { site } = standard;
  if (node.rows.length === 0) return null;
  const counts = countsOf(world, site, node);
  const otherwise = node.otherwise === null ? null : verdictOf(site, node.otherwise, chosenVerdicts);
  const rows = node.rows.map((row) => needRow(world, site, row));
  const ordered = node.rows.map((row, index) => ({
    span: row.span,
    where: row.where === null ? null : (rows[index]?.where ?? undefined),
    from: null,
  }));
  checkOrder(site, ordered, null, hasUnread(standard));
  const sound = rows.filter((row) => row !== null);
  if (counts === null || otherwise === null || sound.length !== rows.length) return undefined;
  return { counts, rows: sound, otherwise, origin: site.origin(node.span) };
}

function needRow(world: World, site: Site, node: ast.NeedRow): NeedsModel["rows"][number] | null {
  const atLeast = wholeNumber(node.atLeast.text, 1);
  if (atLeast === null) reportWholeNumber(site, node.atLeast, 1);
  const where = bindOptional(world, site, { kind: "terms" }, node.where);
  return atLeast === null || where === undefined ? null : { atLeast, where };
}

/** What is counted: named in the first row, and not named otherwise in another. */
function countsOf(world: World, site: Site, node: ast.Needs): NeedsModel["counts"] | null {
  const [name, ...others] = node.rows.map((row) => row.counts).filter((counts) => counts !== null);
  if (name === undefined) {
    reportNeedsCounts(
      site,
      node.span,
      "needs says a number but not of what; name a dataset or a `number of` metric",
    );
    return null;
  }
  const odd = others.find((other) => other.text !== name.text);
  if (odd !== undefined) {
    reportNeedsCounts(site, odd.span, `the rows of one \`needs\` count one thing, here \`${name.text}\``);
    return null;
  }
  const declared = resolve(world.scope, site, name, ["Dataset", "Clock", "Metric"]);
  if (declared === null) return null;
  if (declared.node.kind !== "Metric") return { kind: "dataset", name: name.text };
  return countMetric(world, site, name);
}

function countMetric(world: World, site: Site, name: ast.Name): NeedsModel["counts"] | null {
  const type = world.metrics.get(name.text)?.type ?? null;
  if (type === null) return null;
  if (type.kind === "number" && type.counting === "count") return { kind: "metric", name: name.text };
  reportNeedsCounts(site, name.span, `\`${name.text}\` is not a \`number of\` metric, so it counts no rows`);
  return null;
}
