import { expect, it } from "vitest";
import type * as z from "zod";
import type { JudgeResult } from "../judge/result.ts";
import type { resultSchema } from "./result-schema.ts";
import type { Bundle } from "./rule.ts";
import type { bundleSchema } from "./schema.ts";

type Readonlys<T> = { readonly [K in keyof T]: Readonlys<T[K]> };
/** True where each of two types may stand for the other. */
type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

it("says of a bundle and of a result exactly what their types say", () => {
  const bundlesAgree: Equal<Readonlys<z.infer<typeof bundleSchema>>, Bundle> = true;
  const resultsAgree: Equal<Readonlys<z.infer<typeof resultSchema>>, JudgeResult> = true;
  expect([bundlesAgree, resultsAgree]).toEqual([true, true]);
});
