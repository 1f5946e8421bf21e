/**
 * A clock as the dataset of its cases (SPEC §3.4.1, §3.4.5).
 *
 * A case has the fields of its row (in a log: of its newest row) and those that the clock makes. Where the row has a
 * field of such a name, the clock's is meant.
 */
import type { ClockPlan } from "./clock-plan.ts";
import type { Bundle } from "./rule.ts";
import type { DatasetPlan, FieldPlan, FieldType } from "./table-plan.ts";

/** The members of a case's `verdict`, in the order of their numbers. */
export const caseVerdicts = ["met", "missed", "pending"] as const;

/** The dataset of a clock's cases; `on` is the dataset that the clock reads. */
export function clockDataset(clock: ClockPlan, on: DatasetPlan): DatasetPlan {
  const own = clockFields(clock, on);
  const names = new Set(own.map(({ name }) => name));
  return {
    name: clock.name,
    label: clock.label,
    source: on.source,
    key: clock.by ?? on.key,
    partner: on.partner,
    dated: { kind: "field", field: clock.dated, then: null },
    missing: [],
    duplicatesOnce: false,
    valid: null,
    keepsLatest: null,
    fields: [...on.fields.filter(({ name }) => !names.has(name)), ...own],
    origin: clock.origin,
  };
}

/** The datasets of a bundle's clocks; none for a clock on a dataset that is not there. */
export function clockDatasets({
  datasets,
  clocks,
}: Pick<Bundle, "datasets" | "clocks">): readonly DatasetPlan[] {
  return clocks.flatMap((clock) => {
    const on = datasets.find(({ name }) => name === clock.on);
    return on === undefined ? [] : [clockDataset(clock, on)];
  });
}

/** The fields that a clock makes. */
function clockFields(clock: ClockPlan, on: DatasetPlan): readonly FieldPlan[] {
  const { due, unit, origin } = clock;
  const timestamp: FieldType = { kind: "timestamp", written: null };
  const duration: FieldType = { kind: "duration", unit, written: null };
  const verdict: FieldType = {
    kind: "one_of",
    members: caseVerdicts.map((name) => ({ name, written: name })),
  };
  const field = (name: string, type: FieldType, optional: boolean): FieldPlan => ({
    name,
    type,
    optional,
    personal: false,
    columns: [name],
    origin,
  });
  const mayLackDue =
    due?.kind === "at" && on.fields.some(({ name, optional }) => name === due.field && optional);
  return [
    field("started_at", timestamp, false),
    field("stopped_at", timestamp, true),
    field("elapsed", duration, false),
    ...(due === null
      ? []
      : [
          field("due_at", timestamp, true),
          field("overdue", duration, mayLackDue),
          field("verdict", verdict, mayLackDue),
        ]),
  ];
}
