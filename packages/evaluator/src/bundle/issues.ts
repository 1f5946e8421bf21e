/** Says in plain words, with a place, what the schema found. */
import type * as z from "zod";
import { type BundleProblem, memberPath } from "./scan.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** One problem per mistake, in the schema's order, at most `limit` of them. */
export function problemsOf(issues: readonly Issue[], value: unknown, limit: number): BundleProblem[] {
  const problems: BundleProblem[] = [];
  for (const issue of issues) {
    if (problems.length >= limit) break;
    problems.push(...problemsOfIssue(issue, value, []));
  }
  return problems.slice(0, limit);
}

function problemsOfIssue(issue: Issue, value: unknown, above: Path): BundleProblem[] {
  const path = [...above, ...issue.path];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: pathText([...path, key]),
        message: "is not a key of a bundle",
      }));
    case "invalid_union": {
      const branch = nearestBranch(issue.errors);
      if (branch !== null) return branch.flatMap((inner) => problemsOfIssue(inner, value, path));
      return [{ path: pathText(path), message: oneOf("options" in issue ? (issue.options ?? []) : []) }];
    }
    default:
      return [{ path: pathText(path), message: messageOf(issue, valueAt(value, path)) }];
  }
}

/** Of the alternatives, the one that the value was surely meant to be: with the fewest keys missing or unknown. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const weight = (branch: readonly Issue[]): number =>
    branch.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);
  let nearest: readonly Issue[] | null = null;
  for (const branch of branches) {
    if (nearest === null || weight(branch) < weight(nearest)) nearest = branch;
  }
  return nearest;
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
};

const FORMATS: Readonly<Record<string, string>> = {
  date: "must be a date, as `2026-01-31`",
  datetime: "must be a UTC instant, as `2026-01-31T08:00:00Z`",
};

function messageOf(issue: Issue, found: unknown): string {
  if (found === undefined && issue.code !== "custom") return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return oneOf(issue.values);
    case "too_small":
      return sizeMessage(issue.origin, "at least", issue.minimum, issue.inclusive !== false);
    case "too_big":
      return sizeMessage(issue.origin, "at most", issue.maximum, issue.inclusive !== false);
    case "invalid_format":
      return FORMATS[issue.format] ?? `is not written as it must be (${issue.pattern ?? issue.format})`;
    default:
      return "is not allowed here";
  }
}

function sizeMessage(origin: string, words: string, bound: number | bigint, inclusive: boolean): string {
  const limit = inclusive
    ? `${words} ${bound}`
    : `${words === "at least" ? "more than" : "less than"} ${bound}`;
  if (origin === "array") return `must hold ${limit} ${Number(bound) === 1 ? "item" : "items"}`;
  if (origin === "string") return `must have ${limit} ${Number(bound) === 1 ? "character" : "characters"}`;
  return `must be ${limit}`;
}

function oneOf(values: readonly unknown[]): string {
  const listed = values.map((value) => `\`${String(value)}\``);
  return listed.length === 1 ? `must be ${listed[0]}` : `must be one of ${listed.join(", ")}`;
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

/** A path as people write it: `rules[3].conditions.all[0].operator`. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : memberPath(text, String(key))),
    "",
  );
}
