/** The suite for a folder as most people have it: on a disk, and trusted. */

import { acting } from "./acting.ts";
import { activation } from "./activation.ts";
import { atHand } from "./at-hand.ts";
import { debugging } from "./debugging.ts";
import { editing } from "./editing.ts";
import { judging } from "./judging.ts";
import { runSuites } from "./run-suites.ts";
import { running } from "./running.ts";

/** Called by VS Code. What editing mends is a mistake before. */
export function run(): Promise<void> {
  return runSuites([activation, judging, debugging, running, acting, atHand, editing]);
}
