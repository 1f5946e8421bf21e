/** Stretches of time, half-open, for the reference. */

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches without what lies in others; empty ones are left out. */
export function without(stretches: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  const parts = others.reduce<readonly Stretch[]>(
    (left, other) =>
      left
        .flatMap(({ from, to }) => [
          { from, to: Math.min(to, Math.max(from, other.from)) },
          { from: Math.max(from, Math.min(to, other.to)), to },
        ])
        .filter(hasLength),
    stretches,
  );
  return parts.filter(hasLength);
}

const hasLength = ({ from, to }: Stretch): boolean => to > from;

/** What of some stretches lies after an instant. */
export const after = (stretches: readonly Stretch[], instant: number): readonly Stretch[] =>
  stretches.flatMap(({ from, to }) => (to > instant ? [{ from: Math.max(from, instant), to }] : []));
