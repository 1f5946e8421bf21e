import { expect, test } from "vitest";
import { diagnosticOn, unknownName, withFix } from "../../../../test/cli/diagnostics.ts";
import { diagnosticsGithub } from "./diagnostics-github.ts";
import { diagnosticsJson } from "./diagnostics-json.ts";
import { diagnosticsSarif } from "./diagnostics-sarif.ts";

const pathOf = (file: { readonly path: string }) => `contracts/${file.path}`;

test("JSON holds places as lines and columns, and fixes as edits", () => {
  expect(JSON.parse(diagnosticsJson([withFix], pathOf))).toEqual({
    schema: "tenet.diagnostics/1",
    diagnostics: [
      {
        code: "TEN2014",
        name: "unknown-name",
        severity: "error",
        message: "`csat` is not declared",
        file: "contracts/courier.tenet",
        range: { start: { line: 2, column: 12 }, end: { line: 2, column: 16 } },
        fixes: [
          {
            title: "write `csat_score`",
            edits: [
              {
                range: { start: { line: 2, column: 12 }, end: { line: 2, column: 16 } },
                text: "csat_score",
              },
            ],
          },
        ],
        related: [
          {
            message: "`punctual` asks for it here",
            file: "contracts/courier.tenet",
            range: { start: { line: 1, column: 10 }, end: { line: 1, column: 18 } },
          },
        ],
      },
    ],
  });
});

test("a guess is marked for programs and people, and not handed to code scanning", () => {
  const guessed = { ...withFix, fixes: withFix.fixes.map((fix) => ({ ...fix, isGuess: true as const })) };
  const said = JSON.parse(diagnosticsJson([guessed], pathOf));
  expect(said.diagnostics[0].fixes).toMatchObject([{ title: "write `csat_score`", isGuess: true }]);
  expect(diagnosticsGithub([guessed], pathOf)).toContain("%0Amaybe: write `csat_score`\n");
  const log = JSON.parse(diagnosticsSarif([guessed], { rules: [unknownName], pathOf, version: "0.1.0" }));
  expect(log.runs[0].results[0].fixes).toBeUndefined();
});

test("GitHub annotations name place, code and fix; a hint is a notice", () => {
  expect(diagnosticsGithub([withFix, diagnosticOn("on_time", { severity: "hint" })], pathOf)).toBe(
    [
      "::error file=contracts/courier.tenet,line=2,endLine=2,col=12,endColumn=16,title=TEN2014 unknown-name::`csat` is not declared%0Afix: write `csat_score`",
      "::notice file=contracts/courier.tenet,line=3,endLine=3,col=11,endColumn=18,title=TEN2014 unknown-name::`on_time` is not declared",
      "",
    ].join("\n"),
  );
});

test("SARIF lists the rules that occur, with their help, and the fixes", () => {
  const other = { ...unknownName, code: "TEN2099", name: "never-met" };
  const log = JSON.parse(
    diagnosticsSarif([withFix, diagnosticOn("on_time", { severity: "hint" })], {
      rules: [other, unknownName],
      pathOf,
      version: "0.1.0",
    }),
  );
  expect(log).toMatchInlineSnapshot(`
    {
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "runs": [
        {
          "columnKind": "utf16CodeUnits",
          "results": [
            {
              "fixes": [
                {
                  "artifactChanges": [
                    {
                      "artifactLocation": {
                        "uri": "contracts/courier.tenet",
                        "uriBaseId": "%SRCROOT%",
                      },
                      "replacements": [
                        {
                          "deletedRegion": {
                            "endColumn": 16,
                            "endLine": 2,
                            "startColumn": 12,
                            "startLine": 2,
                          },
                          "insertedContent": {
                            "text": "csat_score",
                          },
                        },
                      ],
                    },
                  ],
                  "description": {
                    "text": "write \`csat_score\`",
                  },
                },
              ],
              "level": "error",
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "contracts/courier.tenet",
                      "uriBaseId": "%SRCROOT%",
                    },
                    "region": {
                      "endColumn": 16,
                      "endLine": 2,
                      "startColumn": 12,
                      "startLine": 2,
                    },
                  },
                },
              ],
              "message": {
                "text": "\`csat\` is not declared",
              },
              "partialFingerprints": {
                "tenet/v1": "TEN2014/contracts/courier.tenet/\`csat\` is not declared",
              },
              "relatedLocations": [
                {
                  "message": {
                    "text": "\`punctual\` asks for it here",
                  },
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "contracts/courier.tenet",
                      "uriBaseId": "%SRCROOT%",
                    },
                    "region": {
                      "endColumn": 18,
                      "endLine": 1,
                      "startColumn": 10,
                      "startLine": 1,
                    },
                  },
                },
              ],
              "ruleId": "TEN2014",
              "ruleIndex": 0,
            },
            {
              "level": "note",
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "contracts/courier.tenet",
                      "uriBaseId": "%SRCROOT%",
                    },
                    "region": {
                      "endColumn": 18,
                      "endLine": 3,
                      "startColumn": 11,
                      "startLine": 3,
                    },
                  },
                },
              ],
              "message": {
                "text": "\`on_time\` is not declared",
              },
              "partialFingerprints": {
                "tenet/v1": "TEN2014/contracts/courier.tenet/\`on_time\` is not declared",
              },
              "ruleId": "TEN2014",
              "ruleIndex": 0,
            },
          ],
          "tool": {
            "driver": {
              "name": "tenet",
              "rules": [
                {
                  "help": {
                    "text": "A name that nothing declares has no meaning. Declare it, or correct the spelling. See §3.1.4 of the specification.",
                  },
                  "id": "TEN2014",
                  "name": "unknown-name",
                  "shortDescription": {
                    "text": "Every name that is used must be declared once.",
                  },
                },
              ],
              "version": "0.1.0",
            },
          },
        },
      ],
      "version": "2.1.0",
    }
  `);
});
