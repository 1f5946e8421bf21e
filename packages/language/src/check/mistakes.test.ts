import { expect, test } from "vitest";
import { positionAt, sourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { check } from "./check.ts";

/** What the checker says about a text, as `line:column code message`; it must be a text without syntax errors. */
function said(text: string): readonly string[] {
  const parsed = parse(sourceFile("agreement.tenet", text));
  expect(parsed.diagnostics).toEqual([]);
  const { diagnostics } = check(
    { root: parsed, files: [parsed] },
    { instant: (_zone, date, time) => `${date}T${time}:00Z`, acceptsPattern: (pattern) => pattern !== "(" },
  );
  return diagnostics.map(({ code, message, span }) => {
    const { line, column } = positionAt(parsed.file, span.start);
    return `${line}:${column} ${code} ${message}`;
  });
}

const AGREEMENT = `agreement parcel_care "Parcel care"
  version 1.2.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"
  currency EUR

partners from "partners.csv" key partner_id
  active from started_on
  field partner_id text
  field country text
  field size number
  field started_on date

dataset parcels from "parcels.csv" one row per parcel_id
  partner carrier_id
  dated promised_at
  field parcel_id text
  field carrier_id text
  field order_id text
  field promised_at timestamp
  field delivered_at timestamp optional
  field ordered_on date
  field wait duration in minutes
  field transit duration in hours
  field fee money EUR
  field refund money USD
  field stars number from 1 to 5 optional
  field pieces number
  field weight number 2 decimals
  field damaged yes_no
  field outcome one of delivered, refused, lost
  field note text
  field contact text personal

dataset surveys from "surveys.csv" one row per line
  partner carrier_id
  dated asked_on
  field carrier_id text
  field order_id text
  field asked_on date
  field happy yes_no

dataset board from "board.csv" one row per line
  field decided_on date

`;
const OWN_LINE = AGREEMENT.split("\n").length;

/** What is said about declarations that follow the agreement above; lines count from the first of them. */
function saidOf(declarations: string): readonly string[] {
  return said(AGREEMENT + declarations)
    .filter((line) => !line.includes("TEN2901"))
    .map((line) => line.replace(/^\d+/, (number) => String(Number(number) - OWN_LINE + 1)));
}

/** What is said about a condition on parcels. */
function saidOfCondition(condition: string): readonly string[] {
  return saidOf(`metric m number of parcels where ${condition}\n`).map((line) => line.replace(/^\S+ /, ""));
}

const standard = (
  sentences: string,
): string => `metric on_time percent of parcels where damaged is no out of parcels
metric lost number of parcels where outcome is lost
metric spend sum of fee in parcels
metric average_wait average of wait in parcels
metric newest latest outcome in parcels
metric decisions number of board
  dated decided_on

standard s "S"
${sentences}
`;
const REST = "\n  measured each calendar month\n  needs no minimum";

const saidOfStandard = (sentences: string): readonly string[] =>
  saidOf(standard(sentences)).map((line) => line.replace(/^\S+ /, ""));

test.each([
  ["0.8", ["80%", "0.8%"]],
  ["0.05", ["5%", "0.05%"]],
  ["0.9250", ["92.5%", "0.9250%"]],
  ["0.00", ["0.00%"]],
  ["1", ["1%"]],
  ["95", ["95%"]],
])("a share written as %s can be one of %j", (written, meant) => {
  const text = AGREEMENT + standard(`  requires on_time at least ${written}${REST}`);
  const parsed = parse(sourceFile("agreement.tenet", text));
  const options = { instant: () => "2026-01-01T00:00:00Z", acceptsPattern: () => true };
  const { diagnostics } = check({ root: parsed, files: [parsed] }, options);
  const fixes = diagnostics.flatMap((one) => (one.code === "TEN2201" ? one.fixes : []));
  expect(fixes.flatMap(({ edits }) => edits.map((edit) => edit.text))).toEqual(meant);
});

test("the agreement that the cases below start from is sound", () => {
  expect(saidOf("")).toEqual([]);
  expect(saidOf(standard(`  requires on_time at least 95%${REST}`))).toEqual([]);
});

test.each([
  ["wait more than 1.5 hours and transit less than 90 minutes"],
  ["wait at least transit"],
  ["date of promised_at at least delivered_at"],
  ["date of promised_at is ordered_on"],
  ["promised_at from 2026-01-28 at 17:00 to 2026-01-29 at 08:30"],
  ["ordered_on is one of 2026-01-28, 2026-01-29"],
  ["pieces fewer than 3 or pieces less than 2.5"],
  ["weight less than 2.5"],
  ['outcome is one of lost, refused and not (damaged is yes or note contains "wet")'],
  ["outcome is outcome"],
  ["fee from 0 EUR to 12.50 EUR"],
  ['partner.country is "NL" and partner.size at least 3'],
  ['contact is "x"'],
  ["has surveys with same order_id where (happy is no and asked_on more than 2026-01-01)"],
  ["has surveys with same order_id in the 7 days after promised_at"],
  ["has parcels with same order_id in the 4 hours after promised_at"],
  ['note matches "^[a-z]+$" and note matches "\\\\\\\\1"'],
  ["stars at least 4"],
])("sound: %s", (condition) => {
  expect(saidOfCondition(condition)).toEqual([]);
});

test.each([
  ["wait more than 60", "TEN2201 `wait` is a duration in minutes, and `60` is a plain number"],
  [
    "wait more than 1 month",
    "TEN2205 `1 month` has no fixed length: a month is not always as long as another",
  ],
  [
    "wait more than 2 calendar weeks",
    "TEN2205 `2 calendar weeks` is a span of the calendar, not a length of time",
  ],
  ["wait more than 0.0000000001 seconds", "TEN2215 `0.0000000001 seconds` is finer than a microsecond"],
  ["pieces more than 95%", "TEN2201 `pieces` is a number, and `95%` is a percentage"],
  ["pieces more than 3 days", "TEN2201 `pieces` is a number, and `3 days` is a length of time"],
  ["fee more than 5", "TEN2201 `fee` is money in EUR, and `5` is a plain number"],
  ["fee more than 5 USD", "TEN2203 `fee` is in EUR and cannot be compared with USD"],
  ["fee more than refund", "TEN2203 `fee` is in EUR and cannot be compared with USD"],
  ["fee more than 5 EUX", "TEN2204 `EUX` is no currency of ISO 4217"],
  ["fee more than 5.005 EUR", "TEN2215 `5.005 EUR` is finer than the smallest unit of EUR"],
  [
    "pieces more than 1234567890_1234567890_1234567890_123456789",
    "TEN2215 this number has 39 digits; at most 38 are held",
  ],
  ["weight fewer than 3", "TEN2208 `weight` is a number, so write `less than`"],
  ["wait fewer than 3 minutes", "TEN2208 `wait` is a duration in minutes, so write `less than`"],
  ["note is wet", "TEN2201 `note` is text, and `wet` is neither a value nor a field of the row"],
  ["note is 5", "TEN2201 `note` is text, and `5` is a plain number"],
  ["note is not_e", "TEN2005 `parcels` has no field `not_e`; did you mean `note`?"],
  ["note is contct", "TEN2005 `parcels` has no field `contct`; did you mean `contact`?"],
  [
    "delivered_at at most promised_a",
    "TEN2005 `parcels` has no field `promised_a`; did you mean `promised_at`?",
  ],
  ['note at least "a"', "TEN2206 `note` is text, which has no order, so `at least` says nothing of it"],
  ["damaged is one of yes, no", "TEN2216 a yes or no is compared with `is`, not with a list"],
  ['damaged is "yes"', 'TEN2201 `damaged` is `yes` or `no`, and `"yes"` is text'],
  ['outcome is "lost"', 'TEN2201 `outcome` is one of `delivered`, `refused`, `lost`, and `"lost"` is text'],
  ["outcome is stolen", "TEN2008 `outcome` is one of `delivered`, `refused`, `lost`, not `stolen`"],
  [
    "outcome is note",
    "TEN2201 `outcome` is one of `delivered`, `refused`, `lost`, and the field `note` is text",
  ],
  [
    'outcome contains "lo"',
    "TEN2207 `contains` reads text, and `outcome` is one of `delivered`, `refused`, `lost`",
  ],
  ['note contains ""', "TEN2207 the empty text is in every text, so `contains` says nothing here"],
  ['note matches "(?!x)"', "TEN2211 `(?!` looks ahead or behind, which patterns here cannot"],
  ['note matches "(?<=x)"', "TEN2211 `(?<=` looks ahead or behind, which patterns here cannot"],
  ['note matches "(x)\\\\1"', "TEN2211 `\\1` refers back to a group, which patterns here cannot"],
  ['note matches "("', "TEN2211 the pattern cannot be read; patterns are of the RE2 dialect"],
  [`note matches "${"a".repeat(1001)}"`, "TEN2211 the pattern has 1001 characters; at most 1000 are read"],
  ["stars from 5 to 1", "TEN2209 the range ends before it begins: `1` is below `5`"],
  [
    "ordered_on from 2026-02-01 to 2026-01-01",
    "TEN2209 the range ends before it begins: `2026-01-01` is below `2026-02-01`",
  ],
  ["ordered_on is 2026-02-30", "TEN2210 `2026-02-30` is no day of the calendar"],
  ["promised_at is 2026-02-28 at 24:10", "TEN2210 `2026-02-28 at 24:10` has no such time of day"],
  [
    "ordered_on is 2026-02-01 at 10:00",
    "TEN2201 `ordered_on` is a date, and `2026-02-01 at 10:00` is a date with a time",
  ],
  [
    "ordered_on at least promised_at",
    "TEN2201 `ordered_on` is a date, and the field `promised_at` is a timestamp",
  ],
  [
    "promised_at at least ordered_on",
    "TEN2202 `promised_at` is a timestamp and cannot be compared with a date; compare `date of promised_at`",
  ],
  [
    "promised_at from 2026-01-01 to 2026-02-01",
    "TEN2202 `promised_at` is a timestamp and cannot be compared with a date; compare `date of promised_at`",
  ],
  ["date of wait is 2026-01-01", "TEN2212 `date of` reads a timestamp, and `wait` is a duration in minutes"],
  ['partner.contry is "NL"', "TEN2005 the declared partners have no field `contry`; did you mean `country`?"],
  ["has surveys with same note", "TEN2005 `surveys` has no field `note`"],
  ["has surveys with same order_id where stars at least 4", "TEN2005 `surveys` has no field `stars`"],
  [
    'has surveys with same order_id where partner.country is "NL"',
    "TEN2311 a look-up finds rows of any partner, so there is no partner to ask",
  ],
  [
    "has surveys with same order_id in the 4 hours after promised_at",
    "TEN2205 `4 hours` cannot follow a date, which has no time of day; write days or longer",
  ],
  [
    "has parcels with same order_id in the 4 hours after ordered_on",
    "TEN2205 `4 hours` cannot follow a date, which has no time of day; write days or longer",
  ],
  [
    "has parcels with same order_id in the 4 days after wait",
    "TEN2303 `wait` is a duration in minutes, and a date or a timestamp is needed here",
  ],
  [
    "has parcels with same order_id in the 1.5 days after ordered_on",
    "TEN2213 a whole number of at least 1 must stand here, not `1.5`",
  ],
  ["has on_time with same order_id", "TEN2001 there is no dataset or clock `on_time`"],
])("%s", (condition, message) => {
  expect(saidOfCondition(condition)).toEqual([message]);
});

test("a percentage says for every optional field of its numerator what missing means", () => {
  const share = (over: string, under: string): readonly string[] =>
    saidOf(`metric m percent of parcels where ${over} out of parcels where ${under}\n`);
  expect(share("delivered_at at most promised_at and stars at least 4", "damaged is no")).toEqual([
    "1:35 TEN2402 `delivered_at` may be missing, and neither population says what that means: add `delivered_at is given`",
    "1:72 TEN2402 `stars` may be missing, and neither population says what that means: add `stars is given`",
  ]);
  expect(share("promised_at at least delivered_at", "delivered_at is not given")).toEqual([]);
  expect(share("not (stars at least 4)", "stars is given or damaged is yes")).toEqual([]);
  expect(share("partner.size at least 3 and outcome is lost", "pieces at least 1")).toEqual([]);
});

test("the fixes for a missing value keep the meaning of `or`", () => {
  const text = `${AGREEMENT}metric m percent of parcels where stars at least 4 out of parcels where pieces is 1 or damaged is no\n`;
  const parsed = parse(sourceFile("a.tenet", text));
  const { diagnostics } = check({ root: parsed, files: [parsed] }, { instant: () => "" });
  const [below] = diagnostics.flatMap(({ fixes }) => fixes);
  const edits = [...(below?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
  const mended = edits.reduce(
    (now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end),
    text,
  );
  expect(mended.split("\n").at(-2)).toBe(
    "metric m percent of parcels where stars at least 4 out of parcels where (pieces is 1 or damaged is no) and stars is given",
  );
});

test.each([
  [
    "metric m average of outcome in parcels",
    "TEN2403 `outcome` is one of `delivered`, `refused`, `lost`, of which there is no average",
  ],
  [
    "metric m latest promised_at in parcels",
    "TEN2403 `promised_at` is a timestamp, of which there is no latest value",
  ],
  [
    "metric m lowest of contact in parcels",
    "TEN2306 `contact` is personal, so no metric gives back one row's value of it",
  ],
  ["metric m number of different contact in parcels", null],
  ["metric m percentile 0 of wait in parcels", "TEN2408 a percentile is above 0 and at most 100, not `0`"],
  ["metric m percentile 99.9 of wait in parcels", null],
  [
    "metric m net score of stars in parcels promoters 5 to 4 detractors 1 to 2",
    "TEN2209 the range ends before it begins: `4` is below `5`",
  ],
  [
    "metric m net score of wait in parcels promoters 4 to 5 detractors 1 to 2",
    "TEN2403 `wait` is a duration in minutes, of which there is no net score",
  ],
  ["metric m rate of surveys per 0 parcels", "TEN2213 a whole number of at least 1 must stand here, not `0`"],
  [
    "metric m rate of surveys per 1000 parcels\n  dated promised_at",
    "TEN2406 `dated` speaks of the rows of one dataset, and this metric reads several datasets",
  ],
  ["metric m rate of parcels where damaged is yes per 1000 parcels\n  dated ordered_on", null],
  [
    "metric m rate of parcels per 1000 parcels\n  counts at most 3 rows per order_id",
    "TEN2406 `counts at most` speaks of the rows of one dataset, and a rate has rows of two kinds",
  ],
  [
    "metric m number of parcels\n  final 3 hours after the period",
    "TEN2515 `final` is counted in calendar days, weeks, months, quarters or years",
  ],
  ["metric m number of parcels\n  final 2 months after the period", null],
  ["metric m number of parcels\n  counts at most 8 rows per contact", null],
  [
    "metric m number of parcels\n  dated wait",
    "TEN2303 `wait` is a duration in minutes, and a date or a timestamp is needed here",
  ],
  [
    "metric m number of board",
    "TEN2308 rows of `board` have no date, which a metric needs: write `dated` in `board`",
  ],
  ["metric m number of board\n  dated decided_on", null],
  [
    "metric a ratio of b to c\nmetric b ratio of a to c\nmetric c number of parcels",
    "TEN2404 metric `b` is made of itself by way of `a`",
  ],
  ["metric a ratio of a to a", "TEN2404 metric `a` is made of itself"],
  [
    "metric a ratio of b to b\nmetric b ratio of a to a",
    "TEN2404 metric `b` is made of itself by way of `a`",
  ],
])("%s", (metric, message) => {
  expect(saidOf(`${metric}\n`).map((line) => line.replace(/^\S+ /, ""))).toEqual(
    message === null ? [] : [message],
  );
});

test.each([
  ["waits", "trips", null],
  ["waits", "count", null],
  ["spend", "count", null],
  ["spend", "spend", null],
  ["share", "share", null],
  ["share", "count", null],
  [
    "spend",
    "refunds",
    "TEN2405 `spend` is money in EUR and `refunds` is money in USD, of which there is no ratio",
  ],
  [
    "count",
    "waits",
    "TEN2405 `count` is a count and `waits` is a duration in minutes, of which there is no ratio",
  ],
  ["count", "share", "TEN2405 `count` is a count and `share` is a percentage, of which there is no ratio"],
  [
    "newest",
    "count",
    "TEN2405 `newest` is one of `delivered`, `refused`, `lost` and `count` is a count, of which there is no ratio",
  ],
])("ratio of %s to %s", (over, under, message) => {
  const metrics = `metric waits sum of wait in parcels
metric trips sum of transit in parcels
metric count number of parcels
metric spend sum of fee in parcels
metric refunds sum of refund in parcels
metric share percent of parcels where damaged is no out of parcels
metric newest latest outcome in parcels
metric r ratio of ${over} to ${under}
`;
  expect(saidOf(metrics).map((line) => line.replace(/^\S+ /, ""))).toEqual(message === null ? [] : [message]);
});

test.each([
  ["  requires on_time at least 95", "TEN2201 `on_time` is a percentage, and `95` is a plain number"],
  ["  requires lost less than 3", "TEN2208 `lost` is a count, so write `fewer than`"],
  ["  requires spend at most 5 USD", "TEN2203 `spend` is in EUR and cannot be compared with USD"],
  ["  requires average_wait at most 60 seconds", null],
  ["  requires newest is lost", null],
  [
    "  requires newest at least lost",
    "TEN2206 `newest` is one of `delivered`, `refused`, `lost`, which has no order, so `at least` says nothing of it",
  ],
  ["  requires on_time at least lost", "TEN2501 a limit on `on_time` is a percentage, and `lost` is a name"],
  [
    "  requires on_time at least 95% for each contact",
    "TEN2306 `contact` is personal, so no groups are made by it",
  ],
  [
    "  requires on_time at least 95% for each promised_at",
    "TEN2504 groups cannot be made by `promised_at`: it is a timestamp",
  ],
  [
    "  requires on_time at least 95% for each outcom",
    "TEN2005 `parcels` has no field `outcom`; did you mean `outcome`?",
  ],
  [
    "  requires on_time at least 95%\n  applies when partner.size at least 3",
    "TEN2512 `applies when` compares metrics only",
  ],
  [
    "  requires on_time at least 95%\n  warns when partner.size at least 3",
    "TEN2512 `warns when` compares metrics only",
  ],
  [
    "  requires on_time at least 95%\n  applies when on_time at least lost",
    "TEN2201 `on_time` is a percentage, and `lost` is neither a value nor a field of the row",
  ],
  ['  requires on_time at least 95%\n  applies to partners where country is "NL" and size at least 3', null],
  [
    "  requires on_time at least 95%\n  applies to partners where stars at least 3",
    "TEN2005 the declared partners have no field `stars`",
  ],
  [
    "  requires on_time at least 95%\n  applies to partners\n  applies to partners where size at least 3",
    null,
  ],
  [
    "  requires on_time at least 95%\n  tolerates fewer than 3 on_time for on_time",
    "TEN2511 `on_time` is not a `number of` metric",
  ],
  [
    "  requires on_time at least 95%\n  tolerates fewer than 3 lost for on_time\n  tolerates fewer than 4 lost for on_time",
    "TEN2511 `on_time` already has a tolerance",
  ],
  [
    "  requires on_time at least 95%\n  missing data counts as pending",
    "TEN2214 `pending` is none of the verdicts that can stand here: `met`, `missed`, `not_enough_data`, `not_applicable`, `excused`",
  ],
  [
    "  requires decisions at least 3\n  requires on_time at least 95%",
    "TEN2506 rows of `parcels` belong to partners and rows of `board` to the brand, so one standard cannot read both",
  ],
  ["  requires decisions at least 3\n  requires decisions at most 9", null],
  [
    "  requires decisions\n    at least 3 where partner.size is 1\n    at least 2 otherwise",
    "TEN2519 this standard is about the brand: its datasets have no `partner`, so no partner can be asked",
  ],
])("%s", (sentences, message) => {
  expect(saidOfStandard(sentences + REST)).toEqual(message === null ? [] : [message]);
});

test.each([
  [
    "each calendar month\n  assessed at the end of each calendar month\n  needs no minimum",
    "TEN2507 a calendar window is judged when it ends, so `assessed` says nothing here",
  ],
  [
    "over rolling 90 days\n  needs no minimum",
    "TEN2101 standard `s` lacks its sentence `assessed`: write `assessed at the end of each calendar month`, or on which days else a window that moves with time is judged",
  ],
  [
    "over rolling 5 business days\n  assessed on day 3 of each calendar week\n  needs no minimum",
    "TEN2515 a rolling window is counted in calendar days, weeks, months, quarters or years",
  ],
  [
    "over rolling 0 days\n  assessed on day 3 of each calendar week\n  needs no minimum",
    "TEN2213 a whole number of at least 1 must stand here, not `0`",
  ],
  [
    "over rolling 4 calendar quarters\n  assessed on day 92 of each calendar quarter\n  needs no minimum",
    null,
  ],
  [
    "over rolling 4 calendar quarters\n  assessed on day 8 of each calendar week\n  needs no minimum",
    "TEN2516 a calendar week has days 1 to 7, not `8`",
  ],
  ["over latest 100 parcels\n  assessed on day 1 of each calendar month\n  needs no minimum", null],
  ["over latest 100 lost\n  assessed on day 1 of each calendar month\n  needs no minimum", null],
  [
    "over latest 100 on_time\n  assessed on day 1 of each calendar month\n  needs no minimum",
    "TEN2520 `on_time` does not count rows, so there are no latest ones of it",
  ],
  [
    "over latest 100 surveys\n  assessed on day 1 of each calendar month\n  needs no minimum",
    "TEN2509 the window is the latest rows of `surveys`, and `on_time` reads `parcels`",
  ],
  [
    "each calendar month\n  measured each calendar quarter\n  needs no minimum",
    "TEN2102 `measured` stands a second time in this declaration",
  ],
  [
    "each calendar month\n  needs at least 30 on_time otherwise missed",
    "TEN2514 `on_time` is not a `number of` metric, so it counts no rows",
  ],
  [
    "each calendar month\n  needs at least 30 board otherwise missed",
    "TEN2506 rows of `parcels` belong to partners and rows of `board` to the brand, so one standard cannot read both",
  ],
  [
    "each calendar month\n  needs at least 0 parcels otherwise missed",
    "TEN2213 a whole number of at least 1 must stand here, not `0`",
  ],
  [
    "each calendar month\n  needs at least 30 parcels where partner.size at least 3\n    at least 10 otherwise missed",
    null,
  ],
  [
    "each calendar month\n  needs at least 30 parcels where partner.size at least 3\n    at least 10 lost otherwise missed",
    "TEN2514 the rows of one `needs` count one thing, here `parcels`",
  ],
  [
    "each calendar month\n  needs at least 30 parcels where size at least 3\n    at least 10 otherwise missed",
    "TEN2513 this condition may only read fields of the partner, as `partner.FIELD`",
  ],
])("measured %s", (sentences, message) => {
  const found = saidOfStandard(`  requires on_time at least 95%\n  measured ${sentences}`);
  expect(found).toEqual(message === null ? [] : [message]);
});

test.each([
  ["at least 95% otherwise\n    at least 90% from 2026-07-01\n", null],
  ["at least 90% from 2026-01-01\n    at least 95% from 2026-07-01\n", null],
  [
    "at least 90% from 2026-02-01\n    at least 95% from 2026-07-01\n",
    "TEN2517 no limit of `on_time` is in force from 2026-01-01 until 2026-02-01",
  ],
  [
    "at least 90% from 2026-07-01\n    at least 95% from 2026-07-01\n    at least 80% otherwise\n",
    "TEN2502 this row can never be in force: an earlier row has the same condition and date",
  ],
  [
    "at least 90% otherwise\n    at least 95% where partner.size is 1\n",
    "TEN2502 this row can never be in force: an earlier row already holds for everyone",
  ],
  [
    "at least 90% otherwise from 2026-07-01\n    at least 95% where partner.size is 1\n    at least 80% otherwise\n",
    null,
  ],
  [
    "at least 90% where partner.size is 1\n    at least 95% where partner.size is 1\n    at least 80% otherwise\n",
    "TEN2502 this row can never be in force: an earlier row has the same condition and date",
  ],
  [
    "at least 90% where partner.size is 1\n    at least 80% otherwise from 2026-02-30\n",
    "TEN2210 `2026-02-30` is no day of the calendar",
  ],
])("rows of a limit: %s", (rows, message) => {
  expect(saidOfStandard(`  requires on_time\n    ${rows.trimEnd()}${REST}`)).toEqual(
    message === null ? [] : [message],
  );
});

test.each([
  ["field a number from 5 to 1", "TEN2209 the range ends before it begins: `1` is below `5`"],
  ["field a number 19 decimals", "TEN2310 a number has from 0 to 18 decimals, not `19`"],
  [
    'field a number written "1.234.56"',
    "TEN2301 write the number 1234.56 (or 1234) the way the file does, such as `1.234,56` or `1 234.56`",
  ],
  ['field a number written "1\'234"', null],
  ['field a date written "YYYY/MM"', null],
  ['field a date written "MM/YY"', "TEN2301 the form gives no year"],
  [
    'field a date written "DMYYYY"',
    "TEN2301 where `D` ends cannot be told, since digits follow it; write `DD`",
  ],
  ['field a date written "DD.MM.YYYY HH"', "TEN2301 the form has `HH`, which has no place here"],
  [
    'field a timestamp written "D/M/YYYY h:mm"',
    "TEN2301 `hh` and `h` count to 12, so the form also needs `A` for AM and PM",
  ],
  [
    'field a timestamp written "D/M/YYYY HH:mm A"',
    "TEN2301 `A` goes with `hh` or `h`; `HH` and `H` count to 24",
  ],
  ['field a timestamp written "D/M/YYYY HH"', "TEN2301 the form gives no minute"],
  ['field a duration in seconds written "mm:mm"', "TEN2301 the form gives the minute twice"],
  ['field a duration in seconds written "h:mm"', "TEN2301 a duration counts hours with `H` or `HH`"],
  [
    'field a duration in seconds written "-"',
    "TEN2301 the form has no token; a duration is written with `H`, `mm`, `ss`",
  ],
  [
    'field a yes_no written "1"',
    "TEN2301 a `yes_no` field is written in two ways: one for yes, then one for no",
  ],
  [
    'field a yes_no written "1", "1"',
    "TEN2301 a `yes_no` field is written in two ways: one for yes, then one for no",
  ],
  ["field a one of x, y, x", "TEN2009 member `x` stands twice"],
  ['field a date from "Y", "M", "D", "H"', "TEN2307 field `a` is read from at most three columns"],
  [
    'field a date written "YYYY-MM" from "Y", "M"',
    "TEN2307 a date that is put together from columns has no form of its own",
  ],
  ['field a total of n, n from "x"', "TEN2307 field `a` is computed, so it is read from no column"],
  [
    "field a total of n, m optional",
    "TEN2302 `a` is computed, so it is missing just where a field that it reads is; leave `optional` away",
  ],
  ["field a total of n, b", "TEN2005 `d` has no field `b`"],
  [
    "field a days from t to n",
    "TEN2302 `n` is not a date or timestamp field of the file, so it cannot be computed with",
  ],
  ["field a days from t to t", null],
  ["partner n", "TEN2312 partners are named by text, and `n` is a number"],
  ["partner p", "TEN2306 `p` is personal, so no partner is named by it"],
  ["dated k", "TEN2303 `k` is text, and a date or a timestamp is needed here"],
  ["dated t then k", "TEN2206 rows cannot be put in order by `k`: it is text"],
  ["keeps latest per k by t then o", "TEN2305 `o` tells rows apart, so it cannot be optional"],
  ["valid from t until n", "TEN2303 `n` is a number, and a date or a timestamp is needed here"],
  ["partner q in d with same k", "TEN2005 `d` has no field `q`"],
  ["dated t in d with same k", "TEN2313 `d` takes its dates from `d`, which takes its own from `d`"],
])("in a dataset: %s", (sentence, message) => {
  const found = said(`dataset d from "d.csv" one row per k
  field k text
  field n number
  field m number
  field o number optional
  field t timestamp
  field p text personal
  ${sentence}
`);
  expect(found.map((line) => line.replace(/^\S+ /, ""))).toEqual(message === null ? [] : [message]);
});

test("the key of a dataset is a field that tells rows apart", () => {
  expect(said(`dataset d from "d.csv" one row per k\n  field k yes_no\n`)).toEqual([
    "1:36 TEN2305 `k` is `yes` or `no`, so it cannot tell rows apart",
  ]);
  expect(said(`dataset d from "d.csv" one row per j\n  field k text\n`)).toEqual([
    "1:36 TEN2005 `d` has no field `j`",
  ]);
});

test.each([
  ["  year starts on 31 december", null],
  ["  year starts on 29 february", "TEN2803 `february` has days 1 to 28 in every year, not `29`"],
  ["  year starts on 1 Aprils", "TEN2803 `Aprils` is no month; did you mean `april`?"],
  ["  rounding 7 decimals half_up", "TEN2804 values are rounded to from 0 to 6 decimals, not to `7`"],
  ["  rounding none", null],
  ["  supersedes version 1.2.1", "TEN2805 `1.2.1` is not earlier than this version, `1.2.0`"],
  ["  supersedes version 0.9.9", null],
  ["  currency EUR", "TEN2102 `currency` stands a second time in this declaration"],
])("in an agreement: %s", (sentence, message) => {
  const found = said(AGREEMENT.replace("  currency EUR\n", `  currency EUR\n${sentence}\n`));
  const own = found.filter((line) => !line.includes("TEN2901")).map((line) => line.replace(/^\S+ /, ""));
  expect(own).toEqual(message === null ? [] : [message]);
});

test.each([
  ["Europe/Amsterdam", true],
  ["UTC", true],
  ["Asia/Kolkata", true],
  ["Asia/Calcutta", true],
  ["US/Eastern", true],
  ["Etc/GMT+5", true],
  ["europe/amsterdam", false],
  ["+01:00", false],
  ["CET+1", false],
  ["Mars/Olympus", false],
  ["", false],
])("time zone %s", (zone, isKnown) => {
  const found = said(AGREEMENT.replace("Europe/Amsterdam", zone)).filter((line) => line.includes("TEN2802"));
  expect(found.length).toBe(isKnown ? 0 : 1);
});

test.each([
  [
    'effective from 2026-02-01 until 2026-02-28\n  changes limit of on_time to at least 90%\n  because "x"',
    null,
  ],
  [
    'effective from 2026-02-01 until further notice\n  changes limit of on_time to at least 90%\n  because "x"',
    "TEN2605 an amendment has a last day; what lasts until further notice is a new version",
  ],
  [
    'effective from 2025-02-01 until 2026-02-28\n  changes limit of on_time to at least 90%\n  because "x"',
    "TEN2605 the amendment reaches beyond the agreement, which is effective from 2026-01-01 until 2026-12-31",
  ],
  [
    'effective from 2026-02-01 until 2026-02-28\n  changes limit of lost to at least 90%\n  because "x"',
    "TEN2604 `s` has no limit on `lost`; it has limits on `on_time`, `spend`",
  ],
  [
    'effective from 2026-02-01 until 2026-02-28\n  changes limit of spend to at least 5 EUR\n  because "x"',
    "TEN2604 `s` has 2 limits on `spend`, so it is not clear which one changes",
  ],
  [
    'effective from 2026-02-01 until 2026-02-28\n  changes limit of on_time to at least 90\n  because "x"',
    "TEN2201 `on_time` is a percentage, and `90` is a plain number",
  ],
  [
    "effective from 2026-02-01 until 2026-02-28\n  changes limit of on_time to at least 90%",
    'TEN2101 amendment `a` lacks its sentence `because`: write `because "the reason"`',
  ],
])("amendment %s", (sentences, message) => {
  const limits =
    "  requires on_time at least 95%\n  requires spend at least 1 EUR\n  requires spend at most 9 EUR";
  const found = saidOf(`${standard(limits + REST)}\namendment a to s for partner "P"\n  ${sentences}\n`);
  expect(found.map((line) => line.replace(/^\S+ /, ""))).toEqual(message === null ? [] : [message]);
});

test.each([
  ["removes parcels where damaged is yes\n  recorded in board", null],
  [
    'removes parcels where damaged is yes\n  needs evidence "x"',
    "TEN2101 exclusion `e` lacks its sentence `recorded in`: write `recorded in DATASET`, where the evidence is kept",
  ],
  [
    "applies when at least 2 partners affected",
    "TEN2101 exclusion `e` lacks its sentence `removes`: write `removes DATASET where CONDITION`",
  ],
  ["removes parcels where damaged is yes\n  applies when at least 2 partners affected by contact", null],
  [
    "removes parcels where damaged is yes\n  applies when at least 2 partners affected by contct",
    "TEN2005 `parcels` has no field `contct`; did you mean `contact`?",
  ],
  [
    "removes board\n  applies when at least 2 partners affected",
    "TEN2602 rows of `board` belong to no partner, so no partner is affected",
  ],
])("exclusion: %s", (sentences, message) => {
  const found = saidOf(`exclusion e\n  ${sentences}\n`).map((line) => line.replace(/^\S+ /, ""));
  expect(found).toEqual(message === null ? [] : [message]);
});

test.each([
  ['given parcels for "P1" in 2026-01\n  | wait |\n  | 10 minutes |', null],
  [
    'given parcels for "P1" in 2026-01\n  | wait | wait |\n  | 10 minutes | 3 hours |',
    "TEN2701 column `wait` stands twice",
  ],
  [
    'given parcels for "P1" in 2026-01\n  | carrier_id |\n  | P1 |',
    "TEN2701 `for` gives the partner already, so `carrier_id` is not written",
  ],
  ['given parcels for "P1" in 2026-13\n  | wait |\n  | 10 minutes |', "TEN2703 there is no period `2026-13`"],
  [
    'given parcels for "P1" in 2026-01\n  | weit |\n  | 10 minutes |',
    "TEN2005 `parcels` has no field `weit`; did you mean `wait`?",
  ],
  [
    'given parcels for "P1" in 2026-01\n  | rows | wait |\n  | x | 10 minutes |',
    "TEN2702 `x` is no value of `rows`: write how often the row stands, such as `95`",
  ],
  ['given parcels for "P1" in 2026-01\n  | rows | wait |\n  |  | 10 minutes |', null],
  ['given parcels for "P1" in 2026-01\n  | stars | wait |\n  |  | 10 minutes |', null],
  [
    'given parcels for "P1" in 2026-01\n  | stars | wait |\n  | 5 | |',
    "TEN2702 a cell of `wait` is wrong: it is not optional, so it must be given",
  ],
  [
    'given parcels for "P1" in 2026-01\n  | fee |\n  | 5 |',
    "TEN2702 `5` is no value of `fee`: write an amount, such as `500 EUR`",
  ],
  [
    'given partners for "P1" in 2026-01\n  | country |\n  | NL |',
    "TEN2701 partners are given as they are, not `for` one of them",
  ],
  [
    'given board for "P1" in 2026-01\n  | decided_on |\n  | 2026-01-02 |',
    'TEN2701 rows of `board` are about the brand: write `for "brand"`',
  ],
  ['given board for "brand" in 2026-01\n  | decided_on |\n  | 2026-01-02 |', null],
])("test: %s", (given, message) => {
  const test = `test t "T"\n  ${given}\n  expect s for "P1" in 2026-01 is met\n`;
  const found = saidOf(`${standard(`  requires on_time at least 95%${REST}`)}\n${test}`);
  expect(found.map((line) => line.replace(/^\S+ /, ""))).toEqual(message === null ? [] : [message]);
});

test.each([
  ['s for "P1" in 2026-01 is not missed', null],
  ['s for "P1" in 2026-01 is pending', null],
  [
    's for "P1" in 2026-01 is mised',
    "TEN2214 `mised` is none of the verdicts that can stand here: `met`, `missed`, `not_enough_data`, `not_applicable`, `excused`, `pending`; did you mean `missed`?",
  ],
  ['s for "P1" in 2026-01-05 is met', "TEN2703 `s` is judged each calendar month, not for `2026-01-05`"],
  ['s for "P1" in 2026-W54 is met', "TEN2703 there is no period `2026-W54`"],
  ['s for "P1" in 2026-01 is missed because on_time', null],
  ['s for "P1" in 2026-01 is missed because lost', "TEN2704 `lost` has no limit in `s`"],
  ['s for "P1" in 2026-01 is not missed because on_time', "TEN2704 `because` goes with `is missed`"],
  [
    'lost for "P1" in 2026-01 is 3 because on_time',
    "TEN2704 `because` names the missed limit of a standard; `lost` has no limit",
  ],
  ['on_time for "P1" in 2026-W53 is 95', "TEN2201 `on_time` is a percentage, and `95` is a plain number"],
  ['spend for "P1" in 2026-Q1 is 12.50 EUR', null],
  ['newest for "P1" in 2026-H1 is lost', null],
  ['average_wait for "P1" in 2026 is 1 hour', null],
  [
    'parcels for "P1" in 2026 is 1',
    "TEN2002 `parcels` is a dataset, and a standard, an attestation, a duty, a metric or a consequence must stand here",
  ],
])("expect %s", (expected, message) => {
  const test = `test t "T"\n  expect ${expected}\n`;
  const found = saidOf(`${standard(`  requires on_time at least 95%${REST}`)}\n${test}`);
  expect(found.map((line) => line.replace(/^\S+ /, ""))).toEqual(message === null ? [] : [message]);
});
