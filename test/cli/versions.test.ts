/** `tenet judge V1 V2`: several versions of one agreement, judged together. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JudgeResult } from "@tenet-lang/evaluator";
import { beforeAll, describe, expect, test } from "vitest";
import { folderWith, startedFolder } from "./folder.ts";
import { run } from "./run.ts";

let folder = "";
let first = "";
beforeAll(async () => {
  first = readFileSync(join(await startedFolder(), "standards.tenet"), "utf8");
});

/** The second version begins in March, asks for less, and lies in a folder of its own. */
function second(change: (text: string) => string = (text) => text): string {
  const text = first
    .replace("version 1.0.0", "version 2.0.0")
    .replace("effective from 2026-01-01", "effective from 2026-03-01")
    .replace("requires on_time at least 95%", "requires on_time at least 50%");
  return change(
    text
      .replace('from "deliveries.csv"', 'from "../deliveries.csv"')
      .replace('"partners.csv"', '"../partners.csv"'),
  );
}

async function versions(change?: (text: string) => string): Promise<string> {
  const started = await startedFolder();
  return folderWith({
    "standards.tenet": first,
    "next/standards.tenet": second(change),
    "deliveries.csv": readFileSync(join(started, "deliveries.csv")),
    "partners.csv": readFileSync(join(started, "partners.csv")),
  });
}

const judge = (...args: readonly string[]) =>
  run(["judge", "standards.tenet", "next/standards.tenet", "--as-of", "2026-04-01", ...args], folder);

describe("two versions", () => {
  beforeAll(async () => {
    folder = await versions();
  });

  test("each judge the months in which they are in force, by their own limits", async () => {
    const { out } = await judge("--format", "json", "--standard", "punctual", "--partner", "ACME");
    const { verdicts, agreement }: JudgeResult = JSON.parse(out);
    expect(verdicts.map(({ period, version, limits }) => [period.label, version, limits[0]?.limit])).toEqual([
      ["2026-01", "1.0.0", "95%"],
      ["2026-02", "1.0.0", "95%"],
      ["2026-03", "2.0.0", "50%"],
    ]);
    expect(agreement.version).toBe("2.0.0");
  });

  test("explain a verdict by the version that judged it", async () => {
    const about = ["punctual", "--partner", "ACME", "--as-of", "2026-04-01"];
    const letter = async (period: string): Promise<string> => {
      const files = ["standards.tenet", "next/standards.tenet"];
      const { code, out, err } = await run(["explain", ...files, ...about, "--period", period], folder);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      return out;
    };
    expect(await letter("2026-02")).toContain("requires on_time at least 95%");
    expect(await letter("2026-03")).toContain("requires on_time at least 50%");
  });

  test("name their files from the first version's folder", async () => {
    const { verdicts }: JudgeResult = JSON.parse((await judge("--format", "json")).out);
    const places = new Set(verdicts.map(({ version, origin }) => `${version} ${origin.file}`));
    expect([...places].sort()).toEqual(["1.0.0 standards.tenet", "2.0.0 next/standards.tenet"]);
  });

  test("are named on top, and beside the data that each has read", async () => {
    const { out } = await judge();
    expect(out).toContain("\nVersions 1.0.0 from 2026-01-01, 2.0.0 from 2026-03-01\n");
    expect(out).toMatch(/\n {2}deliveries in 1\.0\.0 +deliveries\.csv /);
    expect(out).toMatch(/\n {2}deliveries in 2\.0\.0 +\.\.\/deliveries\.csv /);
  });

  test("give the same in any order, but for the folder that files are named from", async () => {
    const turned = await run(
      ["judge", "next/standards.tenet", "standards.tenet", "--as-of", "2026-04-01", "--format", "json"],
      folder,
    );
    const plain = (text: string) => text.replace(/"(next|\.\.)\/standards\.tenet"/g, '"standards.tenet"');
    expect(plain(turned.out)).toBe(plain((await judge("--format", "json")).out));
  });

  test("say once up to when they read", async () => {
    const { err } = await run(["judge", "standards.tenet", "next/standards.tenet"], folder);
    expect(err.match(/As of now/g)).toHaveLength(1);
  });

  test("refuse a standard that none of them has", async () => {
    const { code, err } = await judge("--standard", "punctul");
    expect(code).toBe(2);
    expect(err).toContain("no version has a standard punctul; did you mean punctual?");
  });

  test("refuse data that none of them reads", async () => {
    const { code, err } = await judge("--data", "parcels=deliveries.csv");
    expect(code).toBe(2);
    expect(err).toContain("the agreement has no dataset parcels");
  });
});

test.each([
  [
    "of one version",
    (text: string) => text.replace("2.0.0", "1.0.0"),
    "two of the versions have the version 1.0.0",
  ],
  [
    "in two time zones",
    (text: string) => text.replace("Europe/Amsterdam", "Europe/Lisbon"),
    "the versions differ in their time zone",
  ],
])("versions %s are refused", async (_, change, said) => {
  folder = await versions(change);
  const { code, err } = await judge();
  expect(code).toBe(2);
  expect(err).toContain(said);
});

test("data of a dataset that one version has is read by that one", async () => {
  folder = await versions((text) => text.replaceAll("deliveries", "parcels"));
  const { code, out, err } = await judge("--data", "parcels=deliveries.csv", "--format", "json");
  expect(err).toBe("");
  expect(code).toBe(1);
  const { data }: JudgeResult = JSON.parse(out);
  expect(data.map(({ dataset, version, source }) => [dataset, version, source])).toEqual(
    expect.arrayContaining([
      ["deliveries", "1.0.0", "deliveries.csv"],
      ["parcels", "2.0.0", "deliveries.csv"],
    ]),
  );
});

test("versions that find the same errors in a file say them once, under both names", async () => {
  folder = await versions();
  writeFileSync(join(folder, "deliveries.csv"), "delivery,partner\n1,ACME\n");
  const same = readFileSync(join(folder, "next/standards.tenet"), "utf8").replaceAll('"../', '"');
  writeFileSync(join(folder, "second.tenet"), same);
  const { code, err } = await run(
    ["judge", "standards.tenet", "second.tenet", "--as-of", "2026-04-01"],
    folder,
  );
  expect(code).toBe(2);
  expect(err.match(/TEN4\d\d\d: /g)).toHaveLength(1);
  expect(err.match(/deliveries in 1\.0\.0 and deliveries in 2\.0\.0: \d errors? in/g)).toHaveLength(1);
});
