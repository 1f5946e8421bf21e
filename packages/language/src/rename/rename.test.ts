/** Renaming: everything that is renamed still means the same, and what would not is refused. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { everyConstruct, examples } from "../../../../examples/examples.ts";
import { checkAgreement } from "../check-agreement.ts";
import { compile } from "../compile/compile.ts";
import { loadHolidays } from "../compile/load-holidays.ts";
import type { NameSymbol } from "../occurrences/name-symbol.ts";
import { occurrenceAt, occurrencesOf } from "../occurrences/occurrences.ts";
import { renameSymbol } from "../rename-symbol.ts";
import { sourceFile } from "../source/source-file.ts";
import { reparse } from "../syntax/reparse.ts";
import { type Loaded, loadAgreement, loadParsed } from "../workspace/load.ts";
import { edited } from "./proof.ts";
import { fixedName, type Renaming, renamed } from "./rename.ts";
import type { RenameView } from "./rename-view.ts";

type Texts = Readonly<Record<string, string>>;

function viewOf(loaded: Loaded): RenameView {
  return { loaded, names: occurrencesOf(loaded) };
}

function load(texts: Texts, root: string): RenameView {
  return viewOf(loadAgreement(root, (path) => texts[path] ?? null, { root: "" }));
}

/** The texts after a renaming; a refusal is its reason. */
function applied(texts: Texts, renaming: Renaming): Texts | string {
  if (renaming.kind === "refused") return renaming.reason;
  const changed = renaming.files.map(({ file, edits }) => [file.path, edited(file, edits).text]);
  return { ...texts, ...Object.fromEntries(changed) };
}

/** Renames what stands at the mark `^`, in all agreements among the texts. */
function rename(marked: Texts, name: string, roots: readonly string[] = ["a.tenet"]): Texts | string {
  const [path = "", text = ""] = Object.entries(marked).find(([, one]) => one.includes("^")) ?? [];
  const texts = { ...marked, [path]: text.replace("^", "") };
  const views = roots.map((root) => load(texts, root));
  for (const { names } of views) {
    const occurrence = occurrenceAt(names, path, text.indexOf("^"));
    if (occurrence !== null) return applied(texts, renameSymbol(views, occurrence.symbol, name));
  }
  throw new Error("no name stands at the mark");
}

const HEAD = `agreement a "A"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Vienna"
`;
const DATA = `${HEAD}dataset calls from "c.csv" one row per no
  dated began
  field no text
  field began timestamp
  field state one of open, closed written "C"
  field before one of open, closed
`;
const METRIC = `${DATA}metric done percent of calls where state is closed out of calls\n`;

const one = (text: string): Texts => ({ "a.tenet": text });

describe("renaming", () => {
  it("changes a name wherever it stands", () => {
    const rest =
      'standard s "S"\n  requires done at least 5%\n  measured each calendar month\n  needs no minimum\n';
    const text = METRIC.replace("metric done", "metric ^done") + rest;
    expect(rename(one(text), "solved")).toEqual(
      one(METRIC.replace("metric done", "metric solved") + rest.replace("done", "solved")),
    );
  });

  it("goes through all agreements that use a file", () => {
    const texts = {
      "a.tenet": `${HEAD}uses "lib.tenet"\nmetric mine ratio of ^done to done\n`,
      "b.tenet": `${HEAD.replace("agreement a", "agreement b")}uses "lib.tenet"\nmetric other ratio of done to done\n`,
      "lib.tenet": `${METRIC.slice(HEAD.length)}`,
    };
    expect(rename(texts, "solved", ["a.tenet", "b.tenet"])).toEqual({
      "a.tenet": texts["a.tenet"].replace("^done to done", "solved to solved"),
      "b.tenet": texts["b.tenet"].replace("done to done", "solved to solved"),
      "lib.tenet": texts["lib.tenet"].replace("metric done", "metric solved"),
    });
  });

  it("takes along what other agreements declare for a shared file", () => {
    const texts = {
      "a.tenet": `${HEAD}uses "lib.tenet"\n${DATA.slice(HEAD.length)}`,
      "b.tenet": `${HEAD}uses "lib.tenet"\n${DATA.slice(HEAD.length)}`,
      "lib.tenet": "metric done percent of ^calls where state is closed out of calls\n",
    };
    const without = { ...texts, "lib.tenet": texts["lib.tenet"].replace("^", "") };
    expect(rename(texts, "talks", ["a.tenet", "b.tenet"])).toEqual(
      Object.fromEntries(
        Object.entries(without).map(([path, text]) => [path, text.replaceAll("calls", "talks")]),
      ),
    );
    const taken = { ...texts, "b.tenet": `${texts["b.tenet"]}metric talks number of calls\n` };
    expect(rename(taken, "talks", ["a.tenet", "b.tenet"])).toBe(
      "`talks` is already the name of a metric (line 12 of `b.tenet`)",
    );
  });

  it("keeps the column of a field and the spelling of a member", () => {
    expect(rename(one(DATA.replace("field began", "field ^began")), "at_first")).toEqual(
      one(
        DATA.replace("dated began", "dated at_first").replace(
          "field began timestamp",
          'field at_first timestamp from "began"',
        ),
      ),
    );
    expect(rename(one(METRIC.replace("one of open", "one of ^open")), "new")).toEqual(
      one(METRIC.replace("one of open", 'one of new written "open"')),
    );
    expect(rename(one(METRIC.replace("state is closed", "state is ^closed")), "ended")).toEqual(
      one(
        METRIC.replace('closed written "C"', 'ended written "C"').replace(
          "state is closed",
          "state is ended",
        ),
      ),
    );
  });

  it("changes fields together that one word names", () => {
    const more = `dataset cases from "d.csv" one row per line
  field no text from "NO"
metric again number of calls where has cases with same ^no
`;
    const expected = (DATA + more)
      .replace("per no", "per id")
      .replace("field no text\n", 'field id text from "no"\n')
      .replace('field no text from "NO"', 'field id text from "NO"')
      .replace("same ^no", "same id");
    expect(rename(one(DATA + more), "id")).toEqual(one(expected));
  });

  it("reaches the cells of tests", () => {
    const test = `test t "T"
  given calls for "brand" in 2026-01
  | state | no |
  | "open" | 1 |
  expect done for "brand" in 2026-01 is 0%
`;
    const text = METRIC + test;
    expect(rename(one(text.replace("one of open", "one of ^open")), "new")).toEqual(
      one(text.replace("one of open", 'one of new written "open"').replace('| "open"', '| "new"')),
    );
    expect(rename(one(text.replace("field state", "field ^state")), "how")).toEqual(
      one(
        text
          .replace(
            'field state one of open, closed written "C"',
            'field how one of open, closed written "C" from "state"',
          )
          .replace("where state", "where how")
          .replace("| state |", "| how |"),
      ),
    );
  });
});

describe("renaming is refused", () => {
  const refusals: readonly (readonly [string, Texts, string, string])[] = [
    [
      "for what is no name",
      one(METRIC.replace("metric done", "metric ^done")),
      "9x",
      "`9x` is no name: names are letters, digits and `_`, and do not begin with a digit",
    ],
    [
      "for a word that holds sentences together",
      one(METRIC.replace("metric done", "metric ^done")),
      "where",
      "`where` holds sentences together and cannot be a name",
    ],
    [
      "for a name that is taken",
      one(METRIC.replace("metric done", "metric ^done")),
      "calls",
      "`calls` is already the name of a dataset (line 5 of `a.tenet`)",
    ],
    [
      "for `partners`",
      one(METRIC.replace("metric done", "metric ^done")),
      "partners",
      "`partners` is the name of the declared partners",
    ],
    [
      "for a field's name in its dataset",
      one(DATA.replace("field no", "field ^no")),
      "state",
      "`state` is already the name of a field of `calls` (line 9 of `a.tenet`)",
    ],
    [
      "for a member's name in its list",
      one(DATA.replace("one of open, closed written", "one of ^open, closed written")),
      "closed",
      "`closed` is already the name of a member of `state` (line 9 of `a.tenet`)",
    ],
    [
      "for what a clock gives",
      one(`${DATA}clock c on calls\n  starts at began\n  stops at began\n  dated ^started_at\n`),
      "x",
      "`started_at` is what every clock gives to its cases, here those of `c`",
    ],
    [
      "for a field that a clock's own would hide",
      one(
        `${DATA.replace("field no", "field ^no")}clock c on calls\n  starts at began\n  stops at began\n  dated started_at\n`,
      ),
      "elapsed",
      "`elapsed` is what clock `c` gives to its cases, and would hide the field",
    ],
    [
      "for a member that is compared by name",
      one(
        `${DATA.replace("field before one of open", "field before one of ^open")}metric m number of calls where state is before\n`,
      ),
      "new",
      "`open` is compared by name with the values of `state` of `calls`",
    ],
    [
      "where a sentence that holds the name cannot be read",
      one(`${METRIC.replace("metric done", "metric ^done")}standard s "S"\n  requires done done at\n`),
      "solved",
      "line 13 of `a.tenet` holds `done` and cannot be read; mend it first",
    ],
    [
      "for a field that a member would be taken for",
      one(`${DATA.replace("field before", "field ^before")}metric m number of calls where state is before\n`),
      "open",
      "`before` on line 11 of `a.tenet` would mean something else",
    ],
    [
      "for a word with which the sentence reads otherwise",
      one(
        `${METRIC.replace("metric done", "metric ^done")}standard s "S"\n  requires done at least 5%\n  measured over rolling 5 days when done more than 1%\n  measured over rolling 5 days otherwise\n  needs no minimum\n`,
      ),
      "in",
      "`in` holds sentences together and cannot be a name",
    ],
  ];

  it.each(refusals)("%s", (_, texts, name, reason) => {
    expect(rename(texts, name)).toBe(reason);
  });

  it("in another file than the name's, too", () => {
    const texts = {
      "a.tenet": `${HEAD}uses "lib.tenet"\nmetric mine ratio of done to done\n`,
      "lib.tenet": METRIC.slice(HEAD.length).replace("metric done", "metric ^done"),
    };
    expect(rename(texts, "mine")).toBe("`mine` is already the name of a metric (line 6 of `a.tenet`)");
  });

  it("where a region's member would be none any more", () => {
    const text = `${HEAD}partners from "p.csv" key id
  field id text
  field land one of ^AT, DE
calendar hours
  open monday 08:00 to 18:00
  closed holidays by partner.land
`;
    expect(rename(one(text), "nowhere")).toMatch(/^line 10 of `a.tenet`: .*nowhere/);
  });
});

/** Names end in `0`, which keeps their order: a bundle lists declarations by name. */
async function compiled(view: RenameView): Promise<string> {
  const { value, diagnostics } = checkAgreement(view.loaded);
  if (value === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const bundle = compile(value, { holidays: await loadHolidays(value) }).value;
  return JSON.stringify({ bundle, tests: value.tests });
}

/** A bundle without its fingerprint, with the names and sentences of before. */
function withOldNames(json: string, names: ReadonlySet<string>): string {
  return json
    .replace(/"fingerprint":"[^"]*"/, "")
    .replace(/\b([A-Za-z_]\w*)0\b/g, (word, name: string) => (names.has(name) ? name : word))
    .replace(/ (?:from|written) \\"(\w+)\\"/g, (words, name: string) => (names.has(name) ? "" : words));
}

describe("the names of an example", () => {
  // All of the one that uses every construct; of the others every third, to be done in good time.
  const taken = examples.map(({ path }) => ({ path, step: path === everyConstruct ? 1 : 3 }));

  it.each(taken)("can be others: $path", async ({ path, step }) => {
    const folder = fileURLToPath(new URL("../../../../examples/", import.meta.url));
    const texts: Record<string, string> = {};
    const read = (name: string): string | null => {
      texts[name] ??= readFileSync(`${folder}${name}`, "utf8");
      return texts[name];
    };
    const first = viewOf(loadAgreement(path, read));
    const before = await compiled(first);
    const [changed, names] = renameAll(first, texts, path, step);
    expect(names.size).toBeGreaterThan(15);
    const after = await compiled(viewOf(changed));
    const unchanged = first.names.declared.symbols.filter(
      (symbol, index) =>
        index % step === 0 &&
        fixedName(symbol) === null &&
        !names.has(symbol.name) &&
        symbol.kind !== "member",
    );
    expect(unchanged.map(({ name }) => name)).toEqual([]);
    expect(withOldNames(after, names)).toBe(withOldNames(before, names));
  });
});

/** Renames symbols, one after the other, each in the text that the one before has left. */
function renameAll(
  first: RenameView,
  texts: Texts,
  path: string,
  step: number,
): readonly [Loaded, ReadonlySet<string>] {
  let now: Texts = texts;
  let view = first;
  const names = new Set<string>();
  const fresh = new Set<string>();
  for (const index of first.names.declared.symbols.keys()) {
    const symbol = view.names.declared.symbols[index] as NameSymbol;
    if (index % step !== 0 || fixedName(symbol) !== null || fresh.has(symbol.name)) continue;
    // Only of members there is something that names alone do not show: those that must be regions.
    const isMember = symbol.kind === "member";
    const renaming = renamed([view], symbol, `${symbol.name}0`, (loaded) =>
      isMember ? checkAgreement(loaded).diagnostics : [],
    );
    if (renaming.kind === "refused" && symbol.kind === "member") continue;
    const changed = applied(now, renaming);
    if (typeof changed === "string") throw new Error(`${symbol.kind} ${symbol.name}: ${changed}`);
    names.add(symbol.name);
    fresh.add(`${symbol.name}0`);
    now = changed;
    view = viewOf(reloaded(view.loaded, now, path));
  }
  return [view.loaded, names];
}

/** The agreement with new texts, each read from the tree before it. */
function reloaded({ files }: Loaded, texts: Texts, path: string): Loaded {
  const before = new Map(files.map((one) => [one.file.path, one]));
  return loadParsed(path, (name) => {
    const [known, text] = [before.get(name), texts[name]];
    if (text === undefined || known === undefined) return null;
    return known.file.text === text ? known : reparse(known, sourceFile(name, text));
  });
}
