/** Words and signs of verdicts; a sign never stands alone for people who cannot see colours. */

interface Kind {
  readonly sign: string;
  readonly words: string;
  /** Worse ones come first when sorted. */
  readonly rank: number;
}

const kinds: Readonly<Record<string, Kind>> = {
  missed: { sign: "✗", words: "missed", rank: 0 },
  pending: { sign: "…", words: "pending", rank: 1 },
  not_enough_data: { sign: "·", words: "not enough data", rank: 2 },
  excused: { sign: "○", words: "excused", rank: 3 },
  not_applicable: { sign: "–", words: "not applicable", rank: 5 },
  met: { sign: "✓", words: "met", rank: 4 },
};

/** All verdicts, in the order in which totals are shown. */
export const verdictKinds = Object.keys(kinds);

export function kindOf(verdict: string): Kind {
  return kinds[verdict] ?? { sign: "?", words: verdict, rank: 6 };
}
