/** A declaration of one version, and what it reads, for the reference. Alone an agreement has one site for each name. */
import { textOrder } from "../conditions.ts";
import type { World } from "../views.ts";
import type { ReferenceFinding } from "./finding.ts";
import type { Book } from "./verdicts.ts";

export interface Site<P> {
  readonly plan: P;
  readonly world: World;
  /** The verdicts of all versions, as the declaration sees them. */
  readonly book: Book;
}

/** A finding, and the version that gives it. */
export interface Found {
  readonly version: string;
  readonly finding: ReferenceFinding;
}

export const found = ({ world }: Pick<Site<unknown>, "world">, finding: ReferenceFinding): Found => ({
  version: world.frame.agreement.version,
  finding,
});

/** For each party, what each site reads of it. */
export function byParty<R extends { readonly party: string }, P>(
  sites: readonly Site<P>[],
  readersOf: (site: Site<P>) => readonly R[],
): readonly (readonly { readonly site: Site<P>; readonly reader: R }[])[] {
  const all = sites.flatMap((site) => readersOf(site).map((reader) => ({ site, reader })));
  const parties = [...new Set(all.map(({ reader }) => reader.party))].sort(textOrder);
  return parties.map((party) => all.filter(({ reader }) => reader.party === party));
}
