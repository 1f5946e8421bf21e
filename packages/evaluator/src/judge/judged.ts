/**
 * What has been judged, as consequences read it: the seam between verdicts and findings (SPEC §3.7, §4.4).
 *
 * A part that finds consequences is handed in (`consequences` of the options). It says what it reads beside what
 * standards measure (`measure/addition.ts`), and once everything is judged it is asked for its findings, of all versions
 * at once: verdicts and findings of equal names are one series (§4.8.6). So parties are named by their keys here, since
 * their places differ from run to run.
 */
import type { VerdictKind } from "../bundle/plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { Addition } from "../measure/addition.ts";
import type { FactValue } from "../measure/facts.ts";
import type { Tie } from "../measure/metric-facts.ts";
import type { Run } from "../measure/run.ts";
import type { LimitDecision } from "./decision.ts";
import type { Finding } from "./finding.ts";
import type { JudgeBook } from "./judge-book.ts";
import type { Verdict } from "./result.ts";

/** A part that finds consequences: `consequenceEngine` of `@tenet-lang/evaluator/consequences`. */
export interface ConsequenceEngine<C extends Consequences = Consequences> {
  /** The consequences of a bundle; asked once for every run. */
  of(bundle: Bundle): C;
  /**
   * What follows in the versions that are judged together, in the order of §7.6.1; `partner` is the key of the only
   * partner that is asked for.
   */
  findings(versions: readonly JudgedVersion<C>[], partner: string | null): readonly Finding[];
}

/** A version's consequences, and what it judged. */
export interface JudgedVersion<C extends Consequences = Consequences> {
  readonly consequences: C;
  readonly book: JudgeBook;
}

export interface Consequences extends Addition {
  /** Rows of which something it has measured asks which is newer, while nothing tells; asked after the last row. */
  ties(): readonly { readonly metric: string; readonly ties: readonly Tie[] }[];
}

/** One version's run, and the verdicts of all versions. */
export interface Judged {
  readonly run: Run;
  /** Keys of the partners for which findings are wanted, in code-point order. */
  readonly partners: readonly string[];
  /** The place of a partner in this run; -1 where it has none. */
  partyOf(key: string): number;
  /**
   * Verdicts of a standard or duty for a party, in the order of their windows' ends, then beginnings (§4.4.2). The key
   * of the brand is `brand`.
   */
  series(name: string, party: string): readonly JudgedVerdict[];
  /** The verdict of an attestation at an instant (§3.9.7). */
  attestationAt(name: string, party: string, instant: number): VerdictKind;
  /** Names of the declarations that ramp-ups suspend for a partner at an instant (§3.8.18). */
  suspendedAt(party: string, instant: number): ReadonlySet<string>;
  /** Does a ramp-up without `suspends` run for a partner at an instant (§3.8.17)? */
  isExcusedAt(party: string, instant: number): boolean;
}

/** A verdict with what arithmetic and events need of it. */
export interface JudgedVerdict {
  /** As it is published. */
  readonly verdict: Verdict;
  /** The window as day numbers: its first day, and the day after its last. */
  readonly firstDay: number;
  readonly endDay: number;
  /** First instants of these two days in the agreement's zone. */
  readonly start: number;
  readonly end: number;
  /** May rows still arrive for a metric that it reads? */
  readonly isFinal: boolean;
  /** The limits in force, in the order of the `requires` sentences; empty where none was looked at. */
  readonly limits: readonly LimitDecision[];
  /** The unrounded value of a metric that the standard reads, in the verdict's window. */
  value(metric: string): FactValue | null;
  /** Names of the declarations for which it is unjudged (§3.7.6). */
  readonly suspends: ReadonlySet<string>;
}
