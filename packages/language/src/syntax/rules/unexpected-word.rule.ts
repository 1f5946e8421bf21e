import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { quoted } from "../wording.ts";
import { standardWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** A word that cannot stand where it stands. */
export const unexpectedWord: DiagnosticRule = {
  code: "TEN1010",
  name: "unexpected-word",
  severity: "error",
  spec: "§2.2.2",
  summary: "Each sentence has one fixed form.",
  help: "The message lists what could have come instead. A sentence that is not understood binds nobody; what it may have meant is for its writer to say.",
  examples: {
    invalid: standardWith("requires quick_answers 95%"),
    valid: standardWith("requires quick_answers at least 95%"),
  },
  fix: "offered",
  elsewhere: { none: "what could come instead is said in the message" },
};

/** More are no help to choose from. */
const mostChoices = 4;

/**
 * `expected` is the list of what could have stood here, `after` the word before; `name` is that word and this one
 * together, where they may be a name in two words; each of `choices` makes the sentence right.
 */
export function reportUnexpectedWord(
  span: Span,
  found: string,
  expected: string,
  after: string,
  name: string | null = null,
  choices: readonly string[] = [],
): Finding {
  const hint = name === null ? "" : `; a name is one word, as in ${quoted(name)}`;
  const message = `expected ${expected} after ${quoted(after)}, not ${quoted(found)}${hint}`;
  const at = { start: span.start, end: span.start };
  const fixes = choices.slice(0, mostChoices).map(
    (words): Fix => ({
      title: `insert ${words}`,
      edits: [{ span: at, text: `${words} ` }],
      isGuess: true,
    }),
  );
  return { rule: unexpectedWord, span, message, fixes };
}

/** Reports a span of the calendar behind a limit or a population, which ends at `end`. */
export function reportTimeBehind(span: Span, unit: string, end: number): Finding {
  const message = `over which time is said by the standard, once for all its limits: ${quoted(`measured each calendar ${unit}`)}`;
  const fix: Fix = {
    title: "remove it here",
    edits: [{ span: { start: end, end: span.end }, text: "" }],
    isGuess: true,
  };
  return { rule: unexpectedWord, span, message, fixes: [fix] };
}

/** Reports days of the week that a calendar closes; `openings` are what it opens without them, where that is less. */
export function reportClosedWeekdays(span: Span, openings: readonly string[], fix: Fix | null): Finding {
  const instead = openings.length === 0 ? "" : `write ${openings.map(quoted).join(", ")}; `;
  const message = `a day of the week is closed where no \`open\` sentence opens it: ${instead}\`closed on\` takes a date such as \`2026-12-25\``;
  return { rule: unexpectedWord, span, message, fixes: fix === null ? [] : [fix] };
}
