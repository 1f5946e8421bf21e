/**
 * What the passes after binding share: the names, the tables, the metrics, and the outside's answers.
 *
 * The world is made once per check and never changed; metrics are worked out when they are first asked for, since
 * they may read each other in any order.
 */
import type { MetricPlan } from "@tenet-lang/evaluator";
import type { SourceFile } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { CalendarModel } from "./model.ts";
import type { Scope } from "./scope.ts";
import { resolve } from "./scope.ts";
import type { Site } from "./site.ts";
import type { Table } from "./tables.ts";
import type { ValueType } from "./types.ts";

/** What the checker is given from outside, since it may know neither time zones nor pattern engines. */
export interface CheckOptions {
  /** The UTC instant (`YYYY-MM-DDTHH:mm:ssZ`) of a local date (`YYYY-MM-DD`) and time (`HH:mm[:ss]`) in a zone. */
  readonly instant: (zone: string, date: string, time: string) => string;
  /** Whether the linear-time engine accepts a pattern; without it only what can be seen in the text is refused. */
  readonly acceptsPattern?: (pattern: string) => boolean;
}

/** A metric as far as it could be made. `plan` and `type` are null where something in it was reported. */
export interface Metric {
  readonly name: string;
  readonly site: Site;
  readonly node: ast.MetricDeclaration;
  readonly plan: MetricPlan | null;
  readonly type: ValueType | null;
  /** Datasets whose rows it reads (look-ups not counted), also through other metrics. */
  readonly datasets: ReadonlySet<string>;
  /** Metrics that it is made of, itself included. */
  readonly parts: ReadonlySet<string>;
}

/** A calendar as far as it could be made. `model` is null where something in it was reported. */
export interface Calendar {
  readonly name: string;
  readonly model: CalendarModel | null;
  /** It closes on other days for other partners. */
  readonly closesByPartner: boolean;
  readonly hasCutOff: boolean;
}

/** Whose opening days are the agreement's business days: a calendar, nobody's, or not known here. */
export type BusinessDays =
  | { readonly kind: "calendar"; readonly calendar: Calendar }
  | { readonly kind: "unsaid" | "unknown" };

/** Everything that is known once names are bound and tables and metrics are made. */
export interface World {
  readonly root: SourceFile;
  readonly scope: Scope;
  readonly tables: ReadonlyMap<string, Table>;
  readonly partners: Table | null;
  /** A `partners` declaration is there but could not be read. */
  readonly partnersUnread: boolean;
  /** The agreement's zone; null where there is none to be had. */
  readonly zone: string | null;
  readonly options: CheckOptions;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly businessDays: BusinessDays;
  readonly metrics: ReadonlyMap<string, Metric>;
}

/** The table of a dataset or clock named in a sentence; null where there is none (reported if it is unknown). */
export function tableNamed(world: World, site: Site, name: ast.Name): Table | null {
  const declared = resolve(world.scope, site, name, ["Dataset", "Clock"]);
  return declared === null ? null : (world.tables.get(declared.node.name.text) ?? null);
}

/** The table of a dataset, where a clock cannot stand. */
export function datasetNamed(world: World, site: Site, name: ast.Name): Table | null {
  const declared = resolve(world.scope, site, name, ["Dataset"]);
  return declared === null ? null : (world.tables.get(declared.node.name.text) ?? null);
}

/** The calendar named in a sentence; null where there is none (reported if it is unknown). */
export function calendarNamed(world: World, site: Site, name: ast.Name): Calendar | null {
  const declared = resolve(world.scope, site, name, ["Calendar"]);
  return declared === null ? null : (world.calendars.get(declared.node.name.text) ?? null);
}

/** The metric named in a sentence; null where there is none (reported if it is unknown). */
export function metricNamed(world: World, site: Site, name: ast.Name): Metric | null {
  const declared = resolve(world.scope, site, name, ["Metric"]);
  return declared === null ? null : (world.metrics.get(declared.node.name.text) ?? null);
}

/** Whether a metric measures time (`percent of time outside`), or is made of one that does. */
export function measuresTime(world: World, metric: Metric): boolean {
  return [...metric.parts].some((part) => world.metrics.get(part)?.node.form.kind === "TimeOutside");
}
