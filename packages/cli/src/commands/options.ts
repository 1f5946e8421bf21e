/** Options that several commands read the same way. */

/** A repeated option. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
