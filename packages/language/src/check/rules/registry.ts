/** Every rule of the checker: one import and one line each, in the order of their codes. */
import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { adaptiveWindow } from "./adaptive-window.rule.ts";
import { affected } from "./affected.rule.ts";
import { alwaysGiven } from "./always-given.rule.ts";
import { amendmentDates } from "./amendment-dates.rule.ts";
import { amendmentLimit } from "./amendment-limit.rule.ts";
import { amendmentOverlap } from "./amendment-overlap.rule.ts";
import { amountBase } from "./amount-base.rule.ts";
import { assessed } from "./assessed.rule.ts";
import { assessmentDay } from "./assessment-day.rule.ts";
import { bandMetric } from "./band-metric.rule.ts";
import { belowLimit } from "./below-limit.rule.ts";
import { brandPartner } from "./brand-partner.rule.ts";
import { businessDays } from "./business-days.rule.ts";
import { capSpan } from "./cap-span.rule.ts";
import { clockCondition } from "./clock-condition.rule.ts";
import { clockData } from "./clock-data.rule.ts";
import { clockDate } from "./clock-date.rule.ts";
import { closedDay } from "./closed-day.rule.ts";
import { columns } from "./columns.rule.ts";
import { computedField } from "./computed-field.rule.ts";
import { confidence } from "./confidence.rule.ts";
import { consequenceParties } from "./consequence-parties.rule.ts";
import { countingWords } from "./counting-words.rule.ts";
import { countsAsMissed } from "./counts-as-missed.rule.ts";
import { currencyMismatch } from "./currency-mismatch.rule.ts";
import { dateOf } from "./date-of.rule.ts";
import { datedCycle } from "./dated-cycle.rule.ts";
import { datedNeeded } from "./dated-needed.rule.ts";
import { deadlineLength } from "./deadline-length.rule.ts";
import { decimals } from "./decimals.rule.ts";
import { due } from "./due.rule.ts";
import { dueLength } from "./due-length.rule.ts";
import { dueRows } from "./due-rows.rule.ts";
import { duplicateField } from "./duplicate-field.rule.ts";
import { duplicateMember } from "./duplicate-member.rule.ts";
import { duplicateName } from "./duplicate-name.rule.ts";
import { duplicatePart } from "./duplicate-part.rule.ts";
import { durationUnit } from "./duration-unit.rule.ts";
import { dutyCycle } from "./duty-cycle.rule.ts";
import { dutyDates } from "./duty-dates.rule.ts";
import { dutyWhen } from "./duty-when.rule.ts";
import { elapsedTime } from "./elapsed-time.rule.ts";
import { emptyRange } from "./empty-range.rule.ts";
import { eventNeedsStandard } from "./event-needs-standard.rule.ts";
import { eventUnit } from "./event-unit.rule.ts";
import { exceeded } from "./exceeded.rule.ts";
import { exclusionUnread } from "./exclusion-unread.rule.ts";
import { expectation } from "./expectation.rule.ts";
import { forgivesNothing } from "./forgives-nothing.rule.ts";
import { gateReads } from "./gate-reads.rule.ts";
import { groupField } from "./group-field.rule.ts";
import { groupsDiffer } from "./groups-differ.rule.ts";
import { holidayField } from "./holiday-field.rule.ts";
import { importCycle } from "./import-cycle.rule.ts";
import { importMissing } from "./import-missing.rule.ts";
import { importOutside } from "./import-outside.rule.ts";
import { invalidDate } from "./invalid-date.rule.ts";
import { invalidPattern } from "./invalid-pattern.rule.ts";
import { keyMismatch } from "./key-mismatch.rule.ts";
import { lastBand } from "./last-band.rule.ts";
import { lastOtherwise } from "./last-otherwise.rule.ts";
import { latestCounts } from "./latest-counts.rule.ts";
import { latestDataset } from "./latest-dataset.rule.ts";
import { levels } from "./levels.rule.ts";
import { limitValue } from "./limit-value.rule.ts";
import { metricCycle } from "./metric-cycle.rule.ts";
import { metricField } from "./metric-field.rule.ts";
import { metricRows } from "./metric-rows.rule.ts";
import { missingCurrency } from "./missing-currency.rule.ts";
import { missingLabel } from "./missing-label.rule.ts";
import { missingSentence } from "./missing-sentence.rule.ts";
import { missingUnsaid } from "./missing-unsaid.rule.ts";
import { mixedOwes } from "./mixed-owes.rule.ts";
import { mixedParties } from "./mixed-parties.rule.ts";
import { momentField } from "./moment-field.rule.ts";
import { needsCounts } from "./needs-counts.rule.ts";
import { negativeAmount } from "./negative-amount.rule.ts";
import { nestedMean } from "./nested-mean.rule.ts";
import { noOrder } from "./no-order.rule.ts";
import { noPartner } from "./no-partner.rule.ts";
import { notInForce } from "./not-in-force.rule.ts";
import { oddPeriods } from "./odd-periods.rule.ts";
import { oneCurrency } from "./one-currency.rule.ts";
import { opening } from "./opening.rule.ts";
import { overlappingWindows } from "./overlapping-windows.rule.ts";
import { partnerCalendar } from "./partner-calendar.rule.ts";
import { partnerCondition } from "./partner-condition.rule.ts";
import { partnerKey } from "./partner-key.rule.ts";
import { partnerYear } from "./partner-year.rule.ts";
import { partnersNotDeclared } from "./partners-not-declared.rule.ts";
import { peerAverage } from "./peer-average.rule.ts";
import { percentile } from "./percentile.rule.ts";
import { periodMeanWindow } from "./period-mean-window.rule.ts";
import { personalField } from "./personal-field.rule.ts";
import { rampUp } from "./ramp-up.rule.ts";
import { ratchetEvent } from "./ratchet-event.rule.ts";
import { ratchetLimit } from "./ratchet-limit.rule.ts";
import { ratioUnits } from "./ratio-units.rule.ts";
import { records } from "./records.rule.ts";
import { region } from "./region.rule.ts";
import { relativeLimit } from "./relative-limit.rule.ts";
import { repeatedSentence } from "./repeated-sentence.rule.ts";
import { reportPart } from "./report-part.rule.ts";
import { reservedName } from "./reserved-name.rule.ts";
import { rounding } from "./rounding.rule.ts";
import { rowKey } from "./row-key.rule.ts";
import { rowVerdict } from "./row-verdict.rule.ts";
import { sameMiss } from "./same-miss.rule.ts";
import { scoreRanges } from "./score-ranges.rule.ts";
import { scoreScale } from "./score-scale.rule.ts";
import { scoreWeights } from "./score-weights.rule.ts";
import { scoreWindow } from "./score-window.rule.ts";
import { secondAgreement } from "./second-agreement.rule.ts";
import { sharePopulations } from "./share-populations.rule.ts";
import { startedUnits } from "./started-units.rule.ts";
import { stepCondition } from "./step-condition.rule.ts";
import { stepLength } from "./step-length.rule.ts";
import { supersedes } from "./supersedes.rule.ts";
import { termOrder } from "./term-order.rule.ts";
import { testCell } from "./test-cell.rule.ts";
import { testPeriod } from "./test-period.rule.ts";
import { testTable } from "./test-table.rule.ts";
import { textOperator } from "./text-operator.rule.ts";
import { timeOutside } from "./time-outside.rule.ts";
import { timeZone } from "./time-zone.rule.ts";
import { timestampWithDate } from "./timestamp-with-date.rule.ts";
import { tolerance } from "./tolerance.rule.ts";
import { tooFine } from "./too-fine.rule.ts";
import { trigger } from "./trigger.rule.ts";
import { typeMismatch } from "./type-mismatch.rule.ts";
import { unknownCurrency } from "./unknown-currency.rule.ts";
import { unknownField } from "./unknown-field.rule.ts";
import { unknownMember } from "./unknown-member.rule.ts";
import { unknownName } from "./unknown-name.rule.ts";
import { unknownVerdict } from "./unknown-verdict.rule.ts";
import { unreachableBand } from "./unreachable-band.rule.ts";
import { unreachableRow } from "./unreachable-row.rule.ts";
import { unused } from "./unused.rule.ts";
import { validRows } from "./valid-rows.rule.ts";
import { validity } from "./validity.rule.ts";
import { verdictComparison } from "./verdict-comparison.rule.ts";
import { warnsAt } from "./warns-at.rule.ts";
import { weights } from "./weights.rule.ts";
import { wholeNumber } from "./whole-number.rule.ts";
import { windowUnit } from "./window-unit.rule.ts";
import { writtenForm } from "./written-form.rule.ts";
import { wrongKind } from "./wrong-kind.rule.ts";
import { yearStart } from "./year-start.rule.ts";
import { yesNoList } from "./yes-no-list.rule.ts";

/** The rules, by code. */
export const checkRules: readonly DiagnosticRule[] = [
  unknownName,
  wrongKind,
  duplicateName,
  reservedName,
  unknownField,
  duplicateField,
  partnersNotDeclared,
  unknownMember,
  duplicateMember,
  secondAgreement,
  importMissing,
  importCycle,
  importOutside,
  duplicatePart,
  missingSentence,
  repeatedSentence,
  missingCurrency,
  missingLabel,
  typeMismatch,
  timestampWithDate,
  currencyMismatch,
  unknownCurrency,
  elapsedTime,
  noOrder,
  textOperator,
  countingWords,
  emptyRange,
  invalidDate,
  invalidPattern,
  dateOf,
  wholeNumber,
  unknownVerdict,
  tooFine,
  yesNoList,
  verdictComparison,
  writtenForm,
  computedField,
  momentField,
  keyMismatch,
  rowKey,
  personalField,
  columns,
  datedNeeded,
  durationUnit,
  decimals,
  noPartner,
  partnerKey,
  datedCycle,
  validRows,
  sharePopulations,
  missingUnsaid,
  metricField,
  metricCycle,
  ratioUnits,
  metricRows,
  scoreRanges,
  percentile,
  nestedMean,
  timeOutside,
  limitValue,
  unreachableRow,
  lastOtherwise,
  groupField,
  groupsDiffer,
  mixedParties,
  assessed,
  adaptiveWindow,
  latestDataset,
  periodMeanWindow,
  tolerance,
  gateReads,
  partnerCondition,
  needsCounts,
  windowUnit,
  assessmentDay,
  notInForce,
  brandPartner,
  latestCounts,
  partnerYear,
  confidence,
  relativeLimit,
  peerAverage,
  exclusionUnread,
  affected,
  amendmentLimit,
  amendmentDates,
  amendmentOverlap,
  rampUp,
  testTable,
  testCell,
  testPeriod,
  expectation,
  termOrder,
  timeZone,
  yearStart,
  rounding,
  supersedes,
  businessDays,
  opening,
  region,
  holidayField,
  closedDay,
  partnerCalendar,
  clockData,
  trigger,
  clockDate,
  dueLength,
  clockCondition,
  dueRows,
  warnsAt,
  eventUnit,
  exceeded,
  overlappingWindows,
  eventNeedsStandard,
  stepCondition,
  stepLength,
  ratchetLimit,
  ratchetEvent,
  consequenceParties,
  mixedOwes,
  amountBase,
  negativeAmount,
  oneCurrency,
  oddPeriods,
  weights,
  alwaysGiven,
  forgivesNothing,
  belowLimit,
  startedUnits,
  rowVerdict,
  sameMiss,
  unreachableBand,
  capSpan,
  lastBand,
  bandMetric,
  due,
  deadlineLength,
  records,
  validity,
  dutyWhen,
  countsAsMissed,
  dutyCycle,
  dutyDates,
  scoreWeights,
  scoreScale,
  scoreWindow,
  levels,
  reportPart,
  unused,
];
