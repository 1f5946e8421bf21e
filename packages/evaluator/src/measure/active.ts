/** Which days partners are active on (SPEC §4.3.14). */
import { partnerDay } from "./partner-day.ts";
import { BRAND, type Run } from "./run.ts";

/** Is a party active on a day? The brand always is, and so are partners of whom nothing else is said. */
export function isActiveOn(run: Run, party: number, day: number): boolean {
  const active = run.bundle.partners?.active ?? null;
  if (active === null || party === BRAND) return true;
  const until = active.until === null ? Number.NaN : partnerDay(run, active.until, party);
  return !(partnerDay(run, active.from, party) > day) && !(until < day);
}
