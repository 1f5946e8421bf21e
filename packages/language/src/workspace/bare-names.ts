/**
 * What a name of which nothing is asked stands for.
 *
 * `where urgent` is a mistake of writing, found while one sentence is read. What would mend it depends on what the name
 * names, which only the files of an agreement know together: of a yes or no `is yes` is surely meant, of a number
 * nobody knows what, and a partner is asked by its fields.
 */
import type { Diagnostic, Related } from "../diagnostics/diagnostic.ts";
import { diagnosticOf } from "../diagnostics/report.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { bareCondition, type Named, reportBareCondition } from "../syntax/rules/bare-condition.rule.ts";

/** The diagnostics of files, those of bare names said with what is declared; `isWhole` where nothing else can be. */
export function withKnownNames(
  diagnostics: readonly Diagnostic[],
  files: readonly ParsedFile[],
  isWhole: boolean,
): readonly Diagnostic[] {
  if (!diagnostics.some(isBare)) return diagnostics;
  const declarations = files.flatMap(({ tree }) => tree.declarations);
  return diagnostics.map((diagnostic) => {
    if (!isBare(diagnostic)) return diagnostic;
    const { file, span } = diagnostic;
    const words = wordsAt(file, span);
    const named = namedBy(words, declarations) ?? (isWhole && words !== "partner" ? OTHER : null);
    if (named === null) return diagnostic;
    const { rule, message, fixes } = reportBareCondition(span, words, named);
    return diagnosticOf(rule, file, span, message, { fixes, related: placesOf(words, files) });
  });
}

const YES_NO: Named = { kind: "yes_no" };
const OTHER: Named = { kind: "other" };

function isBare({ code }: Diagnostic): boolean {
  return code === bareCondition.code;
}

function wordsAt({ text }: SourceFile, { start, end }: Span): string {
  return text
    .slice(start, end)
    .replace(/\s+/g, " ")
    .replace(/ ?\. ?/, ".");
}

/** What words stand for by all that is declared; null where nothing declared has such a name. */
function namedBy(words: string, declarations: readonly ast.Declaration[]): Named | null {
  const ofPartners = fieldsOf(declarations, "Partners");
  const [kind = "", name] = /^(partner\.|date of )(\w+)$/.exec(words)?.slice(1) ?? ["", words];
  if (kind === "date of ") return OTHER;
  const known = kind === "" ? [...ofPartners, ...fieldsOf(declarations, "Dataset")] : ofPartners;
  const fields = known.filter((field) => field.name.text === name);
  // Where conditions are about verdicts and metrics, the same word names one of them.
  const isDeclared = kind === "" && declarations.some((one) => "name" in one && one.name?.text === name);
  if (isDeclared) return OTHER;
  if (fields.length > 0) return fields.every(({ type }) => type.kind === "YesNoType") ? YES_NO : OTHER;
  if (words !== "partner" || ofPartners.length === 0) return null;
  return { kind: "partner", fields: ofPartners.map((field) => field.name.text) };
}

/** Where the field is declared that words name, if it is one place. */
function placesOf(words: string, files: readonly ParsedFile[]): readonly Related[] {
  const name = words.slice(Math.max(words.lastIndexOf("."), words.lastIndexOf(" ")) + 1);
  const kinds = words.startsWith("partner.") ? (["Partners"] as const) : (["Partners", "Dataset"] as const);
  const places = files.flatMap(({ file, tree }) =>
    kinds
      .flatMap((kind) => fieldsOf(tree.declarations, kind))
      .filter((field) => field.name.text === name)
      .map((field) => ({ file, span: field.name.span, message: `\`${name}\` is declared here` })),
  );
  return places.length === 1 ? places : [];
}

function fieldsOf(declarations: readonly ast.Declaration[], kind: "Partners" | "Dataset"): ast.Field[] {
  return declarations.flatMap((one) =>
    one.kind === kind ? one.sentences.filter((sentence) => sentence.kind === "Field") : [],
  );
}
