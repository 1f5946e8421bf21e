import { describe, expect, test } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { signaturesAt } from "./signature.ts";

/** The sentences at `^`, the active part of each in brackets. */
function at(text: string): readonly string[] {
  const offset = text.indexOf("^");
  const parsed = parse(sourceFile("a.tenet", text.slice(0, offset) + text.slice(offset + 1)));
  return signaturesAt(parsed, offset).map(({ label, holes, active }) => {
    const hole = active === null ? undefined : holes[active];
    if (hole === undefined) return label;
    return `${label.slice(0, hole.start)}[${label.slice(hole.start, hole.end)}]${label.slice(hole.end)}`;
  });
}

const standard = 'standard s "S"\n  ';

describe("the sentence that is being written", () => {
  test("is every one that starts so", () => {
    expect(at(`${standard}needs ^`)).toEqual([
      "needs at least 30 dataset otherwise not_enough_data",
      "needs no minimum",
    ]);
    expect(at(`${standard}tolerates ^`)).toEqual(["tolerates fewer than 3 count for metric"]);
  });

  test("is the one that fits furthest first", () => {
    expect(at(`${standard}requires x at most ^`)[0]).toBe("requires metric at most [5%]");
    expect(at(`${standard}measured over rolling 3 ^`)).toEqual(["measured over rolling 90 [days]"]);
  });

  test("shows the part that the cursor is in", () => {
    expect(at(`${standard}requires ^`)[0]).toBe("requires [metric] at least 95%");
    expect(at(`${standard}requires x^`)[0]).toBe("requires [metric] at least 95%");
    expect(at(`${standard}requires x at least ^`)[0]).toBe("requires metric at least [95%]");
    expect(at(`${standard}tolerates fewer than 3 lost for ^`)).toEqual([
      "tolerates fewer than 3 count for [metric]",
    ]);
  });

  test("takes any unit and any currency for the one that it shows", () => {
    expect(at("credit c\n  capped at 5 CHF each ^")[0]).toBe("capped at 2_000 EUR each calendar year");
    expect(at("escalation e on s\n  resets after met 2 quarters ^")).toEqual([
      "resets after met 6 months in a row",
    ]);
  });

  test("is the head on the first line of a declaration", () => {
    expect(at("clock c on ^")).toEqual(["clock name on [dataset] by key"]);
  });
});

describe("no sentence is shown", () => {
  test.each(["^", `${standard}^`, `${standard}# requires ^`, "journey j ^", `${standard}tomorrow ^`])(
    "%s",
    (text) => {
      expect(at(text)).toEqual([]);
    },
  );
});
