/**
 * The words that decide each choice of the grammar, and those that sentences start with, as chevrotain finds them:
 * `packages/language/src/syntax/grammar/choices.ts`, so that no start has to look for them again.
 */
import {
  Alternation,
  getLookaheadPaths,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
} from "chevrotain";
import { firstWordsOf, theGrammar } from "../packages/language/src/syntax/declaration-rules.ts";
import { kindsOfChoice } from "../packages/language/src/syntax/grammar/choosing.ts";
import { MOST_WORDS } from "../packages/language/src/syntax/grammar/value-rules.ts";

/** The text of the module. */
export function choicesModule(): string {
  const { parser, kinds } = theGrammar();
  const lines = Object.values(parser.getGAstProductions()).flatMap((rule) =>
    choicesIn(rule.definition).map((choice) => written(rule, choice)),
  );
  const words = [...kinds.values()].map((kind) => `${kind.word}: ${[...firstWordsOf(kind)].join(" ")}`);
  return `/**
 * What decides each choice of the grammar, made by \`npm run generate\`: the rule, the kind and number of the choice, and
 * the paths of each alternative. And the words that sentences of each declaration start with.
 */
export const choices = \`
${lines.join("\n")}
\`;

/** By the declaration word. */
export const firstWords = \`
${words.join("\n")}
\`;
`;
}

type Choice = Exclude<IProduction, Terminal | NonTerminal> & { readonly idx: number };

const classes = {
  Alternation,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionWithSeparator,
  RepetitionMandatoryWithSeparator,
};

function choicesIn(productions: readonly IProduction[]): Choice[] {
  return productions.flatMap((production) => {
    if (production instanceof Terminal || production instanceof NonTerminal) return [];
    const inner = choicesIn((production as Rule).definition);
    return kindOf(production) === undefined ? inner : [production as Choice, ...inner];
  });
}

function kindOf(production: IProduction): (typeof kindsOfChoice)[number] | undefined {
  return kindsOfChoice.find((kind) => production instanceof classes[kind]);
}

function written(rule: Rule, choice: Choice): string {
  const kind = kindOf(choice) ?? "Alternation";
  const paths = getLookaheadPaths({
    occurrence: choice.idx,
    rule,
    prodType: kind,
    maxLookahead: MOST_WORDS,
  });
  // Of what is optional, the second alternative is what follows it.
  const alternatives = (kind === "Alternation" ? paths : paths.slice(0, 1)).map((each) =>
    each.map((path) => path.map(({ name }) => name).join(" ")).join(" / "),
  );
  return `${rule.name} ${kind} ${choice.idx} ${alternatives.join(" | ")}`;
}
