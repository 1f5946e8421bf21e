import type { DiagnosticRule, Related } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { addingSentence } from "../offers.ts";
import { nameOf } from "../scope.ts";
import { relatedAt, type Site } from "../site.ts";
import type { Table } from "../tables.ts";
import { declarationWord, sentenceWords } from "../words.ts";
import { withStandard } from "./example-files.ts";

/** A sentence that must stand and does not. */
export const missingSentence: DiagnosticRule = {
  code: "TEN2101",
  name: "missing-sentence",
  severity: "error",
  spec: "§1.3",
  summary: "What a verdict turns on is written: a declaration has all the sentences that it needs.",
  help: "A sentence that is left out would be filled in by whoever reads the agreement, each in his own favour. So nothing that a verdict turns on goes without saying, not even what seems usual.",
  examples: {
    invalid: withStandard("  requires quick at least 95%\n  measured each calendar month\n"),
    valid: withStandard(
      "  requires quick at least 95%\n  measured each calendar month\n  needs no minimum\n",
    ),
  },
  fix: "offered",
};

/** What to write, by the kind of the sentence; one that several declarations lack is named with its declaration. */
const PROPER: Readonly<Record<string, string>> = {
  AgreementVersion: "`version 1.0.0`",
  "Agreement.Effective": "`effective from 2026-01-01 until 2026-12-31` or `until further notice`",
  TimeZone: '`time zone "Europe/Paris"`, or the zone that its days are counted in',
  Open: "`open monday to friday 09:00 to 17:00`",
  Starts: "`starts at FIELD` or `starts when FIELD becomes VALUE`",
  Stops: "`stops at FIELD` or `stops when FIELD becomes VALUE`",
  ClockDated:
    "`dated started_at`, `dated due_at` or `dated stopped_at`, which says in which period a case counts",
  Requires: "`requires METRIC at least 95%`, or what else is promised",
  Measured: "`measured each calendar month`, or over which time else it is judged",
  Needs:
    "`needs at least 30 DATASET otherwise not_enough_data`, or `needs no minimum` if a single row may decide",
  Assessed:
    "`assessed at the end of each calendar month`, or on which days else a window that moves with time is judged",
  PutsAtRisk: "`puts 10% of FIELD at risk each calendar month`",
  MissWeight: "`weight 100% to STANDARD when missed`",
  Gives: "`gives 50 EUR when STANDARD is missed`, or put something at risk and give its parts a `weight`",
  GivesPoints: "`gives 5 points when METRIC less than 90%`, and `gives 0 points otherwise` last",
  Step: "`step NAME when missed 3 months in a row`",
  RatchetWhen: "`when met 12 months in a row`",
  RaisesLimit: "`raises limit to halfway between limit and average`",
  "Scorecard.ScoreWeight": "`weight 40% to METRIC scaled from 80% to 100%`",
  Level: "`level NAME when CONDITION`, and `level NAME otherwise` last",
  Lasts: "`lasts 6 months since FIELD`, or `until 30 DATASET since FIELD`",
  GivenBy: "`given by partner` or `given by brand`",
  "Attestation.Recorded": "`recorded in DATASET`, where it is kept who has proven it",
  "Duty.Recorded": "`recorded in DATASET`, where it is kept what was delivered",
  DueSentence: "`due within 10 days after each calendar month`, or when else it is due",
  Removes: "`removes DATASET where CONDITION`",
  Recorded: "`recorded in DATASET`, where the evidence is kept",
  "Amendment.Effective": "`effective from 2026-01-01 until 2026-12-31`",
  ChangesLimit: "`changes limit of METRIC to at least 90%`",
  Because: '`because "the reason"`',
  Expect: '`expect STANDARD for "PARTNER" in 2026-01 is met`',
};

/** Sentences to start from, by the same names: the usual ones, which are offered and never written unasked. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  AgreementVersion: ["version 1.0.0"],
  Open: ["open monday to friday 09:00 to 17:00"],
  ClockDated: ["dated started_at", "dated stopped_at"],
  Measured: ["measured each calendar month"],
  Needs: ["needs at least 30 DATASET otherwise not_enough_data", "needs no minimum"],
  Assessed: ["assessed at the end of each calendar month"],
  RatchetWhen: ["when met 12 months in a row"],
  RaisesLimit: ["raises limit to halfway between limit and average"],
  GivenBy: ["given by partner", "given by brand"],
  DueSentence: ["due within 10 days after each calendar month"],
};

type Named = Extract<ast.Declaration, { readonly name: ast.Name }>;

/** Reports that a declaration lacks a sentence of a kind; `judged` is what it speaks of, where that is known. */
export function reportMissingSentence(
  site: Site,
  node: ast.Declaration,
  kind: string,
  judged: Table | null = null,
): void {
  const name = isNamed(node) ? node.name : null;
  const what = `${declarationWord(node.kind)}${name === null ? "" : ` \`${name.text}\``}`;
  const proper = PROPER[`${node.kind}.${kind}`] ?? PROPER[kind];
  const filled = (words: string): string => words.replaceAll("DATASET", judged?.name ?? "DATASET");
  const write = proper === undefined ? "" : `: write ${filled(proper)}`;
  const message = `${what} lacks its sentence \`${sentenceWords(kind)}\`${write}`;
  const usual = (USUAL[`${node.kind}.${kind}`] ?? USUAL[kind] ?? []).map(filled);
  const fixes = usual
    .filter((words) => !words.includes("DATASET"))
    .map((words) => addingSentence({ site, node }, words));
  const related = judged === null ? [] : [placeOf(judged)];
  site.say(missingSentence, name?.span ?? node.wordSpan, message, { fixes, related });
}

function placeOf({ site, node, name }: Table): Related {
  return relatedAt(site, (nameOf(node) ?? node).span, `\`${name}\` is declared here`);
}

function isNamed(node: ast.Declaration): node is Named {
  return "name" in node && node.name !== null;
}
