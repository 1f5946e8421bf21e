/**
 * Which rules of SPEC.md have cases, and on which sides of their boundaries.
 *
 * A case refuses a text, warns of it, lets it check, or says what judging gives. A rule has both its sides when at least two
 * cases cite it that do not all refuse and do not all merely let a text check: a rule that nothing breaks, or that
 * nothing keeps, has been looked at from one side only.
 */
import { readFileSync } from "node:fs";
import { type ConformanceCase, caseFiles } from "./case-file.ts";

type Side = "refused" | "warned" | "checks" | "judged";

/** The rules of SPEC.md by number, in its order: `4.1.7`. */
export function ruleNumbers(): readonly string[] {
  const spec = readFileSync(new URL("../../grammar/SPEC.md", import.meta.url), "utf8");
  return [...spec.matchAll(/^\*\*§([\d.]+)\*\*/gm)].map(([, number = ""]) => number);
}

/** For each rule that is cited: a side for each case that cites it. */
export function sidesByRule(): ReadonlyMap<string, readonly Side[]> {
  const found = new Map<string, Side[]>();
  for (const { file } of caseFiles()) {
    for (const one of file.cases) {
      for (const cited of new Set(one.spec)) {
        const number = cited.replace(/^§/, "");
        found.set(number, [...(found.get(number) ?? []), sideOf(one)]);
      }
    }
  }
  return found;
}

/** Whether these cases look at a rule from both its sides. */
export function hasBothSides(sides: readonly Side[]): boolean {
  const different = new Set(sides);
  return sides.length > 1 && (different.size > 1 || different.has("judged"));
}

function sideOf({ expect: { checks, diagnostics, warnings = [], unreadable } }: ConformanceCase): Side {
  if (checks === false || unreadable === true || (diagnostics !== undefined && diagnostics.length > 0))
    return "refused";
  if (warnings.length > 0) return "warned";
  return checks === true || diagnostics !== undefined ? "checks" : "judged";
}
