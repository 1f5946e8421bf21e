/**
 * Clocks and business calendars, for agreements that have some.
 *
 * A part of its own, so that others do not load it: pass `clockEngine` as `clocks` to `judge`. A calendar knows open
 * time and business days (`time/business.ts`); a clock makes cases out of the rows of a dataset (`make-cases.ts`), and
 * its cases are then rows like others. `measure/clock-engine.ts` says what a run asks of all this. `openCases` lists the
 * cases that have not stopped, `caseRows` all of them.
 */
export { type CaseRow, caseRows } from "./case-list.ts";
export { clockEngine } from "./engine.ts";
export { type OpenCase, type OpenCasesResult, openCases } from "./open-cases.ts";
export type { CaseList } from "./read-cases.ts";
