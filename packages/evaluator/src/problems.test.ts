import { describe, expect, it } from "vitest";
import { clockBundle, tableClock } from "../../../test/support/clock-bundle.ts";
import {
  date,
  field,
  leaf,
  literal,
  metric,
  ratio,
  rule,
  share,
  standingBundle,
} from "../../../test/support/standing-bundle.ts";
import { judge as judgeWithAll } from "./all/all.ts";
import type { Bundle } from "./bundle/rule.ts";
import { formEngine } from "./forms/forms.ts";
import { judge } from "./judge.ts";
import type { JudgeOptions } from "./options.ts";
import { csv } from "./read/read.ts";

const options: JudgeOptions = { asOf: "2026-03-01T00:00:00Z" };

function bundleOf(more: Partial<Bundle> = {}): Bundle {
  return standingBundle({
    metric: metric(share, { kind: "percent" }),
    comparison: { operator: "at_least", values: [literal(1, 2)], words: "at least", text: "50%" },
    rules: [
      rule("fine/met", leaf("metric:quality", "strict:at_least", ratio(1, 2))),
      rule("fine/missed", leaf("metric:quality", "strict:less_than", ratio(1, 2))),
    ],
    more,
  });
}

/** The sample, whose visits are dated in a written form. */
function writtenBundle(): Bundle {
  const bundle = bundleOf();
  const datasets = bundle.datasets.map((dataset) => ({
    ...dataset,
    fields: dataset.fields.map((each) =>
      each.name === "at" ? field("at", { ...date, kind: "date", written: "D.M.YYYY" }) : each,
    ),
  }));
  return { ...bundle, datasets };
}

const sources = { partners: [{ id: "A" }], visits: [{ partner: "A", at: "2026-01-10", good: "yes" }] };
const written = { ...sources, visits: [{ partner: "A", at: "10.1.2026", good: "yes" }] };

const messages = (
  bundle: Bundle,
  of: Readonly<Record<string, Iterable<object>>> = sources,
): readonly string[] => judge(bundle, of, options).problems.map(({ code, message }) => `${code} ${message}`);

/** SPEC §7.1.4: a bundle that needs a part which is absent is refused, and never judged without. */
describe("a part that is not handed in", () => {
  it("is not missed where nothing needs it", () => {
    expect(messages(bundleOf())).toEqual([]);
  });

  it("is named with the import: clocks and calendars", () => {
    const problem =
      "TEN4006 the agreement has clocks or calendars; pass `clockEngine` of `@tenet-lang/evaluator/clocks` as `clocks`";
    expect(messages(clockBundle(tableClock), { orders: [], events: [] })).toEqual([problem]);
    const { calendars } = clockBundle(tableClock);
    expect(messages(bundleOf({ calendars }))).toEqual([problem]);
  });

  it("is named with the import: the newest rows", () => {
    const problem =
      "TEN4006 the agreement asks which rows are newest; pass `newestEngine` of `@tenet-lang/evaluator/newest` as `newest`";
    const population = { dataset: "visits", where: null };
    const latest = metric({ kind: "latest", field: "score", population }, { kind: "number" });
    expect(messages(bundleOf({ metrics: [latest] }))).toEqual([problem]);
    const capped = metric(share, { kind: "percent" }, { countsAtMost: { rows: 1, per: "score" } });
    expect(messages(bundleOf({ metrics: [capped] }))).toEqual([problem]);
    const standards = bundleOf().standards.map((standard) => ({
      ...standard,
      measured: [{ window: { kind: "latest", count: 5, population } as const, when: null, metrics: [] }],
      assessed: { kind: "end_of", span: "month" } as const,
    }));
    expect(messages(bundleOf({ standards }))).toEqual([problem]);
  });

  it("is named with the import: consequences", () => {
    const { origin } = bundleOf().agreement;
    const points: Bundle["points"] = [
      { name: "marks", label: null, party: "partner", on: "fine", bands: [], doubled: null, origin },
    ];
    expect(messages(bundleOf({ points }))).toEqual([
      "TEN4006 the agreement has consequences; pass `consequenceEngine` of `@tenet-lang/evaluator/consequences` as `consequences`",
    ]);
  });

  it("is named with the import: written forms of a program's own rows", () => {
    expect(messages(writtenBundle(), written)).toEqual([
      "TEN4006 the agreement has dates or durations in a written form; pass `formEngine` of `@tenet-lang/evaluator/forms` as `forms`",
    ]);
  });
});

describe("a part that is handed in", () => {
  it("reads written forms", () => {
    const { problems, verdicts } = judge(writtenBundle(), written, { ...options, forms: formEngine });
    expect(problems).toEqual([]);
    expect(verdicts[0]?.verdict).toBe("met");
  });

  it("comes with files, and with the entry that has all of them", () => {
    const bytes = new TextEncoder().encode("partner,at,good,score\nA,10.1.2026,yes,\n");
    for (const result of [
      judge(writtenBundle(), { ...sources, visits: csv("visits.csv", bytes) }, options),
      judgeWithAll(writtenBundle(), written, options),
    ]) {
      if (result instanceof Promise) throw new TypeError("bytes in memory are read at once");
      expect(result.problems).toEqual([]);
      expect(result.verdicts[0]?.verdict).toBe("met");
    }
  });
});
