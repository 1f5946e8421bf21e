/**
 * The grammar as documents, made from the parser itself: `grammar/grammar.ebnf` for reading and
 * `grammar/diagrams.html` for looking at. Chevrotain draws the diagrams; here they become one page of plain SVG that
 * needs no script and loads nothing.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { TenetParser } from "../packages/language/src/syntax/grammar/parser.ts";
import { valueForms } from "../packages/language/src/syntax/lexer.ts";
import * as words from "../packages/language/src/syntax/tokens.ts";

/** A rule or a part of one, as chevrotain writes grammars down. */
interface Production {
  readonly type: string;
  readonly name: string;
  readonly definition: readonly Production[];
  readonly separator?: Production;
}

/** Every word of the language, also those kept for later versions, in alphabetical order. */
export function keywords(): string[] {
  return [...Object.keys(words.keyword)].sort();
}

/** The grammar in extended Backus–Naur form. */
export function grammarEbnf(): string {
  const rules = productions();
  const width = Math.max(...rules.map((rule) => rule.name.length));
  const lines = rules.map((rule) => `${rule.name.padEnd(width)} : ${sequence(rule.definition)} ;`);
  return `${header}\n${lines.join("\n")}\n\n${terminals(width)}`;
}

/** The railroad diagrams as one page. */
export function railroadHtml(): string {
  const rules = productions();
  const drawings = drawn(rules);
  const index = rules.map(({ name }) => `<a href="#${name}">${name}</a>`).join("\n");
  const sections = rules.map(({ name }, at) => `<h2 id="${name}">${name}</h2>\n${drawings[at]}`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The grammar of Tenet</title>
<style>${style}</style>
<h1>The grammar of Tenet</h1>
<p>Round boxes are words, in capitals the kinds of words that people choose; angular boxes are rules further down.
What is optional can be passed by; what repeats loops back. <code>END</code> is the end of a sentence.</p>
<nav>
${index}
</nav>
${sections.join("\n")}
</html>
`;
}

const header = `(* The grammar of Tenet, generated from the parser. END is the end of a sentence: the end of its line,
   unless the next line continues it. A line continues the one above if that ends in a comma, or if it starts with
   a bar or one of:
   ${words.continuationWords.join(" ")}.
   A line that starts with a declaration word starts a declaration. Comments (# to the end of the line), blank lines
   and how far a line is indented mean nothing. Agreements, standards and tests must have a label; that is checked
   once they are read. *)
`;

function terminals(width: number): string {
  const choice = (options: readonly string[]): string =>
    wrapped(
      options.map((word) => `'${word}'`),
      width,
    );
  const names = keywords().filter((word) => !(words.reservedWords as readonly string[]).includes(word));
  const units = names.filter((word) => /^(second|minute|hour|day|week|month|quarter|year)s?$/.test(word));
  const rows: [string, string][] = [
    ["NAME", "/[A-Za-z_][A-Za-z0-9_]*/ but no RESERVED"],
    ["RESERVED", choice(words.reservedWords)],
    ["UNIT", choice(units)],
    ["SPAN", choice(words.spanWords)],
    ["WEEKDAY", choice(words.weekdayWords)],
    ["CURRENCY", "/[A-Z]{3}/"],
    ["TEXT", String.raw`/"([^"\\\r\n]|\\.)*"/`],
    ...valueForms.map(([type, form]): [string, string] => [type.name, `/${form.source.slice(1, -1)}/`]),
    ["ROW", "'|' ( CELL '|' )+"],
    ["CELL", String.raw`TEXT | /[^|#"\r\n][^|#\r\n]*/ | /[ ]*/`],
  ];
  return `${rows.map(([name, form]) => `${name.padEnd(width)} : ${form} ;`).join("\n")}\n`;
}

/** A long list of alternatives over several lines. */
function wrapped(options: readonly string[], width: number): string {
  const lines: string[][] = [[]];
  for (const option of options) {
    if ([...(lines.at(-1) ?? []), option].join(" | ").length > 90) lines.push([]);
    lines.at(-1)?.push(option);
  }
  return lines.map((line) => line.join(" | ")).join(`\n${" ".repeat(width)} | `);
}

/** The rules in the order in which a reader needs them: from the file down. */
function productions(): Production[] {
  const found = new Map<string, Production>();
  const rules = JSON.parse(
    JSON.stringify(new TenetParser({ analysed: true }).getSerializedGastProductions()),
  ) as Production[];
  for (const rule of rules) found.set(rule.name, rule);
  const ordered: Production[] = [];
  const visit = (name: string): void => {
    const rule = found.get(name);
    if (rule === undefined || ordered.includes(rule)) return;
    ordered.push(rule);
    for (const used of rulesUsedBy(rule)) visit(used);
  };
  visit("file");
  return ordered;
}

function rulesUsedBy(production: Production): string[] {
  if (production.type === "NonTerminal") return [production.name];
  return (production.definition ?? []).flatMap(rulesUsedBy);
}

function sequence(parts: readonly Production[]): string {
  return parts.map((part) => ebnf(part, parts.length > 1)).join(" ");
}

/** One production; `inSequence` puts parentheses around alternatives that have neighbours. */
function ebnf(production: Production, inSequence: boolean): string {
  const inner = production.definition ?? [];
  switch (production.type) {
    case "Terminal":
    case "NonTerminal":
      return production.type === "Terminal" ? terminal(production.name) : production.name;
    case "Alternation": {
      const choice = inner.map((alternative) => sequence(alternative.definition)).join(" | ");
      return inSequence ? `( ${choice} )` : choice;
    }
    case "Option":
      return repeated(inner, "?");
    case "Repetition":
      return repeated(inner, "*");
    case "RepetitionMandatory":
      return repeated(inner, "+");
    case "RepetitionMandatoryWithSeparator":
      return `${sequence(inner)} ( ${terminal(production.separator?.name ?? "")} ${sequence(inner)} )*`;
    default:
      return sequence(inner);
  }
}

function repeated(inner: readonly Production[], mark: string): string {
  const isSimple = inner.length === 1 && /Terminal$/.test(inner[0]?.type ?? "");
  return isSimple ? `${sequence(inner)}${mark}` : `( ${sequence(inner)} )${mark}`;
}

function terminal(name: string): string {
  return /^\W$/.test(name) ? `'${name}'` : name;
}

const style = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
nav { columns: 12rem; }
nav a { display: block; }
h2 { font-size: 1.1rem; margin: 2rem 0 0; }
svg.railroad-diagram { max-width: 100%; height: auto; }
svg.railroad-diagram path { stroke-width: 2; stroke: #333; fill: none; }
svg.railroad-diagram text { font: bold 14px monospace; text-anchor: middle; }
svg.railroad-diagram rect { stroke-width: 2; stroke: #333; fill: #e3f1d4; }
svg.railroad-diagram g.non-terminal rect { fill: #d8e4fb; }
`;

/** One SVG for each rule, by the drawing code that comes with chevrotain. */
function drawn(rules: readonly Production[]): string[] {
  const folder = new URL("../node_modules/chevrotain/diagrams/", import.meta.url);
  const context = createContext({});
  for (const file of ["vendor/railroad-diagrams.js", "src/diagrams_builder.js"]) {
    runInContext(readFileSync(fileURLToPath(new URL(file, folder)), "utf8"), context);
  }
  const { diagrams_builder: builder } = context as unknown as {
    readonly diagrams_builder: { buildSyntaxDiagramsText(rules: readonly unknown[]): string };
  };
  return rules.map((rule) => {
    const [, drawing = ""] = builder.buildSyntaxDiagramsText([named(rule)]).split("</h2>");
    return drawing
      .replace(/ (?:label|occurrenceIdx|ruleName|topRuleName|dslRuleName|tokenName)="[^"]*"/gi, "")
      .trim();
  });
}

/** The rule as it is shown: with the names of rules and words that readers know. */
function named(production: Production): unknown {
  const label =
    production.type === "Terminal" ? terminal(production.name).replace(/^'(.+)'$/, "$1") : undefined;
  return {
    ...production,
    ...(label === undefined ? {} : { label }),
    definition: production.definition?.map(named),
    ...(production.separator === undefined ? {} : { separator: named(production.separator) }),
  };
}
