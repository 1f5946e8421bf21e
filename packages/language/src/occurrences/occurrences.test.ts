/** Names: every one of a tree is found once, and means what it should, also beside mistakes. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { examples } from "../../../../examples/examples.ts";
import { readingOf } from "../prose/reading.ts";
import { sourceFile } from "../source/source-file.ts";
import { type ParsedFile, parse } from "../syntax/parse.ts";
import { termAt } from "../vocabulary/vocabulary.ts";
import { type Loaded, loadAgreement } from "../workspace/load.ts";
import { guessedAt } from "./guess.ts";
import type { Occurrence } from "./name-symbol.ts";
import { type Occurrences, occurrenceAt, occurrencesOf } from "./occurrences.ts";
import { usersOf } from "./usage.ts";

const folder = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const everyForm = readFileSync(folder("packages/language/src/syntax/every-form.tenet"), "utf8");

function loadedExample(path: string): Loaded {
  return loadAgreement(path, (name) => readFileSync(folder(`examples/${name}`), "utf8"));
}

function namesIn(text: string): Occurrences {
  return occurrencesOf({ files: [parse(sourceFile("a.tenet", text))] });
}

/** Every node of a tree that is a name, found without knowing the tree's form. */
function nameNodes(node: unknown, found: { start: number; text: string }[] = []): typeof found {
  if (Array.isArray(node)) for (const one of node) nameNodes(one, found);
  else if (typeof node === "object" && node !== null) {
    if ("kind" in node && node.kind === "Name" && "text" in node && "span" in node) {
      found.push({ start: (node.span as { start: number }).start, text: String(node.text) });
    }
    for (const value of Object.values(node)) nameNodes(value, found);
  }
  return found;
}

/** What became of the names of each file: as many entries for a place as it was noted. */
function noted(names: Occurrences, file: ParsedFile["file"]): readonly number[] {
  const lists = [names.inFile.get(file.path) ?? [], names.words, names.unknown];
  return lists
    .flatMap((list) => list.filter((one) => one.file === file))
    .map(({ span }) => span.start)
    .sort((a, b) => a - b);
}

/** Places that are no names in the tree: cells of tables, and the word `partners`. */
function extraPlaces({ tree, file }: ParsedFile): ReadonlySet<number> {
  const rows = tree.declarations.flatMap((node) =>
    node.sentences.flatMap((one) => (one.kind === "Given" ? one.table : [])),
  );
  const cells = rows.flatMap(({ cells: all }) =>
    all.map(({ quoted, span }) => span.start + (quoted ? 1 : 0)),
  );
  const words = tree.declarations
    .filter(({ kind }) => kind === "Partners")
    .map(({ wordSpan }) => wordSpan.start);
  expect(file.text.length).toBeGreaterThan(0);
  return new Set([...cells, ...words]);
}

function places(names: Occurrences, id: string): readonly string[] {
  return (names.ofSymbol.get(id) ?? []).map(shown);
}

function shown({ file, span, role }: Occurrence): string {
  const line = file.text.slice(0, span.start).split("\n").length;
  return `${line} ${role}`;
}

/** The symbol under a mark `^` put before a word. */
function at(text: string): { readonly names: Occurrences; readonly occurrence: Occurrence | null } {
  const offset = text.indexOf("^");
  const names = namesIn(text.replace("^", ""));
  return { names, occurrence: occurrenceAt(names, "a.tenet", offset) };
}

describe("every name of a tree", () => {
  const files: readonly (readonly [string, readonly ParsedFile[]])[] = [
    ["every form", [parse(sourceFile("every-form.tenet", everyForm))]],
    ...examples.map(({ path }) => [path, loadedExample(path).files] as const),
  ];

  it.each(files)("is noted exactly once in %s", (_, parsed) => {
    const names = occurrencesOf({ files: parsed });
    for (const one of parsed) {
      const inTree = nameNodes(one.tree).map(({ start }) => start);
      const extra = extraPlaces(one);
      const found = noted(names, one.file).filter((start) => !extra.has(start));
      expect(inTree.length).toBeGreaterThan(20);
      expect(found).toEqual([...inTree].sort((a, b) => a - b));
    }
  });

  it.each(files.slice(1))("is known in %s", (_, parsed) => {
    const names = occurrencesOf({ files: parsed });
    expect(names.unknown.map(({ text }) => text)).toEqual([]);
    for (const symbol of names.declared.symbols) {
      if (symbol.node === null) continue;
      const declarations = (names.ofSymbol.get(symbol.id) ?? []).filter(({ role }) => role === "declaration");
      expect([symbol.name, declarations.length]).toEqual([symbol.name, 1]);
    }
  });

  it("is written at its place", () => {
    for (const [, parsed] of files) {
      const { inFile } = occurrencesOf({ files: parsed });
      for (const { file, span, symbol, others } of [...inFile.values()].flat()) {
        for (const { name } of [symbol, ...others]) expect(file.text.slice(span.start, span.end)).toBe(name);
      }
    }
  });
});

const HEAD = 'agreement a "A"\n';
const DATA = `${HEAD}partners from "p.csv" key id
  field id text
  field size one of small, large
dataset calls from "c.csv" one row per no
  partner id
  field no text
  field id text
  field state one of open, closed
  field took duration in minutes
dataset cases from "d.csv" one row per line
  field no text
  field took duration in minutes
`;

describe("a name", () => {
  it("of a field belongs to the dataset at hand", () => {
    const { names, occurrence } = at(
      `${DATA}metric m sum of ^took in calls\nmetric n sum of took in cases\n`,
    );
    expect(occurrence?.symbol).toMatchObject({ kind: "field", name: "took", owner: { name: "calls" } });
    expect(places(names, occurrence?.symbol.id ?? "")).toEqual(["10 declaration", "14 reference"]);
  });

  it("that keys a look-up names a field of both datasets", () => {
    const { occurrence } = at(`${DATA}metric m number of calls where has cases with same ^no\n`);
    expect([occurrence?.symbol, ...(occurrence?.others ?? [])].map((one) => one?.owner?.name)).toEqual([
      "calls",
      "cases",
    ]);
  });

  it("of `for each` names fields of all that is counted: the limit, its tolerance, and `needs`", () => {
    const standard = `metric m sum of took in calls
metric k number of cases
standard s "S"
  requires m at most 5 minutes for each ^no
  tolerates fewer than 3 k for m
  needs at least 5 k otherwise met
`;
    const { occurrence } = at(`${DATA}${standard}`);
    expect([occurrence?.symbol, ...(occurrence?.others ?? [])].map((one) => one?.owner?.name)).toEqual([
      "calls",
      "cases",
    ]);
  });

  it("of a member is read by what it is compared with", () => {
    const cases: readonly (readonly [string, string])[] = [
      ["metric m number of calls where state is ^open\n", "state"],
      ["metric m number of calls where partner.size is ^small\n", "size"],
      ['metric l latest state in calls\nstandard s "S"\n  requires l is ^open\n', "state"],
      ["clock c on calls by no\n  starts when state becomes ^open\n", "state"],
      ['test t "T"\n  given calls\n  | state |\n  | ^open |\n', "state"],
      ['test t "T"\n  given calls\n  | state |\n  | "^open" |\n', "state"],
    ];
    for (const [text, owner] of cases) {
      expect(at(`${DATA}${text}`).occurrence?.symbol).toMatchObject({
        kind: "member",
        owner: { name: owner },
      });
    }
  });

  it("of what a clock gives points to the sentence that says when", () => {
    const text = `clock c on calls
  starts at x
  stops at y
  due within 5 minutes
metric m number of c where ^overdue more than 5 minutes and verdict is met
`;
    const { names, occurrence } = at(`${DATA}${text}`);
    expect(occurrence?.symbol).toMatchObject({ kind: "field", node: null, owner: { name: "c" } });
    const { file, nameSpan } = occurrence?.symbol ?? { file: null, nameSpan: null };
    expect(file?.text.slice(nameSpan?.start, nameSpan?.end)).toBe("due within 5 minutes");
    expect(names.words.map(({ text: word, meaning }) => [word, meaning])).toContainEqual(["met", "verdict"]);
  });

  it("in money is the first that there is: of the row, of the partner, a metric", () => {
    const money = `${HEAD}partners from "p.csv" key id
  field fee money EUR
  field price money EUR
dataset rows from "r.csv" one row per line
  field price money EUR
  field fee text
metric fee number of rows
`;
    const credit = (name: string, more = ""): string => `${money}credit c\n${more}  gives 5% of ^${name}\n`;
    expect(at(credit("fee")).occurrence?.symbol.owner?.name).toBe("partners");
    expect(at(credit("price", "  pays for rows of rows\n")).occurrence?.symbol.owner?.name).toBe("rows");
    expect(at(credit("fee", "  pays for rows of rows\n")).occurrence?.symbol.owner?.name).toBe("partners");
  });

  it("where rows are paid for is a field of the row before it is a verdict", () => {
    const text = `${DATA}standard no "N"
standard fine "F"
bonus b
  pays for rows of calls
  gives 2 EUR when ^no is "1" and fine is met
`;
    expect(at(text).occurrence?.symbol.kind).toBe("field");
    expect(at(text.replace("^", "").replace("and fine", "and ^fine")).occurrence?.symbol.kind).toBe(
      "standard",
    );
  });

  it("of a step is one in its own escalation only", () => {
    const text = `${HEAD}escalation e\n  step one when x is missed\n  step two when ^one is not cured\n`;
    expect(at(text).occurrence?.symbol).toMatchObject({ kind: "step", owner: { name: "e" } });
  });

  it("of a kind of consequence is a word, whatever is declared", () => {
    const { names, occurrence } = at(`${HEAD}credit points\nramp_up r\n  suspends ^points, points\n`);
    expect(occurrence).toBeNull();
    expect(names.words.map(({ meaning }) => meaning)).toEqual(["consequence kind", "consequence kind"]);
  });
});

describe("beside mistakes", () => {
  it("names that can be read are found", () => {
    const text = `${DATA}metric m sum of took of in calls
standard s "S"
  requires ^m at least
  requires m at most 5 minutes
  warns when m more than 4 minutes
`;
    const { names, occurrence } = at(text.replace("^m", "m").replace("when m", "when ^m"));
    expect(occurrence?.symbol).toMatchObject({ kind: "metric", name: "m" });
    expect(places(names, occurrence?.symbol.id ?? "")).toContain("17 reference");
  });

  it("a name in a sentence that cannot be read is guessed", () => {
    const guess = (line: string) => {
      const marked = `${DATA}metric m number of calls\nstandard s "S"\n  ${line}\n`;
      const parsed = parse(sourceFile("a.tenet", marked.replace("^", "")));
      return guessedAt(occurrencesOf({ files: [parsed] }), parsed, marked.indexOf("^"))?.symbol ?? null;
    };
    expect(guess("requires ^m m least")).toMatchObject({ kind: "metric", name: "m" });
    expect(guess("requires sta^te m least")).toMatchObject({ kind: "field", owner: { name: "calls" } });
    // Two datasets have a field of this name.
    expect(guess("requires too^k m least")).toBeNull();
    expect(guess("requires ^m at least 5")).toBeNull();
  });

  it("a head that cannot be read owns its name, and its fields are known", () => {
    const { occurrence } = at(
      `${HEAD}dataset d fro "d.csv" one row per\n  field f text\nmetric m sum of ^f in d\n`,
    );
    expect(occurrence?.symbol).toMatchObject({ kind: "field", owner: { kind: "dataset", name: "d" } });
  });

  it("a name of the wrong kind is still the one that is meant", () => {
    const { occurrence } = at(`${DATA}standard s "S"\n  requires ^calls at least 5\n`);
    expect(occurrence?.symbol).toMatchObject({ kind: "dataset", name: "calls" });
  });

  it("two of one name are two, and a name means the first", () => {
    const { names, occurrence } = at(`${HEAD}metric m number of d\nmetric m number of d\nratchet r on ^m\n`);
    expect(places(names, occurrence?.symbol.id ?? "")).toEqual(["2 declaration", "4 reference"]);
  });
});

describe("any text", () => {
  it("has names at places that are in it, wherever it ends", () => {
    for (let end = 0; end <= everyForm.length; end += 149) {
      const parsed = parse(sourceFile("cut.tenet", everyForm.slice(0, end)));
      const names = occurrencesOf({ files: [parsed] });
      for (const { span, symbol } of names.inFile.get("cut.tenet") ?? []) {
        expect(everyForm.slice(span.start, span.end)).toBe(symbol.name);
        expect(span.end).toBeLessThanOrEqual(end);
      }
      for (const symbol of names.declared.symbols) {
        expect(readingOf({ names, today: "2026-03-01" }, symbol).heading).toContain(symbol.name);
        usersOf(names, symbol);
      }
      guessedAt(names, parsed, end);
      termAt(parsed, end - 1);
    }
  });
});
