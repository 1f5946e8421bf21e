/** Which sentences the declaration around the cursor has already, the one being written aside. */
import { mandatorySentences } from "../check/sentences.ts";
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { TermedDeclaration } from "../vocabulary/declaration-terms.ts";
import type { Scene } from "./scene.ts";

/** What kind of declaration it is, and the kinds of its sentences. */
export interface Standing {
  readonly kind: ast.Declaration["kind"];
  readonly standing: ReadonlySet<string>;
}

const kindsByWord: ReadonlyMap<string, TermedDeclaration> = new Map([
  ["uses", "Uses"],
  ["agreement", "Agreement"],
  ["partners", "Partners"],
  ["dataset", "Dataset"],
  ["calendar", "Calendar"],
  ["clock", "Clock"],
  ["metric", "Metric"],
  ["standard", "Standard"],
  ["credit", "Credit"],
  ["bonus", "Bonus"],
  ["points", "Points"],
  ["escalation", "Escalation"],
  ["ratchet", "Ratchet"],
  ["scorecard", "Scorecard"],
  ["tiers", "Tiers"],
  ["exclusion", "Exclusion"],
  ["amendment", "Amendment"],
  ["ramp_up", "RampUp"],
  ["attestation", "Attestation"],
  ["duty", "Duty"],
  ["touchpoint", "Touchpoint"],
  ["report", "Report"],
  ["test", "Test"],
]);

/** The kind of the declarations that a word starts. */
export function kindOfWord(word: string): TermedDeclaration | null {
  return kindsByWord.get(word) ?? null;
}

/** What stands. A declaration whose head cannot be read yet is of the kind that its word says. */
export function kindsStanding(scene: Scene): Standing {
  const kind = kindOfWord(scene.cursor.declaration?.word ?? "") ?? "BrokenDeclaration";
  return { kind, standing: new Set(sentencesStanding(scene).map((sentence) => sentence.kind)) };
}

type ReadSentence = ast.Declaration["sentences"][number];

/** The sentences that stand. What is being written may have been read as the sentence that it will be. */
export function sentencesStanding({ declaration, file, cursor }: Scene): readonly ReadSentence[] {
  const written = cursor.before[0]?.startOffset ?? cursor.word.start;
  const sentences: readonly ReadSentence[] = declaration?.sentences ?? [];
  return sentences.filter(({ span }) => !touchesLine(file.text, span, written));
}

/** Kinds of sentences that must stand, and do not. */
export function lackingKinds(scene: Scene): readonly string[] {
  const { kind, standing } = kindsStanding(scene);
  return mandatorySentences(kind).filter((one) => !standing.has(one));
}

/** Whether something reaches into the line that an offset is in. */
export function touchesLine(text: string, span: Span, offset: number): boolean {
  const end = text.indexOf("\n", offset);
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  return span.end >= start && (end < 0 || span.start <= end);
}
