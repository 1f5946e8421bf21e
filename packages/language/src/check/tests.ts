/**
 * Tests: sample rows and what must come of them (SPEC §3.12).
 *
 * Expectations become verdicts and exact values here, tables are read in `given.ts`; whether what is expected comes
 * true is for the runner to find out.
 */
import type * as ast from "../syntax/ast.ts";
import { periodKind } from "./civil.ts";
import { type Expecting, findingKinds, findingValue, labelsOf } from "./expected-findings.ts";
import { checkPeriod, givenOf } from "./given.ts";
import { limitComparison } from "./limits.ts";
import { checkMoment, instantOf } from "./literals.ts";
import type { ExpectModel, TestModel } from "./model.ts";
import { reportExpectation } from "./rules/expectation.rule.ts";
import { reportTestPeriod } from "./rules/test-period.rule.ts";
import { reportTypeMismatch } from "./rules/type-mismatch.rule.ts";
import { type Declared, hasUnread, resolve, sentenceOf, sentencesOf } from "./scope.ts";
import { type Site, wordsOf } from "./site.ts";
import { hasKnownLimits, limitsOf } from "./standards.ts";
import { verdictKinds } from "./verdict-names.ts";
import { allVerdicts, verdictOf } from "./verdict-words.ts";
import { aDeclaration } from "./words.ts";
import type { Metric, World } from "./world.ts";

/** The model of a test; null where something in it was reported. */
export function testOf(
  checked: Omit<Expecting, "site">,
  { site, node }: Declared<ast.TestDeclaration>,
): TestModel | null {
  const { world } = checked;
  const asOf = sentenceOf(node, "AsOf");
  const soundAsOf = asOf === null || checkMoment(site, asOf.at);
  const given = sentencesOf(node, "Given").map((one) => givenOf(world, site, one));
  const expects = sentencesOf(node, "Expect").map((one) => expectOf({ ...checked, site }, one));
  const soundGiven = given.filter((one) => one !== null);
  const soundExpects = expects.filter((one) => one !== null);
  if (!soundAsOf || soundGiven.length !== given.length || soundExpects.length !== expects.length) return null;
  if (node.label === null || expects.length === 0 || hasUnread({ site, node })) return null;
  return {
    name: node.name.text,
    label: node.label.text,
    asOf: asOf === null ? null : instantOf(world, asOf.at),
    given: soundGiven,
    expects: soundExpects,
    origin: site.origin(node.headSpan),
  };
}

function expectOf(expecting: Expecting, node: ast.Expect): ExpectModel | null {
  const { world, site } = expecting;
  const period = checkPeriod(site, node.period);
  const declared = resolve(world.scope, site, node.subject, [...verdictKinds, "Metric", ...findingKinds]);
  if (declared === null) return null;
  const expected = expectedOf(expecting, node, declared.node.kind);
  const because = checkBecause(expecting, node, expected.value);
  const fits = checkPeriodFits(expecting, node);
  if (expected.value === null || !because || !period || !fits) return null;
  return {
    kind: expected.kind,
    subject: node.subject.text,
    party: node.partner.text,
    period: node.period.text,
    negated: node.negated,
    value: expected.value,
    because: node.because?.text ?? null,
    origin: site.origin(node.span),
  };
}

/** The kind of an expectation by what its subject is, and its value; that is null where it was reported. */
function expectedOf(
  expecting: Expecting,
  node: ast.Expect,
  kind: (typeof verdictKinds | typeof findingKinds)[number] | "Metric",
): { readonly kind: ExpectModel["kind"]; readonly value: ExpectModel["value"] | null } {
  const { world, site } = expecting;
  const verdictKind = verdictKinds.find((one) => one === kind);
  if (verdictKind !== undefined) return { kind: "verdict", value: verdictValue(site, node, verdictKind) };
  const findingKind = findingKinds.find((one) => one === kind);
  if (findingKind !== undefined)
    return { kind: "finding", value: findingValue(expecting, node, findingKind) };
  const metric = world.metrics.get(node.subject.text);
  return { kind: "metric", value: metric === undefined ? null : metricValue(world, site, metric, node) };
}

function verdictValue(
  site: Site,
  node: ast.Expect,
  kind: (typeof verdictKinds)[number],
): ExpectModel["value"] | null {
  if (node.value.kind !== "Name") {
    const message = `\`${node.subject.text}\` is ${aDeclaration(kind)}, so a verdict is expected`;
    reportExpectation(site, node.value.span, message);
    return null;
  }
  const verdict = verdictOf(site, node.value, allVerdicts);
  return verdict === null ? null : { kind: "verdict", verdict };
}

function metricValue(
  world: World,
  site: Site,
  metric: Metric,
  node: ast.Expect,
): ExpectModel["value"] | null {
  if (metric.type === null) return null;
  const test: ast.Test = {
    kind: "Test",
    span: node.value.span,
    operator: "is",
    values: [node.value],
    operatorSpan: node.value.span,
  };
  if (node.value.kind === "Name" && metric.type.kind !== "one_of" && metric.type.kind !== "yes_no") {
    const left = { words: metric.name, span: node.subject.span, type: metric.type, civil: false, row: null };
    reportTypeMismatch(site, left, node.value);
    return null;
  }
  const literal = limitComparison(world, site, metric, node.subject, test)?.values[0];
  switch (literal?.kind) {
    case "number":
      return { kind: "ratio", ...literal.value, text: wordsOf(site.file, node.value.span) };
    case "text":
      return { kind: "text", text: literal.text };
    case "member":
      return { kind: "text", text: literal.name };
    case "yes_no":
      return { kind: "text", text: literal.value ? "yes" : "no" };
    default:
      return null;
  }
}

/** `because` names a metric with a limit in the standard, and stands with `missed`. */
function checkBecause(
  { world, site, standards }: Expecting,
  node: ast.Expect,
  value: ExpectModel["value"] | null,
): boolean {
  const { because } = node;
  if (because === null) return true;
  const standard = standards.get(node.subject.text);
  if (standard === undefined) {
    const message = `\`because\` names the missed limit of a standard; \`${node.subject.text}\` has no limit`;
    reportExpectation(site, because.span, message);
    return false;
  }
  if (value === null || resolve(world.scope, site, because, ["Metric"]) === null) return false;
  const named = limitsOf(standard.node).some((limit) => limit.metric.text === because.text);
  if (!named && hasKnownLimits(world, standard)) {
    reportExpectation(site, because.span, `\`${because.text}\` has no limit in \`${node.subject.text}\``);
  }
  const missed = node.value.kind === "Name" && node.value.text === "missed" && !node.negated;
  if (named && !missed) reportExpectation(site, because.span, "`because` goes with `is missed`");
  return named && missed;
}

/** The period is one for which the subject is judged or found: of its span, or an assessment day. */
function checkPeriodFits(expecting: Expecting, { subject, period }: ast.Expect): boolean {
  const labels = labelsOf(expecting, subject.text);
  const kind = periodKind(period.text);
  if (labels === null || kind === null || kind === labels.span) return true;
  const misfit = { subject: subject.text, words: labels.words };
  reportTestPeriod(expecting.site, period.span, period.text, misfit);
  return false;
}
