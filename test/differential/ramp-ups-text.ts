/** Random ramp-ups as text: for whom, how long, and what they suspend. */
import type { Surroundings } from "./conditions-text.ts";
import type { Tape } from "./tape.ts";

/** A ramp-up of declared partners; `suspendable` are names of what it may suspend. */
export function rampUp(
  tape: Tape,
  name: string,
  around: Surroundings,
  suspendable: readonly string[],
): readonly string[] {
  const tests = around.partnerTests.map((test) => test.replaceAll("partner.", ""));
  const head = tape.chance(40) ? `ramp_up ${name} for partners where ${tape.pick(tests)}` : `ramp_up ${name}`;
  const dated = around.tables.filter(({ party, otherDates }) => party === "partner" && otherDates.length > 0);
  const table = tape.pick(dated);
  const lasts = tape.pick(["2 months", "30 days", "1 quarters", "10 weeks", "1 years"]);
  const since = tape.pick(["started_on", "started_on", "joined_at"]);
  const runs = tape.chance(40)
    ? `until ${tape.pick([3, 1, 8])} ${table.name} since ${since}`
    : `lasts ${lasts} since ${since}`;
  const named = [...new Set([tape.pick([...suspendable, ""]), tape.pick([...suspendable, ""])])];
  const words = named.filter((one) => one !== "").join(", ");
  const suspends = words !== "" && tape.chance(60) ? [`  suspends ${words}`] : [];
  return [head, `  ${runs}`, ...suspends];
}
