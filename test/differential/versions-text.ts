/**
 * A later version of a random agreement: it begins later, may end earlier, and says some things otherwise.
 *
 * Changes are made in the text. What is no agreement any more afterwards is not judged.
 */
import { showDay } from "../reference/time.ts";
import { day, type Era } from "./calendar.ts";
import type { Tape } from "./tape.ts";

const effective = /effective from \S+ until (further notice|\S+)/;

/** The texts of two or three versions; null where there is no day on which another could begin. */
export function versionsOf(tape: Tape, text: string, era: Era): readonly string[] | null {
  const { edges, from, until } = era;
  const later = edges.filter((edge) => edge > from && (until === null || edge <= until));
  if (later.length === 0) return null;
  const start = tape.pick(later);
  // The first goes on beside the second, or ends before it, with or without days between.
  const end = tape.pick([null, 1, 10, 40]);
  const last = end === null ? null : showDay(day(start) - end);
  const first =
    last === null || last < from
      ? text
      : within(text.replace(effective, `effective from ${from} until ${last}`), from, last);
  // Where the second ends first, the first is in force again.
  const ends = tape.chance(30) ? showDay(day(start) + tape.pick([31, 7, 92, 20])) : null;
  const isEarly = ends !== null && (until === null || ends < until);
  const second = laterVersion(tape, text, "2.0.0", start, isEarly ? ends : until);
  const third = tape.pick(later);
  const others =
    third === start || tape.chance(75) ? [second] : [second, laterVersion(tape, text, "3.0.0", third, until)];
  // Money may come in with a later version.
  return [tape.chance(15) ? without("credit|bonus")(first, tape) : first, ...others];
}

/** A version that says some things otherwise. */
function laterVersion(tape: Tape, text: string, number: string, start: string, stop: string | null): string {
  const dated = text
    .replace("version 1.0.0", `version ${number}`)
    .replace(effective, `effective from ${start} until ${stop ?? "further notice"}`);
  const changes = Array.from({ length: tape.pick([1, 2, 3]) }, () => tape.pick(changesOfText));
  return changes.reduce((changed, change) => change(changed, tape), within(dated, start, stop));
}

/** Without what is bound to dates outside of a version's: closed days, and amendments. */
function within(text: string, from: string, until: string | null): string {
  const isInside = (date: string): boolean => date >= from && (until === null || date <= until);
  const blocks = text.split("\n\n").filter((block) => {
    const [, first = "", last = ""] = /^amendment[\s\S]*effective from (\S+) until (\S+)/.exec(block) ?? [];
    return first === "" || (isInside(first) && isInside(last));
  });
  return blocks
    .join("\n\n")
    .replace(/^ {2}closed on (\S+)\n/gm, (line, date: string) => (isInside(date) ? line : ""));
}

type Change = (text: string, tape: Tape) => string;

const replaced =
  (pattern: RegExp, by: string): Change =>
  (text) =>
    text.replace(pattern, by);

/** Leaves out one declaration of those kinds. */
const without =
  (kinds: string): Change =>
  (text, tape) => {
    const blocks = text.split("\n\n");
    const found = blocks.filter((block) => new RegExp(`^(${kinds}) `).test(block));
    if (found.length === 0) return text;
    const gone = tape.pick(found);
    return blocks.filter((block) => block !== gone).join("\n\n");
  };

/** Leaves out all sentences of a kind. */
const unsaid = (words: string): Change => replaced(new RegExp(`^ {2}${words} .*\n`, "gm"), "");

const spans = ["day", "week", "month", "quarter", "half year", "year"];

/** Takes the spans of some sentences to the next longer or shorter one. */
const spansBy =
  (step: 1 | -1, words: string): Change =>
  (text) =>
    text.replace(
      new RegExp(`^( +${words} each calendar) (${spans.join("|")})$`, "gm"),
      (_, said: string, span: string) => `${said} ${spans[spans.indexOf(span) + step] ?? span}`,
    );

const changesOfText: readonly Change[] = [
  replaced(/^( +requires \w+) at least /gm, "$1 at most "),
  replaced(/^( +requires \w+) at most /gm, "$1 at least "),
  replaced(/^( +gives) \S+ points /gm, "$1 3 points "),
  replaced(/^( +gives) [\d.]+ EUR/gm, "$1 12.34 EUR"),
  replaced(/^( +puts) [\d.]+ EUR/gm, "$1 40 EUR"),
  replaced(/^( +weight) [\d.]+%( to \w+ when)/gm, "$1 15%$2"),
  replaced(/^( +capped at) [\d.]+ EUR/gm, "$1 30 EUR"),
  replaced(/^( +forgives) \d+/gm, "$1 2"),
  replaced(/ cure within \d+ /g, " cure within 20 "),
  replaced(/ scaled from (\S+( \w+)?) to (\S+( \w+)?)$/gm, " scaled from $3 to $1"),
  replaced(/^ {2}rounding .*\n/gm, ""),
  replaced(/^( {2}version \S+\n)/gm, "$1  rounding 0 decimals half_up\n"),
  spansBy(1, "measured"),
  spansBy(-1, "measured"),
  spansBy(1, "puts .* at risk"),
  spansBy(-1, "puts .* at risk"),
  replaced(/^( +measured each calendar) (quarter|half year|year)$/gm, "$1 month"),
  replaced(
    /^( +measured) each calendar (\w+)$/gm,
    "$1 over rolling 2 $2s\n  assessed at the end of each calendar $2",
  ),
  unsaid("excluding"),
  unsaid("applies"),
  unsaid("earns back"),
  unsaid("forgives"),
  unsaid("unless"),
  unsaid("ignores"),
  unsaid("capped at .* each"),
  unsaid("doubled"),
  unsaid("resets"),
  unsaid("missing data"),
  unsaid("final"),
  unsaid("if missed"),
  unsaid("suspends"),
  without("ramp_up"),
  without("credit|bonus"),
  without("points|escalation|ratchet"),
  without("scorecard|tiers"),
  without("standard"),
];
