import { expect, test } from "vitest";
import { missedLimit, quarter, result, unreadable, verdict } from "../../../../test/cli/results.ts";
import { verdictsMarkdown } from "./verdicts-markdown.ts";

const asOf = "2026-04-01 00:00 Europe/Amsterdam";

test("the comment on a pull request", () => {
  expect(verdictsMarkdown(quarter, asOf)).toMatchInlineSnapshot(`
    "## Last-mile partner standards

    \`courier_standards 2.1.0\`, as of 2026-04-01 00:00 Europe/Amsterdam

    ✗ **1** missed, ✓ **2** met, · **1** not enough data, … **1** pending, – **1** not applicable

    ### Parcels arrive when promised

    |  | 2026-01 | 2026-02 | 2026-03 |
    | --- | --- | --- | --- |
    | ACME-NL | ✓ met 98% | ✗ missed 93% ¶ | · not enough data |
    | FAST-BE | ✓ met 96% (warning) | – not applicable | … so far met 100% |

    _¶ rows are left out by the exclusion carrier strike_

    ### What was missed

    - **Parcels arrive when promised**: ACME-NL, 2026-02: missed
      - Delivered on time is 93% (93 of 100 deliveries), at least 95% is asked for: 2 deliveries short (95 of 100 would have met it)
      - 4 rows left out by the exclusion carrier strike

    ### Data

    | Dataset | File | Rows | of which |
    | --- | --- | --- | --- |
    | deliveries | deliveries.csv | 1,204 | 1,200 used + 4 superseded |
    | partners | partners.csv | 2 | 2 used |

    - partners: columns not read: Remarks
    "
  `);
});

test("data that could not be read is said first", () => {
  expect(verdictsMarkdown(unreadable, asOf)).toMatchInlineSnapshot(`
    "## Last-mile partner standards

    \`courier_standards 2.1.0\`, as of 2026-04-01 00:00 Europe/Amsterdam

    ### Nothing was judged

    - TEN4900: 2 rows of deliveries could not be read
    - deliveries.csv:3: column Delivered At: \\\`31/02/2026\\\` is not a timestamp (TEN4004)
    - deliveries.csv: the file ends inside a quoted cell (TEN4001)

    ### Data

    | Dataset | File | Rows | of which |
    | --- | --- | --- | --- |
    | deliveries | deliveries.csv | 3 | 1 used + 2 set aside |

    - deliveries: 2 rows with bad values set aside
    "
  `);
});

test("text of the data mentions nobody, links nowhere and breaks no table", () => {
  const hostile = verdict({
    party: { kind: "partner", key: "@team | [x](command:y) <img onerror=z> https://e.vil `c` #1 $$" },
    verdict: "missed",
    limits: [missedLimit],
  });
  const text = verdictsMarkdown(result({ verdicts: [hostile] }), asOf);
  expect(text).not.toMatch(/@team|<img|https:\/\/|#1|\$\$/);
  expect(text).toContain(
    "&#64;team \\| \\[x\\](command:y) &lt;img onerror=z&gt; https&#58;//e.vil \\`c\\` &#35;1",
  );
});

test("what an earlier result said otherwise, and the versions that judged", () => {
  const versions = [
    { version: "1.0.0", from: "2026-01-01", until: null, fingerprint: "sha256:1" },
    { version: "2.0.0", from: "2026-03-01", until: null, fingerprint: "sha256:2" },
  ];
  const restated = verdict({
    flags: ["restated"],
    earlier: "missed",
    reasons: ["Restated: an earlier result said missed; on time was 90% and is 98%"],
  });
  const text = verdictsMarkdown(result({ versions, verdicts: [restated] }), asOf);
  expect(text).toContain(
    "as of 2026-04-01 00:00 Europe/Amsterdam; 1.0.0 from 2026-01-01, 2.0.0 from 2026-03-01\n",
  );
  expect(text).toContain(
    "### Restated since the earlier result\n\n- **Parcels arrive when promised**: ACME-NL, 2026-01: met\n  - Restated: an earlier result said missed;",
  );
});
