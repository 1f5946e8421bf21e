/** The examples: each agreement with the instant up to which its data is read, as the README and the tests use them. */

export interface Example {
  /** Path below `examples/`. */
  readonly path: string;
  /** The day as the command line takes it: its first instant in the agreement's time zone. */
  readonly asOfDay: string;
  /** The same instant in UTC. */
  readonly asOf: string;
  /** Codes of what the checker rightly says about it, where it shows what it warns of; none elsewhere. */
  readonly says?: readonly string[];
}

/** The one that uses every construct of the language. */
export const everyConstruct = "franchise/franchise.tenet";

export const examples: readonly Example[] = [
  { path: "courier/courier.tenet", asOfDay: "2026-07-01", asOf: "2026-06-30T22:00:00Z" },
  { path: "call-centre/call-centre.tenet", asOfDay: "2026-06-03", asOf: "2026-06-02T23:00:00Z" },
  { path: "dealers/dealers.tenet", asOfDay: "2026-07-01", asOf: "2026-06-30T22:00:00Z" },
  { path: "marketplace/marketplace.tenet", asOfDay: "2026-07-01", asOf: "2026-07-01T04:00:00Z" },
  { path: "hotels/hotels.tenet", asOfDay: "2026-07-01", asOf: "2026-06-30T23:00:00Z" },
  { path: "service-centre/service-centre.tenet", asOfDay: "2026-06-16", asOf: "2026-06-15T22:00:00Z" },
  { path: everyConstruct, asOfDay: "2026-08-01", asOf: "2026-07-31T23:00:00Z", says: ["TEN2524"] },
  { path: "brokers/brokers.tenet", asOfDay: "2026-08-01", asOf: "2026-08-01T04:00:00Z" },
  { path: "resellers/resellers.tenet", asOfDay: "2026-08-06", asOf: "2026-08-05T22:00:00Z" },
  { path: "airline/airline.tenet", asOfDay: "2026-08-08", asOf: "2026-08-07T21:00:00Z" },
];
