/**
 * How a standard came to its verdict: its sentences in the order in which SPEC §4.1.1 asks them, up to the one that
 * decided. A verdict that is pending or excused keeps what the data says so far, so its limits are told as well.
 */
import type { Decided } from "@tenet-lang/evaluator";
import { limitSteps } from "./limit-steps.ts";
import { metricSteps, metricsIn } from "./metric-steps.ts";
import { declared, headOf, placeIn, sentencePlace, sentencesOf } from "./sentences.ts";
import { fact, figure, given, type Place, type Step, stepAt } from "./step.ts";
import { partyWords, type Story } from "./story.ts";

type Why = Decided["why"];

/** What each question of SPEC §4.1.1 reads, and what it is called where it decides. */
const questions: readonly (readonly [readonly Why[], (story: Story) => readonly Step[]])[] = [
  [["beyond", "inactive"], dateSteps],
  [["scope"], scopeSteps],
  [["gate"], (story) => [...exclusionSteps(story), ...gateSteps(story)]],
  [["pending", "peers"], waitingSteps],
  [["excused"], rampUpSteps],
  [["duty"], dutySteps],
  [["empty"], emptySteps],
  [["needs"], needsSteps],
  [["limits"], (story) => [...smallGroupSteps(story), ...limitSteps(story), ...warningSteps(story)]],
];

/** The steps, the last of which is the verdict. */
export function standardSteps(story: Story): readonly Step[] {
  const { why, found } = story.decided;
  const isSoFar = why === "pending" || why === "peers" || why === "excused";
  const last = isSoFar ? (found?.why ?? why) : why;
  const end = questions.findIndex(([whys]) => whys.includes(last));
  const asked = questions.slice(0, end + 1).flatMap(([, stepsOf]) => stepsOf(story));
  return [...windowSteps(story), ...asked, ...verdictSteps(story)];
}

function windowSteps({ verdict, decided, standard }: Story): readonly Step[] {
  const { period, rows } = verdict;
  const who = partyWords(verdict);
  const sentence = sentencesOf(standard, "Measured")[decided.sentence];
  return stepAt(
    placeIn(standard, sentence),
    `${verdict.standard} is judged for ${who} in ${period.label}, from ${period.firstDay} to ${period.lastDay}`,
    period.label,
    [
      fact("partner", who),
      fact("period", period.label),
      figure("first day", period.firstDay),
      figure("last day", period.lastDay),
      figure("rows used", String(rows.used)),
      ...given("rows with a missing value", rows.missing === 0 ? null : rows.missing),
    ],
  );
}

function dateSteps({ decided: { why }, verdict, sentences }: Story): readonly Step[] {
  const place =
    why === "beyond"
      ? sentencePlace(declared(sentences, "Agreement", null), "Effective")
      : sentencePlace(declared(sentences, "Partners", null), "Active");
  const isHere = why === "beyond" || why === "inactive";
  return isHere ? stepAt(place, reasonOf(verdict), "does not apply", []) : [];
}

function scopeSteps({ standard, decided, verdict }: Story): readonly Step[] {
  const asked = sentencesOf(standard, "AppliesTo").filter(({ where }) => where !== null);
  const barred = decided.why === "scope" ? decided.barred : null;
  const who = partyWords(verdict);
  return asked.slice(0, barred === null ? asked.length : barred + 1).flatMap((sentence, at) => {
    const applies = at !== barred;
    const says = applies
      ? `${verdict.standard} applies to ${who}`
      : `${verdict.standard} does not apply to ${who}`;
    return stepAt(placeIn(standard, sentence), says, applies ? "applies" : "does not apply", [
      figure("applies", applies ? "yes" : "no"),
    ]);
  });
}

/** Rows were taken away before anything was counted. */
function exclusionSteps({ standard, verdict, sentences }: Story): readonly Step[] {
  const names = sentencesOf(standard, "Excluding").flatMap((sentence) => sentence.names);
  return names.flatMap(({ text }) => {
    const rows = verdict.rows.excluded.find(({ by }) => by === text)?.rows ?? 0;
    const place = sentencePlace(declared(sentences, "Exclusion", text), "Removes");
    const noun = rows === 1 ? "row" : "rows";
    return stepAt(place, `${text} takes ${rows === 0 ? "no" : rows} ${noun} away`, `${rows} ${noun}`, [
      fact(text, `${rows} ${noun} taken away`),
    ]);
  });
}

function gateSteps(story: Story): readonly Step[] {
  const { standard, decided, verdict } = story;
  const asked = sentencesOf(standard, "AppliesWhen");
  const barred = decided.why === "gate" ? decided.barred : null;
  return asked.slice(0, barred === null ? asked.length : barred + 1).flatMap((sentence, at) => {
    const applies = at !== barred;
    const says = applies
      ? `There was enough volume for ${verdict.standard} to apply`
      : `${verdict.standard} does not apply at this volume`;
    return [
      ...metricSteps(story, metricsIn(sentence.condition)),
      ...stepAt(placeIn(standard, sentence), says, applies ? "applies" : "does not apply", [
        figure("applies", applies ? "yes" : "no"),
      ]),
    ];
  });
}

function waitingSteps({ decided: { why, sentence }, verdict, standard }: Story): readonly Step[] {
  if (why !== "pending" && why !== "peers") return [];
  const place = placeIn(standard, sentencesOf(standard, "Measured")[sentence]);
  return stepAt(place, reasonOf(verdict), "pending", [figure("verdict", "pending")]);
}

function rampUpSteps({ decided, sentences, verdict }: Story): readonly Step[] {
  const { excusedBy } = decided.circumstances;
  if (excusedBy === null || verdict.verdict !== "excused") return [];
  const place = headOf(declared(sentences, "RampUp", excusedBy));
  return stepAt(place, reasonOf(verdict), "excused", [figure("excused by", excusedBy)]);
}

function dutySteps({ decided: { why }, sentences, verdict }: Story): readonly Step[] {
  const { missedBy } = verdict;
  if (why !== "duty" || missedBy === null) return [];
  const place = sentencePlace(declared(sentences, "Duty", missedBy), "IfMissed");
  return stepAt(place, reasonOf(verdict), "missed", [fact(missedBy, "missed")]);
}

function emptySteps({ decided: { found }, standard }: Story): readonly Step[] {
  if (found?.why !== "empty") return [];
  const place = placeIn(
    standard,
    sentencesOf(standard, "MissingData")[0] ?? sentencesOf(standard, "Requires")[0],
  );
  const shown = found.verdict;
  const says = `There was nothing to judge, which is ${shown}`;
  return stepAt(place, says, shown, [figure("result", shown)]);
}

function needsSteps(story: Story): readonly Step[] {
  const { decided, standard, model } = story;
  const { needs, found } = decided;
  const plan = model.standards.find(({ name }) => name === standard.node.name.text)?.needs;
  const [sentence] = sentencesOf(standard, "Needs");
  if (needs === null || plan === null || plan === undefined || sentence === undefined) return [];
  const { name } = plan.counts;
  const isEnough = found?.why !== "needs";
  const place: Place | null = placeIn(
    standard,
    sentence.rows.length > 1 ? sentence.rows[needs.row] : sentence,
  );
  const says = `${name} in the window: ${needs.found}, at least ${needs.atLeast} are needed: ${isEnough ? "enough" : "too few"}`;
  return [
    ...metricSteps(story, plan.counts.kind === "metric" ? [name] : []),
    ...stepAt(place, says, `${needs.found}: ${isEnough ? "enough" : "too few"}`, [
      fact(name, String(needs.found)),
      figure("needed", String(needs.atLeast)),
      figure("enough", isEnough ? "yes" : "no"),
    ]),
  ];
}

/** Groups that are too small for `needs` are left out, each by itself. */
function smallGroupSteps({ verdict, standard }: Story): readonly Step[] {
  const place = placeIn(standard, sentencesOf(standard, "Needs")[0]);
  return verdict.smallGroups.flatMap(({ metric, group, rows }) => {
    const few = rows === 1 ? "1 row is too few" : `${rows} rows are too few`;
    return stepAt(place, `${group} is left out of ${metric}: ${few}`, `${group}: left out`, [
      figure(`rows of ${group}`, String(rows)),
    ]);
  });
}

/** A warning is asked for only where the verdict is met. */
function warningSteps(story: Story): readonly Step[] {
  const { standard, verdict, decided, model } = story;
  const plan = model.standards.find(({ name }) => name === standard.node.name.text);
  if (verdict.verdict !== "met" || plan === undefined) return [];
  return sentencesOf(standard, "WarnsWhen").flatMap((sentence, at) => {
    const holds = decided.warnings.includes(plan.warnings[at]?.text ?? "");
    const says = holds ? "There is a warning, which changes no verdict" : "There is no warning";
    return [
      ...metricSteps(story, metricsIn(sentence.condition)),
      ...stepAt(placeIn(standard, sentence), says, holds ? "warning" : "no warning", [
        figure("warning", holds ? "yes" : "no"),
      ]),
    ];
  });
}

function verdictSteps({ verdict, standard }: Story): readonly Step[] {
  const { standard: name, distance, provisional, flags, reasons, period } = verdict;
  const shown = verdict.verdict;
  const soFar = provisional === null ? "" : `, ${provisional} so far`;
  return stepAt(
    headOf(standard),
    `${name} is ${shown} for ${partyWords(verdict)} in ${period.label}${soFar}`,
    `${shown}${soFar}`,
    [
      fact(name, shown),
      ...given("so far", provisional),
      ...given("distance", distance?.text),
      ...given("flags", flags.length === 0 ? null : flags.join(", ")),
      ...given("why", reasons.length === 0 ? null : reasons.join("; ")),
    ],
  );
}

/** The first reason says what decided, wherever that was no limit. */
function reasonOf({ reasons: [first] }: Story["verdict"]): string {
  return first ?? "";
}
