/** A verdict as Markdown. Texts that come from data are escaped, so that none of them becomes a link or an image. */
import type { JudgedVerdict, Scorecard } from "@tenet-lang/language-server/requests";

const words: Readonly<Record<string, string>> = {
  not_enough_data: "not enough data",
  not_applicable: "not applicable",
};

/** `not enough data`, for `not_enough_data`. */
export function wordsOf(verdict: string): string {
  return words[verdict] ?? verdict;
}

/** The page. */
export function letter(card: Scorecard, verdict: JudgedVerdict): string {
  const { standard, party, period, firstDay, lastDay, value, limit, distance, reasons, soFar } = verdict;
  const label = card.standards.find(({ name }) => name === standard)?.label ?? standard;
  const facts: readonly (readonly [string, string | null])[] = [
    ["Partner", party],
    ["Period", `${period} (${firstDay} to ${lastDay})`],
    ["Verdict", wordsOf(verdict.verdict)],
    ["So far", soFar === null ? null : wordsOf(soFar)],
    ["Value", value],
    ["Asked for", limit],
    ["Distance", distance],
  ];
  return [
    `# ${inert(label)}`,
    `${inert(card.title)}, version ${inert(card.version)}. Data up to ${card.day}.`,
    "| | |\n| --- | --- |",
    facts.flatMap(([name, fact]) => (fact === null ? [] : [`| ${name} | **${inert(fact)}** |`])).join("\n"),
    "## Why",
    reasons.map((reason) => `- ${inert(reason)}`).join("\n"),
    "",
  ]
    .join("\n\n")
    .replace("| --- | --- |\n\n", "| --- | --- |\n");
}

/** Every sign that Markdown gives a meaning, as itself. */
function inert(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_{}[\]()<>#+!|~&:-]/g, (sign) => `\\${sign}`);
}
