/** The order of declarations in a bundle. */

/** Names are ASCII, so that code units order them as code points do. */
export function byName<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a.name < b.name ? -1 : 1));
}
