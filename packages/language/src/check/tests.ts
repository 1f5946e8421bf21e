/**
 * Tests: sample rows and what must come of them (SPEC §3.12).
 *
 * Expectations become verdicts and exact values here, tables are read in `given.ts`; whether what is expected comes
 * true is for the runner to find out.
 */
import type * as ast from "../syntax/ast.ts";
import { periodKind } from "./civil.ts";
import { checkPeriod, givenOf } from "./given.ts";
import { limitComparison } from "./limits.ts";
import { checkMoment, instantOf } from "./literals.ts";
import type { ExpectModel, TestModel } from "./model.ts";
import { allVerdicts, verdictOf } from "./needs.ts";
import { reportExpectation } from "./rules/expectation.rule.ts";
import { reportTestPeriod } from "./rules/test-period.rule.ts";
import { reportTypeMismatch } from "./rules/type-mismatch.rule.ts";
import { type Declared, hasUnread, resolve, sentenceOf, sentencesOf } from "./scope.ts";
import { type Site, wordsOf } from "./site.ts";
import { type CheckedStandard, hasKnownLimits, limitsOf } from "./standards.ts";
import type { Metric, World } from "./world.ts";

/** The model of a test; null where something in it was reported. */
export function testOf(
  world: World,
  { site, node }: Declared<ast.TestDeclaration>,
  standards: ReadonlyMap<string, CheckedStandard>,
): TestModel | null {
  const asOf = sentenceOf(node, "AsOf");
  const soundAsOf = asOf === null || checkMoment(site, asOf.at);
  const given = sentencesOf(node, "Given").map((one) => givenOf(world, site, one));
  const expects = sentencesOf(node, "Expect").map((one) => expectOf(world, site, one, standards));
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

function expectOf(
  world: World,
  site: Site,
  node: ast.Expect,
  standards: ReadonlyMap<string, CheckedStandard>,
): ExpectModel | null {
  const period = checkPeriod(site, node.period);
  const declared = resolve(world.scope, site, node.subject, ["Standard", "Metric"]);
  if (declared === null) return null;
  const standard = standards.get(node.subject.text);
  const metric = world.metrics.get(node.subject.text);
  const value =
    standard === undefined
      ? metric === undefined
        ? null
        : metricValue(world, site, metric, node)
      : verdictValue(site, node);
  const because =
    standard === undefined
      ? checkNoBecause(site, node)
      : value !== null && checkBecause(world, site, node, standard);
  const fits = standard === undefined || checkPeriodFits(site, node, standard);
  if (value === null || !because || !period || !fits) return null;
  return {
    kind: standard === undefined ? "metric" : "verdict",
    subject: node.subject.text,
    party: node.partner.text,
    period: node.period.text,
    negated: node.negated,
    value,
    because: node.because?.text ?? null,
    origin: site.origin(node.span),
  };
}

function verdictValue(site: Site, node: ast.Expect): ExpectModel["value"] | null {
  if (node.value.kind !== "Name") {
    reportExpectation(
      site,
      node.value.span,
      `\`${node.subject.text}\` is a standard, so a verdict is expected`,
    );
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

function checkNoBecause(site: Site, node: ast.Expect): boolean {
  if (node.because === null) return true;
  reportExpectation(
    site,
    node.because.span,
    "`because` names the missed limit of a standard; a metric has no limit",
  );
  return false;
}

/** `because` names a metric with a limit in the standard, and stands with `missed`. */
function checkBecause(world: World, site: Site, node: ast.Expect, standard: CheckedStandard): boolean {
  const { because } = node;
  if (because === null) return true;
  if (resolve(world.scope, site, because, ["Metric"]) === null) return false;
  const named = limitsOf(standard.node).some((limit) => limit.metric.text === because.text);
  if (!named && hasKnownLimits(world, standard)) {
    reportExpectation(site, because.span, `\`${because.text}\` has no limit in \`${node.subject.text}\``);
  }
  const missed = node.value.kind === "Name" && node.value.text === "missed" && !node.negated;
  if (named && !missed) reportExpectation(site, because.span, "`because` goes with `is missed`");
  return named && missed;
}

/** A verdict's period is one of the standard's own: its calendar span, or an assessment day. */
function checkPeriodFits(site: Site, node: ast.Expect, standard: CheckedStandard): boolean {
  const window = standard.model?.measured[0]?.window;
  const kind = periodKind(node.period.text);
  if (window === undefined || kind === null) return true;
  const wanted = window.kind === "calendar" ? window.span : "day";
  if (kind === wanted) return true;
  reportTestPeriod(site, node.period.span, node.period.text, { standard: node.subject.text, window, wanted });
  return false;
}
