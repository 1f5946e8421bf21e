/** Sentences that cannot stand as they are: left out, or as another sentence says the same. */
import type { Fix, TextEdit } from "../diagnostics/diagnostic.ts";
import type * as ast from "../syntax/ast.ts";
import { type Around, type Guesses, innermost, ownSentence, startOfLast, writtenAt } from "./around.ts";
import { adding, addingSentence, guess, writing } from "./offers.ts";
import { sentenceOf } from "./scope.ts";
import { lineRemoved } from "./site.ts";

export const sentenceGuesses: Guesses = {
  /** duplicate-field */
  TEN2006: removed,
  /** valid-rows */
  TEN2314: removed,
  /** metric-rows */
  TEN2406: removed,
  /** time-outside */
  TEN2410: removed,
  /** last-otherwise: what the last row says holds for everyone else */
  TEN2503: (around) => otherwise(around, ["LimitRow", "NeedRow", "WithinRow"]),
  /** group-field: without groups */
  TEN2504: (around) => {
    const start = startOfLast(around.file.text.slice(0, around.span.start), ["for", "each"]);
    if (start === null) return [];
    const span = { start, end: around.span.end };
    return [guess(`remove \`for each ${writtenAt(around, around.span)}\``, { span, text: "" })];
  },
  /** groups-differ: as the first row that has groups */
  TEN2505: (around) => {
    const limit = innermost<ast.Limit>(around, "Limit");
    const row = innermost<ast.LimitRow>(around, "LimitRow");
    const group = limit?.rows.find((other) => other.group !== null)?.group;
    if (row === null || group == null) return [];
    return [
      row.group === null
        ? adding(row.test.span, `for each ${group.text}`)
        : writing(row.group.span, group.text),
    ];
  },
  /** adaptive-window: the last one holds where no other does */
  TEN2508: (around) => {
    const all = around.own.node.sentences.filter((sentence) => sentence.kind === "Measured");
    const sentence = ownSentence(around);
    const isLast = sentence !== null && all.length > 1 && all.at(-1) === sentence;
    if (!isLast || sentence.kind !== "Measured" || sentence.otherwise || sentence.when !== null) return [];
    return [adding(sentence.span, "otherwise")];
  },
  /** gate-reads: whom it applies to is another sentence */
  TEN2512: (around) => {
    const sentence = ownSentence(around);
    if (sentence?.kind !== "AppliesWhen" || sentence.condition.kind !== "Comparison") return [];
    const { left } = sentence.condition;
    if (left.form !== "partner") return [];
    const span = { start: sentence.span.start, end: left.span.end };
    return [writing(span, `applies to partners where ${left.name.text}`)];
  },
  /** brand-partner */
  TEN2519: (around) => (ownSentence(around)?.kind === "AppliesTo" ? removed(around) : []),
  /** exclusion-unread */
  TEN2601: (around) => {
    const sentence = ownSentence(around);
    if (sentence?.kind !== "Excluding") return [];
    if (sentence.names.length === 1) return removed(around);
    return [guess(`remove \`${writtenAt(around, around.span)}\``, itemEdit(sentence.names, around))];
  },
  /** supersedes */
  TEN2805: removed,
  /** row-verdict: the rows for which both hold */
  TEN2861: (around) => {
    const or = innermost<ast.Or>(around, "Or");
    const [left, right] = or?.operands ?? [];
    if (left === undefined || right === undefined || or?.operands.length !== 2) return [];
    const span = { start: left.span.end, end: right.span.start };
    return [guess("write `and`", { span, text: writtenAt(around, span).replace("or", "and") })];
  },
  /** consequence-parties */
  TEN2850: (around) => (ownSentence(around)?.kind === "Unless" ? removed(around) : []),
  /** mixed-owes */
  TEN2851: (around) => (ownSentence(around)?.kind === "MissWeight" ? removed(around) : []),
  /** unreachable-band */
  TEN2863: removed,
  /** last-band: none for everything else */
  TEN2865: (around) => {
    const last = around.own.node.sentences.at(-1);
    if (last?.kind !== "GivesPoints" || last.when === null) return [];
    return [addingSentence(around.own, "gives 0 points otherwise")];
  },
  /** due: of an attestation */
  TEN2871: (around) => (ownSentence(around)?.kind === "DueSentence" ? removed(around) : []),
  /** duty-when */
  TEN2875: removed,
  /** counts-as-missed: due as often as the standard is measured */
  TEN2876: (around) => {
    const standard = around.scope.names.get(writtenAt(around, around.span));
    const measured = standard?.node.kind === "Standard" ? sentenceOf(standard.node, "Measured") : null;
    const due = around.own.node.sentences.find((sentence) => sentence.kind === "DueSentence");
    if (due?.kind !== "DueSentence" || !("each" in due.due) || measured?.window.kind !== "EachSpan")
      return [];
    return [writing(due.due.each.span, `each calendar ${measured.window.unit.replace("_", " ")}`)];
  },
  /** duty-cycle: waits for nothing */
  TEN2877: ({ own }) => {
    const when = own.node.sentences.find((sentence) => sentence.kind === "DutyWhen");
    return when === undefined ? [] : [guess("remove the sentence `when`", lineRemoved(own.site, when.span))];
  },
  /** score-window: calendar months, which end by themselves */
  TEN2883: (around) => {
    const measured = ownSentence(around);
    if (measured?.kind !== "Measured") return [];
    const month = { span: measured.span, text: "measured each calendar month" };
    const assessed = around.own.node.sentences.find((sentence) => sentence.kind === "Assessed");
    const edits = assessed === undefined ? [month] : [month, lineRemoved(around.own.site, assessed.span)];
    return [guess("write `measured each calendar month`", ...edits)];
  },
  /** levels: the last is everybody's */
  TEN2884: (around) => otherwise(around, ["Level"]),
  /** unused: the whole declaration */
  TEN2901: ({ own }) => {
    const name = "name" in own.node ? own.node.name?.text : undefined;
    if (name === undefined) return [];
    return [guess(`remove \`${name}\``, lineRemoved(own.site, own.node.span))];
  },
};

/** The agreement without the sentence that the mistake is in. */
function removed(around: Around): readonly Fix[] {
  const sentence = ownSentence(around);
  return sentence === null
    ? []
    : [guess("remove this sentence", lineRemoved(around.own.site, sentence.span))];
}

/** One of several names in a list, with a comma beside it. */
function itemEdit(names: readonly ast.Name[], { span }: Around): TextEdit {
  const index = names.findIndex((name) => name.span.start === span.start);
  const [before, after] = [names[index - 1], names[index + 1]];
  if (before !== undefined) return { span: { start: before.span.end, end: span.end }, text: "" };
  return { span: { start: span.start, end: after?.span.start ?? span.end }, text: "" };
}

/** `otherwise` for the condition of the last row; of a minimum, no condition. */
function otherwise(around: Around, kinds: readonly string[]): readonly Fix[] {
  const row = around.nodes.findLast(({ kind }) => kinds.includes(kind)) as
    | ast.LimitRow
    | ast.NeedRow
    | ast.WithinRow
    | ast.Level
    | undefined;
  const where = row === undefined ? null : "when" in row ? row.when : row.where;
  if (row === undefined || where === null) return [];
  const head = writtenAt(around, { start: row.span.start, end: where.span.start });
  const length = startOfLast(head, ["where"]) ?? startOfLast(head, ["when"]);
  if (length === null) return [];
  const span = { start: row.span.start + length, end: where.span.end };
  const isNeed = row.kind === "NeedRow";
  const title = isNeed ? "leave the condition away" : "write `otherwise`";
  return [guess(title, { span, text: isNeed ? "" : " otherwise" })];
}
