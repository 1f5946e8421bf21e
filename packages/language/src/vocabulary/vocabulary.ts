/**
 * The vocabulary: what every word and sentence of the language means, in one plain sentence each.
 *
 * It is for people who read an agreement for the first time, and for whoever explains one to them: hovers, completion,
 * documentation. The tables are kept by kind in the tree, so that a new sentence without an explanation does not
 * compile. The specification decides; each term says where.
 */
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { Token } from "../syntax/lexer.ts";
import { nodesAround } from "../syntax/nodes-around.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { consequenceTerms } from "./consequence-terms.ts";
import { declarationTerms } from "./declaration-terms.ts";
import { factTerms } from "./fact-terms.ts";
import { formTerms, measureTerms } from "./measure-terms.ts";
import { operatorTerms, partTerms } from "./part-terms.ts";
import { sourceTerms, typeTerms } from "./source-terms.ts";
import { type Term, term } from "./term.ts";

/** Sentences, by their kind in the tree. */
export const sentenceTerms: Readonly<Record<ast.Sentence["kind"], Term>> = {
  ...sourceTerms,
  ...measureTerms,
  ...consequenceTerms,
  ...factTerms,
};

const byKind: ReadonlyMap<string, Term> = new Map(
  Object.entries({ ...declarationTerms, ...sentenceTerms, ...formTerms, ...typeTerms, ...partTerms }),
);

/** The term of a kind of node; null for what needs none. */
export function termOfKind(kind: string): Term | null {
  return byKind.get(kind) ?? null;
}

/** A term, and the words that it explains. */
export interface TermAt {
  readonly term: Term;
  readonly span: Span;
}

/** The term of the word at an offset; null for blanks, names and values. */
export function termAt({ tree, tokens }: ParsedFile, offset: number): TermAt | null {
  const token = tokenAt(tokens, offset);
  if (token === null || token.type !== "Keyword") return null;
  const nodes = nodesAround(tree, { start: offset, end: offset + 1 });
  const { span, text } = token;
  for (const node of nodes.toReversed()) {
    if (VALUES.has(node.kind)) return null;
    if (isTest(node)) return comparisonAt(node, token);
    const found = termIn(node, text);
    if (found !== null) return { term: found, span };
  }
  return null;
}

const momentTerm = term("DATE at TIME", "That moment, in the agreement's time zone.", "2.4.8");
const lengthTerm = term(
  "N UNITS",
  "A length of elapsed time: a day is 24 hours, a week seven days.",
  "2.4.5",
);

/** The term of a word inside a comparison: the operator is explained as a whole, words of its values by themselves. */
function comparisonAt({ operator, operatorSpan }: ast.Test, { span, text }: Token): TermAt {
  const isOperator = operatorSpan.start <= span.start && span.end <= operatorSpan.end;
  if (isOperator) return { term: operatorTerms[operator], span: operatorSpan };
  if (operator === "fromTo" && text === "to") return { term: operatorTerms[operator], span };
  return { term: text === "at" ? momentTerm : lengthTerm, span };
}

/** The term of a word, seen as a part of a node; null where the node has none for it. */
export function termIn(node: ast.Node, word: string): Term | null {
  return ownTerm(node, word) ?? byKind.get(node.kind) ?? null;
}

/** Nodes whose words are the writer's own. */
const VALUES: ReadonlySet<string> = new Set(["Name", "Broken", "UnavailableSentence"]);

/** Nodes of which the word, and not the node, has a meaning. */
const ROWS: ReadonlySet<string> = new Set([
  "LimitRow",
  "NeedRow",
  "WithinRow",
  "Population",
  "Measured",
  "Level",
  "Gives",
  "GivesPoints",
]);

const wordTerms: ReadonlyMap<string, Term> = new Map([
  ["where", term("where CONDITION", "Only those for which this is true.", "2.6.6")],
  ["when", term("when CONDITION", "Only if this is true.", "2.6.3")],
  ["otherwise", term("otherwise", "In all other cases.", "3.6.11")],
  ["for", term("for each FIELD", "The limit holds in each group of rows by itself.", "3.6.7")],
  ["each", term("for each FIELD", "The limit holds in each group of rows by itself.", "3.6.7")],
  ["from", term("from DATE", "This line holds from that day on; the one before it until then.", "3.6.12")],
]);

const leftTerms = {
  field: undefined,
  partner: term("partner.FIELD", "A field of the partner that the row belongs to.", "2.5.6"),
  dateOf: term("date of FIELD", "The day of a moment, in the agreement's time zone.", "2.5.5"),
} as const satisfies Readonly<Record<ast.Left["form"], Term | undefined>>;

const quantityTerms = {
  business: term("N business days", "Days on which the calendar opens.", "4.3.22"),
  calendar: term("N calendar UNITS", "Whole weeks, months, quarters or years of the calendar.", "4.3.7"),
} as const;

function ownTerm(node: ast.Node, word: string): Term | undefined {
  if (isTest(node)) return operatorTerms[node.operator];
  if (isLeft(node)) return leftTerms[node.form];
  if (isQuantity(node)) return node.qualifier === null ? undefined : quantityTerms[node.qualifier];
  return ROWS.has(node.kind) ? wordTerms.get(word) : undefined;
}

/** Declarations of tests are called the same. */
function isTest(node: ast.Node): node is ast.Test {
  return node.kind === "Test" && "operatorSpan" in node;
}

function isLeft(node: ast.Node): node is ast.Left {
  return node.kind === "Left";
}

function isQuantity(node: ast.Node): node is ast.Quantity {
  return node.kind === "Quantity";
}

function tokenAt(tokens: readonly Token[], offset: number): Token | null {
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tokens[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const token = tokens[low];
  return token !== undefined && token.span.start <= offset && offset < token.span.end ? token : null;
}
