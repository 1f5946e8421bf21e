/**
 * The process of one contestant: it prepares, and does a round whenever it is told to.
 *
 * Arguments: name of the work, number of the contestant, folder of the data, size. Each message asks for a round; the
 * reply says what that cost. Nothing else happens here meanwhile, so the processor time of the process is the round's.
 */
import type { Measured, Size } from "./work.ts";
import { workNamed } from "./works.ts";

const [name = "", number = "", folder = "", size = "usual"] = process.argv.slice(2);
const contestant = workNamed(name)?.contestants[Number(number)];
if (contestant === undefined) throw new Error(`no contestant ${number} in ${name}`);
const doing = await contestant.prepare(folder, size as Size);
const isWarm = workNamed(name)?.rounds === "warm";

/** Seconds of processor time that a round of a warm contestant takes at least. */
const LEAST = 0.1;

process.on("message", async (message: "round" | "answer") => {
  if (message === "answer") process.send?.(doing.answer());
  else process.send?.(await measured());
});
process.send?.("ready");

/** A round of a warm contestant is done as often as it takes to be measured well. */
async function measured(): Promise<Measured> {
  const least = isWarm && doing.spent === undefined ? LEAST : 0;
  const before = process.cpuUsage();
  let seconds = 0;
  let rounds = 0;
  do {
    await doing.round();
    rounds += 1;
    const { user, system } = process.cpuUsage(before);
    seconds = (user + system) / 1e6;
  } while (seconds < least);
  return doing.spent?.() ?? { seconds: seconds / rounds, memory: process.resourceUsage().maxRSS * 1024 };
}
