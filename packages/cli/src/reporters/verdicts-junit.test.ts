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
          <failure message="Delivered on time is 93% (93 of 100 deliveries), at least 95% is asked for: 2 deliveries short (95 of 100 would have met it)">Delivered on time is 93% (93 of 100 deliveries), at least 95% is asked for: 2 deliveries short (95 of 100 would have met it)
    4 rows left out by the exclusion carrier strike</failure>
        </testcase>
        <testcase classname="punctual" name="ACME-NL, 2026-03">
          <skipped message="not enough data: Too few to judge: 12 deliveries, and at least 30 are needed"/>
        </testcase>
        <testcase classname="punctual" name="FAST-BE, 2026-01"/>
        <testcase classname="punctual" name="FAST-BE, 2026-02">
          <skipped message="not applicable"/>
        </testcase>
        <testcase classname="punctual" name="FAST-BE, 2026-03">
          <skipped message="pending: Rows may still arrive for this period; data was read up to 2026-04-01T00:00:00Z"/>
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
  expect(xml).toContain('name="&quot;&gt;&lt;script&gt;&amp;&apos;\\x00\\u{ffff}, 2026-01"');
  expect(xml.match(/<\/failure>/g)).toHaveLength(1);
});
