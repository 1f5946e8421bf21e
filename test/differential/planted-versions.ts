/**
 * Mistakes with several versions and with earlier results: functions of the evaluator that are put in the place of the
 * real ones. Each stands for a misreading of SPEC §4.8 or §4.1.26.
 */
import type { Bundle } from "@tenet-lang/evaluator";
import type { earnedBack } from "../../packages/evaluator/src/consequences/earn-back.ts";
import type { escalationFindings } from "../../packages/evaluator/src/consequences/escalation-findings.ts";
import type * as governing from "../../packages/evaluator/src/consequences/governing.ts";
import type { judgedOf } from "../../packages/evaluator/src/consequences/judged-runs.ts";
import type { moneyResults } from "../../packages/evaluator/src/consequences/money.ts";
import type { pointsFindings } from "../../packages/evaluator/src/consequences/points.ts";
import type { restate } from "../../packages/evaluator/src/restate/restate.ts";
import { type occasions, rollingDays, type Seasons } from "../../packages/evaluator/src/time/windows.ts";
import type { seasonsOf } from "../../packages/evaluator/src/versions/seasons.ts";
import { dayFrom } from "../reference/time.ts";

/** The functions that mistakes change. */
export interface Functions {
  readonly seasonsOf: typeof seasonsOf;
  readonly occasions: typeof occasions;
  readonly givenFrom: typeof governing.givenFrom;
  readonly governsVerdict: typeof governing.governsVerdict;
  readonly judgedOf: typeof judgedOf;
  readonly moneyResults: typeof moneyResults;
  readonly earnedBack: typeof earnedBack;
  readonly pointsFindings: typeof pointsFindings;
  readonly escalationFindings: typeof escalationFindings;
  readonly restate: typeof restate;
}

/** Makes another function of a real one, by its name. */
export type Changes = { readonly [Name in keyof Functions]?: (real: Functions[Name]) => Functions[Name] };

export interface ChangedFunctions {
  readonly name: string;
  readonly changes: Changes;
}

/** Changes the days that a version is told. */
const seasons = (change: (real: Seasons, own: Bundle, all: readonly Bundle[]) => Seasons): Changes => ({
  seasonsOf: (real) => (own, all) => change(real(own, all), own, all),
});

type EscalationSite = Parameters<typeof escalationFindings>[0][number];

const governedADayEarlier = ({ reading, ...site }: EscalationSite): EscalationSite => {
  const { frame } = reading;
  const governs = (day: number): boolean => frame.seasons.governs(day - 1);
  return { ...site, reading: { ...reading, frame: { ...frame, seasons: { ...frame.seasons, governs } } } };
};

const holds = ({ agreement: { effective } }: Bundle, day: number): boolean =>
  day >= dayFrom(effective.from) && (effective.until === null || day <= dayFrom(effective.until));

export const versionMistakes: readonly ChangedFunctions[] = [
  {
    name: "of two versions the one that begins first is in force",
    changes: seasons((real, own, all) => ({
      ...real,
      isInForce: (day) => all.find((one) => holds(one, day)) === own,
    })),
  },
  {
    name: "a version is in force a day late",
    changes: seasons((real) => ({ ...real, isInForce: (day) => real.isInForce(day - 1) })),
  },
  {
    name: "a day without a version changes nothing",
    changes: seasons((real) => ({ ...real, isCovered: () => true })),
  },
  {
    name: "a window over the seam runs past the agreement",
    changes: seasons((real) => ({
      ...real,
      isCovered: (first, last) => real.isInForce(first) && real.isInForce(last),
    })),
  },
  {
    name: "attestations stay those of the first version",
    changes: seasons((real, own, all) => ({ ...real, governs: () => all[0] === own })),
  },
  {
    name: "a calendar window is judged by the version of its last day",
    changes: {
      occasions: (real) => (window, assessed, frame) => {
        const all = real(window, assessed, {
          ...frame,
          seasons: { ...frame.seasons, isInForce: () => true },
        });
        return all.filter(({ span, governingDay }) =>
          frame.seasons.isInForce(span === null ? governingDay : span.end - 1),
        );
      },
    },
  },
  {
    name: "a rolling window is judged by the version of its first day",
    changes: {
      occasions: (real) => (window, assessed, frame) => {
        if (window.kind !== "rolling") return real(window, assessed, frame);
        const all = real(window, assessed, {
          ...frame,
          seasons: { ...frame.seasons, isInForce: () => true },
        });
        return all.filter(({ endDay }) =>
          frame.seasons.isInForce(rollingDays(window, endDay, frame.yearStarts).start),
        );
      },
    },
  },
  {
    name: "a credit is given by the version of its period's last day",
    changes: {
      givenFrom:
        () =>
        ({ start, end }, _, days) =>
          days.isInForce(end - 1) ? start : null,
    },
  },
  {
    name: "what is left of a period that became longer is nobody's",
    changes: {
      givenFrom: (real) => (span, plan, days) => (real(span, plan, days) === span.start ? span.start : null),
    },
  },
  {
    name: "what is left of a period that became longer is the whole of it",
    changes: {
      givenFrom: (real) => (span, plan, days) => (real(span, plan, days) === null ? null : span.start),
    },
  },
  {
    name: "an escalation is given by the version of its window's last day",
    changes: { escalationFindings: (real) => (sites) => real(sites.map(governedADayEarlier)) },
  },
  {
    name: "what is found at a verdict is given by the version of its window's first day",
    changes: {
      governsVerdict:
        () =>
        (fact, { frame }) =>
          frame.seasons.isInForce(fact.firstDay),
    },
  },
  {
    name: "what follows reads the verdicts of its own version only",
    changes: { judgedOf: (real) => (book, _, partner) => real(book, [book], partner) },
  },
  {
    name: "caps begin anew with a version",
    changes: { moneyResults: (real) => (sites) => sites.flatMap((site) => real([site])) },
  },
  {
    name: "what the version before cost is not earned back",
    changes: {
      earnedBack: (real) => (results) => {
        const each = [...new Set(results.map(({ site }) => site))].flatMap((site) => {
          const own = results.filter((one) => one.site === site);
          const back = real(own);
          return own.map((one, at) => [one, back[at] ?? null] as const);
        });
        const found = new Map(each);
        return results.map((one) => found.get(one) ?? null);
      },
    },
  },
  {
    name: "points are added up version by version",
    changes: { pointsFindings: (real) => (sites) => sites.flatMap((site) => real([site])) },
  },
  {
    name: "steps are those of the first version",
    changes: { escalationFindings: (real) => (sites) => real(sites.slice(0, 1)) },
  },
];

export const restateMistakes: readonly ChangedFunctions[] = [
  { name: "nothing is restated", changes: { restate: () => (result) => result } },
  {
    name: "the earlier verdict is taken from the later result",
    changes: {
      restate: (real) => (result, earlier) => {
        const found = real(result, earlier);
        return {
          ...found,
          verdicts: found.verdicts.map((one) =>
            one.earlier === null ? one : { ...one, earlier: one.verdict },
          ),
        };
      },
    },
  },
  {
    name: "another value of the same verdict is not restated",
    changes: {
      restate: (real) => (result, earlier) => {
        const found = real(result, earlier);
        const verdicts = found.verdicts.map((one, at) =>
          one.earlier === one.verdict ? (result.verdicts[at] ?? one) : one,
        );
        return { ...found, verdicts };
      },
    },
  },
  {
    name: "what was pending is restated",
    changes: {
      restate: (real) => (result, earlier) => {
        const decided = [...earlier.verdicts].map(([key, one]) => {
          const isPending = one.verdict === "pending";
          return [key, isPending ? { ...one, verdict: "not_enough_data" as const } : one] as const;
        });
        return real(result, { ...earlier, verdicts: new Map(decided) });
      },
    },
  },
  {
    name: "what is pending now is restated",
    changes: {
      restate: (real) => (result, earlier) =>
        real(
          {
            ...result,
            verdicts: result.verdicts.map((one) =>
              one.verdict === "pending" ? { ...one, verdict: one.provisional ?? one.verdict } : one,
            ),
          },
          earlier,
        ),
    },
  },
];
