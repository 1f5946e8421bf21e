/**
 * Consequences: credits, bonuses, points, escalations, ratchets, scorecards and tiers (SPEC §3.7, §4.4, §4.6, §7.6).
 *
 * A part of its own, handed in as `consequences`, so that who embeds only verdicts does not carry it. It says what it
 * measures beside standards (`asked.ts`); once everything is judged, each kind is a function of its plan and of what it
 * reads for one party (`reading.ts`), one file each: `money.ts`, `points.ts`, `escalation.ts`, `ratchet.ts`,
 * `scorecard.ts`, `tiers.ts`. Decisions are the bundle's rules over named facts (`decision.ts`), arithmetic is exact,
 * and every finding carries the lines that add up to it. A finding is never an act: nothing here pays or ends anything.
 */
import type { PartyKind } from "../bundle/consequence-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { Finding, FindingKind } from "../judge/finding.ts";
import { findingOrder } from "../judge/finding-order.ts";
import type { ConsequenceEngine, Consequences, Judged } from "../judge/judged.ts";
import { type Asked, ask, metricsAsked, moneyOf, needsAsked, tiesOf } from "./asked.ts";
import { type Decisions, decisionsOf } from "./decision.ts";
import { escalationFindings } from "./escalation-findings.ts";
import { isOurs } from "./governing.ts";
import { judgedOf } from "./judged-runs.ts";
import { moneyFindings } from "./money-findings.ts";
import { datasetsPaid } from "./paid-rows.ts";
import { type ReadingMaker, readingMaker } from "./party-reading.ts";
import { pointsFindings } from "./points.ts";
import { ratchetFindings } from "./ratchet.ts";
import type { Reading } from "./reading.ts";
import { type ScoreWindow, scorecardFindings, scoresOf } from "./scorecard.ts";
import { tiersFindings } from "./tiers.ts";

/** Finds consequences: the option `consequences` of `judge`. */
export const consequenceEngine: ConsequenceEngine = { of: consequencesOf, order: findingOrder };

function consequencesOf(bundle: Bundle): Consequences {
  let asked: Asked = { parties: () => 0, metrics: new Map(), paid: new Map(), windows: new Map() };
  return {
    metrics: metricsAsked(bundle),
    counted: moneyOf(bundle).flatMap(datasetsPaid),
    needs: (walk) => needsAsked(bundle, walk),
    begin(asking) {
      asked = ask(bundle, asking);
    },
    ties: () => tiesOf(asked),
    findings: (book, books, partner, before) =>
      findingsOf(bundle, asked, judgedOf(book, books, partner), before),
  };
}

/** What is worked out with. */
interface Work {
  readonly bundle: Bundle;
  readonly asked: Asked;
  readonly readings: ReadingMaker;
  readonly decisions: Decisions;
}

function findingsOf(
  bundle: Bundle,
  asked: Asked,
  judged: Judged,
  before: readonly Finding[],
): readonly Finding[] {
  const decisions = decisionsOf(bundle.rules, judged.run.patterns);
  const work: Work = { bundle, asked, readings: readingMaker(bundle, asked, judged, before), decisions };
  const found = declarationsOf(work).flatMap(({ name, party, find }) => {
    const keys = party === "brand" ? ["brand"] : judged.partners;
    return keys
      .flatMap((key) => find(work.readings(name, party, key)))
      .filter((finding) => isOurs(finding, judged.run.frame.seasons));
  });
  return found.sort(findingOrder);
}

/** A declaration, and what it finds for one party. */
interface Declaration {
  readonly kind: FindingKind;
  readonly name: string;
  readonly party: PartyKind;
  readonly find: (reading: Reading) => readonly Finding[];
}

function declarationsOf(work: Work): readonly Declaration[] {
  const { bundle, decisions } = work;
  return [
    ...moneyOf(bundle).map((plan) => ({
      ...plan,
      find: (reading: Reading) => moneyFindings(plan, reading, decisions),
    })),
    ...bundle.points.map((plan) => ({
      ...plan,
      kind: "points" as const,
      find: (reading: Reading) => pointsFindings(plan, reading, decisions),
    })),
    ...bundle.escalations.map((plan) => ({
      ...plan,
      kind: "escalation" as const,
      find: (reading: Reading) => escalationFindings(plan, reading, decisions),
    })),
    ...bundle.ratchets.map((plan) => ({
      ...plan,
      kind: "ratchet" as const,
      find: (reading: Reading) => ratchetFindings(plan, reading),
    })),
    ...bundle.scorecards.map((plan) => ({
      ...plan,
      kind: "scorecard" as const,
      find: (reading: Reading) => scorecardFindings(plan, scoreWindows(plan.name, work), reading),
    })),
    ...bundle.tiers.map((plan) => ({
      ...plan,
      kind: "tiers" as const,
      find: (reading: Reading) => tierFindings(plan, reading, work),
    })),
  ];
}

function tierFindings(plan: Bundle["tiers"][number], reading: Reading, work: Work): readonly Finding[] {
  const occasions = work.asked.windows.get(plan.name)?.occasions ?? [];
  const { key } = reading.party;
  return tiersFindings(plan, occasions, reading, work.decisions, (name) => {
    const card = work.bundle.scorecards.find((each) => each.name === name);
    if (card === undefined) return [];
    return scoresOf(card, scoreWindows(name, work), work.readings(name, card.party, key));
  });
}

function scoreWindows(name: string, { asked }: Work): readonly ScoreWindow[] {
  const set = asked.windows.get(name);
  return (set?.occasions ?? []).flatMap((occasion, index) => {
    const days = set?.days?.[index];
    return days === undefined ? [] : [{ occasion, days }];
  });
}
