/** Sentences that must stand, and sentences that may stand only once, in every declaration. */
import type * as ast from "../syntax/ast.ts";
import type { CheckedAgreement } from "./agreement.ts";
import { reportMissingCurrency } from "./rules/missing-currency.rule.ts";
import { reportMissingLabel } from "./rules/missing-label.rule.ts";
import { reportMissingSentence } from "./rules/missing-sentence.rule.ts";
import { reportRepeatedSentence } from "./rules/repeated-sentence.rule.ts";
import { reportSecondAgreement } from "./rules/second-agreement.rule.ts";
import { type Declared, declarationsOf, hasUnread } from "./scope.ts";
import { relatedAt, type Site } from "./site.ts";
import type { World } from "./world.ts";

const MUST_STAND: Readonly<Partial<Record<ast.Declaration["kind"], readonly string[]>>> = {
  Agreement: ["AgreementVersion", "Effective", "TimeZone"],
  Calendar: ["Open"],
  Clock: ["Starts", "Stops", "ClockDated"],
  Standard: ["Requires", "Measured", "Needs"],
  Exclusion: ["Removes"],
  Amendment: ["Effective", "ChangesLimit", "Because"],
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
  "Given",
  "Expect",
  "Broken",
  "UnavailableSentence",
]);

/** Reports missing and repeated sentences, missing labels, a second agreement, and money without a currency. */
export function checkSentences(world: World, agreement: CheckedAgreement | null): void {
  for (const declared of world.scope.declarations) {
    if (!hasUnread(declared)) {
      checkRepeated(declared);
      checkMissing(declared);
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
    else if (!MAY_REPEAT.has(sentence.kind)) reportRepeatedSentence(site, sentence, earlier.span);
  }
}

function checkMissing({ site, node }: Declared): void {
  for (const kind of MUST_STAND[node.kind] ?? []) {
    if (!node.sentences.some((sentence) => sentence.kind === kind)) reportMissingSentence(site, node, kind);
  }
}

function checkLabel({ site, node }: Declared): void {
  if (node.kind !== "Agreement" && node.kind !== "Standard" && node.kind !== "Test") return;
  if (node.label === null) reportMissingLabel(site, node.kind, node.name);
}

/** Where money appears, the agreement says in which currency it settles. */
function checkCurrency(world: World, agreement: CheckedAgreement): void {
  const { site, node } = agreement;
  if (hasUnread({ site, node }) || node.sentences.some((sentence) => sentence.kind === "Currency")) return;
  const money = firstMoney(world);
  if (money !== null) reportMissingCurrency(site, node, money.site, money.field);
}

function firstMoney(world: World): { readonly site: Site; readonly field: ast.Field } | null {
  const tables = [...(world.partners === null ? [] : [world.partners]), ...world.tables.values()];
  for (const { site, fields } of tables) {
    for (const { node } of fields.values()) {
      if (node?.type.kind === "MoneyType") return { site, field: node };
    }
  }
  return null;
}
