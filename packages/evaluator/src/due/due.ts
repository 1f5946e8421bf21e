/**
 * What is due, soonest first: the published contract of `tenet.due/1` (SPEC §7.8).
 *
 * Five kinds of things wait for somebody: cases that run, attestations and duties that are not given, steps of an
 * escalation that can still be cured, and notices that can still be given. The first come from the clocks, the others
 * from verdicts and findings; this puts them into one list and decides nothing.
 */
import type { Bundle } from "../bundle/rule.ts";
import type { OpenCase, OpenCasesResult } from "../clocks/open-cases.ts";
import { compareText } from "../exact/text-order.ts";
import type { JudgeResult, Verdict } from "../judge/result.ts";
import { formatDay } from "../time/civil.ts";
import { parseInstant } from "../time/instant.ts";
import { zoneClock } from "../time/zone.ts";
import { seasonsOf } from "../versions/seasons.ts";
import type { DueItem } from "./due-item.ts";
import { endedDay, lengthWords, localWords } from "./due-words.ts";
import { openSteps } from "./open-steps.ts";

export type { DueItem } from "./due-item.ts";
export { endedDay, lengthWords } from "./due-words.ts";

export interface DueResult {
  readonly schema: "tenet.due/1";
  /** Instant up to which data was read, UTC. */
  readonly asOf: string;
  readonly agreement: JudgeResult["agreement"];
  /** Soonest due first, those that have no such instant last; then by kind, name, party and key. */
  readonly items: readonly DueItem[];
}

/** What `openCases` found. */
type Open = Pick<OpenCasesResult, "asOf" | "cases">;

/** What `judge` or `judgeVersions` found in the same rows. */
type Found = Pick<JudgeResult, "verdicts" | "findings">;

/** Puts what is open into one list; `judged` is the result of the same rows, null where nothing of it can be due. */
export function dueResult(bundle: Bundle, open: Open, judged: Found | null): DueResult {
  return dueItems(
    bundle,
    open.asOf,
    open.cases.map((each) => caseItem(each, bundle)),
    judged,
  );
}

/**
 * The same of several versions of one agreement, at least one, given in any order; `judged` is the result of all of
 * them together. A case is due by the version that was in force on the day on which it started (SPEC §7.8.4).
 */
export function dueOfVersions(
  versions: readonly { readonly bundle: Bundle; readonly open: Open }[],
  judged: Found | null,
): DueResult {
  const ordered = versions.toSorted((a, b) => compareText(fromOf(a.bundle), fromOf(b.bundle)));
  const [first] = ordered;
  if (first === undefined) throw new TypeError("no version is given");
  const { asOf } = first.open;
  const clock = zoneClock(first.bundle.zone);
  const dayOf = (instant: string): number => clock.dayOf(parseInstant(instant) ?? 0);
  const today = formatDay(dayOf(asOf));
  const bundles = ordered.map(({ bundle }) => bundle);
  const items = ordered.flatMap(({ bundle, open: { cases } }) => {
    const { governs } = seasonsOf(bundle, bundles);
    return cases.filter(({ startedAt }) => governs(dayOf(startedAt))).map((open) => caseItem(open, bundle));
  });
  return dueItems(bundles.findLast((bundle) => fromOf(bundle) <= today) ?? first.bundle, asOf, items, judged);
}

function fromOf({ agreement }: Bundle): string {
  return agreement.effective.from;
}

function dueItems(bundle: Bundle, asOf: string, cases: readonly DueItem[], judged: Found | null): DueResult {
  const { name, label, version } = bundle.agreement;
  const { verdicts, findings } = judged ?? { verdicts: [], findings: [] };
  const items = [
    ...cases,
    ...verdicts.filter(isOpen(verdicts, asOf)).map((verdict) => verdictItem(verdict, bundle)),
    ...openSteps(findings, asOf, bundle.zone),
  ];
  return {
    schema: "tenet.due/1",
    asOf,
    agreement: { name, label, version, fingerprint: bundle.fingerprint },
    items: items.toSorted(bySoonest),
  };
}

/** Whether a result of the rows must be given to `dueResult`: only then can something but a case be due. */
export function asksForVerdicts({ attestations, duties, escalations }: Bundle): boolean {
  return attestations.length + duties.length + escalations.length > 0;
}

function caseItem({ clock, party, key, dueAt, remaining, state, warned }: OpenCase, bundle: Bundle): DueItem {
  const calendar = bundle.clocks.find(({ name }) => name === clock)?.calendar ?? null;
  const of = calendar === null ? "" : ` of ${calendar.replaceAll("_", " ")}`;
  const left = remaining === null ? null : `${lengthWords(remaining, calendar !== null)}${of}`;
  const at = dueAt === null ? null : localWords(dueAt, bundle.zone);
  return {
    kind: "case",
    name: clock,
    party,
    key,
    due: dueAt,
    remaining,
    state,
    warned,
    text: caseText(state, at, left),
  };
}

function caseText(state: OpenCase["state"], at: string | null, left: string | null): string {
  if (state === "overdue") return `was due ${at ?? "before"}, ${left ?? "some time"} ago`;
  const rest = left === null ? "it has no deadline" : `${left} left`;
  if (state === "paused") return at === null ? `paused, ${rest}` : `paused, due ${at}, ${rest}`;
  return at === null ? rest : `due ${at}, ${rest}`;
}

/** Attestations and duties that are not given; of a duty that was missed, only the newest that is due. */
function isOpen(all: readonly Verdict[], asOf: string): (verdict: Verdict) => boolean {
  const now = parseInstant(asOf) ?? Number.NaN;
  const instantOf = ({ due }: Verdict): number =>
    due === null ? Number.NaN : (parseInstant(due) ?? Number.NaN);
  return (verdict) => {
    if (verdict.kind === "standard") return false;
    if (verdict.verdict === "pending") return true;
    if (verdict.verdict !== "missed") return false;
    if (verdict.kind === "attestation") return true;
    const newer = all.filter(
      (other) =>
        other.kind === "duty" && other.standard === verdict.standard && other.party.key === verdict.party.key,
    );
    return newer.every((other) => !(instantOf(other) > instantOf(verdict) && instantOf(other) <= now));
  };
}

function verdictItem(verdict: Verdict, bundle: Bundle): DueItem {
  const { kind, standard, label, party, period, due, provisional } = verdict;
  const state = verdict.verdict === "missed" ? "overdue" : provisional === "met" ? "delivered" : "open";
  const day = due === null ? null : endedDay(due, bundle.zone);
  const at = due === null ? "" : day === null ? ` ${localWords(due, bundle.zone)}` : ` by the end of ${day}`;
  const texts = {
    overdue: `${label} was due${at} and is not there`,
    delivered: `${label} is there, before it is due${at}`,
    open: `${label} is due${at}`,
  } as const;
  return {
    kind: kind === "duty" ? "duty" : "attestation",
    name: standard,
    party,
    key: period.label,
    due,
    remaining: null,
    state,
    warned: false,
    text: texts[state],
  };
}

function bySoonest(left: DueItem, right: DueItem): number {
  return (
    byInstant(left.due, right.due) ||
    compareText(left.kind, right.kind) ||
    compareText(left.name, right.name) ||
    compareText(left.party.key, right.party.key) ||
    compareText(left.key, right.key)
  );
}

function byInstant(left: string | null, right: string | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return (parseInstant(left) ?? 0) - (parseInstant(right) ?? 0);
}
