/** What holds today: of limits that change by date, which row; of amendments, whether they do (SPEC §3.6.12, §3.8.9). */
import { declarationsOf, sentenceOf } from "../check/scope.ts";
import { testWords } from "../check/value-words.ts";
import type * as ast from "../syntax/ast.ts";
import type { Hint, Hinting, HintsOf } from "./hint.ts";

export const forceHints: HintsOf = (hinting, node) => {
  if (node.kind === "Amendment") return amendmentHints(hinting, node);
  if (node.kind !== "Standard") return [];
  return node.sentences.flatMap((sentence) =>
    sentence.kind === "Requires"
      ? sentence.limits.flatMap((limit) => [
          ...rowHints(hinting, limit),
          ...amendedHints(hinting, node.name.text, limit),
        ])
      : [],
  );
};

/** How many partners are named, and not only counted. */
const mostNamed = 2;

/** Partners for whom an amendment has put another limit in the place of this one, today. */
function amendedHints({ world, today }: Hinting, standard: string, limit: ast.Limit): readonly Hint[] {
  const changes = declarationsOf(world.scope, "Amendment").flatMap(({ site, node }) => {
    const term = sentenceOf(node, "Effective");
    const change = sentenceOf(node, "ChangesLimit");
    const isMeant = node.standard.text === standard && change?.metric.text === limit.metric.text;
    if (term === null || change === null || !isMeant || !isAt(term, today)) return [];
    return [{ partner: node.partner.text, words: testWords(site.file, change.test) }];
  });
  if (changes.length === 0) return [];
  const named = changes.map(({ partner, words }) => `${partner}: ${words}`).join(", ");
  const label = changes.length > mostNamed ? ` other limits for ${changes.length} partners` : ` ${named}`;
  const says = `Amendments hold today: ${named}.`;
  return [{ offset: limit.span.end, label, says, kind: "force" }];
}

function isAt({ from, until }: ast.Effective, today: string): boolean {
  return from.text <= today && until !== null && today <= until.text;
}

/** Rows with one condition follow each other by their dates. */
function rowHints({ today }: Hinting, { rows }: ast.Limit): readonly Hint[] {
  if (rows.every(({ from }) => from === null)) return [];
  return rows.map((row) => {
    const alike = rows.filter((other) => conditionOf(other) === conditionOf(row));
    return { offset: row.span.end, kind: "force", ...stateOf(row, alike, today) };
  });
}

function stateOf(
  row: ast.LimitRow,
  alike: readonly ast.LimitRow[],
  today: string,
): Pick<Hint, "label" | "says"> {
  const start = row.from?.text ?? "";
  const next = alike
    .map(({ from }) => from?.text ?? "")
    .filter((from) => from > start)
    .toSorted()[0];
  if (start > today) return { label: " not yet in force", says: `This limit holds from ${start} on.` };
  if (next === undefined || next > today) {
    const until = next === undefined ? "" : `, until another one follows on ${next}`;
    return { label: " in force", says: `This is the limit that holds today${until}.` };
  }
  return { label: " no longer in force", says: `Another limit has followed on ${next}.` };
}

/** The condition, so that rows of one condition can be told; a tree has no other name for it. */
function conditionOf({ where }: ast.LimitRow): string {
  return where === null
    ? ""
    : JSON.stringify(where, (key, value: unknown) => (/span$/i.test(key) ? undefined : value));
}

function amendmentHints({ today }: Hinting, { sentences }: ast.AmendmentDeclaration): readonly Hint[] {
  return sentences.flatMap((sentence): readonly Hint[] => {
    if (sentence.kind !== "Effective" || sentence.until === null) return [];
    const { from, until, span } = sentence;
    const hint = (label: string, says: string): Hint => ({ offset: span.end, label, says, kind: "force" });
    if (today < from.text) return [hint(" not yet in force", `The amendment holds from ${from.text} on.`)];
    if (today > until.text) return [hint(" over", `The amendment held until ${until.text}.`)];
    return [hint(" in force", `The amendment holds today, and until ${until.text}.`)];
  });
}
