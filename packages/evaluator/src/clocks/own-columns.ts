/** The columns of its own that a clock's table has beside the fields that an agreement may name (`measure/cases.ts`). */
import type { DatasetPlan, FieldPlan, FieldType } from "../bundle/table-plan.ts";
import { CASE, caseQuestions, DECIDED, FINAL_ELAPSED, FINAL_OVERDUE } from "../measure/cases.ts";

/** The dataset of a clock with the columns of its own. */
export function withOwnColumns(plan: DatasetPlan): DatasetPlan {
  const yesNo: FieldType = { kind: "yes_no", yes: ["yes"], no: ["no"] };
  const number: FieldType = { kind: "number", decimals: 0, from: null, to: null, written: null };
  const typeOf = (name: string): FieldType | null =>
    plan.fields.find((field) => field.name === name)?.type ?? null;
  const field = (name: string, type: FieldType | null): readonly FieldPlan[] =>
    type === null
      ? []
      : [{ name, type, optional: true, personal: false, columns: [name], origin: plan.origin }];
  return {
    ...plan,
    fields: [
      ...plan.fields,
      ...[DECIDED, ...caseQuestions].flatMap((name) => field(name, yesNo)),
      ...field(FINAL_ELAPSED, typeOf("elapsed")),
      ...field(FINAL_OVERDUE, typeOf("overdue")),
      ...field(CASE, number),
    ],
  };
}
