/**
 * Declarations that nothing reads.
 *
 * Only those of the agreement's own file are judged: a library is there for others. A metric is used by a standard,
 * another metric or a test, a dataset by a metric, an exclusion, a look-up, another dataset, a clock or a test, a
 * clock by what reads datasets, a calendar by a clock, a field or the agreement, an exclusion by a standard.
 */
import type { SourceFile } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { reportUnused } from "./rules/unused.rule.ts";
import { declarationsOf, type Scope } from "./scope.ts";

/** Hints at every metric, dataset, clock, calendar and exclusion of the agreement's own file that no sentence names. */
export function checkUnused(root: SourceFile, scope: Scope): void {
  if (!declarationsOf(scope, "Agreement").some(({ site }) => site.file === root)) return;
  const used = new Set<string>();
  for (const { node } of scope.declarations) for (const name of namesUsed(node)) used.add(name);
  for (const { site, node } of scope.declarations) {
    if (site.file !== root) continue;
    if (!isToBeUsed(node) || used.has(node.name.text)) continue;
    reportUnused(site, node.kind, node.name);
  }
}

type ToBeUsed = Extract<
  ast.Declaration,
  { readonly kind: "Dataset" | "Calendar" | "Clock" | "Metric" | "Exclusion" }
>;

function isToBeUsed(node: ast.Declaration): node is ToBeUsed {
  return ["Dataset", "Calendar", "Clock", "Metric", "Exclusion"].includes(node.kind);
}

/** Of each declaration once: in an editor, most of a file's declarations are the same from check to check. */
const namesByDeclaration = new WeakMap<ast.Declaration, ReadonlySet<string>>();

/** The names of other declarations that a declaration mentions. */
function namesUsed(node: ast.Declaration): ReadonlySet<string> {
  const known = namesByDeclaration.get(node);
  if (known !== undefined) return known;
  const own = "name" in node && node.name !== null ? node.name : null;
  const names = new Set<string>();
  collect(node, own, names);
  namesByDeclaration.set(node, names);
  return names;
}

/**
 * Every name in a tree but the declared one. Fields are among them: a field that is called like a dataset hides that
 * the dataset is unused, which costs a hint and never makes a false one.
 */
function collect(value: unknown, own: ast.Name | null, names: Set<string>): void {
  if (typeof value !== "object" || value === null || value === own) return;
  if (Array.isArray(value)) for (const item of value) collect(item, own, names);
  else if (isName(value)) names.add(value.text);
  else {
    for (const key in value) {
      const member: unknown = value[key as keyof typeof value];
      if (typeof member === "object" && key !== "span") collect(member, own, names);
    }
  }
}

function isName(value: object): value is ast.Name {
  return "kind" in value && value.kind === "Name";
}
