import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bytesOf,
  field,
  type ReadOutcome,
  type ReadSettings,
  readTable,
  readTableLater,
  types,
} from "../../../../test/support/read-table.ts";
import type { FieldPlan } from "../bundle/table-plan.ts";
import { csvReader } from "./csv.ts";
import { csv, type Delimiter } from "./read.ts";
import { byteSource } from "./record-reader.ts";

const text = (...names: string[]): FieldPlan[] =>
  names.map((name) => field(name, types.text, { optional: true }));

function read(
  content: string | Uint8Array,
  fields: readonly FieldPlan[],
  settings: ReadSettings = {},
): ReadOutcome {
  return readTable(csv("d.csv", typeof content === "string" ? bytesOf(content) : content), fields, settings);
}

/** Row, column and message of each error. */
function errors({ tally }: ReadOutcome): unknown[] {
  return tally.errors.map(({ row, column, message }) => [row, column, message]);
}

/** Bytes cut into pieces of a size. */
function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("a CSV file", () => {
  it("gives the cells of its columns, by name and in any order", () => {
    const { rows, lines, tally } = read("b,x,a\n1,-,2\n3,-,4\n", text("a", "b"));
    expect(rows).toEqual([
      ["2", "1"],
      ["4", "3"],
    ]);
    expect(lines).toEqual([2, 3]);
    expect(tally).toMatchObject({ rows: 2, ignoredColumns: ["x"], errorCount: 0, fatal: false });
  });

  it.each([
    ["a line feed", "a,b\n1,2\n3,4\n"],
    ["no last line end", "a,b\n1,2\n3,4"],
    ["carriage return and line feed", "a,b\r\n1,2\r\n3,4\r\n"],
    ["both kinds of line end", "a,b\r\n1,2\n3,4\r\n"],
    ["a byte-order mark", "\ufeffa,b\n1,2\n3,4\n"],
    ["quotes everywhere", '"a","b"\n"1","2"\n"3","4"'],
    ["empty lines", "a,b\n\n1,2\n\r\n\n3,4\n\n\r\n"],
  ])("may have %s", (_, content) => {
    const outcome = read(content, text("a", "b"));
    expect(outcome.rows).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(outcome.tally).toMatchObject({ rows: 2, errorCount: 0 });
  });

  it("has quoted cells with delimiters, quotes and lines inside", () => {
    const outcome = read('a,b\n"x,""y""","line 1\r\nline 2"\n"","z"\n"""",""\n', text("a", "b"));
    expect(outcome.rows).toEqual([
      ['x,"y"', "line 1\r\nline 2"],
      [null, "z"],
      ['"', null],
    ]);
    expect(outcome.lines).toEqual([2, 4, 5]);
  });

  it("neither trims nor normalises", () => {
    expect(read("a,b\n é ,e\u0301\n\ufeffx,\u00a0\n", text("a", "b")).rows).toEqual([
      [" é ", "e\u0301"],
      ["\ufeffx", "\u00a0"],
    ]);
  });

  it("with a header alone has no rows, and no error", () => {
    for (const content of ["a,b", "a,b\n", "a,b\r\n\r\n"]) {
      expect(read(content, text("a", "b")).tally).toMatchObject({ rows: 0, errorCount: 0, fatal: false });
    }
  });

  it("has no row in a line without any character, also where a row has a single cell", () => {
    const { rows, lines } = read('\n\na\n\nx\n""\n\n', text("a"));
    expect(rows).toEqual([["x"], [null]]);
    expect(lines).toEqual([5, 6]);
  });

  it.each([
    ["commas", "a,b\n1;5,2\n"],
    ["semicolons", "a;b\n1;2\n"],
    ["tabs", "a\tb\n1\t2\n"],
    ["semicolons, with commas in quotes", '"a";"x,""y";b\n1;",";2\n'],
    ["semicolons, with commas in other names", "a;x,y;b\n1;0;2\n"],
    ["tabs, with the others in names", "a\tx,y;z\tb\n1\t0\t2\n"],
  ])("is divided by %s where its header says so", (_, content) => {
    expect(read(content, text("b")).rows).toEqual([["2"]]);
    expect(read(content, text("a", "b")).tally).toMatchObject({ errorCount: 0 });
  });

  it("is divided by a comma where that and another sign would do", () => {
    expect(read("a,b;c\n1,2;3\n", text("a")).rows).toEqual([["1"]]);
    expect(read("a;b\nx;y\n", text("a;b")).rows).toEqual([["x;y"]]);
  });

  it("may be told what divides it", () => {
    const divided = (delimiter: Delimiter, content: string): ReadOutcome =>
      readTable(csv("d.csv", bytesOf(content), { delimiter }), text("a"));
    expect(divided(";", 'a;b\n1,5;"x;y"\n').rows).toEqual([["1,5"]]);
    expect(divided("\t", "a\tb\n1,5;\tx\n").rows).toEqual([["1,5;"]]);
    expect(errors(divided(";", "a,b\n1,2\n"))).toEqual([
      [
        1,
        null,
        "the header is a single column divided by a comma, and this file is read with a semicolon between columns; read it with a comma",
      ],
    ]);
    expect(errors(divided("\t", "a;b\n1,2\n"))[0]).toEqual([
      1,
      null,
      expect.stringMatching(/read it with a semicolon$/),
    ]);
    expect(errors(divided(",", "b\n1\n"))).toEqual([
      [1, "a", "the file has no column `a`; the file has `b`"],
    ]);
  });

  it("comes in pieces, in time or at once", async () => {
    async function* later(): AsyncGenerator<Uint8Array> {
      yield* pieces(bytesOf("a,b\né,😀\n"), 1);
    }
    const outcome = await readTableLater(csv("d.csv", later()), text("a", "b"));
    expect(outcome.rows).toEqual([["é", "😀"]]);
    expect(
      readTable(csv("d.csv", [bytesOf("a,"), bytesOf(""), bytesOf("b\n1,2")]), text("a", "b")).rows,
    ).toEqual([["1", "2"]]);
  });

  it("may have columns with the names of built-in properties", () => {
    const { rows } = read(
      '__proto__,constructor,"x"";DROP"\n1,2,3\n',
      text("__proto__", "constructor", 'x";DROP'),
    );
    expect(rows).toEqual([["1", "2", "3"]]);
  });

  it("keeps columns apart that differ in case alone", () => {
    expect(read("id,ID,Id\n1,2,3\n", text("ID", "id")).rows).toEqual([["2", "1"]]);
  });

  it("may feed two fields from one column", () => {
    const fields = [field("a", types.text, { columns: ["x"] }), field("b", types.whole, { columns: ["x"] })];
    expect(read("x\n7\n", fields).rows).toEqual([["7", 7]]);
  });
});

describe("a header", () => {
  it("must be there", () => {
    for (const content of ["", "\ufeff", "\n", "\r\n\n"]) {
      const outcome = read(content, text("a"));
      expect(errors(outcome)).toEqual([
        [null, null, "the file is empty: it has no line that names the columns"],
      ]);
      expect(outcome.tally).toMatchObject({ fatal: true, rows: 0, errorCount: 1 });
    }
  });

  it("must have every declared column once", () => {
    const outcome = read("Wait,b,c,c,c\n1,2,3,4,5\n", text("wait", "other", "c"));
    expect(outcome.tally.fatal).toBe(true);
    expect(errors(outcome)).toEqual([
      [1, "wait", "the file has no column `wait`; did you mean `Wait`?"],
      [1, "other", "the file has no column `other`; the file has `Wait`, `b`, `c`, `c`, `c`"],
      [1, "c", "the column `c` stands 3 times (columns 3, 4, 5), so its values are not certain"],
    ]);
  });

  it("may have extra columns twice, which are named once", () => {
    const { rows, tally } = read("x,a,x,y\n1,2,3,4\n", text("a"));
    expect(rows).toEqual([["2"]]);
    expect(tally.ignoredColumns).toEqual(["x", "y"]);
  });

  it("without a declared column is judged by the sign that comes nearest to dividing it well", () => {
    expect(errors(read("a;wiat;c\n1;2;3\n", text("a", "wait", "c")))).toEqual([
      [1, "wait", "the file has no column `wait`; did you mean `wiat`?"],
    ]);
    expect(errors(read("\nx\ty;z\tw\n", text("a")))).toEqual([
      [2, "a", "the file has no column `a`; the file has `x`, `y;z`, `w`"],
    ]);
    expect(errors(read("x,y\n", text("a")))).toEqual([
      [1, "a", "the file has no column `a`; the file has `x`, `y`"],
    ]);
  });

  it("must be readable", () => {
    expect(errors(read('a,"b"x\n1,2\n', text("a")))).toEqual([
      [
        1,
        null,
        "the header cannot be read: it has text behind the quote that closes a cell; double the quotes inside a quoted cell",
      ],
    ]);
    expect(errors(read("a,b\r1,2\r", text("a")))[0]).toEqual([
      1,
      null,
      expect.stringMatching(/carriage return without a line feed/),
    ]);
    expect(errors(read(Uint8Array.of(0x61, 0xe9, 0x0a), text("a")))[0]).toEqual([
      1,
      null,
      expect.stringMatching(/it is not UTF-8/),
    ]);
  });

  it("may be wide, quoted and longer than a buffer", () => {
    const names = Array.from({ length: 30_000 }, (_, index) => `column "${index}"`);
    const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(",");
    const row = names.map((_, index) => String(index)).join(",");
    const { rows, tally } = read(`${header}\n${row}\n`, text('column "29999"', 'column "0"'));
    expect(rows).toEqual([["29999", "0"]]);
    expect(tally.ignoredColumns.length).toBe(29_998);
  });
});

describe("a broken row", () => {
  it.each([
    ["has too few cells", "3", "this row has 1 cell, and the header has 2"],
    ["has too many cells", "4,5,6", "this row has 3 cells, and the header has 2"],
    ["has only spaces", " ", "this row has 1 cell, and the header has 2"],
    ["has a quote inside a cell", 'a"b,c', expect.stringMatching(/has a quote inside a cell/)],
    ["has a space before a quote", ' "a",b', expect.stringMatching(/has a quote inside a cell/)],
    ["has text behind a closing quote", '"a"b,c', expect.stringMatching(/has text behind the quote/)],
    ["has a space behind a closing quote", '"a" ,c', expect.stringMatching(/has text behind the quote/)],
    [
      "has more quotes behind a closing quote",
      '"a"b"c",d',
      expect.stringMatching(/has text behind the quote/),
    ],
    [
      "has a carriage return alone",
      "a\rb,c",
      expect.stringMatching(/has a carriage return without a line feed/),
    ],
    ["has a zero byte", "a\0b,c", expect.stringMatching(/holds a zero byte/)],
    ["has a zero byte in quotes", '"a\0b",c', expect.stringMatching(/holds a zero byte/)],
  ])("that %s is set aside, and the rows around it are read", (_, row, message) => {
    const outcome = read(`a,b\n1,2\n${row}\n"7","8"\n`, text("a", "b"));
    expect(outcome.rows).toEqual([
      ["1", "2"],
      ["7", "8"],
    ]);
    expect(outcome.lines).toEqual([2, 4]);
    expect(errors(outcome)).toEqual([[3, null, message]]);
    expect(outcome.tally).toMatchObject({ rows: 3, setAside: 1, fatal: false });
  });

  it.each([
    ["a byte of Latin-1", [0xe9]],
    ["a byte too few", [0xe2, 0x82]],
    ["a stray continuation", [0x80]],
    ["an overlong form", [0xc0, 0xaf]],
    ["half of a surrogate pair", [0xed, 0xa0, 0x80]],
    ["a number beyond Unicode", [0xf4, 0x90, 0x80, 0x80]],
  ])("with %s is not UTF-8, quoted or not", (_, bytes) => {
    for (const quote of ["", '"']) {
      const content = Uint8Array.from([
        ...bytesOf(`a,b\n1,2\n${quote}x`),
        ...bytes,
        ...bytesOf(`${quote},c\n3,4`),
      ]);
      const outcome = read(content, text("a"));
      expect(outcome.rows).toEqual([["1"], ["3"]]);
      expect(errors(outcome)).toEqual([[3, null, "this row is not UTF-8; save the file in that encoding"]]);
    }
  });

  it("never turns into no rows", () => {
    const outcome = read("a,b\n1,2\n3\n4,5,6", text("a", "b"));
    expect(outcome.rows).toEqual([["1", "2"]]);
    expect(errors(outcome)).toEqual([
      [3, null, "this row has 1 cell, and the header has 2"],
      [4, null, "this row has 3 cells, and the header has 2"],
    ]);
  });

  it("stands among bad cells in the order of the file", () => {
    const outcome = read('n,m\nx,1\n1\n2,y\n"a"b,c\nz,z\n', [
      field("n", types.whole),
      field("m", types.whole),
    ]);
    expect(errors(outcome).map((error) => (error as unknown[]).slice(0, 2))).toEqual([
      [2, "n"],
      [3, null],
      [4, "m"],
      [5, null],
      [6, "n"],
      [6, "m"],
    ]);
    expect(outcome.tally).toMatchObject({ rows: 5, setAside: 5, errorCount: 6 });
  });

  it("in a column that nobody reads is broken all the same", () => {
    expect(errors(read('a,b\n1,x"y\n', text("a"))).length).toBe(1);
  });
});

describe("a file that cannot be read on", () => {
  it("has a quote that never closes", () => {
    const outcome = read('a,b\n1,2\n3,"4\n5,6\n', text("a", "b"));
    expect(outcome.rows).toEqual([["1", "2"]]);
    expect(errors(outcome)).toEqual([
      [3, null, "a quote in this row never closes, so the rest of the file cannot be read"],
    ]);
    expect(outcome.tally.fatal).toBe(true);
    expect(errors(read('"a,b\n1,2\n', text("a", "b")))[0]).toEqual([
      1,
      null,
      expect.stringMatching(/never closes/),
    ]);
    expect(read('a\n"', text("a")).tally.fatal).toBe(true);
    expect(read('a\n"x""', text("a")).tally.fatal).toBe(true);
  });

  it("has a row without end", () => {
    const longest = "x".repeat((1 << 20) - 3);
    expect(read(`a,b\n${longest},\n`, text("a", "b")).rows.length).toBe(1);
    for (const start of ["", '"']) {
      const outcome = read(`a,b\n1,2\n${start}${"x".repeat(3 << 20)}`, text("a", "b"));
      expect(outcome.rows).toEqual([["1", "2"]]);
      expect(errors(outcome)).toEqual([
        [3, null, "the row that starts here is longer than 1048576 bytes; is a quote left open?"],
      ]);
      expect(outcome.tally.fatal).toBe(true);
    }
    expect(read(`a,b\n${longest}xx,\n1,2\n`, text("a", "b")).tally.fatal).toBe(true);
    expect(errors(read("x".repeat(3 << 20), text("a")))[0]).toEqual([
      1,
      null,
      expect.stringMatching(/longer than/),
    ]);
  });

  it("is in UTF-16", () => {
    const wide = (content: string): number[] =>
      Array.from(content).flatMap((sign) => [sign.charCodeAt(0), 0]);
    const narrow = wide("a,b\n1,2\n");
    const swapped = narrow.map((_, index) => narrow[index ^ 1] as number);
    for (const bytes of [[0xff, 0xfe, ...narrow], narrow, [0xfe, 0xff, ...swapped], swapped]) {
      expect(errors(read(Uint8Array.from(bytes), text("a")))).toEqual([
        [null, null, "the file is in UTF-16; save it as UTF-8"],
      ]);
    }
  });

  it("is not read beyond its end", () => {
    let taken = 0;
    function* endless(): Generator<Uint8Array> {
      for (;;) {
        taken += 1;
        yield bytesOf("wrong,header\n".repeat(1000));
      }
    }
    expect(readTable(csv("d.csv", endless()), text("a")).tally.fatal).toBe(true);
    expect(taken).toBeLessThan(50);
  });
});

describe("duplicates counted once", () => {
  it("are rows equal in every column, however they are quoted", () => {
    const content = 'a,x\n1,"p,q"\n"1","p,q"\n1,p\n"1",p\n1,pq\n"1","p""q"\n1,"p""q"\n';
    const { lines, tally } = read(content, text("a"), { duplicatesOnce: true });
    expect(lines).toEqual([2, 4, 6, 7]);
    expect(tally).toMatchObject({ rows: 7, duplicates: 3 });
    expect(read(content, text("a")).rows.length).toBe(7);
  });

  it("may differ in columns without a name of their own", () => {
    expect(read("a,x,x\n1,2,3\n1,2,4\n1,2,3\n", text("a"), { duplicatesOnce: true }).lines).toEqual([2, 3]);
  });
});

/** A cell as it may be written, with its value. */
const cell = fc
  .tuple(
    fc.string({ unit: fc.constantFrom("a", "é", "😀", '"', ",", "\n", "\r\n", " ", ";"), maxLength: 6 }),
    fc.boolean(),
  )
  .map(([value, isQuoted]) => ({
    value,
    written: isQuoted || /["\n\r,]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value,
  }));

describe("any file", () => {
  it("gives back the cells that were written", () => {
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 30 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), fc.boolean(), (rows, size, isCrLf) => {
        const end = isCrLf ? "\r\n" : "\n";
        const content =
          ["a,b,c", ...rows.map((row) => row.map(({ written }) => written).join(","))].join(end) + end;
        // A row of three empty cells is written as two commas, so no row is an empty line.
        const outcome = readTable(csv("d.csv", pieces(bytesOf(content), size)), text("a", "b", "c"));
        expect(outcome.rows).toEqual(
          rows.map((row) => row.map(({ value }) => (value === "" ? null : value))),
        );
        expect(outcome.tally.errorCount).toBe(0);
      }),
    );
  });

  it("reads the same however small the buffer and the pieces are", () => {
    const soup = fc.array(
      fc.constantFrom(
        '"',
        '""',
        ",",
        "\n",
        "\r\n",
        "\r",
        "\0",
        "é",
        "😀",
        "a",
        "1",
        "\u00e9".normalize("NFD"),
        "Z",
      ),
      { maxLength: 60 },
    );
    const wild = fc.uint8Array({ maxLength: 3 });
    fc.assert(
      fc.property(
        soup,
        wild,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 7 }),
        (signs, bytes, room, size) => {
          const content = Uint8Array.from([
            ...bytesOf("a,b\n1,2\n"),
            ...bytesOf(signs.join("")),
            ...bytes,
            ...bytesOf("\n3,4\n"),
          ]);
          const readIn = (bytes: Iterable<Uint8Array>, space: number): ReadOutcome => {
            const settings = { isQuick: true, room: space };
            const source = byteSource("d.csv", bytes, (context) =>
              csvReader("d.csv", context, [","], settings),
            );
            return readTable(source, text("a", "b"));
          };
          const whole = readIn([content], 4096);
          const cut = readIn(pieces(content, size), room);
          expect(cut).toEqual(whole);
          expect(whole.tally.rows).toBeGreaterThan(0);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("real files", () => {
  const shared = new URL("../../../../../shared/data/", import.meta.url);
  function load(path: string): Uint8Array | null {
    try {
      return readFileSync(new URL(path, shared));
    } catch {
      return null;
    }
  }
  const flights = load("flights_hou11/flights_2011_7carriers.csv");

  it.skipIf(flights === null)("of flights are read whole (needs the shared data)", () => {
    const fields = [
      field("carrier", types.text, { columns: ["UniqueCarrier"] }),
      field("flown_on", types.date, { columns: ["Year", "Month", "DayofMonth"] }),
      field(
        "arr_delay",
        { kind: "duration", unit: "minute", written: null },
        { columns: ["ArrDelay"], optional: true },
      ),
      field("cancelled", { kind: "yes_no", yes: ["1"], no: ["0"] }, { columns: ["Cancelled"] }),
    ];
    const { rows, tally } = read(flights ?? new Uint8Array(0), fields, { missing: ["NA"] });
    expect(tally).toMatchObject({ rows: 9564, errorCount: 0, setAside: 0 });
    const american = rows.filter(([carrier]) => carrier === "AA");
    const arrived = american.filter(([, , delay]) => delay !== null);
    expect([american.length, arrived.length]).toEqual([3244, 3178]);
    expect(arrived.filter(([, , delay]) => Number(delay) <= 15 * 60_000_000).length).toBe(2764);
    expect(american.filter(([, , , cancelled]) => cancelled === 1).length).toBe(60);
  });
});
