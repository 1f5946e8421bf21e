/** How attestations and duties came to their verdicts, and consequences to what they found. */
import type { Finding, Verdict } from "@tenet-lang/evaluator";
import { valueText } from "./metric-steps.ts";
import { declared, headOf, placeAt, placeIn, type Sentences, sentencePlace } from "./sentences.ts";
import { fact, figure, given, type Place, type Step, stepAt } from "./step.ts";
import { partyWords } from "./story.ts";

/** Of an attestation or a duty: its records, when it is due, and what follows. */
export function termSteps(sentences: Sentences, verdict: Verdict): readonly Step[] {
  const { standard: name, rows, due, reasons } = verdict;
  const written = declared(sentences, verdict.kind === "duty" ? "Duty" : "Attestation", name);
  const [reason = ""] = reasons;
  const soFar = verdict.provisional === null ? "" : `, ${verdict.provisional} so far`;
  const records = rows.used === 1 ? "1 record was read" : `${rows.used} records were read`;
  return [
    ...stepAt(sentencePlace(written, "Recorded"), records, String(rows.used), [
      figure("records", String(rows.used)),
    ]),
    ...dueSteps(sentences, sentencePlace(written, "DueSentence"), due),
    ...stepAt(
      headOf(written),
      `${name} is ${verdict.verdict} for ${partyWords(verdict)}${soFar}: ${reason}`,
      `${verdict.verdict}${soFar}`,
      [fact(name, verdict.verdict), ...given("so far", verdict.provisional), ...given("why", reason)],
    ),
  ];
}

function dueSteps({ local }: Sentences, place: Place | null, due: string | null): readonly Step[] {
  if (due === null) return [];
  const at = local(due);
  return stepAt(place, `It is due by ${at}`, `due by ${at}`, [figure("due by", at)]);
}

/** Of a consequence: the lines of its arithmetic, each at its sentence, the step or level that holds, and the value. */
export function findingSteps(sentences: Sentences, finding: Finding): readonly Step[] {
  const lines = finding.lines.flatMap(({ origin, text, of, period, rows }) =>
    stepAt(placeAt(sentences, origin), text, briefly(text), [
      figure("counted", text),
      ...given("of", of),
      ...given("period", period),
      ...given("rows", rows),
    ]),
  );
  const { name, party, period, reasons } = finding;
  const value = findingText(finding);
  const says = `${name} is ${value} for ${partyWords({ party })} in ${period.label}`;
  return [
    ...lines,
    ...readSteps(sentences, finding),
    ...stepAt(placeAt(sentences, finding.origin), says, value, [
      fact(name, value),
      ...given("why", reasons.length === 0 ? null : reasons.join("; ")),
    ]),
  ];
}

/** `50.00 EUR` of `Quick, 2026-01: 50.00 EUR`: what it is about is said by the sentence beside which it stands. */
function briefly(line: string): string {
  return line.split(": ").at(-1) ?? line;
}

/** What has no arithmetic: the steps of an escalation that hold, the level of tiers and what it was read from. */
function readSteps(sentences: Sentences, finding: Finding): readonly Step[] {
  switch (finding.kind) {
    case "escalation":
      return escalationSteps(sentences, finding);
    case "tiers":
      return levelSteps(sentences, finding);
    default:
      return [];
  }
}

function escalationSteps(sentences: Sentences, { name, details }: FindingOf<"escalation">): readonly Step[] {
  const written = declared(sentences, "Escalation", name);
  if (written === null) return [];
  return details.holding.flatMap((step) => {
    const sentence = written.node.sentences.find((one) => one.kind === "Step" && one.name.text === step);
    const begun = details.found.find((one) => one.step === step);
    const state = begun === undefined ? "holds" : `begins on ${begun.on}`;
    return stepAt(placeIn(written, sentence), `${step} ${state}`, state, [
      fact(step, state),
      ...given("cure until", begun?.cureUntil),
      ...given("notice until", begun?.noticeUntil),
    ]);
  });
}

function levelSteps(sentences: Sentences, { name, value, details }: FindingOf<"tiers">): readonly Step[] {
  const written = declared(sentences, "Tiers", name);
  if (written === null || value === null) return [];
  const level = written.node.sentences.find((one) => one.kind === "Level" && one.name.text === value);
  const read = details.read.flatMap((one) =>
    given(one.name, one.verdict ?? (one.value === null ? null : valueText(one.value))),
  );
  return stepAt(placeIn(written, level), `${value} is the level that holds`, "holds", read);
}

type FindingOf<K extends Finding["kind"]> = Extract<Finding, { readonly kind: K }>;

function findingText({ value }: Finding): string {
  if (value === null) return "none";
  return typeof value === "string" ? value : `${value.amount} ${value.currency}`;
}
