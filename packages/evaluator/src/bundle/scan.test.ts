import { expect, it } from "vitest";
import { copyValue, MAX_BYTES, scanText } from "./scan.ts";

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

const problemOf = (value: unknown) => {
  const result = copyValue(value);
  return "problem" in result ? result.problem : null;
};

it("lets 64 levels pass and no more, in text and in values", () => {
  expect(scanText(nested(64))).toBeNull();
  expect(scanText(nested(65))?.message).toBe("nested deeper than 64 at character 65");
  expect(problemOf(JSON.parse(nested(64)))).toBeNull();
  expect(problemOf(JSON.parse(nested(65)))).toEqual({
    path: "[0]".repeat(64),
    message: "nested deeper than 64",
  });
});

it("does not count brackets inside text", () => {
  expect(scanText(`{"a":"${"[".repeat(99)}\\"${"{".repeat(99)}"}`)).toBeNull();
});

it.each(["[", "{", '{"all":[', "(["])("meets 100 000 times %s without recursion", (opening) => {
  expect(scanText(opening.repeat(100_000))?.message).toMatch(/^nested deeper than 64/);
});

it("does not overflow on a value nested 100 000 deep", () => {
  let value: unknown = 0;
  for (let depth = 0; depth < 100_000; depth++) value = { all: [value] };
  expect(problemOf(value)?.message).toBe("nested deeper than 64");
});

it("measures bytes of UTF-8, not characters", () => {
  expect(scanText("x".repeat(MAX_BYTES))).toBeNull();
  expect(scanText("x".repeat(MAX_BYTES + 1))?.message).toBe("the bundle is larger than 5 MB");
  expect(scanText("é".repeat(MAX_BYTES / 2))).toBeNull();
  expect(scanText("é".repeat(MAX_BYTES / 2 + 1))?.message).toBe("the bundle is larger than 5 MB");
  expect(scanText("€".repeat(1_666_667))?.message).toBe("the bundle is larger than 5 MB");
  expect(scanText("😀".repeat(MAX_BYTES / 4))).toBeNull();
  expect(scanText("😀".repeat(MAX_BYTES / 4 + 1))?.message).toBe("the bundle is larger than 5 MB");
});

it("refuses a value that is small to hold and large to read", () => {
  const big = "the bundle is larger than 5 MB";
  const long: unknown[] = [];
  long.length = 2 ** 32 - 1;
  expect(problemOf(long)?.message).toBe(big);
  let shared: unknown[] = ["laughter"];
  for (let level = 0; level < 30; level++) shared = [shared, shared];
  expect(problemOf(shared)?.message).toBe(big);
  expect(problemOf({ text: "x".repeat(MAX_BYTES) })?.message).toBe(big);
  expect(problemOf({ ["x".repeat(MAX_BYTES)]: 1 })?.message).toBe(big);
});

it.each(["__proto__", "constructor", "prototype"])("refuses a key named %s", (key) => {
  const value: unknown = JSON.parse(`{"rules":[{"a b":{"${key}":{"polluted":true}}}]}`);
  expect(problemOf(value)).toEqual({
    path: `rules[0]["a b"].${key}`,
    message: `a key may not be named \`${key}\``,
  });
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

it("refuses what is not plain data", () => {
  const cyclic: Record<string, unknown> = { list: [] };
  (cyclic.list as unknown[]).push(cyclic);
  expect(problemOf(cyclic)).toEqual({ path: "list[0]", message: "holds itself" });
  expect(problemOf({ at: new Date(0) })?.path).toBe("at");
  expect(problemOf({ map: new Map() })?.message).toBe("is not a plain object or list");
  const getter = Object.defineProperty({}, "a", { enumerable: true, get: () => "x" });
  expect(problemOf([getter])).toEqual({
    path: "[0].a",
    message: "is computed when it is read; a bundle holds plain data only",
  });
});

it("copies plain data and nothing inherited", () => {
  const value = Object.assign(Object.create(null), { a: [1, { b: null }], c: "x" });
  const result = copyValue(value);
  expect(result).toEqual({ copy: { a: [1, { b: null }], c: "x" } });
  expect("copy" in result && result.copy).not.toBe(value);
});
