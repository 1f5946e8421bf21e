/**
 * Data that nobody made for this project, judged by agreements of ours, against figures that plain SQL gave.
 *
 * The data lies beside the repository, in `../shared/data`, and is never copied into it; where it is not there the
 * tests are skipped and say so. Shares are compared as whole numbers, not as quotients.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JudgeResult, MetricResult, Verdict } from "@tenet-lang/evaluator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileAgreement, judgeFiles, textUnder } from "../../examples/judge-agreement.ts";

const agreements = fileURLToPath(new URL("agreements", import.meta.url));
const data = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const isThere = existsSync(data);
if (!isThere) process.stderr.write(`skipped: the real data is not at ${data}\n`);

type Truth = Readonly<Record<string, string>>;

/** A truth file as rows; its cells hold no quotes but around names with commas. */
function truthRows(path: string): readonly Truth[] {
  const [header = "", ...lines] = readFileSync(join(data, path), "utf8").trim().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => {
    const cells = line
      .match(/("[^"]*"|[^,]*)(,|$)/g)
      ?.map((cell) => cell.replace(/,$/, "").replace(/^"|"$/g, ""));
    return Object.fromEntries(names.map((name, index) => [name, cells?.[index] ?? ""]));
  });
}

async function judgeReal(
  agreement: string,
  asOf: string,
  files: Readonly<Record<string, string>>,
  change: (text: string) => string = (text) => text,
): Promise<JudgeResult> {
  const read = textUnder(agreements);
  const { bundle, diagnostics } = await compileAgreement(agreements, agreement, (path) => {
    const text = read(path);
    return text === null ? null : change(text);
  });
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  if (bundle === null) throw new Error(`${agreement} does not compile`);
  const result = await judgeFiles(bundle, data, asOf, files);
  expect(result.problems).toEqual([]);
  return result;
}

function verdictOf(result: JudgeResult, standard: string, party: string, label: string): Verdict {
  const found = result.verdicts.find(
    (verdict) =>
      verdict.standard === standard && verdict.party.key === party && verdict.period.label === label,
  );
  if (found === undefined) throw new Error(`no verdict of ${standard} for ${party} in ${label}`);
  return found;
}

function metric(verdict: Verdict, name: string): MetricResult {
  const found = verdict.metrics.find((result) => result.metric === name && result.group === null);
  if (found === undefined) throw new Error(`${verdict.standard} does not show ${name}`);
  return found;
}

/** `5/20`, or `-` where the metric has no value: counts stay as counted. */
function counted(verdict: Verdict, name: string): string {
  const { value } = metric(verdict, name);
  return value === null ? "-" : `${value.numerator}/${value.denominator}`;
}

function share(numerator: string | undefined, denominator: string | undefined): string {
  return denominator === "0" ? "-" : `${numerator}/${denominator}`;
}

function quotient(verdict: Verdict, name: string): number {
  const { value } = metric(verdict, name);
  return Number(value?.numerator) / Number(value?.denominator);
}

describe.skipIf(!isThere)("flights of seven carriers", () => {
  const folder = join(data, "flights_hou11");
  let result: JudgeResult;
  beforeAll(async () => {
    const files = { flights: join(folder, "flights_2011_7carriers.csv") };
    result = await judgeReal("houston-arrivals.tenet", "2012-01-01T06:00:00Z", files);
  });

  it("counts every carrier and month as the truth does", () => {
    const truth = truthRows("flights_hou11/truth_carrier_month.csv");
    const months = result.verdicts.filter(({ standard }) => standard === "arrivals");
    const found = truth.map(({ carrier = "", month = "" }) => {
      const verdict = verdictOf(result, "arrivals", carrier, `2011-${month.padStart(2, "0")}`);
      return {
        carrier,
        month,
        arrived: counted(verdict, "on_time_of_arrived"),
        under15: counted(verdict, "under_15_of_arrived"),
        scheduled: counted(verdict, "on_time_of_scheduled"),
        cancelled: counted(verdict, "cancel_share"),
        diverted: counted(verdict, "diverted_flights"),
        p90: counted(verdict, "ninth_decile"),
      };
    });
    expect(found).toEqual(
      truth.map((row) => ({
        carrier: row.carrier,
        month: row.month,
        arrived: share(row.n_le15, row.arrived),
        under15: share(row.n_lt15, row.arrived),
        scheduled: share(row.n_le15, row.flights),
        cancelled: share(row.cancelled, row.flights),
        diverted: `${row.diverted}/1`,
        p90: row.arrived === "0" ? "-" : `${row.p90_disc}/1`,
      })),
    );
    expect(months.length).toBe(7 * 12);
  });

  it("averages delays as the truth does", () => {
    for (const { carrier = "", month = "", mean_arr_delay, arrived } of truthRows(
      "flights_hou11/truth_carrier_month.csv",
    )) {
      if (arrived === "0") continue;
      const verdict = verdictOf(result, "arrivals", carrier, `2011-${month.padStart(2, "0")}`);
      expect(quotient(verdict, "usual_delay")).toBeCloseTo(Number(mean_arr_delay), 9);
    }
  });

  it("gives the verdict that the counts give", () => {
    for (const row of truthRows("flights_hou11/truth_carrier_month.csv")) {
      const [le15, arrived, flights] = [Number(row.n_le15), Number(row.arrived), Number(row.flights)];
      if (arrived === 0) continue;
      const isMet = le15 * 100 >= 80 * arrived && le15 * 100 >= 78 * flights && Number(row.p90_disc) <= 45;
      const label = `2011-${row.month?.padStart(2, "0")}`;
      expect(verdictOf(result, "arrivals", row.carrier ?? "", label).verdict).toBe(isMet ? "met" : "missed");
    }
  });

  it("recomputes the year from rows", () => {
    for (const row of truthRows("flights_hou11/truth_carrier.csv")) {
      const verdict = verdictOf(result, "arrivals_of_the_year", row.carrier ?? "", "2011");
      expect(counted(verdict, "on_time_of_arrived")).toBe(share(row.n_le15, row.arrived));
      expect(counted(verdict, "ninth_decile")).toBe(`${row.p90_disc}/1`);
      expect(verdict.rows.used).toBe(Number(row.flights));
    }
  });

  it("keeps every row", () => {
    const [flights] = result.data;
    expect(flights).toMatchObject({ rows: 9564, used: 9564, setAside: 0, errorCount: 0 });
  });
});

describe.skipIf(!isThere)("complaints about fourteen companies", () => {
  const file = join(data, "cfpb", "complaints_midsize_companies.csv");
  const asOf = "2018-01-01T05:00:00Z";
  const folder = mkdtempSync(join(tmpdir(), "tenet-"));
  const twice = join(folder, "twice.csv");
  const onceForEach = (text: string): string => text.replace("  duplicates counted once\n", "");
  afterAll(() => rmSync(folder, { recursive: true }));

  function figures(result: JudgeResult, { company = "" }: Truth): readonly string[] {
    const verdict = verdictOf(result, "timely", company, "2018-01-01");
    return ["timely_share", "disputed_of_known", "disputed_of_all"].map((name) => counted(verdict, name));
  }

  function expected(row: Truth, times: number): readonly string[] {
    const many = (count: string | undefined): string => String(Number(count) * times);
    return [
      share(many(row.timely), many(row.complaints)),
      share(many(row.disputed), many(row.disputed_known)),
      share(many(row.disputed), many(row.complaints)),
    ];
  }

  it("agrees with the truth, duplicates counted once", async () => {
    const result = await judgeReal("complaint-handling.tenet", asOf, { complaints: file });
    const truth = truthRows("cfpb/truth_company_dedup.csv");
    expect(truth.map((row) => figures(result, row))).toEqual(truth.map((row) => expected(row, 1)));
    expect(result.verdicts.length).toBe(truth.length);
    for (const row of truth) {
      const verdict = verdictOf(result, "timely", row.company ?? "", "2018-01-01");
      expect(quotient(verdict, "relief_share")).toBeCloseTo(Number(row.relief_share), 12);
      const open = Number(row.untimely_label) + Number(row.in_progress);
      expect(counted(verdict, "unanswered")).toBe(`${open}/1`);
    }
  });

  it("agrees with the truth, every row counted", async () => {
    const result = await judgeReal("complaint-handling.tenet", asOf, { complaints: file }, onceForEach);
    const truth = truthRows("cfpb/truth_company.csv");
    expect(truth.map((row) => figures(result, row))).toEqual(truth.map((row) => expected(row, 1)));
  });

  it("drops every second copy of a row, and only if the agreement says so", async () => {
    const text = readFileSync(file, "utf8").trimEnd();
    const rows = text.slice(text.indexOf("\n") + 1);
    writeFileSync(twice, `${text}\n${rows}\n`);
    const once = await judgeReal("complaint-handling.tenet", asOf, { complaints: twice });
    const both = await judgeReal("complaint-handling.tenet", asOf, { complaints: twice }, onceForEach);
    const truth = truthRows("cfpb/truth_company_dedup.csv");
    expect(truth.map((row) => figures(once, row))).toEqual(truth.map((row) => expected(row, 1)));
    expect(truth.map((row) => figures(both, row))).toEqual(truth.map((row) => expected(row, 2)));
    expect(once.data[0]).toMatchObject({ rows: 4502, duplicates: 2251, used: 2251 });
  });
});

describe.skipIf(!isThere)("requests to a city", () => {
  const asOf = "2023-01-01T05:00:00Z";
  const iso = { requests: join(data, "boston_311", "boston311-100.csv") };
  const slashed = { requests: join(data, "boston_311", "boston311-dmy-100.csv") };
  const inSlashes = (text: string): string =>
    text.replaceAll(" timestamp", ' timestamp written "DD/MM/YYYY HH:mm:ss"');

  it("agrees with the truth of each department", async () => {
    const result = await judgeReal("city-requests.tenet", asOf, iso);
    for (const row of truthRows("boston_311/truth/department.csv")) {
      const verdict = verdictOf(result, "kept_the_date", row.department ?? "", "2022");
      expect(counted(verdict, "labelled_on_time")).toBe(share(row.label_ontime, row.n));
      expect(counted(verdict, "with_target")).toBe(`${row.with_target}/1`);
      const kept = metric(verdict, "closed_by_target").value;
      if (row.met_of_closed_with_target === "") expect(kept).toBeNull();
      else
        expect(quotient(verdict, "closed_by_target")).toBeCloseTo(Number(row.met_of_closed_with_target), 12);
    }
  });

  it("reads one space as missing", async () => {
    const result = await judgeReal("city-requests.tenet", asOf, iso);
    const total = (name: string): number =>
      result.verdicts.reduce((sum, verdict) => sum + Number(metric(verdict, name).value?.numerator), 0);
    expect([total("placeless"), total("noteless"), total("still_open"), total("with_target")]).toEqual([
      1, 15, 15, 89,
    ]);
  });

  it("gives the same verdicts from both ways of writing dates", async () => {
    const fromIso = await judgeReal("city-requests.tenet", asOf, iso);
    const fromSlashed = await judgeReal("city-requests.tenet", asOf, slashed, inSlashes);
    expect(fromSlashed.verdicts).toEqual(fromIso.verdicts);
    expect(fromIso.verdicts.length).toBe(7);
  });
});

describe.skipIf(!isThere)("causes of delay, already summed", () => {
  let result: JudgeResult;
  beforeAll(async () => {
    const files = { airport_months: join(data, "bts_delay_cause", "Airline_Delay_Cause_2025.csv") };
    result = await judgeReal("delay-causes.tenet", "2025-08-01T05:00:00Z", files);
  });

  /** Whether a metric is exactly so many of so many; the truth writes whole numbers as `62.0`. */
  function isExactly(
    verdict: Verdict,
    name: string,
    part: string | undefined,
    whole: string | undefined,
  ): boolean {
    const { value } = metric(verdict, name);
    const [numerator, denominator] = [BigInt(value?.numerator ?? 0), BigInt(value?.denominator ?? 1)];
    return numerator * BigInt(Number(whole)) === denominator * BigInt(Number(part));
  }

  it("takes the ratio of sums for each carrier and month", () => {
    for (const row of truthRows("bts_delay_cause/truth/carrier_month.csv")) {
      const verdict = verdictOf(result, "few_late", row.carrier ?? "", `2025-0${row.month}`);
      expect(isExactly(verdict, "late_share", row.arr_del15, row.arr_flights)).toBe(true);
      expect(isExactly(verdict, "cancel_share", row.cancelled, row.arr_flights)).toBe(true);
      expect(isExactly(verdict, "divert_share", row.diverted, row.arr_flights)).toBe(true);
      expect(quotient(verdict, "own_fault")).toBeCloseTo(Number(row.carrier_caused_share_of_late), 9);
      expect(counted(verdict, "airports")).toBe(`${row.rows_}/1`);
      const isMet = Number(row.arr_del15) * 4 <= Number(row.arr_flights);
      expect(verdict.verdict).toBe(isMet ? "met" : "missed");
    }
  });

  it("takes the ratio of sums over five months, never the mean of shares", () => {
    for (const row of truthRows("bts_delay_cause/truth/carrier.csv")) {
      const verdict = verdictOf(result, "few_late_in_all", row.carrier ?? "", "2025-08-01");
      expect(isExactly(verdict, "late_share", row.arr_del15, row.arr_flights)).toBe(true);
      expect(quotient(verdict, "late_share")).not.toBeCloseTo(
        1 - Number(row.WRONG_unweighted_mean_of_row_shares),
        4,
      );
    }
    expect(result.data[0]).toMatchObject({ rows: 9494, used: 9494, errorCount: 0 });
  });
});
