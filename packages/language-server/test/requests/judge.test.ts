import { expect, it } from "vitest";
import type { Scorecard } from "../../src/protocol/requests-judge.ts";
import type { TestRun } from "../../src/protocol/requests-tests.ts";
import { Client } from "../harness/client.ts";
import { files, lineOf } from "./shop.ts";

const path = "carriers/parcels.tenet";

async function judged(disk: Readonly<Record<string, string>>, asOf = "2026-02-01"): Promise<Scorecard> {
  const client = await Client.start({ files: disk });
  await client.open(path);
  const card = await client.ask<Scorecard>("tenet/judge", path, { asOf });
  client.expectQuiet();
  await client.stop();
  return card;
}

it("judges the data that the agreement names, and points at the sentence that decided", async () => {
  const card = await judged(files);
  expect([card.title, card.version, card.obstacles]).toEqual(["Parcels", "1.0.0", []]);
  // The first instant of the day in Amsterdam, which is an hour ahead of UTC in winter.
  expect([card.asOf, card.day]).toEqual(["2026-01-31T23:00:00Z", "2026-02-01"]);
  expect(card.standards).toEqual([
    { name: "punctual", label: "On time" },
    { name: "untried", label: "Never tested" },
  ]);
  expect(card.parties).toEqual(["QUICK", "SLOW"]);
  const missed = card.verdicts.find(({ standard, party }) => standard === "punctual" && party === "SLOW");
  // Six of ten are on time, and nine of ten would have met it.
  expect(missed).toMatchObject({
    period: "2026-01",
    verdict: "missed",
    value: "60%",
    limit: "on_time at least 90%",
    firstDay: "2026-01-01",
    lastDay: "2026-01-31",
  });
  expect(missed?.distance).toContain("3 deliveries short");
  expect(missed?.location?.range.start.line).toBe(lineOf("requires on_time at least 90%"));
});

it("takes an instant as well as a date", async () => {
  // Half past midnight in Amsterdam is still the day before in UTC.
  const card = await judged(files, "2026-01-31T23:30:00Z");
  expect([card.asOf, card.day]).toEqual(["2026-01-31T23:30:00Z", "2026-02-01"]);
});

it("says which file is missing", async () => {
  const { "carriers/deliveries.csv": _, ...withoutData } = files;
  const card = await judged(withoutData);
  expect(card.verdicts).toEqual([]);
  expect(card.obstacles.join("\n")).toContain("deliveries.csv is not there");
});

it("says what keeps an agreement from being judged", async () => {
  const broken = {
    ...files,
    [path]: (files[path] ?? "").replace("on_time at least 90%", "on_tyme at least 90%"),
  };
  const card = await judged(broken);
  expect(card.obstacles[0]).toContain("on_tyme");
});

it("reads no data, and runs no test, where nobody trusts the folder", async () => {
  const client = await Client.start({ files, initializationOptions: { trusted: false } });
  await client.open(path);
  const card = await client.ask<Scorecard>("tenet/judge", path, { asOf: "2026-02-01" });
  expect([card.verdicts, card.obstacles]).toEqual([[], ["data is read only in folders that you trust"]]);
  const run = await client.ask<TestRun>("tenet/runTests", path, { names: null });
  expect([run.tests, run.obstacle]).toEqual([[], "tests run only in folders that you trust"]);
  client.expectQuiet();
  await client.stop();
});
