import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ListedTest, TestRun } from "../../src/protocol/requests-tests.ts";
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
