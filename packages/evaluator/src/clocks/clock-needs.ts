/** What clocks ask of the data. */
import { clockDataset } from "../bundle/clock-dataset.ts";
import type { ClockPlan } from "../bundle/clock-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import { caseQuestions } from "../measure/cases.ts";
import { needOfCondition, type Walk } from "../measure/needed.ts";
import { withOwnColumns } from "./own-columns.ts";

/** What a clock reads of its dataset: what makes cases, and the fields of them that something reads. */
export function needOfClock(clock: ClockPlan, bundle: Bundle, wanted: ReadonlySet<string>, walk: Walk): void {
  const on = bundle.datasets.find(({ name }) => name === clock.on);
  if (on === undefined) return;
  const { key, partner, fields } = withOwnColumns(clockDataset(clock, on));
  walk.store(clock.name);
  walk.store(on.name);
  walk.refer(on.name);
  walk.need(clock.name, clock.dated, ...caseQuestions, ...(key === null ? [] : [key]));
  if (partner !== null) walk.need(clock.name, partner.kind === "field" ? partner.field : partner.key);
  const own = new Set(fields.map(({ name }) => name));
  walk.need(on.name, ...[...wanted].filter((name) => own.has(name)));
  for (const trigger of [clock.starts, clock.stops, ...clock.restarts]) walk.need(on.name, trigger.field);
  if (clock.by !== null) walk.need(on.name, clock.by);
  if (clock.pauses !== null) needOfCondition(clock.pauses, on.name, walk);
  if (clock.due?.kind === "at") walk.need(on.name, clock.due.field);
  for (const { where } of clock.due?.kind === "within" ? clock.due.rows : []) {
    if (where !== null) needOfCondition(where, on.name, walk);
  }
}
