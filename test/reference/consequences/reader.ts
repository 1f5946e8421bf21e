/** What one party's consequence can ask, for the reference: metrics over a span, rows in it, verdicts, partner fields. */
import { type Sight, textOrder } from "../conditions.ts";
import { metricSight } from "../limits.ts";
import { measure } from "../metrics.ts";
import type { View } from "../populations.ts";
import type { Rational } from "../rational.ts";
import { withParts } from "../reads.ts";
import { rowCounts } from "../standards.ts";
import { startOfDay } from "../time.ts";
import { metricOf, removedRows, type Side, type Stretch, viewOf, type World } from "../views.ts";
import { finalInstant } from "../windows.ts";
import { readerOf } from "./read.ts";
import type { Span } from "./spans.ts";
import { type Book, inSpan, type Judged, joined, latestBy, type Word } from "./verdicts.ts";

export interface Reader {
  readonly world: World;
  readonly book: Book;
  readonly partner: string | null;
  /** The partner's key, or `brand`. */
  readonly party: string;
  /** Measures without exclusions (§3.7.16). */
  readonly side: Side;
}

/** One reader for each party that a consequence is about. */
export function readersOf(
  world: World,
  book: Book,
  party: "partner" | "brand",
  metrics: readonly string[],
): readonly Reader[] {
  const partners = party === "brand" ? [null] : [...world.tables.partners.keys()].sort(textOrder);
  return partners.map((partner) => ({
    world,
    book,
    partner,
    party: partner ?? "brand",
    side: { world, partner, standard: readerOf(metrics), removed: new Map() },
  }));
}

/** The same party's rows without those that exclusions remove. */
export function excluding({ side, world, partner }: Reader, names: readonly string[]): Side {
  const standard = { ...side.standard, excluding: names };
  return { ...side, standard, removed: removedRows(world, standard, partner) };
}

export const stretchOf = ({ first, end }: Span): Stretch & { readonly kind: "days" } => ({
  kind: "days",
  first,
  end,
  assessed: end,
});

/** A metric over a span, exact; null where it has no value, or none in numbers. */
export function amountOver(reader: Reader, metric: string, span: Span): Rational | null {
  const { value } = measure(metricOf(reader.world, metric), viewOf(reader.side, stretchOf(span)));
  return value !== null && typeof value === "object" ? value : null;
}

/** How conditions see a view and the verdicts in a period. */
export function sightIn(reader: Reader, side: Side, view: View, period: Span): Sight {
  return { ...metricSight(side, view), verdict: (name) => verdictIn(reader, name, period) };
}

/** The verdict of a name in a period (§3.7.5). */
export function verdictIn(reader: Reader, name: string, period: Span): Word | null {
  const { zone, asOf } = reader.world.frame;
  const instant = Math.min(startOfDay(zone, period.end), asOf);
  return reader.book.attestation(name, reader.partner, instant) ?? joined(verdictsIn(reader, name, period));
}

export const verdictsIn = ({ book, party }: Reader, name: string, period: Span): readonly Judged[] =>
  inSpan(book.of(name, party), period);

/** §3.7.3: a verdict on a metric alone would be neither pending (§4.1.5) nor flagged for open cases (§3.4.27). */
export function isFinal(
  { side, partner, world: { model, frame } }: Reader,
  metric: string,
  { end }: Pick<Span, "end">,
  stretch: Stretch,
): boolean {
  const last = withParts(model, metric).map((plan) => finalInstant(end, plan.final, frame.zone));
  const alone = { ...side, standard: readerOf([metric]) };
  const party = partner === null ? "brand" : "partner";
  const { isProvisional } = rowCounts({ ...alone.standard, party }, alone, stretch, viewOf(alone, stretch));
  return last.every((instant) => instant <= frame.asOf) && !isProvisional;
}

/** A verdict as it is read at an instant. */
export type ReadAt = Pick<Judged, "verdict" | "isJudged" | "label" | "isProvisional">;

/** §3.7.39: the latest verdict that had ended by then; an attestation as it was then. */
export function readAt(
  { book, party, partner }: Reader,
  name: string,
  instant: number,
  label: string,
): ReadAt | null {
  const attested = book.attestation(name, partner, instant);
  if (attested === null) return latestBy(book.of(name, party), instant);
  const isJudged = attested === "met" || attested === "missed";
  return { verdict: attested, isJudged, label, isProvisional: false };
}
