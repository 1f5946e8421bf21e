/** Remembering what a pure function gave. It only saves time: without it every result would be the same. */

/** Remembers by two objects and a text. */
export interface Memory<V> {
  of(first: object, second: object, third: string, make: () => V): V;
}

/** An empty memory. */
export function memory<V>(): Memory<V> {
  const known = new WeakMap<object, WeakMap<object, Map<string, V>>>();
  return {
    of(first, second, third, make) {
      const bySecond = known.get(first) ?? new WeakMap<object, Map<string, V>>();
      known.set(first, bySecond);
      const byThird = bySecond.get(second) ?? new Map<string, V>();
      bySecond.set(second, byThird);
      const value = byThird.has(third) ? (byThird.get(third) as V) : make();
      byThird.set(third, value);
      return value;
    },
  };
}
