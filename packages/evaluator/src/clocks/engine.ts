/** The parts of clocks and calendars, put together as a run asks for them. */
import { clockDatasets } from "../bundle/clock-dataset.ts";
import type { ClockEngine } from "../measure/clock-engine.ts";
import { calendarBook } from "./calendars.ts";
import { needOfClock } from "./clock-needs.ts";
import { clockSummaries } from "./clock-summary.ts";
import { makeCases } from "./make-cases.ts";
import { openCounts } from "./open-counts.ts";
import { outsideTest } from "./outside.ts";
import { withOwnColumns } from "./own-columns.ts";

/** What judging needs of clocks and calendars. */
export const clockEngine: ClockEngine = {
  calendars: calendarBook,
  datasets: (bundle) => clockDatasets(bundle).map(withOwnColumns),
  needs: needOfClock,
  makeCases,
  outsideTest,
  openCases: openCounts,
  summaries: clockSummaries,
};
