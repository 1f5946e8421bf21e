/** Sentences that must stand, and sentences that may stand only once, in every declaration. */
import type * as ast from "../syntax/ast.ts";
import type { CheckedAgreement } from "./agreement.ts";
import { type MoneyPlace, reportMissingCurrency } from "./rules/missing-currency.rule.ts";
import { reportMissingLabel } from "./rules/missing-label.rule.ts";
import { reportMissingSentence } from "./rules/missing-sentence.rule.ts";
import { reportRepeatedSentence } from "./rules/repeated-sentence.rule.ts";
import { reportSecondAgreement } from "./rules/second-agreement.rule.ts";
import { type Declared, declarationsOf, hasUnread } from "./scope.ts";
import { relatedAt } from "./site.ts";
import { namesRead } from "./standard-reads.ts";
import type { Table } from "./tables.ts";
import { declarationWord } from "./words.ts";
import type { World } from "./world.ts";

const MUST_STAND: Readonly<Partial<Record<ast.Declaration["kind"], readonly string[]>>> = {
  Agreement: ["AgreementVersion", "Effective", "TimeZone"],
  Calendar: ["Open"],
  Clock: ["Starts", "Stops", "ClockDated"],
  Standard: ["Requires", "Measured", "Needs"],
  Points: ["GivesPoints"],
  Escalation: ["Step"],
  Ratchet: ["RatchetWhen", "RaisesLimit"],
  Scorecard: ["ScoreWeight", "Measured"],
  Tiers: ["Level", "Assessed"],
  Exclusion: ["Removes"],
  Amendment: ["Effective", "ChangesLimit", "Because"],
  Attestation: ["GivenBy", "Recorded"],
  Duty: ["Recorded", "DueSentence"],
  Test: ["Expect"],
};

const MAY_REPEAT: ReadonlySet<string> = new Set([
  "Field",
  "Open",
  "ClosedHolidays",
  "ClosedOn",
  "AppliesTo",
  "AppliesWhen",
  "Requires",
  "Tolerates",
  "WarnsWhen",
  "Measured",
  "MissWeight",
  "Gives",
  "Capped",
  "Unless",
  "GivesPoints",
  "Step",
  "ScoreWeight",
  "Level",
  "Given",
  "Expect",
  "Broken",
  "UnavailableSentence",
]);

/** Sentences that stand once here, though they may be repeated in other declarations. */
const ONCE: Readonly<Partial<Record<ast.Declaration["kind"], readonly string[]>>> = {
  Ratchet: ["Capped"],
  Scorecard: ["Measured"],
};

/** Reports missing and repeated sentences, missing labels, a second agreement, and money without a currency. */
export function checkSentences(world: World, agreement: CheckedAgreement | null): void {
  for (const declared of world.scope.declarations) {
    if (!hasUnread(declared)) {
      checkRepeated(declared);
      checkMissing(world, declared);
    }
    checkLabel(declared);
  }
  checkOneAgreement(world);
  if (agreement !== null) checkCurrency(world, agreement);
}

/** The agreement stands in the root file; any other is one too many. */
function checkOneAgreement(world: World): void {
  const declared = declarationsOf(world.scope, "Agreement");
  const own = declared.find(({ site }) => site.file === world.root);
  const first =
    own === undefined ? null : relatedAt(own.site, own.node.name.span, "the agreement is declared here");
  for (const other of declared) {
    if (other !== own) reportSecondAgreement(other.site, other.node.name.span, first);
  }
}

function checkRepeated({ site, node }: Declared): void {
  const seen = new Map<string, ast.Node>();
  for (const sentence of node.sentences) {
    const earlier = seen.get(sentence.kind);
    if (earlier === undefined) seen.set(sentence.kind, sentence);
    else if (!mayRepeat(node, sentence)) reportRepeatedSentence(site, sentence, earlier.span);
  }
}

function mayRepeat(node: ast.Declaration, { kind }: ast.Node): boolean {
  return mayStandAgain(node.kind, kind);
}

/** Whether a kind of sentence may stand several times in a kind of declaration. */
export function mayStandAgain(declaration: ast.Declaration["kind"], kind: string): boolean {
  return MAY_REPEAT.has(kind) && ONCE[declaration]?.includes(kind) !== true;
}

/** The kinds of sentences that must stand in a kind of declaration. */
export function mandatorySentences(declaration: ast.Declaration["kind"]): readonly string[] {
  return MUST_STAND[declaration] ?? [];
}

function checkMissing(world: World, { site, node }: Declared): void {
  const judged = node.kind === "Standard" ? tableJudged(world, node) : null;
  for (const kind of MUST_STAND[node.kind] ?? []) {
    if (!node.sentences.some((sentence) => sentence.kind === kind))
      reportMissingSentence(site, node, kind, judged);
  }
}

/** What a standard judges the rows of, where it is one dataset. */
function tableJudged(world: World, node: ast.StandardDeclaration): Table | null {
  const names = namesRead(node).flatMap(({ text }) => [...(world.metrics.get(text)?.datasets ?? [text])]);
  const tables = new Set(names.flatMap((name) => world.tables.get(name) ?? []));
  const [only = null] = tables;
  return tables.size === 1 ? only : null;
}

function checkLabel({ site, node }: Declared): void {
  if (!isLabelled(node)) return;
  if (node.label === null) reportMissingLabel(site, node.kind, node.name);
}

/** Declarations that people read by their label. */
type Labelled = Extract<
  ast.Declaration,
  { readonly kind: "Agreement" | "Standard" | "Attestation" | "Test" }
>;

function isLabelled(node: ast.Declaration): node is Labelled {
  return ["Agreement", "Standard", "Attestation", "Test"].includes(node.kind);
}

/** Where money appears, the agreement says in which currency it settles. */
function checkCurrency(world: World, agreement: CheckedAgreement): void {
  const { site, node } = agreement;
  if (hasUnread({ site, node }) || node.sentences.some((sentence) => sentence.kind === "Currency")) return;
  const money = firstMoney(world);
  if (money !== null) reportMissingCurrency(site, node, money);
}

/** The first money of a field, or of a credit or bonus: elsewhere money is only compared with money. */
function firstMoney(world: World): MoneyPlace | null {
  const tables = [...(world.partners === null ? [] : [world.partners]), ...world.tables.values()];
  for (const { site, fields } of tables) {
    for (const { node } of fields.values()) {
      if (node?.type.kind !== "MoneyType") continue;
      const where = `field \`${node.name.text}\``;
      return { site, span: node.span, where, currency: node.type.currency.text };
    }
  }
  for (const { site, node } of world.scope.declarations) {
    const money = node.kind === "Credit" || node.kind === "Bonus" ? moneyIn(node.sentences) : null;
    if (money === null || !("name" in node)) continue;
    const where = `${declarationWord(node.kind)} \`${node.name?.text}\``;
    return { site, span: money.span, where, currency: money.currency.text };
  }
  return null;
}

/** The first money that is written anywhere in a part of the tree. */
function moneyIn(part: unknown): ast.Money | null {
  if (typeof part !== "object" || part === null) return null;
  if ("kind" in part && part.kind === "Money") return part as ast.Money;
  return (
    Object.values(part)
      .map(moneyIn)
      .find((money) => money !== null) ?? null
  );
}
