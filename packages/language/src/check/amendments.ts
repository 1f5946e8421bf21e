/** Amendments: one limit, for one partner, for a time (SPEC §3.8). Two that collide are an error, never last-one-wins. */
import type * as ast from "../syntax/ast.ts";
import { termOf } from "./agreement.ts";
import { limitComparison, type Term } from "./limits.ts";
import type { AmendmentModel } from "./model.ts";
import { reportAmendmentDates, reportLastingAmendment } from "./rules/amendment-dates.rule.ts";
import { reportAmendmentLimit } from "./rules/amendment-limit.rule.ts";
import { reportAmendmentOverlap } from "./rules/amendment-overlap.rule.ts";
import { reportBrandPartner } from "./rules/brand-partner.rule.ts";
import { type Declared, declarationsOf, hasUnread, resolve, sentenceOf } from "./scope.ts";
import { relatedAt, type Site } from "./site.ts";
import { type CheckedStandard, hasKnownLimits, limitsOf } from "./standards.ts";
import { metricNamed, type World } from "./world.ts";

/** The models of all amendments; null in place of one that was reported. */
export function amendmentsOf(
  world: World,
  standards: ReadonlyMap<string, CheckedStandard>,
  term: Term | null,
): readonly (AmendmentModel | null)[] {
  const declared = declarationsOf(world.scope, "Amendment");
  const models = declared.map((one) => amendmentOf(world, one, standards, term));
  for (const [index, model] of models.entries()) {
    const other = models.slice(0, index).findIndex((earlier) => collide(earlier, model));
    const [own, earlier] = [declared[index], declared[other]];
    if (own !== undefined && earlier !== undefined) reportOverlap(own, earlier);
  }
  return models;
}

function collide(earlier: AmendmentModel | null | undefined, later: AmendmentModel | null): boolean {
  if (later === null || earlier == null) return false;
  if (earlier.standard !== later.standard || earlier.metric !== later.metric) return false;
  return earlier.partner === later.partner && earlier.from <= later.until && later.from <= earlier.until;
}

function reportOverlap(
  own: Declared<ast.AmendmentDeclaration>,
  earlier: Declared<ast.AmendmentDeclaration>,
): void {
  const span = sentenceOf(own.node, "Effective")?.span ?? own.node.name.span;
  reportAmendmentOverlap(own.site, span, earlier.node.name.text, earlier.site, earlier.node.name.span);
}

function amendmentOf(
  world: World,
  { site, node }: Declared<ast.AmendmentDeclaration>,
  standards: ReadonlyMap<string, CheckedStandard>,
  term: Term | null,
): AmendmentModel | null {
  const effective = sentenceOf(node, "Effective");
  const dates = effective === null ? null : datesOf(site, effective, term);
  const standard = resolve(world.scope, site, node.standard, ["Standard"]);
  const change = sentenceOf(node, "ChangesLimit");
  const because = sentenceOf(node, "Because");
  const checked = standard === null ? undefined : standards.get(standard.node.name.text);
  if (standard !== null && checked?.model?.party === "brand") {
    const because = relatedAt(standard.site, standard.node.name.span, "the standard is declared here");
    reportBrandPartner(site, node.partner.span, because);
  }
  const comparison = change === null || checked === undefined ? null : changeOf(world, site, change, checked);
  if (dates === null || change === null || comparison === null || because === null) return null;
  if (checked === undefined || checked.model?.party === "brand" || hasUnread({ site, node })) return null;
  return {
    name: node.name.text,
    label: node.label?.text ?? null,
    standard: checked.node.name.text,
    partner: node.partner.text,
    ...dates,
    metric: change.metric.text,
    because: because.text.text,
    origin: site.origin(node.headSpan),
    comparison,
  };
}

function datesOf(
  site: Site,
  node: ast.Effective,
  term: Term | null,
): { readonly from: string; readonly until: string } | null {
  const own = termOf(site, node);
  if (own === null) return null;
  const { from, until } = own;
  if (until === null) {
    reportLastingAmendment(site, node.span);
    return null;
  }
  const isInside = term === null || (term.from <= from && (term.until === null || until <= term.until));
  if (isInside) return { from, until };
  reportAmendmentDates(site, node.span, term);
  return null;
}

function changeOf(
  world: World,
  site: Site,
  node: Extract<ast.AmendmentSentence, { readonly kind: "ChangesLimit" }>,
  standard: CheckedStandard,
): AmendmentModel["comparison"] | null {
  const metric = metricNamed(world, site, node.metric);
  if (metric === null) return null;
  const limits = limitsOf(standard.node);
  const named = limits.filter((limit) => limit.metric.text === node.metric.text);
  if (named.length !== 1) {
    const names = limits.map((limit) => limit.metric.text);
    if (hasKnownLimits(world, standard)) {
      reportAmendmentLimit(site, node.metric, standard.node.name.text, named.length, names);
    }
    return null;
  }
  return limitComparison(world, site, metric, node.metric, node.test);
}
