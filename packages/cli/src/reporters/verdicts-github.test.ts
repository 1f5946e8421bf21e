import { expect, test } from "vitest";
import { missedLimit, quarter, result, unreadable, verdict } from "../../../../test/cli/results.ts";
import { verdictsGithub } from "./verdicts-github.ts";

const names = {
  pathOf: (file: string) => `contracts/${file === "" ? "courier.tenet" : file}`,
  dataOf: (source: string) => `data/${source}`,
};

test("a miss is an error on its sentence, a warning a warning, too little data a notice", () => {
  expect(verdictsGithub(quarter, names)).toMatchInlineSnapshot(`
    "::error file=contracts/courier.tenet,line=41,title=Parcels arrive when promised::ACME-NL, 2026-02: missed%0ADelivered on time is 93%25 (93 of 100 deliveries), at least 95%25 is asked for: 2 deliveries short (95 of 100 would have met it)%0A4 rows left out by the exclusion carrier strike
    ::notice file=contracts/courier.tenet,line=38,title=Parcels arrive when promised::ACME-NL, 2026-03: not enough data%0AToo few to judge: 12 deliveries, and at least 30 are needed
    ::warning file=contracts/courier.tenet,line=38,title=Parcels arrive when promised::FAST-BE, 2026-01: met%0AWarning: on_time less than 97%25
    "
  `);
});

test("data errors are errors in the file that holds them", () => {
  expect(verdictsGithub(unreadable, names)).toMatchInlineSnapshot(`
    "::error file=contracts/courier.tenet,title=TEN4900::2 rows of deliveries could not be read
    ::error file=data/deliveries.csv,line=3,title=TEN4004::deliveries.csv:3: column Delivered At: \`31/02/2026\` is not a timestamp (TEN4004)
    ::error file=data/deliveries.csv,title=TEN4001::deliveries.csv: the file ends inside a quoted cell (TEN4001)
    "
  `);
});

test("no text can end a command or start another one", () => {
  const hostile = verdict({
    label: "a,b::c%0A",
    party: { kind: "partner", key: "x\n::error::y" },
    verdict: "missed",
    limits: [missedLimit],
  });
  const lines = verdictsGithub(result({ verdicts: [hostile] }), names)
    .trimEnd()
    .split("\n");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("title=a%2Cb%3A%3Ac%250A::x\\n::error::y, 2026-01: missed%0A");
});
