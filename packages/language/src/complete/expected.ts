/** What tests expect: of which type a value is, what the rows of a test bear on, and for which periods it has any. */
import { currencyDecimals } from "../check/currencies.ts";
import { nameOf } from "../check/scope.ts";
import { limitsOf } from "../check/standards.ts";
import type { ValueType } from "../check/types.ts";
import { verdictKinds } from "../check/verdict-names.ts";
import type * as ast from "../syntax/ast.ts";
import { usedCurrencies } from "./currencies-offered.ts";
import type { Scene } from "./scene.ts";

/** The type of what is expected of something; null where it is not known, or only names are expected. */
export function expectedType(scene: Scene, { text }: ast.Name): ValueType | null {
  const { scope, metrics } = scene.world;
  const node = scope.names.get(text)?.node;
  switch (node?.kind) {
    case "Metric":
      return metrics.get(text)?.type ?? null;
    case "Credit":
    case "Bonus":
      return ownMoney(scene);
    case "Points":
    case "Scorecard":
      return { kind: "number", counting: "either" };
    case "Ratchet":
      return raisedType(scene, node);
    case "Escalation":
    case "Tiers":
      return { kind: "verdict" };
    default:
      return verdictKinds.some((kind) => kind === node?.kind) ? { kind: "verdict" } : null;
  }
}

function ownMoney({ world }: Scene): ValueType | null {
  const [currency] = usedCurrencies(world.scope.declarations.map(({ node }) => node));
  const decimals = currency === undefined ? null : currencyDecimals(currency);
  return currency === undefined || decimals === null ? null : { kind: "money", currency, decimals };
}

/** A ratchet proposes a value of the metric whose limit it raises. */
function raisedType({ world }: Scene, { on }: ast.RatchetDeclaration): ValueType | null {
  const standard = world.scope.names.get(on.text)?.node;
  const [limit] = standard?.kind === "Standard" ? limitsOf(standard) : [];
  return limit === undefined ? null : (world.metrics.get(limit.metric.text)?.type ?? null);
}

/** Whether a declaration can be judged by the rows that the test around the cursor has; true where it has none yet. */
export function bearsOnRows(scene: Scene): (name: string) => boolean {
  const given = new Set(
    sentencesAbove(scene).flatMap((one) => (one.kind === "Given" ? [one.dataset.text] : [])),
  );
  given.delete("partners");
  if (given.size === 0) return () => true;
  const known = new Map<string, ReadonlySet<string>>();
  return (name) => [...datasetsOf(scene, name, known)].some((dataset) => given.has(dataset));
}

/** The datasets that a declaration names, also by way of what it names. */
function datasetsOf(
  scene: Scene,
  name: string,
  known: Map<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = new Set<string>();
  known.set(name, found);
  const node = scene.world.scope.names.get(name)?.node;
  if (node === undefined) return found;
  if (node.kind === "Dataset") found.add(name);
  else {
    const own = nameOf(node)?.text;
    for (const one of namesIn(node))
      if (one !== own) for (const dataset of datasetsOf(scene, one, known)) found.add(dataset);
  }
  return found;
}

function namesIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const one of value) namesIn(one, found);
  else if (typeof value === "object" && value !== null) {
    if ("kind" in value && value.kind === "Name") found.add((value as ast.Name).text);
    else for (const one of Object.values(value)) namesIn(one, found);
  }
  return found;
}

/** The periods that the test around the cursor has named above it, the nearest first. */
export function periodsAbove(scene: Scene): readonly NonNullable<ast.Given["period"]>[] {
  const seen = new Set<string>();
  return sentencesAbove(scene)
    .toReversed()
    .flatMap(({ period }) => {
      if (period === null || seen.has(period.text)) return [];
      seen.add(period.text);
      return [period];
    });
}

/** Who the test around the cursor has rows or expectations of, the nearest first. */
export function partnersAbove(scene: Scene): readonly string[] {
  const said = sentencesAbove(scene).flatMap(({ partner }) => (partner === null ? [] : [partner.text]));
  return [...new Set(said.toReversed())];
}

function sentencesAbove({ declaration, cursor }: Scene): readonly (ast.Given | ast.Expect)[] {
  if (declaration?.kind !== "Test") return [];
  const start = cursor.before[0]?.startOffset ?? cursor.word.start;
  return declaration.sentences.filter(
    (sentence): sentence is ast.Given | ast.Expect =>
      (sentence.kind === "Given" || sentence.kind === "Expect") && sentence.span.end <= start,
  );
}
