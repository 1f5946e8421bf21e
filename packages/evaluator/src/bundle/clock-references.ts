/** Follows the names inside clocks, and checks what only some datasets allow (SPEC §3.4.2 to §3.4.4). */
import type { ClockDue, ClockPlan, Trigger } from "./clock-plan.ts";
import type { Condition } from "./condition-plan.ts";
import { fieldOf, type Known, mustExist, mustOpenFor, report } from "./known.ts";
import { checkCondition, literalFits } from "./metric-references.ts";

/** Checks one clock. */
export function checkClock(known: Known, clock: ClockPlan, path: string): void {
  if (!mustExist(known, known.datasets, clock.on, `${path}.on`, "dataset")) return;
  if (known.clocks.has(clock.on)) {
    report(known, `${path}.on`, "is a clock itself");
    return;
  }
  checkLog(known, clock, path);
  checkTrigger(known, clock, clock.starts, `${path}.starts`);
  checkTrigger(known, clock, clock.stops, `${path}.stops`);
  checkRestarts(known, clock, `${path}.restarts`);
  if (clock.pauses !== null) checkRowCondition(known, clock.pauses, clock.on, `${path}.pauses`);
  if (clock.calendar !== null) mustOpenFor(known, clock.calendar, clock.on, `${path}.calendar`);
  if (clock.dated === "due_at" && clock.due === null) report(known, `${path}.dated`, "needs `due`");
  if (clock.due !== null) checkDue(known, clock, clock.due, `${path}.due`);
}

function checkLog(known: Known, clock: ClockPlan, path: string): void {
  const on = known.datasets.get(clock.on);
  if (on === undefined) return;
  if (on.valid !== null) report(known, `${path}.on`, "holds spans of validity, of which no cases are made");
  if (clock.by === null) {
    if (clock.pauses !== null) report(known, `${path}.pauses`, "needs the rows of a log");
    return;
  }
  const key = fieldOf(known, clock.on, clock.by, `${path}.by`);
  if (key?.type.kind === "yes_no") report(known, `${path}.by`, "must not be yes or no");
  const dated = on.dated?.kind === "field" ? on.dated.field : null;
  if (known.fields.get(clock.on)?.get(dated ?? "")?.type.kind !== "timestamp") {
    report(known, `${path}.on`, "must be dated by a timestamp of its own");
  }
}

function checkTrigger(known: Known, clock: ClockPlan, trigger: Trigger, path: string): void {
  const field = fieldOf(known, clock.on, trigger.field, `${path}.field`);
  if (trigger.kind === "at") {
    if (field !== null && field.type.kind !== "timestamp") report(known, `${path}.field`, "is no timestamp");
    return;
  }
  if (clock.by === null) report(known, path, "needs the rows of a log");
  const { value } = trigger;
  if (field === null) return;
  const kinds = ["text", "one_of", "yes_no", "number"];
  if (!kinds.includes(field.type.kind) || value.kind === "field" || !literalFits(field.type, value)) {
    report(known, `${path}.value`, `is not a value that \`${trigger.field}\` can become`);
  }
}

function checkRestarts(known: Known, { restarts, stops, ...clock }: ClockPlan, path: string): void {
  if (restarts.length > 0 && (stops.kind !== "becomes" || stops.last)) {
    report(known, path, "need a stop that is the first change into a value");
  }
  for (const [index, trigger] of restarts.entries()) {
    checkTrigger(known, { ...clock, restarts, stops }, trigger, `${path}[${index}]`);
  }
}

function checkDue(known: Known, clock: ClockPlan, due: ClockDue, path: string): void {
  if (due.kind === "at") {
    checkTrigger(known, clock, due, path);
    return;
  }
  if (due.calendar !== null) mustOpenFor(known, due.calendar, clock.on, `${path}.calendar`);
  for (const [index, { length, where }] of due.rows.entries()) {
    const at = `${path}.rows[${index}]`;
    if (length.kind === "civil") report(known, `${at}.length`, "is neither elapsed time nor business days");
    if (length.kind === "business" && due.calendar === null) {
      report(known, `${at}.length`, "needs the calendar whose business days are counted");
    }
    if (length.kind === "business" && length.days === 0 && hasNoCutOff(known, due.calendar)) {
      report(known, `${at}.length.days`, "the same day needs a calendar with a cut-off");
    }
    if ((where === null) !== (index === due.rows.length - 1)) {
      report(known, `${at}.where`, "the last row alone has no condition");
    }
    if (where !== null) checkRowCondition(known, where, clock.on, `${at}.where`);
  }
}

function hasNoCutOff(known: Known, name: string | null): boolean {
  return known.calendars.get(name ?? "")?.cutOff === null;
}

/** A condition on rows of the clock's dataset alone. */
function checkRowCondition(known: Known, condition: Condition, dataset: string, path: string): void {
  checkCondition(known, condition, dataset, path);
  if (hasLookUp(condition)) report(known, path, "a clock looks nothing up in other rows");
}

function hasLookUp(condition: Condition): boolean {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.of.some(hasLookUp);
    case "not":
      return hasLookUp(condition.of);
    case "has":
      return true;
    case "compare":
      return false;
  }
}
