import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatasetPlan } from "@tenet-lang/evaluator";
import { beforeEach, expect, test } from "vitest";
import { bundle } from "../../../../test/cli/results.ts";
import { recordedSession } from "../../../../test/cli/session.ts";
import { bindSources, bytesOf, dataNames } from "./sources.ts";

let folder = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "tenet-sources-")));
  mkdirSync(join(folder, "contracts"));
  writeFileSync(join(folder, "contracts/deliveries.csv"), "12345");
  writeFileSync(join(folder, "march.csv"), "123");
});

const home = () => join(folder, "contracts/a.tenet");
const session = () => recordedSession(folder).session;

function withSource(source: string) {
  const dataset: DatasetPlan = {
    name: "deliveries",
    label: null,
    source,
    key: null,
    partner: null,
    dated: null,
    missing: [],
    duplicatesOnce: false,
    valid: null,
    keepsLatest: null,
    fields: [],
    origin: { file: "a.tenet", line: 1, text: "" },
  };
  return { ...bundle, datasets: [dataset] };
}

test("the agreed file is found beside the agreement", async () => {
  const bindings = await bindSources(session(), withSource("deliveries.csv"), home(), []);
  const path = join(folder, "contracts/deliveries.csv");
  expect(bindings).toEqual({ bound: [{ dataset: "deliveries", path, name: "deliveries.csv" }], absent: [] });
});

test("a file that was named is found from where the user is, and replaces the agreed one", async () => {
  const bindings = await bindSources(session(), withSource("none.csv"), home(), ["deliveries=march.csv"]);
  const path = join(folder, "march.csv");
  expect(bindings).toEqual({ bound: [{ dataset: "deliveries", path, name: "march.csv" }], absent: [] });
  if ("bound" in bindings) {
    expect(bytesOf(bindings.bound)).toBe(3);
    expect(dataNames(session(), home(), bindings.bound)("march.csv")).toBe("march.csv");
  }
});

test("a path may hold an equals sign", async () => {
  writeFileSync(join(folder, "a=b.csv"), "");
  const bindings = await bindSources(session(), withSource("x.csv"), home(), ["deliveries=a=b.csv"]);
  expect(bindings).toMatchObject({ bound: [{ name: "a=b.csv" }] });
});

test.each(["ratings", "ratings="])("--data %s is told with the dataset that it names", async (text) => {
  const [first] = withSource("deliveries.csv").datasets;
  if (first === undefined) expect.fail();
  const both = { ...bundle, datasets: [first, { ...first, name: "ratings" }] };
  expect(await bindSources(session(), both, home(), [text])).toMatchObject({
    message: `--data ${text} does not say NAME=PATH`,
    hint: "write --data ratings=PATH",
  });
});

test("an agreed file that is not there is absent, which may not matter", async () => {
  const bindings = await bindSources(session(), withSource("none.csv"), home(), []);
  expect(bindings).toMatchObject({ bound: [], absent: [{ dataset: "deliveries", name: "none.csv" }] });
});

test.each(["../../etc/passwd", "/etc/passwd", "../../../x.csv"])(
  "the agreement may not name %s",
  async (source) => {
    const bindings = await bindSources(session(), withSource(source), home(), []);
    expect(bindings).toMatchObject({
      message: `the agreed file of deliveries, ${source}, lies outside the workspace and is not read`,
    });
  },
);

test("in results for machines, a file is called by its path from the workspace", async () => {
  const bindings = await bindSources(session(), withSource("deliveries.csv"), home(), []);
  if (!("bound" in bindings)) expect.fail(bindings.message);
  expect(dataNames(session(), home(), bindings.bound)("deliveries.csv")).toBe("contracts/deliveries.csv");
});
