/**
 * Finds the word that a misspelled one was meant to be.
 *
 * A wrong guess is worse than none, so the threshold is careful: one slip for short words, two from seven letters
 * on, never for words of one or two letters; and a guess that two candidates share equally is no guess. A slip is a
 * letter added, dropped or changed, or two neighbours swapped. Case and `_` against `-` cost nothing.
 */

/** Nobody means another word by a longer one, and comparing long words takes long. */
const longestWord = 100;

/** The one candidate that `word` surely means, or null. Two equally near candidates give null. */
export function didYouMean(word: string, candidates: Iterable<string>): string | null {
  if (word.length > longestWord) return null;
  const wanted = folded(word);
  const allowed = slipsAllowed(wanted.length);
  let best: string | null = null;
  let bestSlips = allowed + 1;
  let tied = false;
  for (const candidate of candidates) {
    if (candidate === word || candidate === best) continue;
    const limit = Math.min(allowed, slipsAllowed(candidate.length));
    const slips = slipsBetween(wanted, folded(candidate), limit);
    if (slips > limit || slips > bestSlips) continue;
    tied = slips === bestSlips;
    best = candidate;
    bestSlips = slips;
  }
  return tied ? null : best;
}

function folded(word: string): string {
  return word.toLowerCase().replaceAll("-", "_");
}

function slipsAllowed(length: number): number {
  if (length <= 2) return 0;
  return length < 7 ? 1 : 2;
}

/** Edits between two words, or more than `limit` where it is not worth counting further. */
function slipsBetween(left: string, right: string, limit: number): number {
  if (left === right) return 0;
  if (limit === 0 || Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const next = editRow(left, right, row, last, beforeLast);
    beforeLast = last;
    last = next;
  }
  return last[right.length] ?? limit + 1;
}

function editRow(
  left: string,
  right: string,
  row: number,
  last: readonly number[],
  beforeLast: readonly number[],
): number[] {
  const next = [row];
  for (let column = 1; column <= right.length; column++) {
    const same = left[row - 1] === right[column - 1];
    let cost = Math.min(
      (last[column] ?? 0) + 1,
      (next[column - 1] ?? 0) + 1,
      (last[column - 1] ?? 0) + (same ? 0 : 1),
    );
    const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
    if (swapped && row > 1 && column > 1) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
    next.push(cost);
  }
  return next;
}
