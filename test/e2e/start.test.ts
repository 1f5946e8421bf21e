import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { change, folderWith, startedFolder } from "../cli/folder.ts";
import { tenet } from "./tenet.ts";

let folder = "";
beforeAll(async () => {
  folder = await startedFolder();
});

const asOf = ["--as-of", "2026-04-01"];

test("what init writes checks, is laid out as agreed, and passes its test", async () => {
  expect(readdirSync(folder).sort()).toEqual(["deliveries.csv", "partners.csv", "standards.tenet"]);
  expect(await tenet(["check"], { cwd: folder })).toEqual({
    code: 0,
    out: "✓ 1 file checked, nothing to report\n",
    err: "",
  });
  expect(await tenet(["format", "--check", "."], { cwd: folder })).toEqual({ code: 0, out: "", err: "" });
  const { code, out } = await tenet(["test"], { cwd: folder });
  expect({ code, out }).toEqual({
    code: 0,
    out: "standards.tenet\n  ✓ Exactly 95 percent is met\n\n1 test: 1 passed\n",
  });
});

test("init says what to do next, and every line of it works", async () => {
  const other = folderWith();
  const { out } = await tenet(["init", "my agreement"], { cwd: other });
  const commands = out.split("\n").filter((line) => line.startsWith("  tenet "));
  expect(commands).toHaveLength(3);
  for (const command of commands) {
    const words = [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word).slice(1);
    const { code, err } = await tenet(words, { cwd: other });
    expect([0, 1], `${command}: ${err}`).toContain(code);
  }
});

test("init never overwrites, and writes nothing where it cannot write all", async () => {
  const taken = folderWith({ "partners.csv": "mine" });
  const { code, out, err } = await tenet(["init"], { cwd: taken });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("partners.csv exists already; nothing was written");
  expect(readdirSync(taken)).toEqual(["partners.csv"]);
  expect(readFileSync(join(taken, "partners.csv"), "utf8")).toBe("mine");
});

test("judging it shows a scorecard", async () => {
  const { code, out, err } = await tenet(["judge", "standards.tenet", ...asOf], { cwd: folder });
  expect({ code, err }).toEqual({ code: 1, err: "" });
  expect(out).toMatchInlineSnapshot(`
    "Delivery standards  delivery_standards 1.0.0
    As of 2026-04-01 00:00 Europe/Amsterdam

    ✗ 2 missed   ✓ 8 met   · 2 not enough data

    Parcels arrive when promised  punctual
      on_time at least 95%
             2026-01                  2026-02              2026-03
      ACME   ✓ met 97.5%              ✓ met 95% (warning)  ✓ met 100%
      SWIFT  ✓ met 96.66…% (warning)  ✗ missed 87.5%       · not enough data

    Customers are content  well_rated
      rating at least 4.2
             2026-01      2026-02         2026-03
      ACME   ✓ met 4.28…  ✓ met 4.28…     ✓ met 4.46…
      SWIFT  ✓ met 4.5    ✗ missed 4.18…  · not enough data

    What was missed

      Parcels arrive when promised
      ✗ SWIFT, 2026-02  standards.tenet:31
        - Delivered on time is 87.5% (28 of 32 deliveries), at least 95% is asked
          for: 3 deliveries short (31 of 32 would have met it)

      Customers are content
      ✗ SWIFT, 2026-02  standards.tenet:37
        - Average rating is 4.18…, at least 4.2 is asked for: 0.01… below the limit

    Flags
      Parcels arrive when promised
        warning: ACME 2026-02; SWIFT 2026-01

    Not judged
      Parcels arrive when promised
        - SWIFT 2026-03, not enough data: Too few to judge: 12 deliveries, and at
          least 20 are needed
      Customers are content
        - SWIFT 2026-03, not enough data: Too few to judge: 12 deliveries, and at
          least 20 are needed

    Data
      deliveries  deliveries.csv  198 rows  = 198 used
      partners    partners.csv      2 rows  = 2 used
    "
  `);
});

test("a miss is explained as a letter", async () => {
  const args = [
    "explain",
    "standards.tenet",
    "punctual",
    "--partner",
    "SWIFT",
    "--period",
    "2026-02",
    ...asOf,
  ];
  const { code, out, err } = await tenet(args, { cwd: folder });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out.replace(/sha256:[0-9a-f]{64}/, "sha256:…")).toMatchInlineSnapshot(`
    "Parcels arrive when promised  punctual
    SWIFT, 2026-02 (2026-02-01 to 2026-02-28)
    Delivery standards, delivery_standards 1.0.0, as of 2026-04-01 00:00
    Europe/Amsterdam

    ✗ missed

    Why
      - Delivered on time is 87.5% (28 of 32 deliveries), at least 95% is asked for:
        3 deliveries short (31 of 32 would have met it)

    What was promised
      - Delivered on time: at least 95%
        written in standards.tenet:31 as: requires on_time at least 95%

    What was measured
      - Delivered on time: 87.5% (28 of 32 deliveries)
        at least 95%: missed, 3 deliveries short (31 of 32 would have met it)

    Which rows count
      - 32 rows used

    What would change it
      - With 3 deliveries otherwise, "Delivered on time" would have been at least
        95%

    Bundle sha256:…
    "
  `);
});

test("an agreement with a mistake: check answers 1, judging and testing cannot be done", async () => {
  const broken = await startedFolder();
  change(broken, "standards.tenet", "requires on_time at least", "requires on_tim at least");
  const checked = await tenet(["check", "standards.tenet"], { cwd: broken });
  expect(checked.code).toBe(1);
  expect(checked.err).toBe("");
  expect(checked.out).toMatch(/^error\[TEN\d{4}\]: .*on_tim/);
  expect(checked.out).toMatch(/--> standards\.tenet:\d+:\d+/);
  for (const command of [["judge", ...asOf], ["test"], ["compile"]]) {
    const { code, out, err } = await tenet([...command, "standards.tenet"], { cwd: broken });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^error\[TEN\d{4}\]: .*on_tim/);
  }
});

test("a failing test answers 1 and shows what was found", async () => {
  const failing = await startedFolder();
  change(
    failing,
    "standards.tenet",
    'expect punctual for "P1" in 2026-01 is met',
    'expect punctual for "P1" in 2026-01 is missed',
  );
  const { code, out } = await tenet(["test", "standards.tenet"], { cwd: failing });
  expect(code).toBe(1);
  expect(out).toContain("✗ Exactly 95 percent is met");
  expect(out).toMatch(/expected missed\n {6}found {4}met\n/);
});
