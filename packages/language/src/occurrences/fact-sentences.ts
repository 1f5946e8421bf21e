/** Names in sentences of exclusions, amendments, ramp-ups, attestations, duties, touchpoints, reports and tests. */
import type * as ast from "../syntax/ast.ts";
import { walkCondition, walkPopulation, walkTest, walkValue } from "./conditions.ts";
import { fieldIn, insideOf } from "./declared.ts";
import { walkEach } from "./measure-sentences.ts";
import type { NameSymbol } from "./name-symbol.ts";
import { nothing, type SentenceWalks, siblingOf } from "./sentence-walks.ts";
import { refer, referTo, referToField, referToPartnerField, type Walk, word } from "./walk.ts";

export const factSentences: SentenceWalks<
  Exclude<
    | ast.ExclusionSentence["kind"]
    | ast.AmendmentSentence["kind"]
    | ast.RampUpSentence["kind"]
    | ast.AttestationSentence["kind"]
    | ast.DutySentence["kind"]
    | ast.TouchpointSentence["kind"]
    | ast.ReportSentence["kind"]
    | ast.TestSentence["kind"],
    "Because" | "Effective"
  >
> = {
  Removes: (walk, { population }) => {
    walkPopulation(walk, population);
  },
  Affected: (walk, { by }) => {
    if (by !== null) referToField(walk, tableOf(walk, siblingOf(walk, "Removes")), by);
  },
  Evidence: nothing,
  Recorded: (walk, { population }) => {
    walkPopulation(walk, population);
  },

  ChangesLimit: (walk, { metric, test }) => walkTest(walk, referTo(walk, metric), null, test),

  Lasts: (walk, { since }) => referToPartnerField(walk, since),
  UntilRows: (walk, { of, since }) => {
    referTo(walk, of);
    referToPartnerField(walk, since);
  },
  Suspends: (walk, { names }) => {
    for (const name of names) {
      if (CONSEQUENCE_WORDS.has(name.text)) word(walk, name, "consequence kind");
      else referTo(walk, name);
    }
  },

  GivenBy: nothing,
  EvidenceKind: (walk, { word: kind }) => word(walk, kind, "free"),
  ValidFor: nothing,
  ValidUntil: (walk, { field }) => referToField(walk, tableOf(walk, siblingOf(walk, "Recorded")), field),
  DueSentence: (walk, { due }) => walkDue(walk, due),
  Delivers: nothing,
  DutyWhen: (walk, { condition }) => walkCondition(walk, { kind: "names" }, condition),
  IfMissed: (walk, { standard, verdict }) => {
    referTo(walk, standard);
    word(walk, verdict, "verdict");
  },

  Stage: (walk, { word: stage }) => word(walk, stage, "free"),
  Channel: (walk, { word: channel }) => word(walk, channel, "free"),
  RunBy: (walk, { where }) => walkCondition(walk, { kind: "partner" }, where),

  Shows: (walk, { names }) => {
    for (const name of names) word(walk, name, "report part");
  },
  ComparesWithPeers: nothing,
  HidesGroups: nothing,
  HidesPersonal: nothing,

  AsOf: nothing,
  Given: walkGiven,
  Expect: (walk, { subject, value, because }) => {
    const expected = referTo(walk, subject);
    walkValue(walk, expected, null, value);
    if (because !== null) referTo(walk, because);
  },
};

/** Words that stand for all consequences of a kind; they win over names (SPEC §3.8.18). */
const CONSEQUENCE_WORDS: ReadonlySet<string> = new Set([
  "credit",
  "bonus",
  "points",
  "escalation",
  "ratchet",
  "scorecard",
  "tiers",
]);

function tableOf(
  { declared }: Walk,
  sentence: { readonly population: ast.Population } | null,
): NameSymbol | null {
  return sentence === null ? null : (declared.names.get(sentence.population.dataset.text) ?? null);
}

function walkDue(walk: Walk, due: ast.Due): void {
  switch (due.kind) {
    case "DueOf":
      referToPartnerField(walk, due.field);
      return;
    case "DueAfter":
    case "DueOnDay":
      walkEach(walk, due.each);
  }
}

/** A table names fields in its first line; in the others, cells of a `one of` field name members. */
function walkGiven(walk: Walk, { dataset, table: [header, ...rows] }: ast.Given): void {
  const { declared } = walk;
  const isPartners = dataset.text === "partners";
  const table = isPartners ? refer(walk, dataset, declared.partners) : referTo(walk, dataset);
  const columns = (header?.cells ?? []).map((cell) => {
    const name = { text: cell.text, span: innerSpan(cell) };
    if (cell.text !== "rows") return refer(walk, name, fieldIn(declared, table, cell.text));
    word(walk, name, "rows");
    return null;
  });
  for (const row of rows) {
    for (const [index, cell] of row.cells.entries()) {
      const member = insideOf(declared, columns[index] ?? null, cell.text);
      if (member !== null) refer(walk, { text: cell.text, span: innerSpan(cell) }, member);
    }
  }
}

function innerSpan({ quoted, span }: ast.TableRow["cells"][number]): ast.Node["span"] {
  return quoted ? { start: span.start + 1, end: span.end - 1 } : span;
}
