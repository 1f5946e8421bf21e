/**
 * The one gate for bundles that come from elsewhere.
 *
 * A bundle may have been mailed, cached or edited; nothing of it is believed. It is measured (5 MB, 64 levels)
 * before anything recursive touches it, copied as plain data, checked against a closed schema that has no room for
 * paths, parameters, look-ups or unknown operators, and then every name in it is followed. What is refused is
 * refused with a place and a reason, all at once and without an exception. Only a bundle that passed here, or that
 * the compiler has just made, is judged or given to a rules engine.
 */
import { problemsOf } from "./issues.ts";
import { referenceProblems } from "./references.ts";
import type { Bundle } from "./rule.ts";
import { type BundleProblem, copyValue, scanText } from "./scan.ts";
import { bundleSchema } from "./schema.ts";

export { canonicalJson, fingerprintOf } from "./canonical.ts";
export type { BundleProblem } from "./scan.ts";
export { MAX_BYTES, MAX_DEPTH } from "./scan.ts";
export { bundleSchema } from "./schema.ts";

/** A bundle that may be judged, or why it may not. */
export type ReadBundle =
  | { readonly ok: true; readonly bundle: Bundle }
  | { readonly ok: false; readonly problems: readonly BundleProblem[] };

/** Problems given at once; a file that is no bundle at all would have one for each value in it. */
const MAX_PROBLEMS = 100;

/** Reads a bundle from JSON text or from a parsed value. Never throws. */
export function readBundle(value: unknown): ReadBundle {
  const plain = typeof value === "string" ? parseText(value) : copy(value);
  if ("problem" in plain) return refused([plain.problem]);
  // Without `jitless` the library would compile code, which strict pages forbid.
  const parsed = bundleSchema.safeParse(plain.copy, { jitless: true });
  if (!parsed.success) return refused(problemsOf(parsed.error.issues, plain.copy, MAX_PROBLEMS));
  const problems = referenceProblems(parsed.data);
  return problems.length === 0 ? { ok: true, bundle: parsed.data } : refused(problems.slice(0, MAX_PROBLEMS));
}

type Copied = { readonly copy: unknown } | { readonly problem: BundleProblem };

function parseText(text: string): Copied {
  const problem = scanText(text);
  if (problem !== null) return { problem };
  try {
    return copyValue(JSON.parse(text));
  } catch {
    return { problem: { path: "", message: "is not JSON text" } };
  }
}

/** A foreign object may be a trap that throws when it is looked at. */
function copy(value: unknown): Copied {
  try {
    return copyValue(value);
  } catch {
    return { problem: { path: "", message: "cannot be read as plain data" } };
  }
}

function refused(problems: readonly BundleProblem[]): ReadBundle {
  return { ok: false, problems };
}
