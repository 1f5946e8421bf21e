import { expect, test } from "vitest";
import { missedLimit, quarter, result, unreadable, verdict } from "../../../../test/cli/results.ts";
import { verdictsSarif } from "./verdicts-sarif.ts";

const options = {
  pathOf: (file: string) => `contracts/${file === "" ? "courier.tenet" : file}`,
  dataOf: (source: string) => `data/${source}`,
  version: "0.1.0",
};

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly unknown[];
        readonly partialFingerprints: object;
      }[];
    },
  ];
}

const runOf = (text: string) => (JSON.parse(text) as Log).runs[0];

test("misses and warnings are results on the sentence of the limit", () => {
  const run = runOf(verdictsSarif(quarter, options));
  expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(["punctual"]);
  expect(run.results).toMatchInlineSnapshot(`
    [
      {
        "level": "error",
        "locations": [
          {
            "physicalLocation": {
              "artifactLocation": {
                "uri": "contracts/courier.tenet",
                "uriBaseId": "%SRCROOT%",
              },
              "region": {
                "startLine": 41,
              },
            },
          },
        ],
        "message": {
          "text": "ACME-NL, 2026-02: missed; Delivered on time is 93% (93 of 100 deliveries), at least 95% is asked for: 2 deliveries short (95 of 100 would have met it); 4 rows left out by the exclusion carrier strike",
        },
        "partialFingerprints": {
          "tenet/v1": "punctual/partner/ACME-NL/2026-02",
        },
        "ruleId": "punctual",
        "ruleIndex": 0,
      },
      {
        "level": "warning",
        "locations": [
          {
            "physicalLocation": {
              "artifactLocation": {
                "uri": "contracts/courier.tenet",
                "uriBaseId": "%SRCROOT%",
              },
              "region": {
                "startLine": 38,
              },
            },
          },
        ],
        "message": {
          "text": "FAST-BE, 2026-01: met; Warning: on_time less than 97%",
        },
        "partialFingerprints": {
          "tenet/v1": "punctual/partner/FAST-BE/2026-01",
        },
        "ruleId": "punctual",
        "ruleIndex": 0,
      },
    ]
  `);
});

test("data errors are results in the data, with their codes as rules", () => {
  const run = runOf(verdictsSarif(unreadable, options));
  expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(["TEN4900", "TEN4004", "TEN4001"]);
  expect(run.results.map(({ ruleId, ruleIndex }) => [ruleId, ruleIndex])).toEqual([
    ["TEN4900", 0],
    ["TEN4004", 1],
    ["TEN4001", 2],
  ]);
  expect(run.results[1]?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: "data/deliveries.csv", uriBaseId: "%SRCROOT%" },
        region: { startLine: 3 },
      },
    },
  ]);
});

test("two parties that miss on one line are two findings", () => {
  const misses = ["A", "B"].map((key) =>
    verdict({ party: { kind: "partner", key }, verdict: "missed", limits: [missedLimit] }),
  );
  const prints = runOf(verdictsSarif(result({ verdicts: misses }), options)).results.map((each) =>
    JSON.stringify(each.partialFingerprints),
  );
  expect(new Set(prints).size).toBe(2);
});
