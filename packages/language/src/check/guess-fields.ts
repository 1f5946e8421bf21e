/** Fields of another type than is needed, and datasets that lack what a metric asks of them. */
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { type Around, type Guesses, innermost, ownSentence, writtenAt } from "./around.ts";
import { addingSentence, guess, writing } from "./offers.ts";
import { type Declared, declarationsOf, sentenceOf, sentencesOf } from "./scope.ts";

const MOST_NAMES = 3;

export const fieldGuesses: Guesses = {
  /** duplicate-member: without the second one */
  TEN2009: (around) => {
    const type = innermost<Extract<ast.FieldType, { kind: "OneOfType" }>>(around, "OneOfType");
    const index = type?.members.findIndex(({ span }) => span.start === around.span.start) ?? -1;
    const [before, member] = [type?.members[index - 1], type?.members[index]];
    if (before === undefined || member === undefined) return [];
    const span = { start: before.span.end, end: member.span.end };
    return [guess(`remove \`${writtenAt(around, member.span)}\``, { span, text: "" })];
  },
  /** computed-field: of numbers, and as often missing as these */
  TEN2302: (around) => {
    const sentence = ownSentence(around);
    const name = writtenAt(around, around.span);
    if (sentence?.kind === "Field" && sentence.optional && sentence.name.text === name)
      return [withoutWord(around, sentence.span, "optional")].flat();
    return declaredAs(around, name, "number");
  },
  /** moment-field: another field, or the field as a moment */
  TEN2303: (around) => {
    const others = ownFields(around).filter((field) => hasType(field, "timestamp") || hasType(field, "date"));
    const names = others.slice(0, MOST_NAMES).map(({ name }) => writing(around.span, name.text));
    return names.length > 0 ? names : declaredAs(around, writtenAt(around, around.span), "timestamp");
  },
  /** key-mismatch: either type for both */
  TEN2304: (around) => {
    const fields = fieldsNamed(around, writtenAt(around, around.span));
    const [one, other] = fields;
    if (one === undefined || other === undefined || fields.length !== 2) return [];
    const [left, right] = [writtenAt(around, one.type.span), writtenAt(around, other.type.span)];
    return [declaring(one, right), declaring(other, left)];
  },
  /** row-key */
  TEN2305: (around) => {
    const key = ownFields(around).find(({ name }) => name.text === writtenAt(around, around.span));
    return key?.optional === true ? withoutWord(around, key.span, "optional") : [];
  },
  /** columns: the first ones of too many */
  TEN2307: (around) => {
    const sentence = ownSentence(around);
    const [first, ...more] = sentence?.kind === "Field" ? sentence.columns : [];
    const last = more.at(-1);
    if (first === undefined || last === undefined || sentence?.kind !== "Field") return [];
    if (sentence.type.kind === "DateType" || sentence.type.kind === "TimestampType") return [];
    const fixes = [
      guess(`read \`${first.text}\` only`, { span: { start: first.span.end, end: last.span.end }, text: "" }),
    ];
    return more.length < 3 && hasType(sentence, "text") ? [declaring(sentence, "date"), ...fixes] : fixes;
  },
  /** dated-needed */
  TEN2308: (around) => dating(around, ["date", "timestamp"]),
  /** no-partner */
  TEN2311: ofPartner,
  /** partner-key */
  TEN2312: (around) => declaredAs(around, writtenAt(around, around.span), "text"),
  /** dated-cycle: by a date of its own */
  TEN2313: (around) => {
    const sentence = ownSentence(around);
    const own = ownFields(around).filter(
      (field) => !field.optional && (hasType(field, "date") || hasType(field, "timestamp")),
    );
    if (sentence?.kind !== "DatasetDated" || own.length > MOST_NAMES) return [];
    return own.map(({ name }) => writing(sentence.span, `dated ${name.text}`));
  },
  /** affected */
  TEN2602: ofPartner,
  /** partner-calendar */
  TEN2815: ofPartner,
  /** clock-data */
  TEN2821: (around) => {
    const dataset = datasetQuoted(around);
    const dated = dataset?.node.sentences.find((sentence) => sentence.kind === "DatasetDated");
    if (dataset === null || dated?.kind !== "DatasetDated") return dating(around, ["timestamp"]);
    const moments = fieldsOf(dataset).filter((field) => hasType(field, "timestamp"));
    return dated.via === null ? moments.map(({ name }) => writing(dated.field.span, name.text)) : [];
  },
  /** clock-condition: the row's own field of the same name */
  TEN2825: (around) => {
    const left = innermost<ast.Left>(around, "Left");
    if (left?.form !== "partner" || around.own.node.kind !== "Clock") return [];
    const log = around.scope.names.get(around.own.node.on.text);
    const has = fieldsOf(log).some(({ name }) => name.text === left.name.text);
    return has ? [writing(left.span, left.name.text)] : [];
  },
  /** records: whose partner, or another dataset that names one */
  TEN2873: (around) => {
    const own = ofPartner(around);
    const others = declarationsOf(around.scope, "Dataset")
      .filter(
        ({ node }) =>
          sentenceOf(node, "DatasetPartner") !== null && sentenceOf(node, "DatasetDated") !== null,
      )
      .map(({ node }) => node.name.text);
    if (own.length > 0 || others.length > MOST_NAMES) return own;
    return around.scope.names.has(writtenAt(around, around.span))
      ? others.map((name) => writing(around.span, name))
      : [];
  },
};

type TypeWord = "text" | "number" | "date" | "timestamp" | "duration" | "money";

const KINDS: Readonly<Record<TypeWord, ast.FieldType["kind"]>> = {
  text: "TextType",
  number: "NumberType",
  date: "DateType",
  timestamp: "TimestampType",
  duration: "DurationType",
  money: "MoneyType",
};

/** Whether a field is declared with a type. */
export function hasType({ type }: ast.Field, word: TypeWord): boolean {
  return type.kind === KINDS[word];
}

/** The fields of a name in this file, of whatever dataset. */
export function fieldsNamed({ scope, file }: Around, name: string): readonly ast.Field[] {
  return scope.declarations
    .filter(({ site }) => site.file === file)
    .flatMap(fieldsOf)
    .filter((field) => field.name.text === name);
}

function fieldsOf(declared: Declared | undefined): readonly ast.Field[] {
  const node = declared?.node;
  if (node?.kind === "Dataset") return sentencesOf(node, "Field");
  return node?.kind === "Partners" ? sentencesOf(node, "Field") : [];
}

/** The fields of the declaration, or of the dataset that a clock runs on. */
function ownFields({ own, scope, file }: Around): readonly ast.Field[] {
  if (own.node.kind !== "Clock") return fieldsOf(own);
  const dataset = scope.names.get(own.node.on.text);
  return dataset?.site.file === file ? fieldsOf(dataset) : [];
}

function declaredAs(around: Around, name: string, type: TypeWord): readonly Fix[] {
  const field = ownFields(around).find((one) => one.name.text === name);
  return field === undefined || hasType(field, type) ? [] : [declaring(field, type)];
}

function declaring({ name, type }: ast.Field, words: string): Fix {
  return guess(`declare \`${name.text}\` as \`${words}\``, { span: type.span, text: words });
}

function withoutWord(around: Around, span: Span, word: string): readonly Fix[] {
  const at = writtenAt(around, span).search(new RegExp(`\\s${word}\\b`));
  if (at < 0) return [];
  const start = span.start + at;
  return [guess(`remove \`${word}\``, { span: { start, end: start + 1 + word.length }, text: "" })];
}

/** The dataset that the message speaks of, where it is declared in this file. */
function datasetQuoted({ diagnostic, scope, file }: Around): Declared<ast.DatasetDeclaration> | null {
  for (const [, name = ""] of diagnostic.message.matchAll(/`(\w+)`/g)) {
    const declared = scope.names.get(name);
    if (declared?.node.kind === "Dataset" && declared.site.file === file)
      return { site: declared.site, node: declared.node };
  }
  return null;
}

/** A sentence of the dataset, with each of the few fields that it may name. */
function naming(around: Around, word: string, kind: string, types: readonly TypeWord[]): readonly Fix[] {
  const dataset = datasetQuoted(around);
  if (dataset === null || dataset.node.sentences.some((sentence) => sentence.kind === kind)) return [];
  const fields = fieldsOf(dataset).filter(
    (field) =>
      types.some((type) => hasType(field, type)) &&
      !field.optional &&
      field.name.text !== dataset.node.rowPer.text,
  );
  if (fields.length > MOST_NAMES) return [];
  return fields.map(({ name }) => addingSentence(dataset, `${word} ${name.text}`));
}

function dating(around: Around, types: readonly TypeWord[]): readonly Fix[] {
  return naming(around, "dated", "DatasetDated", types);
}

function ofPartner(around: Around): readonly Fix[] {
  return naming(around, "partner", "DatasetPartner", ["text"]);
}
