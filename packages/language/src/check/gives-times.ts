/** What an amount is multiplied by: points below a limit, or units of time that have begun (SPEC §3.7.17, §3.7.18). */
import type { Condition, GivesPlan } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { rowsUse, type Use } from "./consequence-reads.ts";
import { durationUnit } from "./field-types.ts";
import type { GivesReading } from "./gives-reading.ts";
import { oneLimit } from "./one-limit.ts";
import { isDated, isValidity } from "./row-dates.ts";
import { reportBelowLimit } from "./rules/below-limit.rule.ts";
import { reportDatedNeeded } from "./rules/dated-needed.rule.ts";
import { reportStartedUnits } from "./rules/started-units.rule.ts";
import { reportValidRows } from "./rules/valid-rows.rule.ts";
import { sentenceOf } from "./scope.ts";
import { fieldOf, type Table } from "./tables.ts";
import { typeWords } from "./types.ts";
import { tableNamed } from "./world.ts";

interface MadeTimes {
  readonly plan: GivesPlan<Condition>["times"];
  readonly uses: readonly Use[];
}

/** The multiplier of a `gives`; null where it was reported. */
export function timesOf(reading: GivesReading, { times }: ast.Gives): MadeTimes | null {
  switch (times?.kind) {
    case undefined:
      return { plan: { kind: "once" }, uses: [] };
    case "PointsBelowLimit":
      return pointsBelow(reading, times);
    case "StartedUnits":
      return startedUnits(reading, times);
  }
}

function pointsBelow(reading: GivesReading, node: ast.Node): MadeTimes | null {
  const problem = problemBelow(reading);
  if (problem === undefined) return null;
  if (problem === null) return { plan: { kind: "points_below" }, uses: [] };
  reportBelowLimit(reading.site, node.span, problem);
  return null;
}

/** Why there are no points below a limit; null where there are, undefined where that is not known. */
function problemBelow({ judging, kind, on, rows }: GivesReading): string | null | undefined {
  if (kind === "bonus") return "a bonus is for success, and nothing is below a limit that is met";
  if (on === null) return "no limit is named: write `on STANDARD` after the name of the credit";
  if (rows !== null && rows !== undefined) return "rows that are paid for have no limit to be below";
  const limit = on === undefined ? undefined : oneLimit(judging, on);
  if (on === undefined || limit === undefined) return undefined;
  const name = on.node.name.text;
  if (limit === null) return `\`${name}\` has more than one limit, so it is not said which`;
  if (limit.metric.type === null) return undefined;
  if (limit.metric.type.kind !== "percent")
    return `\`${limit.metric.name}\` is ${typeWords(limit.metric.type)}`;
  const other = limit.comparisons.find(({ operator }) => operator !== "at_least" && operator !== "more_than");
  return other === undefined ? null : `\`${name}\` asks for \`${other.words} ${other.text}\``;
}

type StartedUnits = ast.GivesTimes & { readonly kind: "StartedUnits" };

function startedUnits({ judging, site, rows }: GivesReading, node: StartedUnits): MadeTimes | null {
  const table = tableNamed(judging.world, site, node.dataset);
  if (table === null) return null;
  const field = fieldOf(site, table, node.field);
  const unit = durationUnit(node.unit);
  if (unit === null) {
    reportStartedUnits(site, node.unitSpan, "only seconds, minutes, hours, days and weeks have a length");
    return null;
  }
  if (field === null || field.type === null || rows === undefined) return null;
  if (field.type.kind !== "duration") {
    const message = `\`${field.name}\` is ${typeWords(field.type)}, and only time that goes by has units that begin`;
    reportStartedUnits(site, node.field.span, message);
    return null;
  }
  if (rows !== null && rows.name !== table.name) {
    const message = `the rows paid for are those of \`${rows.name}\`, so units are counted in them`;
    reportStartedUnits(site, node.dataset.span, message);
    return null;
  }
  const openingDays = countsOpenTime(table) && ["elapsed", "overdue"].includes(field.name);
  if (openingDays && unit === "week") {
    reportStartedUnits(site, node.unitSpan, `\`${table.name}\` counts open time, which has no weeks`);
    return null;
  }
  if (isValidity(table)) {
    reportValidRows(site, node.dataset.span, table.name);
    return null;
  }
  if (!isDated(table) && !table.unread) {
    reportDatedNeeded(site, node.dataset.span, table.name, "paying for a period");
    return null;
  }
  return {
    plan: {
      kind: "started",
      unit,
      field: field.name,
      dataset: table.name,
      openingDays: openingDays && unit === "day",
    },
    uses: [rowsUse(node.dataset, table)],
  };
}

/** Whether a clock counts its time in a calendar. */
function countsOpenTime({ node }: Table): boolean {
  return node.kind === "Clock" && sentenceOf(node, "CountsTime") !== null;
}
