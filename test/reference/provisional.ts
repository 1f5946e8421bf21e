/** The flag `provisional`, for the reference (§3.4.27): cases that are not over may still change a verdict. */

import type { MetricPlan } from "@tenet-lang/evaluator";
import type { StandardModel } from "../../packages/language/src/check/model.ts";
import { populate, type View } from "./populations.ts";
import { metricsRead, populationsOf, withParts } from "./reads.ts";
import type { Row } from "./row.ts";
import type { Side } from "./views.ts";

/** Is a used case pending, or left out or taken so far (§3.4.26)? */
export function isProvisional(
  standard: StandardModel,
  { world }: Side,
  view: View,
  used: Iterable<Row>,
): boolean {
  const plans = metricsRead(standard).flatMap((name) => withParts(world.model, name));
  const unfinished = plans.filter(readsTime).flatMap((plan) => openCases(plan, view));
  return unfinished.length > 0 || [...used].some(({ facts }) => facts?.verdict === "pending");
}

const timed = ["average", "median", "percentile", "lowest", "highest", "latest", "sum"];

/** Does a metric read the time of cases, finished or so far? */
export const readsTime = ({ form }: MetricPlan): boolean =>
  "field" in form && timed.includes(form.kind) && (form.field === "elapsed" || form.field === "overdue");

const openCases = (plan: MetricPlan, view: View): readonly Row[] =>
  populationsOf(plan).flatMap((population) =>
    populate(population, plan, { ...view, refuse: () => {} }).rows.filter(isOpen),
  );

/** A case that has not stopped. */
export const isOpen = ({ facts }: Row): boolean => facts !== null && facts.stoppedAt === null;
