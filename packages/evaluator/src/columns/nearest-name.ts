/** The name that was probably meant, for "did you mean". */

/** The nearest of some names, or null where none is near. Names that differ in case or spaces alone come first. */
export function nearestName(wanted: string, names: readonly string[]): string | null {
  const plain = names.find((name) => folded(name) !== "" && folded(name) === folded(wanted));
  if (plain !== undefined) return plain;
  const limit = Math.floor(wanted.length / 3);
  let nearest: string | null = null;
  let least = limit + 1;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) >= least || name.length > LONGEST) continue;
    const distance = distanceOf(wanted.toLowerCase(), name.toLowerCase());
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest;
}

/** Names beyond this are not compared letter by letter. */
const LONGEST = 100;

function folded(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/** Letters to insert, drop or replace, and neighbours to swap, to make one name the other. */
function distanceOf(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const replaced = (last[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1);
      const isSwap = row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1];
      const swapped = isSwap ? (beforeLast[at - 2] ?? 0) + 1 : replaced;
      current.push(Math.min(replaced, swapped, (last[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1));
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}
