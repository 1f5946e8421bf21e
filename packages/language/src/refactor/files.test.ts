/** Declarations that go to other files, files that are brought in, and `uses` put in order. */
import { describe, expect, it } from "vitest";
import { readersOf, refactored, type Texts, usesInOrder } from "../../../../test/refactor/offered.ts";

const agreement = (name: string): string => `agreement ${name} "${name}"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Vienna"
`;
const CALLS = `dataset calls from "c.csv" one row per no
  dated began
  field no text
  field began timestamp
`;
const STANDARD = `standard s "S"
  requires offered at least 1
  measured each calendar month
  needs no minimum
`;
const TEST = `test t "T"
  given calls from "samples/c.csv"
  expect offered for "brand" in 2026-01 is 1
`;
const METRIC = "metric offered number of calls\n";

describe("moving to a new file", () => {
  it("takes the comments along and uses the file", () => {
    const texts = {
      "x/a.tenet": `# All of it\n${agreement("a")}\n# What was asked\n${CALLS}  # since May\n\n${METRIC}\n${STANDARD}`,
    };
    expect(
      refactored({ "x/a.tenet": texts["x/a.tenet"].replace("dataset", "^dataset") }, "move `calls`", [
        "x/a.tenet",
      ]),
    ).toEqual({
      "x/a.tenet": `uses "calls.tenet"\n\n# All of it\n${agreement("a")}\n${METRIC}\n${STANDARD}`,
      "x/calls.tenet": `# What was asked\n${CALLS}  # since May\n`,
    });
  });

  it("takes all that is selected, and finds a name that is free", () => {
    const text = `${agreement("a")}\nuses "calls.tenet"\n\n^${CALLS}\n${METRIC}^\n${STANDARD}`;
    const moved = refactored(
      { "a.tenet": text, "calls.tenet": "", "shared.tenet": "" },
      "move 2 declarations to the new file",
    );
    expect(moved).toEqual({
      "a.tenet": `${agreement("a")}\nuses "calls.tenet"\n\nuses "shared-2.tenet"\n\n${STANDARD}`,
      "calls.tenet": "",
      "shared.tenet": "",
      "shared-2.tenet": `${CALLS}\n${METRIC}`,
    });
  });

  it("leaves agreements and `uses` where they are, and never empties a library", () => {
    expect(refactored({ "a.tenet": `^${agreement("a")}` }, "move")).toEqual([
      "write out what is assumed: `year starts on 1 january`, `rounding none`",
    ]);
    const library = {
      "a.tenet": `${agreement("a")}uses "l.tenet"\n${STANDARD}${METRIC}`,
      "l.tenet": `^${CALLS}`,
    };
    expect(refactored(library, "move to")).toEqual([]);
  });
});

describe("moving to another file", () => {
  const title = "move `t` to `cases.tenet`";

  it("adds a `uses` where none leads there, and says samples from there", () => {
    const texts: Texts = {
      "a.tenet": `${agreement("a")}\nuses "lib/offered.tenet"\n\n${CALLS}\n${STANDARD}\n^${TEST}`,
      "lib/offered.tenet": METRIC,
    };
    expect(refactored(texts, "move `t` to `offered.tenet`")).toEqual({
      "a.tenet": `${agreement("a")}\nuses "lib/offered.tenet"\n\n${CALLS}\n${STANDARD}`,
      "lib/offered.tenet": `${METRIC}\n${TEST.replace("samples/", "../samples/")}`,
    });
  });

  it("is for files that the same agreements read", () => {
    const a = `${agreement("a")}\nuses "m.tenet"\n\nuses "cases.tenet"\n\n${CALLS}\n${STANDARD}`;
    const texts = { "a.tenet": `${a}\n^${TEST}`, "m.tenet": METRIC, "cases.tenet": "" };
    expect(refactored(texts, title)).toEqual({ "a.tenet": a, "m.tenet": METRIC, "cases.tenet": TEST });
    const others = { ...texts, "b.tenet": `${agreement("b")}\nuses "cases.tenet"\n` };
    expect(refactored(others, title)).not.toContain(title);
  });

  it("lets a library use another, but never in a circle", () => {
    const a = `${agreement("a")}\nuses "m.tenet"\n\nuses "cases.tenet"\n\n${CALLS}\n${STANDARD}`;
    const texts = {
      "a.tenet": a,
      "m.tenet": `${METRIC}\n^metric more number of calls\n`,
      "cases.tenet": "# Cases\n",
    };
    expect(refactored(texts, "move `more` to `cases.tenet`")).toEqual({
      "a.tenet": a,
      "m.tenet": METRIC,
      "cases.tenet": "# Cases\n\nmetric more number of calls\n",
    });
    const alone = { "b.tenet": `${agreement("b")}\nuses "m.tenet"\n\n${CALLS}` };
    expect(
      refactored({ ...texts, ...alone }, "move `more` to `cases.tenet`", ["a.tenet", "b.tenet"]),
    ).toEqual({
      ...alone,
      "a.tenet": a,
      "m.tenet": `uses "cases.tenet"\n\n${METRIC}`,
      "cases.tenet": "# Cases\n\nmetric more number of calls\n",
    });
    const circle = { ...texts, ...alone, "cases.tenet": 'uses "m.tenet"\n' };
    expect(refactored(circle, "move `more` to", ["a.tenet", "b.tenet"])).not.toContain(
      "move `more` to `cases.tenet`",
    );
  });
});

describe("bringing in", () => {
  const title = "bring `lib/m.tenet` into this file";
  const texts: Texts = {
    "a.tenet": `${agreement("a")}\nuses ^"lib/m.tenet"  # what is counted\n\n${CALLS}\n${STANDARD}`,
    "lib/m.tenet": `# Counted\n\nuses "deep/t.tenet"\n\n${METRIC}\n${TEST}`,
    "lib/deep/t.tenet": "",
  };

  it("puts the text of a file where it was used", () => {
    expect(refactored(texts, title)).toEqual({
      "a.tenet": `${agreement("a")}\n# what is counted\n\n# Counted\n\nuses "lib/deep/t.tenet"\n\n${METRIC}\n${TEST.replace("samples", "lib/samples")}\n${CALLS}\n${STANDARD}`,
      "lib/deep/t.tenet": "",
    });
  });

  it("is not for what others use, nor for what is broken", () => {
    expect(refactored({ ...texts, "b.tenet": 'uses "lib/m.tenet"\n' }, title)).not.toContain(title);
    expect(refactored({ ...texts, "lib/m.tenet": `${texts["lib/m.tenet"]}metric\n` }, title)).not.toContain(
      title,
    );
  });
});

describe("`uses` in order", () => {
  const inOrder = (texts: Texts, path = "a.tenet", roots = ["a.tenet"]): string =>
    usesInOrder(texts, path, readersOf(texts, path, roots));

  it("are sorted, each once, with their comments", () => {
    const texts = {
      "a.tenet": `${agreement("a")}\nuses "m.tenet"\n\n# the rows\nuses "d.tenet"  # all\n\nuses "./m.tenet"  # again\n\n${STANDARD}`,
      "d.tenet": CALLS,
      "m.tenet": METRIC,
    };
    expect(inOrder(texts)).toBe(
      `${agreement("a")}\n# the rows\nuses "d.tenet"  # all\n\n# again\nuses "m.tenet"\n\n${STANDARD}`,
    );
  });

  it("go where nothing is used, but for a comment and for what works without a name", () => {
    const texts = {
      "a.tenet": `${agreement("a")}\nuses "unread.tenet"\n\nuses "tests.tenet"\n\nuses "noted.tenet"  # soon\n\n${CALLS}\n${METRIC}\n${STANDARD}`,
      "unread.tenet": 'uses "deeper.tenet"\n\nmetric unread number of calls\n',
      "deeper.tenet": "metric deeper number of calls\n",
      "noted.tenet": "metric noted number of calls\n",
      "tests.tenet": TEST,
    };
    expect(inOrder(texts)).toBe(
      `${agreement("a")}\nuses "noted.tenet"  # soon\n\nuses "tests.tenet"\n\n${CALLS}\n${METRIC}\n${STANDARD}`,
    );
    expect(inOrder({ ...texts, "deeper.tenet": TEST })).toContain("unread.tenet");
  });

  it("of a library stay for as long as one agreement needs them", () => {
    const texts = {
      "a.tenet": `${agreement("a")}\nuses "l.tenet"\n\n${CALLS}\n${STANDARD}`,
      "b.tenet": `${agreement("b")}\nuses "l.tenet"\n\n${CALLS}`,
      "l.tenet": 'uses "m.tenet"\n',
      "m.tenet": METRIC,
    };
    expect(inOrder(texts, "l.tenet", ["a.tenet", "b.tenet"])).toBe('uses "m.tenet"\n');
    expect(inOrder(texts, "l.tenet", ["b.tenet"])).toBe("");
    expect(inOrder(texts, "l.tenet", [])).toBe('uses "m.tenet"\n');
  });

  it("of a broken file stay as they are", () => {
    const text = `uses "m.tenet"\nuses "d.tenet"\n${agreement("a")}metric\n`;
    expect(inOrder({ "a.tenet": text, "d.tenet": CALLS, "m.tenet": METRIC })).toBe(text);
    const missing = `${agreement("a")}\nuses "none.tenet"\n\nuses "d.tenet"\n`;
    expect(inOrder({ "a.tenet": missing, "d.tenet": CALLS })).toBe(
      `${agreement("a")}\nuses "d.tenet"\n\nuses "none.tenet"\n`,
    );
  });
});

it("files whose lines end with CRLF keep them", () => {
  const crlf = (text: string): string => text.replaceAll("\n", "\r\n");
  const text = `${agreement("a")}\n${CALLS}\n^${METRIC}\n${STANDARD.replace("  requires", "  applies when offered at least 2 and offered at most 9\n  requires")}`;
  expect(refactored({ "a.tenet": crlf(text) }, "move `offered` to the new file")).toEqual({
    "a.tenet": crlf(`uses "offered.tenet"\n\n${text.replace(`^${METRIC}\n`, "")}`),
    "offered.tenet": crlf(METRIC),
  });
  const gate = text.replace("^", "").replace("applies", "^applies");
  expect(refactored({ "a.tenet": crlf(gate) }, "write `applies when`")).toEqual({
    "a.tenet": crlf(gate.replace("^", "").replace(" and offered", "\n  applies when offered")),
  });
});
