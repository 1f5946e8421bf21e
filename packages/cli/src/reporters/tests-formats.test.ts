import { expect, test } from "vitest";
import { palette } from "./palette.ts";
import type { TestExpectation, TestedFile, TestResult } from "./tested.ts";
import { testsJson } from "./tests-json.ts";
import { testsJunit } from "./tests-junit.ts";
import { testsText } from "./tests-text.ts";

const view = { palette: palette(false), width: 80 };

function testOf(parts: Partial<TestResult>): TestResult {
  return {
    name: "at_limit",
    label: "Exactly 95 percent is met",
    origin: { file: "a.tenet", line: 20, text: "" },
    passed: true,
    asOf: "2026-02-01T00:00:00Z",
    expectations: [],
    problems: [],
    ...parts,
  };
}

const wrong: TestExpectation = {
  origin: {
    file: "a.tenet",
    line: 31,
    text: 'expect punctual for "P1" in 2026-01 is missed because on_time',
  },
  passed: false,
  expected: "missed because on_time",
  actual: "met",
  reasons: ["on_time is 96% (96 of 100 calls), at least 95% is asked for: 1 call to spare"],
};

const right: TestExpectation = { ...wrong, passed: true, actual: "missed because on_time" };

const file: TestedFile = {
  path: "contracts/a.tenet",
  pathOf: (name) => `contracts/${name}`,
  report: {
    passed: 1,
    failed: 2,
    tests: [
      testOf({}),
      testOf({
        name: "january",
        label: "The January <sample>",
        passed: false,
        expectations: [right, wrong],
      }),
      testOf({
        name: "broken",
        label: "Broken data",
        passed: false,
        problems: [{ message: "`x` is no number", file: "samples/january.csv", line: 3 }],
      }),
    ],
  },
};

test("text names every test and shows what failed, where and why", () => {
  expect(testsText([file], view)).toMatchInlineSnapshot(`
    "contracts/a.tenet
      ✓ Exactly 95 percent is met
      ✗ The January <sample>  contracts/a.tenet:20
        expect punctual for "P1" in 2026-01 is missed because on_time
          contracts/a.tenet:31
          expected missed because on_time
          found    met
          - on_time is 96% (96 of 100 calls), at least 95% is asked for: 1 call to
            spare
      ✗ Broken data  contracts/a.tenet:20
          ! contracts/samples/january.csv:3: \`x\` is no number

    3 tests: 2 failed, 1 passed
    "
  `);
});

test("text counts over all files, and says where a file has no tests", () => {
  const none = { ...file, path: "b.tenet", report: { tests: [], passed: 0, failed: 0 } };
  const passed = { ...file, report: { tests: [testOf({})], passed: 1, failed: 0 } };
  expect(testsText([passed, none], view)).toMatch(/b\.tenet\n {2}no tests\n\n1 test: 1 passed\n$/);
  expect(testsText([none], view)).toMatch(/\n0 tests\n$/);
});

test("JUnit tells failures from errors", () => {
  expect(testsJunit([file])).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="tenet" tests="3" failures="1" errors="1" skipped="0">
      <testsuite name="contracts/a.tenet" tests="3" failures="1" errors="1" skipped="0">
        <testcase classname="at_limit" name="Exactly 95 percent is met"/>
        <testcase classname="january" name="The January &lt;sample&gt;">
          <failure message="expected missed because on_time, found met">contracts/a.tenet:31: expect punctual for "P1" in 2026-01 is missed because on_time
      expected missed because on_time
      found    met
      - on_time is 96% (96 of 100 calls), at least 95% is asked for: 1 call to spare</failure>
        </testcase>
        <testcase classname="broken" name="Broken data">
          <error message="contracts/samples/january.csv:3: \`x\` is no number">contracts/samples/january.csv:3: \`x\` is no number</error>
        </testcase>
      </testsuite>
    </testsuites>
    "
  `);
});

test("JSON holds the reports by file", () => {
  expect(JSON.parse(testsJson([file]))).toEqual({
    schema: "tenet.tests/1",
    passed: 1,
    failed: 2,
    files: [{ file: "contracts/a.tenet", tests: file.report.tests }],
  });
});
