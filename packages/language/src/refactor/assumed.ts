/**
 * What is assumed where nothing is said, written out: years start on 1 january (SPEC §3.1.5), nothing is rounded
 * (§3.1.6), a calendar keeps the agreement's time zone (§3.3.1), a standard applies to every partner (§3.6.2). Whoever
 * reads the agreement then need not know what holds without a sentence.
 */
import type * as ast from "../syntax/ast.ts";
import { linesOf } from "./line-blocks.ts";
import type { RefactoringRule, Scene } from "./refactoring.ts";
import { inserted, lineEndOf, rewrite } from "./text-changes.ts";

export const assumedWritten: RefactoringRule = {
  kind: "rewrite",
  at: (scene) => {
    const { parsed, sentence, declaration } = scene;
    if (sentence.node !== null) return [];
    const known = new Set(declaration.sentences.map(({ kind }) => kind));
    const missing = assumedOf(scene).filter(({ kind }) => !known.has(kind));
    if (missing.length === 0) return [];
    const { end } = linesOf(parsed.file, declaration.sentences.at(-1)?.span ?? declaration.headSpan);
    const lineEnd = lineEndOf(parsed.file);
    const isOpen = parsed.file.text[end - 1] !== "\n";
    const lines = missing.map(({ text }) => `  ${text}`).join(lineEnd);
    const put = isOpen ? `${lineEnd}${lines}` : `${lines}${lineEnd}`;
    const title = `write out what is assumed: ${missing.map(({ text }) => `\`${text}\``).join(", ")}`;
    return [rewrite(parsed, "fingerprint", title, [inserted(end, put)])];
  },
};

interface Assumed {
  readonly kind: ast.Sentence["kind"];
  readonly text: string;
}

/** The sentences that a declaration may leave out. */
function assumedOf({ declaration, agreements }: Scene): readonly Assumed[] {
  switch (declaration.kind) {
    case "Agreement":
      return [
        { kind: "YearStarts", text: "year starts on 1 january" },
        { kind: "Rounding", text: "rounding none" },
      ];
    case "Calendar":
      return zoneOf(agreements).map((zone) => ({ kind: "TimeZone", text: `time zone "${zone}"` }));
    case "Standard":
      return [{ kind: "AppliesTo", text: "applies to partners" }];
    default:
      return [];
  }
}

/** The time zone of all agreements that read the file; none where they differ. */
function zoneOf(agreements: Scene["agreements"]): readonly string[] {
  const zones = agreements.map(
    ({ root }) =>
      root.tree.declarations
        .flatMap((one) => (one.kind === "Agreement" ? one.sentences : []))
        .find((one) => one.kind === "TimeZone")?.zone.text,
  );
  const [zone] = zones;
  return zone !== undefined && zones.every((one) => one === zone) ? [zone] : [];
}
