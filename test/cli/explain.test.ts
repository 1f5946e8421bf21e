/**
 * `tenet explain --format json` (SPEC §7.9.1, §7.9.2): it fits the published schema, which says the same as the types
 * that write it.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Explanation } from "../../packages/cli/src/reporters/explanation.ts";
import type { ExplainedShape } from "../../packages/evaluator/src/bundle/explain-schema.ts";
import { explainJsonSchema } from "../../scripts/generate-bundle-schema.ts";
import { run } from "./run.ts";

const folder = fileURLToPath(new URL("../clauses/19-service-level-credit/", import.meta.url));
const validate = new Ajv2020({ validateFormats: false }).compile(JSON.parse(explainJsonSchema()));

async function explained(name: string): Promise<{ readonly [key: string]: unknown }> {
  const about = ["--partner", "PECOS", "--period", "2026-03", "--as-of", "2026-05-01"];
  const { code, out, err } = await run(
    ["explain", "agreement.tenet", name, ...about, "--format", "json"],
    folder,
  );
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out);
}

type Readonlys<T> = { readonly [K in keyof T]: Readonlys<T[K]> };
/** True where each of two types may stand for the other. */
type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

test("the published schema is the one that the code makes, and says what the types say", () => {
  const committed = new URL("../../grammar/explain.schema.json", import.meta.url);
  expect(readFileSync(committed, "utf8")).toBe(explainJsonSchema());
  const typesAgree: Equal<Readonlys<ExplainedShape>, Explanation> = true;
  expect(typesAgree).toBe(true);
});

describe.each([
  ["backups", "verdict"],
  ["level_credit", "finding"],
])("of %s", (name, kind) => {
  test(`a ${kind} fits the schema`, async () => {
    const explanation = await explained(name);
    expect(validate(explanation), JSON.stringify(validate.errors)).toBe(true);
    expect(Object.keys(explanation)).toEqual(["schema", "asOf", "agreement", kind, "letter"]);
  });

  test("a letter without its parts does not", async () => {
    const explanation = await explained(name);
    expect(validate({ ...explanation, letter: { title: "only" } })).toBe(false);
    expect(validate({ ...explanation, more: 1 })).toBe(false);
  });
});
