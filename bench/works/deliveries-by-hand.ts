/** The six metrics in plain JavaScript, for readers that give rows of text: nothing is checked. */
import type { Answer } from "../work.ts";
import { ratioText } from "./deliveries.ts";

export interface Tally {
  /** Takes the cells of a row, in the order of the file. */
  add(cells: readonly string[]): void;
  answer(): Answer;
}

interface Counts {
  onTime: number;
  delivered: number;
  damaged: number;
  all: number;
  lost: number;
  wait: number;
  cents: number;
  net: number;
  answers: number;
}

export function tally(): Tally {
  const counts = new Map<string, Counts>();
  function countsOf(key: string): Counts {
    const known = counts.get(key);
    if (known !== undefined) return known;
    const fresh = {
      onTime: 0,
      delivered: 0,
      damaged: 0,
      all: 0,
      lost: 0,
      wait: 0,
      cents: 0,
      net: 0,
      answers: 0,
    };
    counts.set(key, fresh);
    return fresh;
  }
  return {
    add([, carrier = "", promised = "", outcome, late, wait, fee, csat, damaged]) {
      const of = countsOf(`${carrier} ${promised.slice(0, 7)}`);
      of.all += 1;
      of.cents += Math.round(Number(fee) * 100);
      if (damaged === "yes") of.damaged += 1;
      if (outcome === "lost") of.lost += 1;
      if (outcome === "delivered") {
        of.delivered += 1;
        of.wait += Number(wait);
        if (late !== "" && Number(late) <= 0) of.onTime += 1;
      }
      if (csat === "") return;
      of.answers += 1;
      if (Number(csat) >= 9) of.net += 1;
      if (Number(csat) <= 6) of.net -= 1;
    },
    answer: () => [...counts].map(([key, of]) => `${key} ${ratiosOf(of).join(" ")}`).sort(),
  };
}

function ratiosOf(of: Counts): readonly string[] {
  return [
    [of.onTime, of.delivered],
    [of.damaged, of.all],
    [of.lost, 1],
    [of.wait, of.delivered],
    [of.cents, 100],
    [100 * of.net, of.answers],
  ].map(([numerator = 0, denominator = 0]) => ratioText(BigInt(numerator), BigInt(denominator)));
}
