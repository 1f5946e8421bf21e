/**
 * How a verdict came about, for whoever retraces it sentence by sentence: which step of SPEC §4.1.1 gave it, and what
 * the steps before it found. It says nothing that a verdict publishes already.
 */
import type { Decision } from "../judge/decision.ts";

/** Of a standard's verdict. */
export interface Decided
  extends Pick<Decision, "why" | "found" | "sentence" | "barred" | "needs" | "warnings"> {
  readonly circumstances: Pick<Decision["circumstances"], "excusedBy">;
}
