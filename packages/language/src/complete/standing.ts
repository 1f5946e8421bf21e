/** Which sentences the declaration around the cursor has already, the one being written aside. */
import { mandatorySentences } from "../check/sentences.ts";
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { Scene } from "./scene.ts";

/** What kind of declaration it is, and the kinds of its sentences. */
export interface Standing {
  readonly kind: ast.Declaration["kind"];
  readonly standing: ReadonlySet<string>;
}

const kindsByWord: ReadonlyMap<string, ast.Declaration["kind"]> = new Map([
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

/** What stands. A declaration whose head cannot be read yet is of the kind that its word says. */
export function kindsStanding({ declaration, file, cursor }: Scene): Standing {
  const word = cursor.declaration?.word ?? "";
  const kind = kindsByWord.get(word) ?? "BrokenDeclaration";
  const { start, end } = lineOf(file.text, cursor.before[0]?.startOffset ?? cursor.word.start);
  // What is being written may have been read as the sentence that it will be.
  const others = (declaration?.sentences ?? []).filter(({ span }) => span.end < start || span.start > end);
  return { kind, standing: new Set(others.map((sentence) => sentence.kind)) };
}

/** Kinds of sentences that must stand, and do not. */
export function lackingKinds(scene: Scene): readonly string[] {
  const { kind, standing } = kindsStanding(scene);
  return mandatorySentences(kind).filter((one) => !standing.has(one));
}

function lineOf(text: string, offset: number): Span {
  const end = text.indexOf("\n", offset);
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  return { start, end: end < 0 ? text.length : end };
}
