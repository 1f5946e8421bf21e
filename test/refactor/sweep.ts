/** All places of a file at which rules have something to offer, and many of their offers taken at once. */
import {
  type Loaded,
  parse,
  type Refactoring,
  type RefactoringRule,
  type refactoringRules,
  refactoringsAt,
  type Span,
  sourceFile,
  type TextEdit,
} from "@tenet-lang/language";
import { isOffered, neighboursIn, type Texts } from "./offered.ts";

/** Rules that undo what others do; the texts offer little to them as they are. */
export const inverses: Readonly<Record<string, keyof typeof refactoringRules>> = {
  listWrittenOut: "oneList",
  twoBounds: "oneRange",
  notOfEach: "notOfAll",
  daysApart: "daysTogether",
  partsOnLines: "oneLine",
};

/** What a rule offers anywhere in a file, each offer once, in the order of their places. */
export function offersOf(
  rule: RefactoringRule,
  texts: Texts,
  path: string,
  agreements: readonly Loaded[],
): readonly Refactoring[] {
  const parsed = agreements[0]?.files.find(({ file }) => file.path === path);
  if (parsed === undefined) throw new Error(`nothing reads ${path}`);
  const neighbours = neighboursIn(texts);
  const found = new Map<string, Refactoring>();
  for (const { type, span } of parsed.tokens) {
    if (type === "LineBreak" || type === "Comment") continue;
    const place = { parsed, span: { start: span.start, end: span.start }, agreements, neighbours };
    for (const one of refactoringsAt(place, [rule.kind], [rule]))
      found.set(JSON.stringify(editsOf(one)), one);
  }
  return [...found.values()];
}

/** So many of a list, spread over it evenly. */
export function spread<T>(list: readonly T[], most: number): readonly T[] {
  return list.length <= most ? list : list.filter((_, at) => (at * most) % list.length < most);
}

/** Some rewrites of a file at once, but for those that reach into each other; null if there are none. */
export function together(
  offers: readonly Refactoring[],
  isWanted: (one: Refactoring) => boolean,
): { readonly edits: readonly TextEdit[]; readonly taken: number } | null {
  const edits: TextEdit[] = [];
  let taken = 0;
  let end = -1;
  for (const one of offers.toSorted((a, b) => hullOf(a).start - hullOf(b).start)) {
    const hull = hullOf(one);
    if (hull.start <= end || !isWanted(one)) continue;
    edits.push(...editsOf(one));
    end = hull.end;
    taken += 1;
  }
  return taken === 0 ? null : { edits, taken };
}

/** The sound ones of some rewrites at once; they are only tried one by one where not all of them are. */
export function soundTogether(
  offers: readonly Refactoring[],
  agreements: readonly Loaded[],
): ReturnType<typeof together> {
  const all = together(offers, () => true);
  const [first] = offers;
  const file = first?.files[0]?.file;
  if (all === null || first === undefined || file === undefined) return null;
  const isSound = isOffered(agreements, { ...first, files: [{ file, edits: all.edits }] });
  return isSound ? all : together(offers, (one) => isOffered(agreements, one));
}

/** What all of some refactorings keep. */
export function keptBy(offers: readonly Refactoring[]): Refactoring["keeps"] {
  return offers.every(({ keeps }) => keeps === "fingerprint") ? "fingerprint" : "verdicts";
}

/** The tree of a text. */
export function parsedAt(texts: Texts, path: string) {
  return parse(sourceFile(path, texts[path] ?? ""));
}

function editsOf({ files }: Refactoring): readonly TextEdit[] {
  return files.flatMap(({ edits }) => edits);
}

function hullOf(one: Refactoring): Span {
  const spans = editsOf(one).map(({ span }) => span);
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
