/** Mistakes with clocks and calendars, planted like those of `planted.ts`. */
import type { Bundle, CalendarPlan, ClockPlan, Length } from "@tenet-lang/evaluator";
import type { Model } from "@tenet-lang/language";
import { conditions, standards } from "./changes.ts";
import { inBundle, inModel, type Mistake } from "./plant.ts";

const clocks = (model: Model, change: (clock: ClockPlan) => ClockPlan): Model => ({
  ...model,
  clocks: model.clocks.map(change),
});

const calendars = (bundle: Bundle, change: (calendar: CalendarPlan) => CalendarPlan): Bundle => ({
  ...bundle,
  calendars: bundle.calendars.map(change),
});

const lengths = (model: Model, change: (length: Length) => Length): Model =>
  clocks(model, (clock) =>
    clock.due?.kind !== "within"
      ? clock
      : {
          ...clock,
          due: {
            ...clock.due,
            rows: clock.due.rows.map((row) => ({ ...row, length: change(row.length) })),
          },
        },
  );

export const clockMistakes: readonly Mistake[] = [
  inModel("pauses are forgotten", (model) => clocks(model, (clock) => ({ ...clock, pauses: null }))),
  inModel("restarts are forgotten", (model) => clocks(model, (clock) => ({ ...clock, restarts: [] }))),
  inModel("the first stop is taken for the last", (model) =>
    clocks(model, (clock) =>
      clock.stops.kind === "becomes" ? { ...clock, stops: { ...clock.stops, last: false } } : clock,
    ),
  ),
  inModel("a clock counts closed time", (model) => clocks(model, (clock) => ({ ...clock, calendar: null }))),
  inModel("cases are dated by their start", (model) =>
    clocks(model, (clock) => ({ ...clock, dated: "started_at" })),
  ),
  inModel("a deadline is a microsecond short", (model) =>
    lengths(model, (length) =>
      length.kind === "elapsed" ? { ...length, micros: String(BigInt(length.micros) - 1n) } : length,
    ),
  ),
  inModel("a deadline has a business day too many", (model) =>
    lengths(model, (length) => (length.kind === "business" ? { ...length, days: length.days + 1 } : length)),
  ),
  inModel("the conditions of a deadline are forgotten", (model) =>
    clocks(model, (clock) =>
      clock.due?.kind === "within"
        ? { ...clock, due: { ...clock.due, rows: clock.due.rows.slice(-1) } }
        : clock,
    ),
  ),
  inModel("the last deadline holds for all", (model) =>
    clocks(model, (clock) =>
      clock.due?.kind === "within"
        ? { ...clock, due: { ...clock.due, rows: [...clock.due.rows].reverse() } }
        : clock,
    ),
  ),
  inModel("business days of a field are civil days", (model) => ({
    ...model,
    datasets: model.datasets.map((one) => ({
      ...one,
      fields: one.fields.map((field) =>
        field.type.kind === "days" ? { ...field, type: { ...field.type, calendar: null } } : field,
      ),
    })),
  })),
  inModel("business days of a look-up are civil days", (model) =>
    conditions(model, (condition) =>
      condition.kind === "has" && condition.within?.unit === "business_day"
        ? { ...condition, within: { ...condition.within, unit: "day" } }
        : condition,
    ),
  ),
  inModel("business days of an assessment are civil days", (model) =>
    standards(model, (one) => ({
      ...one,
      assessed: one.assessed?.kind === "on_business_day" ? { ...one.assessed, kind: "on_day" } : one.assessed,
    })),
  ),
  inBundle("closed days are forgotten", (bundle) =>
    calendars(bundle, (one) => ({ ...one, closed: { kind: "same", days: [] } })),
  ),
  inBundle("regions of partners are forgotten", (bundle) =>
    calendars(bundle, ({ closed, ...one }) => ({
      ...one,
      closed:
        closed.kind === "by_partner"
          ? { ...closed, regions: closed.regions.map(({ value }) => ({ value, days: [] })) }
          : closed,
    })),
  ),
  inBundle("cut-offs are forgotten", (bundle) => calendars(bundle, (one) => ({ ...one, cutOff: null }))),
  inBundle("a cut-off is a minute early", (bundle) =>
    calendars(bundle, (one) => ({
      ...one,
      cutOff: one.cutOff === null ? null : Math.max(0, one.cutOff - 1),
    })),
  ),
  inBundle("calendars keep the agreement's time", (bundle) =>
    calendars(bundle, (one) => ({ ...one, zone: bundle.zone })),
  ),
  inBundle("openings end a minute early", (bundle) =>
    calendars(bundle, (one) => ({
      ...one,
      open: one.open.map((opening) => ({ ...opening, to: opening.to - 1 })),
    })),
  ),
  inBundle("openings end at midnight", (bundle) =>
    calendars(bundle, (one) => ({
      ...one,
      open: one.open.map((opening) => ({ ...opening, to: Math.min(opening.to, 1440) })),
    })),
  ),
];
