import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ListedTest, TestRun, TestSteps } from "../../src/protocol/requests-tests.ts";
import { Client } from "../harness/client.ts";
import { agreement, files, lineOf } from "./shop.ts";

const path = "carriers/parcels.tenet";
const uri = `file:///project/${path}`;

describe("the tests of an agreement", () => {
  let client: Client;

  beforeEach(async () => {
    client = await Client.start({ files });
    await client.open(path);
  });

  afterEach(async () => {
    client.expectQuiet();
    await client.stop();
  });

  it("are listed, each where it stands", async () => {
    const listed = await client.ask<readonly ListedTest[]>("tenet/tests", path);
    expect(listed.map(({ name, label }) => [name, label])).toEqual([
      ["kept", "Nine of ten"],
      ["hoped", "Eight of ten"],
    ]);
    expect(listed[1]?.nameRange.start).toEqual({ line: lineOf("test hoped"), character: 5 });
  });

  it("run: what does not hold is said beside what was found", async () => {
    const { obstacle, tests } = await client.ask<TestRun>("tenet/runTests", path, { names: null });
    expect(obstacle).toBeNull();
    expect(tests.map(({ name, passed }) => [name, passed])).toEqual([
      ["kept", true],
      ["hoped", false],
    ]);
    const [failure] = tests[1]?.failures ?? [];
    expect([failure?.expected, failure?.actual]).toEqual(["met", "missed because on_time"]);
    expect(failure?.location?.uri).toBe(uri);
    expect(failure?.location?.range.start).toEqual({
      line: agreement.trimEnd().split("\n").length - 1,
      character: 2,
    });
  });

  it("run one by one", async () => {
    const { tests } = await client.ask<TestRun>("tenet/runTests", path, { names: ["hoped"] });
    expect(tests.map(({ name }) => name)).toEqual(["hoped"]);
  });

  it("say what they tried of which standard", async () => {
    const all = await client.ask<TestRun>("tenet/runTests", path, { names: null });
    const tried = all.coverage.map(({ name, verdicts, limits }) => [
      name,
      verdicts,
      limits[0]?.met,
      limits[0]?.missed,
    ]);
    expect(tried).toEqual([
      ["punctual", 2, 1, 1],
      ["untried", 0, 0, 0],
    ]);
    expect(all.coverage[0]?.limits[0]?.location.range.start).toEqual({
      line: lineOf("requires on_time at least 90%"),
      character: 2,
    });
    const one = await client.ask<TestRun>("tenet/runTests", path, { names: ["kept"] });
    expect(one.coverage[0]?.limits.map(({ met, missed }) => [met, missed])).toEqual([[1, 0]]);
  });

  it("do not run while the agreement has a mistake, and say which", async () => {
    await client.open(
      "carriers/other.tenet",
      agreement.replace("on_time at least 90%", "on_tyme at least 90%"),
    );
    const { obstacle, tests } = await client.ask<TestRun>("tenet/runTests", "carriers/other.tenet", {
      names: null,
    });
    expect(tests).toEqual([]);
    expect(obstacle).toContain("on_tyme");
  });
});

describe("one test, step by step", () => {
  const asked = async (name: string, text = agreement, trusted = true): Promise<TestSteps> => {
    const client = await Client.start({
      files: { ...files, [path]: text },
      initializationOptions: { trusted },
    });
    await client.open(path);
    const steps = await client.ask<TestSteps>("tenet/steps", path, { name });
    client.expectQuiet();
    await client.stop();
    return steps;
  };

  it("says how it ended, up to when rows were read, and where everything stands", async () => {
    const steps = await asked("hoped");
    // The month ends at midnight on the clocks of Amsterdam, an hour before it does in UTC.
    expect([steps.label, steps.readUpTo]).toEqual(["Eight of ten", "2026-02-01 00:00 Europe/Amsterdam"]);
    expect(steps.location?.range.start.line).toBe(lineOf("test hoped"));
    expect([steps.outcome?.passed, steps.outcome?.failures[0]?.actual]).toEqual([
      false,
      "missed because on_time",
    ]);
    const [expectation, ...others] = steps.expectations;
    expect([expectation?.title, others]).toEqual(["punctual for P1 in 2026-01", []]);
    expect(
      expectation?.steps.map(({ location }) => [location.uri === uri, location.range.start.line]),
    ).toEqual([
      [true, lineOf("measured each calendar month")],
      [true, lineOf("needs at least 2 deliveries")],
      // The metric stands in the shared file, below the dataset of seven lines and an empty one.
      [false, 8],
      [true, lineOf("requires on_time at least 90%")],
      [true, lineOf("standard punctual")],
      [true, agreement.trimEnd().split("\n").length - 1],
    ]);
  });

  it("has nothing to retrace where its data is wrong, and says what is wrong", async () => {
    // Two different rows go by one key.
    const twice = agreement.replace("| rows |", "| parcel_id |").replace("| 1    |", "| 9    |");
    const steps = await asked("kept", twice);
    expect([steps.obstacle, steps.expectations]).toEqual([null, []]);
    expect(steps.outcome?.passed).toBe(false);
    expect(steps.outcome?.failures[0]?.message).toContain("parcel_id");
  });

  it("is not run where there is no such test, or a mistake, or nobody trusts the folder", async () => {
    expect((await asked("unheard_of")).obstacle).toBe("there is no test `unheard_of` in this file");
    expect(
      (await asked("kept", agreement.replace("requires on_time", "requires on_tyme"))).obstacle,
    ).toContain("on_tyme");
    const untrusted = await asked("kept", agreement, false);
    expect([untrusted.obstacle, untrusted.outcome]).toEqual([
      "tests run only in folders that you trust",
      null,
    ]);
  });
});
