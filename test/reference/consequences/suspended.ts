/** Which consequences ramp-ups suspend, for the reference (§3.7.6, §3.8.18). */
import { rampUpsAt } from "../ramp-ups.ts";
import type { World } from "../views.ts";
import { readerOf } from "./read.ts";

/** Does a ramp-up that names a consequence run for a partner at an instant? */
export function isSuspended(name: string, world: World, partner: string | null, instant: number): boolean {
  const side = { world, partner, standard: readerOf([]), removed: new Map() };
  return rampUpsAt(side, instant).suspended?.includes(name) ?? false;
}
