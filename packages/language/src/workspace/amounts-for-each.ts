/**
 * What an amount for each of something is in the words of the language, with the names of an agreement.
 *
 * `gives 50 EUR per missed call` is a mistake of writing, found while one sentence is read. Which rows a `call` is, and
 * what is asked of a `missed` one, only the files of an agreement know together.
 */
import type { Diagnostic, Fix, TextEdit } from "../diagnostics/diagnostic.ts";
import { diagnosticOf } from "../diagnostics/report.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { holds } from "../syntax/nodes-around.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { amountForEach, reportAmountForEach } from "../syntax/rules/amount-for-each.rule.ts";

/** The diagnostics of files, those of amounts for each of something said with what is declared. */
export function withKnownRows(
  diagnostics: readonly Diagnostic[],
  files: readonly ParsedFile[],
): readonly Diagnostic[] {
  if (!diagnostics.some(({ code }) => code === amountForEach.code)) return diagnostics;
  const declarations = files.flatMap(({ tree }) => tree.declarations);
  return diagnostics.map((diagnostic) => {
    const { code, file, span } = diagnostic;
    const own = files.find((parsed) => parsed.file === file)?.tree.declarations;
    const money = own?.find((one) => holds(one.span, span));
    if (code !== amountForEach.code || (money?.kind !== "Credit" && money?.kind !== "Bonus"))
      return diagnostic;
    const start = sentenceStart(file, money, span);
    const meaning =
      start === null ? null : meaningOf(file.text.slice(span.start, span.end), money, declarations);
    if (start === null || meaning === null) return { ...diagnostic, fixes: [] };
    return said(diagnostic, start, meaning);
  });
}

/** What stands behind the amount, and which rows are paid for where that is not said yet. */
interface Meaning {
  readonly behind: string;
  readonly rows: string | null;
}

function said({ file, span }: Diagnostic, start: number, { behind, rows }: Meaning): Diagnostic {
  const amount = file.text.slice(start, span.start).trim();
  const gives = behind === "" ? amount : `${amount} ${behind}`;
  const pays = rows === null ? [] : [`pays for rows of ${rows}`];
  const from = behind === "" ? start + amount.length : span.start;
  const edits: TextEdit[] = [{ span: { start: from, end: span.end }, text: behind }];
  if (rows !== null)
    edits.push({ span: { start, end: start }, text: `${pays.join("")}${lineBreakBefore(file, start)}` });
  const sentences = [...pays, gives];
  const fix: Fix = { title: `write ${sentences.join(", ")}`, edits, isGuess: true };
  const words = file.text.slice(span.start, span.end).replace(/\s+/g, " ");
  const { rule, message, fixes } = reportAmountForEach(span, words, sentences, [fix]);
  return diagnosticOf(rule, file, span, message, { fixes });
}

/** Where the sentence starts that the span is in. */
function sentenceStart(file: SourceFile, { sentences }: ast.Declaration, span: Span): number | null {
  const own = sentences.find((sentence) => holds(sentence.span, span));
  return own === undefined || /[#\r\n]/.test(file.text.slice(own.span.start, span.end))
    ? null
    : own.span.start;
}

function lineBreakBefore({ text }: SourceFile, start: number): string {
  let from = start;
  while (/[ \t]/.test(text[from - 1] ?? "")) from -= 1;
  return `${text[from - 2] === "\r" ? "\r\n" : "\n"}${text.slice(from, start)}`;
}

type Money = ast.CreditDeclaration | ast.BonusDeclaration;
type Rows = ast.DatasetDeclaration | ast.ClockDeclaration;

function meaningOf(said: string, money: Money, declarations: readonly ast.Declaration[]): Meaning | null {
  const at = said.search(/\b(?:where|when|if)\b/);
  const wanted = at < 0 ? null : said.slice(at).replace(/^\w+/, "when").replace(/\s+/g, " ");
  const words =
    said
      .slice(0, at < 0 ? said.length : at)
      .toLowerCase()
      .match(/\w+/g) ?? [];
  const counted = words.filter((word) => !/^(?:per|for|each|every|a|an)$/.test(word));
  const [paid = null] = money.sentences.flatMap((one) =>
    one.kind === "PaysForRows" ? [one.dataset.text] : [],
  );
  const tables = declarations.filter((one) => one.kind === "Dataset" || one.kind === "Clock");
  const [unit = "", of, field] = counted;
  if (of === "of" && counted.length === 3 && UNITS.test(unit) && wanted === null)
    return startedUnits(unit, field ?? "", paid, tables);
  const [noun = "", asked, ...others] = counted.toReversed();
  if (others.length > 0 || (asked !== undefined && wanted !== null)) return null;
  const isVerdict = VERDICTS.test(noun) && (asked ?? "missed") === "missed";
  if (paid === null && money.on !== null && isVerdict) return { behind: wanted ?? "", rows: null };
  const isMeant = ({ name }: Rows): boolean => (paid ?? name.text) === name.text && isOne(noun, name.text);
  const [rows, ...more] = tables.filter(isMeant);
  if (rows === undefined || more.length > 0) return null;
  const condition = asked === undefined ? (wanted ?? "") : askedOf(asked, rows, tables);
  return condition === null ? null : { behind: condition, rows: paid === null ? rows.name.text : null };
}

const UNITS = /^(?:second|minute|hour|day|week)$/;
/** What a verdict that is missed is called. */
const VERDICTS = /^(?:miss|breach|violation|verdict|standard|month|quarter|week|year|period)$/;

/** Whether a word is one of what a name is many of: `call` of `calls`, `delivery` of `deliveries`. */
function isOne(word: string, many: string): boolean {
  const name = many.toLowerCase();
  return [word, `${word}s`, `${word}es`, word.replace(/y$/, "ies")].includes(name);
}

/** `per hour of wait`, of the rows paid for, or of the one dataset that has such a field. */
function startedUnits(
  unit: string,
  field: string,
  paid: string | null,
  tables: readonly Rows[],
): Meaning | null {
  const found = tables.filter(
    (one) =>
      (paid ?? one.name.text) === one.name.text &&
      fieldsOf(one).some(({ name, type }) => name.text === field && type.kind === "DurationType"),
  );
  const [rows, ...more] = found;
  if (rows === undefined || more.length > 0) return null;
  return { behind: `for each started ${unit} of ${field} in ${rows.name.text}`, rows: null };
}

/** `when missed is yes`, `when outcome is lost`, of a clock `when verdict is missed`; null where nobody knows. */
function askedOf(asked: string, rows: Rows, tables: readonly Rows[]): string | null {
  if (rows.kind === "Clock" && /^(?:missed|late|overdue)$/.test(asked)) return "when verdict is missed";
  const own = rows.kind === "Clock" ? tables.find(({ name }) => name.text === rows.on.text) : rows;
  const fields = own === undefined ? [] : fieldsOf(own);
  if (fields.some(({ name, type }) => name.text === asked && type.kind === "YesNoType"))
    return `when ${asked} is yes`;
  const having = fields.filter(
    ({ type }) => type.kind === "OneOfType" && type.members.some(({ name }) => name.text === asked),
  );
  return having.length === 1 ? `when ${having[0]?.name.text} is ${asked}` : null;
}

function fieldsOf(table: Rows): readonly ast.Field[] {
  return table.kind === "Dataset" ? table.sentences.filter((sentence) => sentence.kind === "Field") : [];
}
