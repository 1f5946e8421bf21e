/** A standard as prose: for whom, when, what must hold, and what bears on it. */
import { tablesNamed } from "../occurrences/metric-tables.ts";
import type { NameSymbol } from "../occurrences/name-symbol.ts";
import { usersOf } from "../occurrences/usage.ts";
import type { SourceFile } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { askedWords, limitWords } from "./limits.ts";
import { listed } from "./metric.ts";
import type { PartialReading, Reader } from "./said.ts";
import { plainText, written } from "./written.ts";

type Sentence<K extends ast.StandardSentence["kind"]> = Extract<ast.StandardSentence, { readonly kind: K }>;

/** What a standard promises. */
export function standardReading(
  reader: Reader,
  symbol: NameSymbol,
  node: ast.StandardDeclaration,
): PartialReading {
  const { file } = symbol;
  return {
    sentences: [`${partyWords(reader, file, node)}, ${windowWords(file, node)}:`],
    points: [
      ...sentences(node, "Requires").map((one) => requiredWords(reader, symbol, one)),
      ...sentences(node, "AppliesWhen").map(({ condition }) => `Only where ${quoted(file, condition)}.`),
      ...sentences(node, "Tolerates").map(
        ({ metric, limit, fewerThan }) =>
          `A missed limit on \`${limit.text}\` is forgiven while \`${metric.text}\` is below ${fewerThan.text}.`,
      ),
      ...sentences(node, "Needs").map((one) => needsWords(file, one)),
      ...sentences(node, "MissingData").map(({ verdict }) => `Without any rows: \`${verdict.text}\`.`),
      ...sentences(node, "JudgedWith").map(
        ({ percent, otherwise }) =>
          `Missed only with ${percent.text}% confidence; in doubt \`${otherwise.text}\`.`,
      ),
      ...sentences(node, "WarnsWhen").map(({ condition }) => `Warns when ${quoted(file, condition)}.`),
      ...exceptionWords(reader, node),
      ...consequenceWords(reader, symbol),
    ],
    quoted: [],
  };
}

function sentences<K extends ast.StandardSentence["kind"]>(
  node: ast.StandardDeclaration,
  kind: K,
): readonly Sentence<K>[] {
  const all: readonly ast.Node[] = node.sentences;
  return all.filter((one): one is Sentence<K> => one.kind === kind);
}

function quoted(file: SourceFile, { span }: ast.Node): string {
  return `\`${written(file, span)}\``;
}

function partyWords(reader: Reader, file: SourceFile, node: ast.StandardDeclaration): string {
  const [applies] = sentences(node, "AppliesTo");
  if (applies?.where != null) return `For every partner with ${quoted(file, applies.where)}`;
  return isAboutBrand(reader, node) ? "For the brand" : "For every partner";
}

function isAboutBrand({ names }: Reader, node: ast.StandardDeclaration): boolean {
  const metrics = sentences(node, "Requires").flatMap(({ limits }) =>
    limits.map(({ metric }) => metric.text),
  );
  const tables = metrics.flatMap((metric) => tablesNamed(names.declared, metric));
  return tables.length > 0 && tables.every((table) => !isOwned(names.declared.names, table));
}

/** Whether rows belong to partners: a clock's as those of its dataset. */
function isOwned(names: ReadonlyMap<string, NameSymbol>, { node }: NameSymbol): boolean {
  const dataset = node?.kind === "Clock" ? names.get(node.on.text)?.node : node;
  return dataset?.kind === "Dataset" && dataset.sentences.some(({ kind }) => kind === "DatasetPartner");
}

function windowWords(file: SourceFile, node: ast.StandardDeclaration): string {
  const windows = sentences(node, "Measured").map(({ window, when }) => {
    const words = spanWords(file, window);
    return when === null ? words : `${words} if ${quoted(file, when)}`;
  });
  const [assessed] = sentences(node, "Assessed");
  const day = assessed === undefined ? "" : `, ${written(file, assessed.span)}`;
  return `${windows.length === 0 ? "over a time that is not said yet" : windows.join(", else ")}${day}`;
}

function spanWords(file: SourceFile, window: ast.Measured["window"]): string {
  switch (window.kind) {
    case "EachSpan":
      return `in every calendar ${window.unit.replace("_", " ")}`;
    case "EachPartnerYear":
      return `in every year of the partner's own, counted from \`${window.from.text}\``;
    case "Rolling":
      return `over the last ${written(file, window.length.span)}`;
    case "LatestRows":
      return `over the newest ${window.count.text} rows of \`${window.dataset.text}\``;
  }
}

/** The limits of a sentence, joined as they are, with the amendments that change them. */
function requiredWords(reader: Reader, { file, name }: NameSymbol, { limits }: Sentence<"Requires">): string {
  const words = limits.map((limit) => limitWords(reader, file, limit));
  const changed = limits.flatMap(({ metric }) => amendmentsOf(reader, name, metric.text));
  return `${words.join(" or ")}.${changed.map((one) => ` ${one}`).join("")}`;
}

function amendmentsOf({ names }: Reader, standard: string, metric: string): readonly string[] {
  return names.declared.symbols.flatMap(({ node, file, name }): readonly string[] => {
    if (node?.kind !== "Amendment" || node.standard.text !== standard) return [];
    return node.sentences.flatMap((one): readonly string[] => {
      if (one.kind !== "ChangesLimit" || one.metric.text !== metric) return [];
      const effective = node.sentences.find((other) => other.kind === "Effective");
      const when = effective === undefined ? "" : `, ${written(file, effective.span)}`;
      return [`For \`${plainText(node.partner.text)}\`: ${askedWords(file, one.test)} (\`${name}\`${when}).`];
    });
  });
}

function needsWords(file: SourceFile, { rows, otherwise }: ast.Needs): string {
  if (rows.length === 0) return "One row is enough to judge by.";
  const least = rows.map(({ span }) => written(file, span)).join(", ");
  return `Needs ${least}, otherwise \`${otherwise?.text ?? "…"}\`.`;
}

/** Exclusions that it names, and ramp-ups that excuse partners from it. */
function exceptionWords(reader: Reader, node: ast.StandardDeclaration): readonly string[] {
  const { names } = reader;
  const excluded = sentences(node, "Excluding").flatMap((one) => one.names);
  const titled = excluded.map(({ text }) => {
    const title = names.declared.names.get(text)?.title ?? null;
    return title === null ? `\`${text}\`` : `\`${text}\` (${plainText(title)})`;
  });
  const isExcusing = ({ node: one }: NameSymbol): boolean =>
    one?.kind === "RampUp" && !one.sentences.some(({ kind }) => kind === "Suspends");
  const excusing = isAboutBrand(reader, node) ? [] : names.declared.symbols.filter(isExcusing);
  return [
    ...(titled.length === 0 ? [] : [`Rows of ${listed(titled)} do not count.`]),
    ...excusing.map(({ name }) => `Partners in \`${name}\` are excused.`),
  ];
}

function consequenceWords({ names }: Reader, symbol: NameSymbol): readonly string[] {
  const users = usersOf(names, symbol).filter(({ symbol: { kind } }) => CONSEQUENCES.has(kind));
  if (users.length === 0) return [];
  return [`Followed by ${listed(users.map(({ symbol: user }) => `\`${user.name}\` (${user.kind})`))}.`];
}

const CONSEQUENCES: ReadonlySet<string> = new Set([
  "credit",
  "bonus",
  "points",
  "escalation",
  "ratchet",
  "tiers",
]);
