/** Files as a workspace, what is offered at a place in them, and the files afterwards. */
import {
  checkAgreement,
  type Loaded,
  loadAgreement,
  type Neighbours,
  organizedUses,
  parse,
  type Refactoring,
  type RefactoringKind,
  type RefactoringRule,
  refactoringsAt,
  resolvePath,
  type Span,
  sourceFile,
  staysSound,
  type TextEdit,
} from "@tenet-lang/language";

/** Texts by their paths. */
export type Texts = Readonly<Record<string, string>>;

const allKinds: readonly RefactoringKind[] = ["rewrite", "extract", "inline", "move"];

const loaded = new WeakMap<Texts, Map<string, Loaded>>();

/** An agreement among texts. */
export function load(texts: Texts, root: string): Loaded {
  const before = loaded.get(texts) ?? new Map<string, Loaded>();
  loaded.set(texts, before);
  const found = before.get(root) ?? loadAgreement(root, (path) => texts[path] ?? null);
  before.set(root, found);
  return found;
}

const known = new WeakMap<Texts, Neighbours>();

/** The files of texts as those around a file. */
export function neighboursIn(texts: Texts): Neighbours {
  const before = known.get(texts);
  if (before !== undefined) return before;
  const found = neighboursOf(texts);
  known.set(texts, found);
  return found;
}

function neighboursOf(texts: Texts): Neighbours {
  const used = Object.entries(texts).map(([path, text]) => [path, usedBy(path, text)] as const);
  return {
    has: (path) => path in texts,
    usersOf: (path) => used.flatMap(([user, paths]) => (paths.includes(path) ? [user] : [])),
  };
}

function usedBy(path: string, text: string): readonly string[] {
  const folder = path.split("/").slice(0, -1).join("/");
  return parse(sourceFile(path, text)).tree.declarations.flatMap((one) =>
    one.kind === "Uses" ? [resolvePath(folder, one.path.text)] : [],
  );
}

/** The texts after a refactoring. */
export function after(texts: Texts, { files, made, removed }: Refactoring): Texts {
  const kept = Object.entries(texts).filter(([path]) => !removed.some((file) => file.path === path));
  const changed = files.map(({ file, edits }) => [file.path, edited(file.text, edits)]);
  return Object.fromEntries([...kept, ...changed, ...made.map(({ path, text }) => [path, text])]);
}

/** A text with edits made to it; they are in the order of their places. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let from = 0;
  for (const { span, text: put } of edits) {
    if (span.start < from) throw new Error("edits overlap");
    result += text.slice(from, span.start) + put;
    from = span.end;
  }
  return result + text.slice(from);
}

/** The agreements that read a file, or it by itself. */
export function readersOf(texts: Texts, path: string, roots: readonly string[]): readonly Loaded[] {
  const views = roots.map((root) => load(texts, root));
  const readers = views.filter(({ files }) => files.some(({ file }) => file.path === path));
  return readers.length > 0 ? readers : [load(texts, path)];
}

/** What the rules have at a span of a file, whether it is sound or not. */
export function candidatesAt(
  texts: Texts,
  agreements: readonly Loaded[],
  path: string,
  span: Span,
  rules?: readonly RefactoringRule[],
): readonly Refactoring[] {
  const parsed = agreements[0]?.files.find(({ file }) => file.path === path);
  if (parsed === undefined) throw new Error(`nothing reads ${path}`);
  return refactoringsAt({ parsed, span, agreements, neighbours: neighboursIn(texts) }, allKinds, rules);
}

/** Whether a refactoring may be offered: every agreement that reads the file stays sound. */
export function isOffered(agreements: readonly Loaded[], refactoring: Refactoring): boolean {
  return agreements.every((one) =>
    staysSound(one, [...one.diagnostics, ...checkAgreement(one).diagnostics], refactoring),
  );
}

/** The texts after what the title names was done at the mark `^`, or between two of them; else the titles offered. */
export function refactored(
  marked: Texts,
  title: string,
  roots: readonly string[] = ["a.tenet"],
): Texts | readonly string[] {
  const [path = "", text = ""] = Object.entries(marked).find(([, one]) => one.includes("^")) ?? [];
  const texts = { ...marked, [path]: text.replaceAll("^", "") };
  const span = { start: text.indexOf("^"), end: text.indexOf("^") };
  const second = text.indexOf("^", span.start + 1);
  if (second > 0) span.end = second - 1;
  const agreements = readersOf(texts, path, roots);
  const offered = candidatesAt(texts, agreements, path, span).filter((one) => isOffered(agreements, one));
  const meant = offered.find((one) => one.title.startsWith(title));
  return meant === undefined ? offered.map((one) => one.title) : after(texts, meant);
}

/** A file with its `uses` in order. */
export function usesInOrder(texts: Texts, path: string, agreements: readonly Loaded[]): string {
  const text = texts[path] ?? "";
  return edited(text, organizedUses(parse(sourceFile(path, text)), agreements));
}
