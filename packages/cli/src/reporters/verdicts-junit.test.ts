import { expect, test } from "vitest";
import { missedLimit, quarter, result, unreadable, verdict } from "../../../../test/cli/results.ts";
import { verdictsJunit } from "./verdicts-junit.ts";

test("missed is a failure, met passes, the others are skipped with their reason", () => {
  expect(verdictsJunit(quarter)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="tenet" tests="6" failures="1" errors="0" skipped="3">
      <testsuite name="Parcels arrive when promised" tests="6" failures="1" errors="0" skipped="3">
        <testcase classname="punctual" name="ACME-NL, 2026-01"/>
        <testcase classname="punctual" name="ACME-NL, 2026-02">
          <failure message="on_time 93% (93 of 100), limit at least 95%">on_time 93% (93 of 100), limit at least 95%
    2 more of the 100 rows had to be on time
    7 of 100 parcels came after the promised time
    4 rows were excluded by carrier_strike</failure>
        </testcase>
        <testcase classname="punctual" name="ACME-NL, 2026-03">
          <skipped message="not enough data: 12 rows of deliveries, at least 30 are needed"/>
        </testcase>
        <testcase classname="punctual" name="FAST-BE, 2026-01"/>
        <testcase classname="punctual" name="FAST-BE, 2026-02">
          <skipped message="not applicable"/>
        </testcase>
        <testcase classname="punctual" name="FAST-BE, 2026-03">
          <skipped message="pending: rows may still arrive until 2026-04-30"/>
        </testcase>
      </testsuite>
    </testsuites>
    "
  `);
});

test("data that could not be read is an error, never a pass", () => {
  const xml = verdictsJunit(unreadable);
  expect(xml).toContain('<testsuites name="tenet" tests="1" failures="0" errors="1" skipped="0">');
  expect(xml).toContain("deliveries.csv:3: column Delivered At");
});

test("text of the data cannot leave its attribute, nor break the document", () => {
  const hostile = verdict({
    party: { kind: "partner", key: `"><script>&'\u0000\uffff` },
    verdict: "missed",
    limits: [missedLimit],
    reasons: ["]]></failure>"],
  });
  const xml = verdictsJunit(result({ verdicts: [hostile] }));
  expect(xml).toContain("name=\"&quot;&gt;&lt;script&gt;&amp;&apos;\\x00\\u{ffff}, 2026-01\"");
  expect(xml.match(/<\/failure>/g)).toHaveLength(1);
});
