import { describe, expect, it } from "vitest";
import { mutableSample, sampleBundle } from "../../../../test/support/sample-bundle.ts";
import { fingerprintOf, readBundle } from "./bundle.ts";

// biome-ignore lint/suspicious/noExplicitAny: the bundles are what the types forbid
type Change = (bundle: any) => void;

/** The problems of the sample after a change, as `path: message`; the fingerprint fits the change. */
function refusals(change: Change): readonly string[] {
  const bundle = mutableSample();
  change(bundle);
  bundle.fingerprint = fingerprintOf(bundle);
  const read = readBundle(bundle);
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`);
}

const ratio = (numerator: string, denominator = "1") => ({ numerator, denominator });

describe("a bundle", () => {
  it("is read from text and from a value", () => {
    expect(readBundle(JSON.stringify(sampleBundle()))).toEqual({ ok: true, bundle: sampleBundle() });
    expect(readBundle(sampleBundle())).toEqual({ ok: true, bundle: sampleBundle() });
  });

  it("is a copy of what was given", () => {
    const given = mutableSample();
    const read = readBundle(given);
    given.rules.length = 0;
    expect(read.ok && read.bundle.rules.length).toBe(sampleBundle().rules.length);
  });
});

describe("what is no bundle", () => {
  it.each([
    ["", "is not JSON text"],
    ["{", "is not JSON text"],
    ["[1,]", "is not JSON text"],
    ["null", "must be an object"],
    ["[]", "must be an object"],
    ["1e999", "must be an object"],
    [null, "must be an object"],
    [undefined, "is missing"],
    [12n, "must be an object"],
    [() => 1, "must be an object"],
    [Symbol("x"), "must be an object"],
  ])("is refused with a reason: %s", (value, message) => {
    expect(readBundle(value)).toEqual({ ok: false, problems: [{ path: "", message }] });
  });

  it("is refused when looking at it throws", () => {
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("boo");
        },
      },
    );
    expect(readBundle(trap)).toEqual({
      ok: false,
      problems: [{ path: "", message: "cannot be read as plain data" }],
    });
  });

  it("is refused with a hundred problems at most", () => {
    const bundle = mutableSample();
    bundle.rules = Array.from({ length: 5000 }, () => ({}));
    const read = readBundle(bundle);
    expect(read.ok ? 0 : read.problems.length).toBe(100);
  });
});

const shapes: readonly [string, Change, string][] = [
  [
    "unknown key",
    (b) => {
      b.extra = 1;
    },
    "extra: is not a key of a bundle",
  ],
  [
    "unknown key deep inside",
    (b) => {
      b.metrics[0].form.numerator.limit = 1;
    },
    "metrics[0].form.numerator.limit: is not a key of a bundle",
  ],
  [
    "key with odd characters",
    (b) => {
      b.zone["a\nb"] = 1;
    },
    'zone["a\\nb"]: is not a key of a bundle',
  ],
  [
    "missing key",
    (b) => {
      delete b.zone;
    },
    "zone: is missing",
  ],
  [
    "other version of the format",
    (b) => {
      b.schema = "tenet.bundle/2";
    },
    "schema: must be `tenet.bundle/1`",
  ],
  [
    "wrong type",
    (b) => {
      b.agreement.label = 3;
    },
    "agreement.label: must be text",
  ],
  [
    "unknown kind",
    (b) => {
      b.metrics[1].form.kind = "guess";
    },
    "metrics[1].form.kind: must be one of",
  ],
  [
    "unknown operator",
    (b) => {
      b.rules[0].conditions.all[0].operator = "equal";
    },
    "rules[0].conditions.all[0].operator: must be one of `strict:is`",
  ],
  [
    "unknown operator behind another",
    (b) => {
      b.rules[6].conditions.all[0].any[1].operator = "in";
    },
    "rules[6].conditions.all[0].any[1].operator: must be one of `strict:is`",
  ],
  [
    "nothing in all",
    (b) => {
      b.rules[0].conditions.all = [];
    },
    "rules[0].conditions.all: must hold at least 1 item",
  ],
  [
    "nothing in any",
    (b) => {
      b.rules[6].conditions.all[0].any = [];
    },
    "rules[6].conditions.all[0].any: must hold at least 1 item",
  ],
  [
    "any in place of all",
    (b) => {
      b.rules[0].conditions = { any: b.rules[0].conditions.all };
    },
    "rules[0].conditions.all: is missing",
  ],
  [
    "any beside all",
    (b) => {
      b.rules[5].conditions.all[0].not.any = [];
    },
    "rules[5].conditions.all[0].not.any: is not a key of a bundle",
  ],
  [
    "number for an exact number",
    (b) => {
      b.rules[1].conditions.all[0].value = 0.95;
    },
    "rules[1].conditions.all[0].value: ",
  ],
  [
    "decimal for a whole number",
    (b) => {
      b.rules[1].conditions.all[0].value.numerator = "0.5";
    },
    "rules[1].conditions.all[0].value.numerator: is not written as it must be",
  ],
  [
    "leading zero",
    (b) => {
      b.rules[1].conditions.all[0].value.numerator = "01";
    },
    "rules[1].conditions.all[0].value.numerator: is not written as it must be",
  ],
  [
    "denominator of zero",
    (b) => {
      b.rules[1].conditions.all[0].value.denominator = "0";
    },
    "rules[1].conditions.all[0].value.denominator: is not written as it must be",
  ],
  [
    "negative denominator",
    (b) => {
      b.rules[1].conditions.all[0].value.denominator = "-1";
    },
    "rules[1].conditions.all[0].value.denominator: is not written as it must be",
  ],
  [
    "number of 39 digits",
    (b) => {
      b.rules[1].conditions.all[0].value.numerator = "9".repeat(39);
    },
    "rules[1].conditions.all[0].value.numerator: is not written as it must be",
  ],
  [
    "empty condition",
    (b) => {
      b.metrics[0].form.numerator.where.of = [];
    },
    "metrics[0].form.numerator.where.of: must hold at least 1 item",
  ],
  [
    "day that does not exist",
    (b) => {
      b.agreement.effective.until = "2026-02-30";
    },
    "agreement.effective.until: must be a date, as `2026-01-31`",
  ],
  [
    "name with a space",
    (b) => {
      b.metrics[0].name = "in 60";
    },
    "metrics[0].name: is not written as it must be",
  ],
  [
    "rule named as an engine event",
    (b) => {
      b.rules[0].name = "success";
    },
    "rules[0].name: is not written as it must be",
  ],
  [
    "offset beyond a day",
    (b) => {
      b.zone.offset[0] = 86_400;
    },
    "zone.offset[0]: must be less than 86400",
  ],
  [
    "fraction of a row",
    (b) => {
      b.standards[0].needs.rows[0].atLeast = 1.5;
    },
    "standards[0].needs.rows[0].atLeast: must be a whole number",
  ],
];

const references: readonly [string, Change, string][] = [
  [
    "two declarations of one name",
    (b) => {
      b.exclusions[0].name = "nps";
    },
    "exclusions[0].name: `nps` is declared twice",
  ],
  [
    "two rules of one name",
    (b) => {
      b.rules.push(b.rules[0]);
    },
    "rules[10].name: `urgent/scope 1` is declared twice",
  ],
  [
    "event that is not the rule's",
    (b) => {
      b.rules[0].event.type = "urgent/gate 1";
    },
    "rules[0].event.type: must repeat the rule's name",
  ],
  [
    "rule that is not there",
    (b) => {
      b.standards[0].scope = ["urgent/scope 2"];
    },
    "standards[0].scope[0]: no rule is named `urgent/scope 2`",
  ],
  [
    "rule of a gate that is not there",
    (b) => {
      b.standards[0].gates = ["x/y"];
    },
    "standards[0].gates[0]: no rule is named `x/y`",
  ],
  [
    "rule of a row that is not there",
    (b) => {
      b.standards[0].requires[0].alternatives[0].rows[0].applies = "x/y";
    },
    "standards[0].requires[0].alternatives[0].rows[0].applies: no rule",
  ],
  [
    "met that is not there",
    (b) => {
      b.standards[0].requires[0].alternatives[0].rows[1].met = "x/y";
    },
    "standards[0].requires[0].alternatives[0].rows[1].met: no rule",
  ],
  [
    "missed that is not there",
    (b) => {
      b.standards[0].requires[0].alternatives[0].rows[1].missed = "x/y";
    },
    "standards[0].requires[0].alternatives[0].rows[1].missed: no rule",
  ],
  [
    "warning that is not there",
    (b) => {
      b.standards[0].warnings[0].rule = "x/y";
    },
    "standards[0].warnings[0].rule: no rule",
  ],
  [
    "needs that is not there",
    (b) => {
      b.standards[0].needs.rows[0].enough = "x/y";
    },
    "standards[0].needs.rows[0].enough: no rule",
  ],
  [
    "when that is not there",
    (b) => {
      b.standards[0].measured.unshift({ ...b.standards[0].measured[0], when: "x/y" });
    },
    "standards[0].measured[0].when: no rule",
  ],
  [
    "two lines without when",
    (b) => {
      b.standards[0].measured.push(b.standards[0].measured[0]);
    },
    "standards[0].measured[0].when: the last line alone has no condition",
  ],
  [
    "no line without when",
    (b) => {
      b.standards[0].measured[0].when = "urgent/gate 1";
    },
    "standards[0].measured[0].when: the last line alone has no condition",
  ],
  [
    "latest window without assessment",
    (b) => {
      b.standards[0].assessed = null;
    },
    "standards[0].assessed: a rolling or latest window needs the days on which it is assessed",
  ],
  [
    "metric of a limit",
    (b) => {
      b.standards[0].requires[0].alternatives[0].metric = "gone";
    },
    "standards[0].requires[0].alternatives[0].metric: no metric is named `gone`",
  ],
  [
    "metric of a tolerance",
    (b) => {
      b.standards[0].requires[0].alternatives[0].tolerates.metric = "gone";
    },
    "standards[0].requires[0].alternatives[0].tolerates.metric: no metric",
  ],
  [
    "field of for each",
    (b) => {
      b.standards[0].requires[0].alternatives[0].group = "gone";
    },
    "standards[0].requires[0].alternatives[0].group: dataset `calls` has no field `gone`",
  ],
  [
    "amendment of a row",
    (b) => {
      b.standards[0].requires[0].alternatives[0].rows[0].amendment = "gone";
    },
    "standards[0].requires[0].alternatives[0].rows[0].amendment: no amendment",
  ],
  [
    "two values for at least",
    (b) => {
      const c = b.standards[0].requires[0].alternatives[0].rows[0].comparison;
      c.values.push(c.values[0]);
    },
    "standards[0].requires[0].alternatives[0].rows[0].comparison.values: `at_least` does not compare with 2 values",
  ],
  [
    "dataset of needs",
    (b) => {
      b.standards[0].needs.counts.name = "gone";
    },
    "standards[0].needs.counts.name: no dataset",
  ],
  [
    "exclusion",
    (b) => {
      b.standards[0].excluding = ["gone"];
    },
    "standards[0].excluding[0]: no exclusion",
  ],
  [
    "dataset of a population",
    (b) => {
      b.metrics[1].form.population.dataset = "gone";
    },
    "metrics[1].form.population.dataset: no dataset is named `gone`",
  ],
  [
    "two datasets in a share",
    (b) => {
      b.metrics[0].form.denominator.dataset = "feedback";
    },
    "metrics[0].form.denominator.dataset: a share is of rows of one dataset",
  ],
  [
    "field of an aggregate",
    (b) => {
      b.metrics[3].form.field = "gone";
    },
    "metrics[3].form.field: dataset `calls` has no field `gone`",
  ],
  [
    "percentile of more than all",
    (b) => {
      b.metrics[4].form.percent = ratio("101", "100");
    },
    "metrics[4].form.percent: must be above 0% and at most 100%",
  ],
  [
    "percentile of nothing",
    (b) => {
      b.metrics[4].form.percent = ratio("0");
    },
    "metrics[4].form.percent: must be above 0% and at most 100%",
  ],
  [
    "part of a ratio",
    (b) => {
      b.metrics[7].form.numerator = "gone";
    },
    "metrics[7].form.numerator: no metric",
  ],
  [
    "metric made of itself",
    (b) => {
      b.metrics[7].form.numerator = "monthly";
      b.metrics[8].form.metric = "quotient";
    },
    "metrics[7].form: metric `quotient` is made of itself",
  ],
  [
    "date of a metric",
    (b) => {
      b.metrics[1].dated = "outcome";
    },
    "metrics[1].dated: field `outcome` holds no date",
  ],
  [
    "field of a condition",
    (b) => {
      b.metrics[0].form.numerator.where.of[0].left.name = "gone";
    },
    "metrics[0].form.numerator.where.of[0].left.name: dataset `calls` has no field `gone`",
  ],
  [
    "metric in a condition over rows",
    (b) => {
      b.metrics[0].form.numerator.where.of[0].left.kind = "metric";
    },
    "metrics[0].form.numerator.where.of[0].left: metrics are not read row by row",
  ],
  [
    "date of a field that is no timestamp",
    (b) => {
      b.metrics[0].form.numerator.where.of[1].of[1].left.name = "booked_on";
    },
    "metrics[0].form.numerator.where.of[1].of[1].left.name: field `booked_on` is no timestamp",
  ],
  [
    "partner field of a condition",
    (b) => {
      b.metrics[0].form.numerator.where.of[0].left = { kind: "partner", name: "gone" };
    },
    "metrics[0].form.numerator.where.of[0].left.name: no field of the partners",
  ],
  [
    "value of another type",
    (b) => {
      b.metrics[0].form.numerator.where.of[0].right = [{ kind: "text", text: "answered" }];
    },
    "metrics[0].form.numerator.where.of[0].right[0]: a value of kind `text` is not compared with one of type `one_of`",
  ],
  [
    "member of another list",
    (b) => {
      b.metrics[0].form.numerator.where.of[0].right = [{ kind: "member", name: "gone" }];
    },
    "metrics[0].form.numerator.where.of[0].right[0]: a value of kind `member`",
  ],
  [
    "nothing on the right",
    (b) => {
      b.metrics[0].form.numerator.where.of[0].right = [];
    },
    "metrics[0].form.numerator.where.of[0].right: `is` does not compare with 0 values",
  ],
  [
    "one end of a range",
    (b) => {
      b.metrics[0].form.numerator.where.of[1].of[1].right.pop();
    },
    "metrics[0].form.numerator.where.of[1].of[1].right: `between` does not compare with 1 values",
  ],
  [
    "pattern beyond a thousand characters",
    (b) => {
      b.metrics[0].form.numerator.where.of[0] = {
        kind: "compare",
        left: { kind: "field", name: "call_id" },
        operator: "matches",
        right: [{ kind: "text", text: "a".repeat(1001) }],
      };
    },
    "metrics[0].form.numerator.where.of[0].right[0]: the pattern is longer than 1000 characters",
  ],
  [
    "key of a look-up",
    (b) => {
      b.metrics[0].form.numerator.where.of[1].of[2].key = "outcome";
    },
    "metrics[0].form.numerator.where.of[1].of[2].key: dataset `feedback` has no field `outcome`",
  ],
  [
    "date of a look-up",
    (b) => {
      b.metrics[0].form.numerator.where.of[1].of[2].within.after = "outcome";
    },
    "metrics[0].form.numerator.where.of[1].of[2].within.after: field `outcome` holds no date",
  ],
  [
    "look-up in time without a date",
    (b) => {
      b.datasets[1].dated = null;
    },
    "metrics[0].form.numerator.where.of[1].of[2].within: dataset `feedback` has no date",
  ],
  [
    "condition of a look-up",
    (b) => {
      b.metrics[0].form.numerator.where.of[1].of[2].where.left.name = "wait";
    },
    "metrics[0].form.numerator.where.of[1].of[2].where.left.name: dataset `feedback` has no field `wait`",
  ],
  [
    "key of a dataset",
    (b) => {
      b.datasets[0].key = "gone";
    },
    "datasets[0].key: dataset `calls` has no field `gone`",
  ],
  [
    "partner of a dataset",
    (b) => {
      b.datasets[0].partner.field = "gone";
    },
    "datasets[0].partner.field: dataset `calls` has no field `gone`",
  ],
  [
    "partner in another dataset",
    (b) => {
      b.datasets[1].partner.dataset = "gone";
    },
    "datasets[1].partner.dataset: no dataset is named `gone`",
  ],
  [
    "date in another dataset",
    (b) => {
      b.datasets[1].dated.field = "outcome";
    },
    "datasets[1].dated.field: field `outcome` holds no date",
  ],
  [
    "date of a dataset",
    (b) => {
      b.datasets[0].dated.field = "wait";
    },
    "datasets[0].dated.field: field `wait` holds no date",
  ],
  [
    "keeps latest",
    (b) => {
      b.datasets[1].keepsLatest.by = "gone";
    },
    "datasets[1].keepsLatest.by: dataset `feedback` has no field `gone`",
  ],
  [
    "validity",
    (b) => {
      b.datasets[0].valid = { from: "booked_on", until: "wait" };
    },
    "datasets[0].valid.until: field `wait` holds no date",
  ],
  [
    "field declared twice",
    (b) => {
      b.datasets[1].fields.push(b.datasets[1].fields[1]);
    },
    "datasets[1].fields[2].name: `stars` is declared twice",
  ],
  [
    "member declared twice",
    (b) => {
      const { members } = b.datasets[0].fields[5].type;
      members.push(members[0]);
    },
    "datasets[0].fields[5].type.members[1].name: `answered` is declared twice",
  ],
  [
    "total of a text",
    (b) => {
      b.datasets[0].fields[9].type.of[1] = "call_id";
    },
    "datasets[0].fields[9].type.of[1]: no number field is named `call_id`",
  ],
  [
    "days from a text",
    (b) => {
      b.datasets[0].fields[10].type.from = "call_id";
    },
    "datasets[0].fields[10].type.from: no date field is named `call_id`",
  ],
  [
    "column of a computed field",
    (b) => {
      b.datasets[0].fields[9].columns = ["score"];
    },
    "datasets[0].fields[9].columns: a field of type `total` is not read from 1 columns",
  ],
  [
    "text from two columns",
    (b) => {
      b.datasets[0].fields[0].columns = ["a", "b"];
    },
    "datasets[0].fields[0].columns: a field of type `text` is not read from 2 columns",
  ],
  [
    "field from no column",
    (b) => {
      b.datasets[0].fields[0].columns = [];
    },
    "datasets[0].fields[0].columns: a field of type `text` is not read from 0 columns",
  ],
  [
    "key of the partners",
    (b) => {
      b.partners.key = "gone";
    },
    "partners.key: no field of the partners is named `gone`",
  ],
  [
    "active since no date",
    (b) => {
      b.partners.active.from = "kind";
    },
    "partners.active.from: field `kind` holds no date",
  ],
  [
    "exclusion's group",
    (b) => {
      b.exclusions[0].affected.by = "gone";
    },
    "exclusions[0].affected.by: dataset `calls` has no field `gone`",
  ],
  [
    "exclusion's evidence",
    (b) => {
      b.exclusions[0].recorded.dataset = "gone";
    },
    "exclusions[0].recorded.dataset: no dataset",
  ],
  [
    "amendment of no standard",
    (b) => {
      b.amendments[0].standard = "gone";
    },
    "amendments[0].standard: no standard",
  ],
  [
    "amendment that ends before it begins",
    (b) => {
      b.amendments[0].until = "2026-10-31";
    },
    "amendments[0].until: is before its first day",
  ],
  [
    "agreement that ends before it begins",
    (b) => {
      b.agreement.effective.until = "2025-12-31";
    },
    "agreement.effective.until: is before the agreement's first day",
  ],
  [
    "zone of elsewhere",
    (b) => {
      b.zone.zone = "Europe/London";
    },
    "zone.zone: is not the agreement's time zone",
  ],
  [
    "zone that ends early",
    (b) => {
      b.zone.through = "2026-06-30";
    },
    "zone.through: is before the agreement's last day",
  ],
  [
    "zone out of order",
    (b) => {
      b.zone.from[1] = b.zone.from[0];
    },
    "zone.from[1]: must be later than the instant before it",
  ],
  [
    "zone with too few offsets",
    (b) => {
      b.zone.offset.pop();
    },
    "zone.offset: must hold one offset for each instant of `zone.from`",
  ],
  [
    "fact that nothing gives",
    (b) => {
      b.rules[1].conditions.all[0].fact = "secret";
    },
    "rules[1].conditions.all[0].fact: there is no fact `secret`",
  ],
  [
    "fact of an unknown metric",
    (b) => {
      b.rules[1].conditions.all[0].fact = "metric:gone";
    },
    "rules[1].conditions.all[0].fact: there is no fact `metric:gone`",
  ],
  [
    "fact of an inherited name",
    (b) => {
      b.rules[1].conditions.all[0].fact = "toString";
    },
    "rules[1].conditions.all[0].fact: there is no fact `toString`",
  ],
  [
    "number compared with text",
    (b) => {
      b.rules[1].conditions.all[0].value = "1";
    },
    "rules[1].conditions.all[0].value: the fact is an exact number, and is compared with something else",
  ],
  [
    "text compared with a number",
    (b) => {
      b.rules[2].conditions.all[0].value = ratio("1");
    },
    "rules[2].conditions.all[0].value: the fact is text",
  ],
  [
    "list for a single value",
    (b) => {
      b.rules[2].conditions.all[0].value = ["P1"];
    },
    "rules[2].conditions.all[0].value: must not be a list",
  ],
  [
    "single value for a list",
    (b) => {
      b.rules[0].conditions.all[0].value = "call_centre";
    },
    "rules[0].conditions.all[0].value: must be a list",
  ],
  [
    "mixed list",
    (b) => {
      b.rules[0].conditions.all[0].value = ["call_centre", true];
    },
    "rules[0].conditions.all[0].value: the fact is text",
  ],
  [
    "order of yes and no",
    (b) => {
      Object.assign(b.rules[0].conditions.all[0], {
        fact: "partner:premium",
        operator: "strict:at_least",
        value: true,
      });
    },
    "rules[0].conditions.all[0].value: yes and no have no order",
  ],
  [
    "is given, with a value",
    (b) => {
      Object.assign(b.rules[0].conditions.all[0], { operator: "strict:is_given", value: false });
    },
    "rules[0].conditions.all[0].value: must be true",
  ],
  [
    "search in a number",
    (b) => {
      Object.assign(b.rules[1].conditions.all[0], { operator: "strict:contains", value: "1" });
    },
    "rules[1].conditions.all[0].value: only text is searched, and only for text",
  ],
  [
    "pattern too long for a rule",
    (b) => {
      Object.assign(b.rules[0].conditions.all[0], { operator: "strict:matches", value: "a".repeat(1001) });
    },
    "rules[0].conditions.all[0].value: is longer than 1000 characters",
  ],
];

describe("a bundle of the wrong shape", () => {
  it.each(shapes)("is refused: %s", (_, change, expected) => {
    expect(refusals(change)).toEqual([expect.stringContaining(expected)]);
  });
});

describe("a bundle whose parts do not fit", () => {
  it.each(references)("is refused: %s", (_, change, expected) => {
    expect(refusals(change)).toContainEqual(expect.stringContaining(expected));
  });

  it("is refused when it is not what its fingerprint says", () => {
    const bundle = mutableSample();
    bundle.rules[1].conditions.all[0].value = ratio("2");
    expect(readBundle(bundle)).toEqual({
      ok: false,
      problems: [
        {
          path: "fingerprint",
          message: "is not that of this bundle, which was changed or cut after it was made",
        },
      ],
    });
  });
});
