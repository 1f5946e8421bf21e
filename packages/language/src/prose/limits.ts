/** Limits as prose: which line of a limit that varies is in force, and which comes later. */
import { testWords } from "../check/value-words.ts";
import type { SourceFile } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { Reader } from "./said.ts";
import { plainText, written } from "./written.ts";

/** When a line of a limit holds, for whom its condition is true (SPEC §3.6.12). */
export type LineTime = "now" | "later" | "over";

/** The metric with its title, and its lines: those in force first, then those to come. */
export function limitWords({ names, today }: Reader, file: SourceFile, { metric, rows }: ast.Limit): string {
  const title = names.declared.names.get(metric.text)?.title ?? null;
  const name = title === null ? `\`${metric.text}\`` : `\`${metric.text}\` (${plainText(title)})`;
  const times = rows.map((row) => lineTime(file, rows, row, today));
  const words = (time: LineTime) =>
    rows.filter((_, index) => times[index] === time).map((row) => lineWords(file, row, today));
  const [now, later, over] = [words("now"), words("later"), words("over")];
  const parts = [
    now.join("; "),
    ...later.map((one) => `to come: ${one}`),
    ...over.map((one) => `before: ${one}`),
  ];
  return `${name} ${parts.filter((part) => part !== "").join("; ")}`;
}

/** When a line holds; on an unknown day those without a date hold. */
export function lineTime(
  file: SourceFile,
  rows: readonly ast.LimitRow[],
  row: ast.LimitRow,
  today: string | null,
): LineTime {
  const begins = ({ from }: ast.LimitRow): string => from?.text ?? "";
  if (begins(row) > (today ?? "")) return "later";
  const condition = conditionOf(file, row);
  const isReplaced = rows.some(
    (other) =>
      conditionOf(file, other) === condition && begins(other) > begins(row) && begins(other) <= (today ?? ""),
  );
  return isReplaced ? "over" : "now";
}

/** Lines with exactly one condition take turns. */
function conditionOf(file: SourceFile, { where }: ast.LimitRow): string {
  return where === null ? "" : written(file, where.span);
}

/** What is asked for: `at most 2,500.00 EUR`, `at least peer average`. */
export function askedWords(file: SourceFile, test: ast.LimitTest): string {
  return test.kind === "Test" ? plainText(testWords(file, test)) : written(file, test.span);
}

function lineWords(file: SourceFile, row: ast.LimitRow, today: string | null): string {
  const { test, group, where, from } = row;
  const pieces = [
    askedWords(file, test),
    group === null ? "" : `for each \`${group.text}\``,
    where === null ? "" : `where \`${written(file, where.span)}\``,
    row.otherwise ? "otherwise" : "",
    from === null ? "" : `${from.text <= (today ?? "") ? "since" : "from"} ${from.text}`,
  ];
  return pieces.filter((piece) => piece !== "").join(" ");
}
