/**
 * After which words of the language the next word is always a name, read off the grammar itself: `dated`, `removes`,
 * `requires` … Even a word of the language is a name there, and colouring that sees one line at a time can know it.
 * A word is one of them if, wherever the grammar has it, a name may follow or a value, and no other word.
 */
import { TenetParser } from "../packages/language/src/syntax/grammar/parser.ts";

/** A rule or a part of one, as chevrotain writes grammars down. */
interface Production {
  readonly type: string;
  readonly name: string;
  readonly definition?: readonly Production[];
  readonly separator?: Production;
}

type Rules = ReadonlyMap<string, Production>;

/** What may come next: terminals by name, and the end of the rule. */
type Next = ReadonlySet<string>;

const END_OF_RULE = "end of the rule";

/** The words, in alphabetical order. */
export function wordsBeforeNames(): readonly string[] {
  const rules = rulesByName();
  const following = new Map<string, Set<string>>();
  for (const rule of rules.values()) {
    collect(rules, rule.definition ?? [], new Set([END_OF_RULE]), (terminal, next) => {
      following.set(terminal, new Set([...(following.get(terminal) ?? []), ...next]));
    });
  }
  return [...following]
    .filter(
      ([terminal, next]) => /^'\w+'$/.test(terminal) && next.has("NAME") && [...next].every(isNoOtherWord),
    )
    .map(([terminal]) => terminal.slice(1, -1))
    .sort();
}

const otherWords = [END_OF_RULE, "END", "UNIT", "SPAN", "WEEKDAY", "CURRENCY"];

function isNoOtherWord(terminal: string): boolean {
  return !terminal.startsWith("'") && !otherWords.includes(terminal);
}

function rulesByName(): Rules {
  const rules = JSON.parse(
    JSON.stringify(new TenetParser({ analysed: true }).getSerializedGastProductions()),
  ) as Production[];
  return new Map(rules.map((rule) => [rule.name, rule]));
}

/** Tells `found` what may follow each terminal of a sequence. */
function collect(
  rules: Rules,
  parts: readonly Production[],
  after: Next,
  found: (terminal: string, next: Next) => void,
): void {
  for (const [index, part] of parts.entries()) {
    const inner = part.definition ?? [];
    const next = firstOf(rules, parts.slice(index + 1), after);
    if (part.type === "Terminal") found(part.name, next);
    else if (part.type === "Alternation")
      for (const choice of inner) collect(rules, choice.definition ?? [], next, found);
    else if (part.type !== "NonTerminal")
      collect(rules, inner, new Set([...next, ...startOfNextRound(rules, part)]), found);
  }
}

function startOfNextRound(rules: Rules, { type, separator, definition = [] }: Production): Next {
  if (!type.startsWith("Repetition")) return new Set();
  return separator === undefined ? firstOf(rules, definition, new Set()) : new Set([separator.name]);
}

/** What a sequence may start with; `after`, where all of it may be left out. */
function firstOf(rules: Rules, parts: readonly Production[], after: Next): Next {
  const [part, ...rest] = parts;
  if (part === undefined) return after;
  const first = firstOfPart(rules, part);
  return mayBeLeftOut(part) ? new Set([...first, ...firstOf(rules, rest, after)]) : first;
}

function firstOfPart(rules: Rules, { type, name, definition = [] }: Production): Next {
  if (type === "Terminal") return new Set([name]);
  if (type === "NonTerminal") return firstOf(rules, rules.get(name)?.definition ?? [], new Set());
  if (type !== "Alternation") return firstOf(rules, definition, new Set());
  return new Set(definition.flatMap((choice) => [...firstOf(rules, choice.definition ?? [], new Set())]));
}

function mayBeLeftOut({ type }: Production): boolean {
  return type === "Option" || type === "Repetition" || type === "RepetitionWithSeparator";
}
