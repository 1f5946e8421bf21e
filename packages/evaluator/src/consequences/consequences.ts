/**
 * Consequences: credits, bonuses, points, escalations, ratchets, scorecards and tiers (SPEC §3.7, §4.4, §4.6, §7.6).
 *
 * A part of its own, handed in as `consequences`, so that who embeds only verdicts does not carry it. It says what it
 * measures beside standards (`asked.ts`); once everything is judged, each kind is a function of its plan and of what it
 * reads for one party (`reading.ts`), one file each: `money.ts`, `points.ts`, `escalation.ts`, `ratchet.ts`,
 * `scorecard.ts`, `tiers.ts`. Where several versions are judged together, the declarations of one name are followed as
 * one, each version finding what falls in its time (`governing.ts`). Decisions are the bundle's rules over named facts
 * (`decision.ts`), arithmetic is exact, and every finding carries the lines that add up to it. A finding is never an
 * act: nothing here pays or ends anything.
 */
import type { PartyKind } from "../bundle/consequence-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { Finding } from "../judge/finding.ts";
import { findingOrder } from "../judge/finding-order.ts";
import type { ConsequenceEngine, Consequences, Judged, JudgedVersion } from "../judge/judged.ts";
import { type Asked, ask, metricsAsked, moneyOf, needsAsked, tiesOf } from "./asked.ts";
import { type Decisions, decisionsOf } from "./decision.ts";
import { escalationFindings } from "./escalation-findings.ts";
import { judgedOf } from "./judged-runs.ts";
import { moneyFindings } from "./money-findings.ts";
import { datasetsPaid } from "./paid-rows.ts";
import { type ReadingMaker, readingMaker } from "./party-reading.ts";
import { pointsFindings } from "./points.ts";
import { ratchetFindings } from "./ratchet.ts";
import type { Site } from "./reading.ts";
import { inOrderOfWindows, type Score, type ScoreWindow, scorecardFindings, scoresOf } from "./scorecard.ts";
import { tiersFindings } from "./tiers.ts";

/** What was asked of one version's run. */
interface Asking extends Consequences {
  readonly bundle: Bundle;
  readonly asked: () => Asked;
}

/** Finds consequences: the option `consequences` of `judge`. */
export const consequenceEngine: ConsequenceEngine<Asking> = { of: consequencesOf, findings: findingsOf };

function consequencesOf(bundle: Bundle): Asking {
  let asked: Asked = { parties: () => 0, metrics: new Map(), paid: new Map(), windows: new Map() };
  return {
    bundle,
    asked: () => asked,
    metrics: metricsAsked(bundle),
    counted: moneyOf(bundle).flatMap(datasetsPaid),
    needs: (walk) => needsAsked(bundle, walk),
    begin(asking) {
      asked = ask(bundle, asking);
    },
    ties: () => tiesOf(asked),
  };
}

/** What one version works with. */
interface Work {
  readonly bundle: Bundle;
  readonly asked: Asked;
  readonly readings: ReadingMaker;
  readonly decisions: Decisions;
  /** Keys of the parties of a kind for which findings are wanted, in code-point order. */
  readonly keys: Readonly<Record<PartyKind, ReadonlySet<string>>>;
}

function findingsOf(versions: readonly JudgedVersion<Asking>[], partner: string | null): readonly Finding[] {
  const books = versions.map(({ book }) => book);
  const works = versions.map(({ consequences, book }) =>
    workOf(consequences, judgedOf(book, books, partner)),
  );
  const found: readonly Finding[] = [
    ...follow(works, ({ credits }) => credits, moneyFindings),
    ...follow(works, ({ bonuses }) => bonuses, moneyFindings),
    ...follow(works, ({ points }) => points, pointsFindings),
    ...follow(works, ({ escalations }) => escalations, escalationFindings),
    ...follow(works, ({ ratchets }) => ratchets, ratchetFindings),
    ...follow(
      works,
      ({ scorecards }) => scorecards,
      (sites) =>
        sites.flatMap(({ plan, reading, work }) =>
          scorecardFindings(plan, windowsOf(plan.name, work), reading),
        ),
    ),
    ...follow(
      works,
      ({ tiers }) => tiers,
      (sites) => tierFindings(sites, works),
    ),
  ];
  return [...found].sort(findingOrder);
}

function workOf({ bundle, asked }: Asking, judged: Judged): Work {
  const measured = asked();
  return {
    bundle,
    asked: measured,
    readings: readingMaker(bundle, measured, judged),
    decisions: decisionsOf(bundle.rules, judged.run.patterns),
    keys: { brand: new Set(["brand"]), partner: new Set(judged.partners) },
  };
}

interface Declared {
  readonly name: string;
  readonly party: PartyKind;
}

interface WorkSite<P> extends Site<P> {
  readonly work: Work;
}

/** Follows the declarations of a kind, name by name and party by party, with a site for each version that has one. */
function follow<P extends Declared>(
  works: readonly Work[],
  plansOf: (bundle: Bundle) => readonly P[],
  find: (sites: readonly WorkSite<P>[]) => readonly Finding[],
): readonly Finding[] {
  const all = works.flatMap((work) => plansOf(work.bundle).map((plan) => ({ plan, work })));
  const names = new Set(all.map(({ plan }) => plan.name));
  return [...names].flatMap((name) => {
    const declaring = all.filter(({ plan }) => plan.name === name);
    const keys = new Set(declaring.flatMap(({ plan, work }) => [...work.keys[plan.party]]));
    return [...keys].flatMap((key) =>
      find(
        declaring
          .filter(({ plan, work }) => work.keys[plan.party].has(key))
          .map(({ plan, work }) => ({
            plan,
            work,
            reading: work.readings(name, plan.party, key),
            decisions: work.decisions,
          })),
      ),
    );
  });
}

/** Tiers of one party read the scores of all versions. */
function tierFindings(
  sites: readonly WorkSite<Bundle["tiers"][number]>[],
  works: readonly Work[],
): readonly Finding[] {
  return sites.flatMap(({ plan, work, reading, decisions }) => {
    const { key } = reading.party;
    const scores = new Map(plan.scores.map((name) => [name, scoresIn(works, name, key)]));
    const occasions = work.asked.windows.get(plan.name)?.occasions ?? [];
    return tiersFindings(plan, occasions, reading, decisions, (name) => scores.get(name) ?? []);
  });
}

/** The scores of one party by all versions. */
function scoresIn(works: readonly Work[], name: string, key: string): readonly Score[] {
  const found = works.flatMap((work) =>
    work.bundle.scorecards
      .filter((card) => card.name === name && work.keys[card.party].has(key))
      .flatMap((card) => scoresOf(card, windowsOf(name, work), work.readings(name, card.party, key))),
  );
  return [...found].sort(inOrderOfWindows);
}

function windowsOf(name: string, { asked }: Work): readonly ScoreWindow[] {
  const set = asked.windows.get(name);
  return (set?.occasions ?? []).flatMap((occasion, index) => {
    const days = set?.days?.[index];
    return days === undefined ? [] : [{ occasion, days }];
  });
}
