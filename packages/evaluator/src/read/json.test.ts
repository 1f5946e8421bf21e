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
import { jsonReader } from "./json.ts";
import { json, ndjson } from "./read.ts";
import { byteSource } from "./record-reader.ts";

const text = (...names: string[]): FieldPlan[] =>
  names.map((name) => field(name, types.text, { optional: true }));

function lines(
  content: string | Uint8Array,
  fields: readonly FieldPlan[],
  settings: ReadSettings = {},
): ReadOutcome {
  return readTable(
    ndjson("d.ndjson", typeof content === "string" ? bytesOf(content) : content),
    fields,
    settings,
  );
}

function list(
  content: string | Uint8Array,
  fields: readonly FieldPlan[],
  settings: ReadSettings = {},
): ReadOutcome {
  return readTable(
    json("d.json", typeof content === "string" ? bytesOf(content) : content),
    fields,
    settings,
  );
}

function errors({ tally }: ReadOutcome): unknown[] {
  return tally.errors.map(({ row, column, message }) => [row, column, message]);
}

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("lines of JSON", () => {
  it("are rows, whose members are the columns in any order", () => {
    const outcome = lines('{"b":"1","x":[1,{"y":2}],"a":"2"}\n\n \r\n{"a":"3"}\r\n{}', text("a", "b"));
    expect(outcome.rows).toEqual([
      ["2", "1"],
      ["3", null],
      [null, null],
    ]);
    expect(outcome.lines).toEqual([1, 4, 5]);
    expect(outcome.tally).toMatchObject({ rows: 3, errorCount: 0, ignoredColumns: ["x"] });
  });

  it("may start with a byte-order mark, and may be none", () => {
    expect(lines('\ufeff{"a":"1"}\n', text("a")).rows).toEqual([["1"]]);
    expect(lines("", text("a")).tally).toMatchObject({ rows: 0, errorCount: 0 });
  });

  it("hold numbers exactly as they are written", () => {
    const fields = [field("n", types.number)];
    const content = ["9007199254740993", "0.1", "-0", "12345678901234567890.123456"]
      .map((n) => `{"n":${n}}`)
      .join("\n");
    expect(lines(content, fields).rows).toEqual([
      [9007199254740993000000n],
      [100_000],
      [0],
      [12345678901234567890123456n],
    ]);
    expect(errors(lines('{"n":1e3}\n{"n":0.0000001}\n{"n":1e400}', fields))).toEqual([
      [1, "n", "`1e3` is not a whole or decimal number"],
      [2, "n", "`0.0000001` has more than 6 decimals"],
      [3, "n", "`1e400` is not a whole or decimal number"],
    ]);
  });

  it("hold numbers of fields of text by the characters that write them", () => {
    const fields = [field("t", types.text), field("b", { kind: "yes_no", yes: ["1"], no: ["0"] })];
    expect(lines('{"t":5,"b":1}\n{"t":1.0,"b":0}\n{"t":1e2,"b":true}', fields).rows).toEqual([
      ["5", 1],
      ["1.0", 0],
      ["1e2", 1],
    ]);
  });

  it("hold values of the field's kind, or text that is read as a cell", () => {
    const fields = [
      field("t", types.text),
      field("b", types.yesNo),
      field("d", types.date),
      field("n", types.seconds),
    ];
    const content =
      '{"t":"x","b":true,"d":"2026-01-31","n":1.5}\n{"t":"x","b":"no","d":"2026-01-31","n":"90"}';
    expect(lines(content, fields).rows.map((row) => [row[1], row[3]])).toEqual([
      [1, 1_500_000],
      [0, 90_000_000],
    ]);
    expect(
      errors(lines('{"t":true,"b":1,"d":20260131,"n":false}\n{"t":[1],"b":{},"d":true,"n":[]}', fields)),
    ).toEqual([
      [1, "t", "`true` is yes or no, which this field cannot hold"],
      [1, "b", "`1` is not `yes`, `true` (yes) or `no`, `false` (no)"],
      [1, "d", "`20260131` is not a date (YYYY-MM-DD)"],
      [1, "n", "`false` is yes or no, which this field cannot hold"],
      [2, "t", "the value is an object or a list, which no field can hold"],
      [2, "b", "the value is an object or a list, which no field can hold"],
      [2, "d", "`true` is yes or no, which this field cannot hold"],
      [2, "n", "the value is an object or a list, which no field can hold"],
    ]);
  });

  it("have escapes, in names and in values", () => {
    const content = String.raw`{"\u0061":"\"\\\/\b\f\n\r\té\u00e9\ud83d\ude00\u20AC"}`;
    expect(lines(content, text("a")).rows).toEqual([['"\\/\b\f\n\r\téé😀€']]);
    expect(lines(String.raw`{"é":"x\u0000y"}`, text("é")).rows).toEqual([["x\0y"]]);
  });

  it.each([
    ["no object", "5", "this row is not an object with the columns as its members"],
    ["a list", '[{"a":"1"}]', "this row is not an object with the columns as its members"],
    ["words", "hello", "this row is not an object with the columns as its members"],
    ["an object cut off", '{"a":"1"', "this row is not valid JSON"],
    ["two objects", '{"a":"1"} {"a":"2"}', "this row is not valid JSON"],
    ["a trailing comma", '{"a":"1",}', "this row is not valid JSON"],
    ["a comment", '{"a":"1" /* x */}', "this row is not valid JSON"],
    ["a name without quotes", '{a:"1"}', "this row is not valid JSON"],
    ["single quotes", "{'a':'1'}", "this row is not valid JSON"],
    ["a raw control character", '{"a":"x\ty"}', "this row is not valid JSON"],
    ["a leading zero", '{"a":01}', "this row is not valid JSON"],
    ["no number", '{"a":NaN}', "this row is not valid JSON"],
    ["an unknown escape", String.raw`{"a":"\x41"}`, "this row is not valid JSON"],
    ["half an escape", String.raw`{"a":"\u12"}`, "this row is not valid JSON"],
    ["brackets that do not match", '{"x":[{"y":1]}}', "this row is not valid JSON"],
    [
      "half of a surrogate pair",
      String.raw`{"x":"\ud83d"}`,
      "this row holds text that is not UTF-8, or half of a surrogate pair",
    ],
    [
      "halves in the wrong order",
      String.raw`{"x":"\ude00\ud83d"}`,
      "this row holds text that is not UTF-8, or half of a surrogate pair",
    ],
  ])("with %s are set aside", (_, line, message) => {
    const outcome = lines(`{"a":"1"}\n${line}\n{"a":"2"}\n`, text("a"));
    expect(outcome.rows).toEqual([["1"], ["2"]]);
    expect(errors(outcome)).toEqual([[2, null, message]]);
    expect(outcome.tally).toMatchObject({ rows: 3, setAside: 1, fatal: false });
  });

  it("that are not UTF-8 are set aside", () => {
    const content = Uint8Array.from([...bytesOf('{"a":"1"}\n{"x":"'), 0xe9, ...bytesOf('"}\n{"a":"2"}')]);
    expect(lines(content, text("a")).rows).toEqual([["1"], ["2"]]);
    expect(errors(lines(content, text("a")))[0]).toEqual([2, null, expect.stringMatching(/not UTF-8/)]);
    const badName = [...bytesOf('{"'), 0xe9, ...bytesOf('":1}\n')];
    expect(
      errors(lines(Uint8Array.from([...badName, ...badName]), text("a"))).map(
        (error) => (error as unknown[])[0],
      ),
    ).toEqual([1, 2]);
    const wide = Uint8Array.from(Array.from('{"a":"1"}').flatMap((sign) => [sign.charCodeAt(0), 0]));
    expect(errors(lines(wide, text("a")))).toEqual([[null, null, "the file is in UTF-16; save it as UTF-8"]]);
    expect(errors(list(wide, text("a")))).toEqual([[null, null, "the file is in UTF-16; save it as UTF-8"]]);
  });

  it("may not have a declared column twice; others may stand twice", () => {
    const outcome = lines('{"a":"1","a":"1"}\n{"x":1,"x":2,"a":"2"}\n{"a":null,"\\u0061":"3"}', text("a"));
    expect(outcome.rows).toEqual([["2"]]);
    expect(errors(outcome)).toEqual([
      [1, "a", "this row has the column twice, so its value is not certain"],
      [3, "a", "this row has the column twice, so its value is not certain"],
    ]);
  });

  it("may be nested 64 deep and no deeper", () => {
    const nested = (depth: number): string =>
      `{"a":"1","x":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;
    expect(lines(nested(64), text("a")).rows).toEqual([["1"]]);
    expect(errors(lines(nested(65), text("a")))).toEqual([[1, null, "this row is nested deeper than 64"]]);
    const deep = `{"a":"1"}\n{"x":${'{"x":'.repeat(100_000)}`;
    expect(errors(lines(deep, text("a")))).toEqual([[2, null, "this row is nested deeper than 64"]]);
    expect(errors(list(`[{"x":${"[".repeat(100_000)}`, text("a")))).toEqual([
      [1, null, "this row is nested deeper than 64, so the rest of the list is not read"],
    ]);
    expect(errors(list("[".repeat(100_000), text("a")))).toEqual([
      [1, null, "this row is nested deeper than 64, so the rest of the list is not read"],
    ]);
  });

  it("may have columns with the names of built-in properties", () => {
    const { rows } = lines(
      '{"__proto__":"1","constructor":"2"}\n{"__proto__":{"a":"x"}}',
      text("__proto__", "constructor", "a"),
    );
    expect(rows).toEqual([["1", "2", null]]);
  });

  it("that are too long end the reading", () => {
    const outcome = lines(`{"a":"1"}\n{"a":"${"x".repeat(1 << 20)}"}\n{"a":"2"}`, text("a"));
    expect(outcome.rows).toEqual([["1"]]);
    expect(errors(outcome)).toEqual([[2, null, "the row that starts here is longer than 1048576 bytes"]]);
    expect(outcome.tally.fatal).toBe(true);
    expect(list(`[{"a":"${"x".repeat(3 << 20)}`, text("a")).tally.fatal).toBe(true);
  });

  it("count once where they are equal in every column", () => {
    const content = [
      '{"a":"1","x":1}',
      '{"x":1,"a":"\\u0031"}',
      '{"a":"1","x":1,"y":null}',
      '{"a":"1","x":2}',
      '{"a":"1","x":"1"}',
      '{"a":"1","x":[1]}',
      '{"a":"1","x":[1]}',
    ].join("\n");
    const outcome = lines(content, text("a"), { duplicatesOnce: true });
    expect(outcome.lines).toEqual([1, 4, 6]);
    expect(outcome.tally).toMatchObject({ rows: 7, duplicates: 4 });
  });
});

describe("a list in JSON", () => {
  it("holds rows, numbered from 1", () => {
    const outcome = list(' [ {"a":"1"} ,\n{"a":false},{"b":[]} , {"a":"4"}]\n ', text("a"));
    expect(outcome.rows).toEqual([["1"], [null], ["4"]]);
    expect(outcome.lines).toEqual([1, 3, 4]);
    expect(errors(outcome)).toEqual([[2, "a", "`false` is yes or no, which this field cannot hold"]]);
  });

  it("may be empty", () => {
    for (const content of ["[]", " [ ] \n", "\ufeff[]"]) {
      expect(list(content, text("a")).tally).toMatchObject({ rows: 0, errorCount: 0, fatal: false });
    }
  });

  it("may hold what is no row, which is set aside", () => {
    const outcome = list('[1,"x",null,[{}],{"a":"1"},true]', text("a"));
    expect(outcome.rows).toEqual([["1"]]);
    expect(outcome.tally).toMatchObject({ rows: 6, setAside: 5, fatal: false });
    expect(errors(outcome)[0]).toEqual([
      1,
      null,
      "this row is not an object with the columns as its members",
    ]);
  });

  it.each([
    ["nothing", "", null, /^the file is not a list of objects/],
    ["space alone", " \n", null, /^the file is not a list of objects/],
    ["one object", '{"a":"1"}', null, /^the file is not a list of objects/],
    ["lines", '{"a":"1"}\n{"a":"2"}', null, /^the file is not a list of objects/],
    ["a list cut off", '[{"a":"1"},{"a":"2"', 2, /^the list never closes/],
    ["a list cut off between rows", '[{"a":"1"},', 2, /^the list never closes/],
    ["a bracket alone", "[", 1, /^the list never closes/],
    ["a trailing comma", '[{"a":"1"},]', 2, /^this row is not valid JSON, so the rest/],
    ["a broken row", '[{"a":"1"},{"a" "2"},{"a":"3"}]', 2, /^this row is not valid JSON, so the rest/],
    ["rows without commas", '[{"a":"1"} {"a":"2"}]', 1, /^this row is not valid JSON, so the rest/],
    ["something behind its end", '[{"a":"1"}] x', 2, /^something follows the end of the list/],
    ["two lists", "[][]", 1, /^something follows the end of the list/],
  ])("that is %s cannot be read on", (_, content, row, message) => {
    const outcome = list(content, text("a"));
    expect(outcome.tally.fatal).toBe(true);
    expect(errors(outcome)).toEqual([[row, null, expect.stringMatching(message)]]);
  });

  it("comes in pieces, in time or at once", async () => {
    async function* later(): AsyncGenerator<Uint8Array> {
      yield* pieces(bytesOf('[{"a":"é"},{"a":"😀"}]'), 1);
    }
    const outcome = await readTableLater(json("d.json", later()), text("a"));
    expect(outcome.rows).toEqual([["é"], ["😀"]]);
  });
});

/** Values as JSON writes them, mostly valid. */
const value = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.string({ unit: "grapheme" }).map((content) => JSON.stringify(content)),
  fc.constantFrom(
    "1e5",
    "-0.0",
    "1E+2",
    '"\\u00e9\\n"',
    '"\\ud83d\\ude00"',
    "[[],{}]",
    '{"a":{"a":[]}}',
    " true ",
    "null",
  ),
);
const object = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c", "\\u0062", "é"), value), { maxLength: 4 })
  .map((members) => `{${members.map(([name, content]) => `"${name}" : ${content}`).join(" ,")}}`);
/** A line that may have lost, doubled or changed a sign. */
const line = fc
  .tuple(object, fc.nat(), fc.constantFrom("", "", "", '"', "{", "}", "[", ",", "\\", "0", "x", "\t", ":"))
  .map(([content, at, sign]) => {
    const signs = Array.from(content.replaceAll("\n", " "));
    if (sign !== "") signs.splice(at % (signs.length + 1), at % 2, sign);
    return signs.join("");
  });

/** What `JSON.parse` makes of a line, as the text of `a`; undefined where the line is no object or `a` is not certain. */
function oracle(content: string): unknown {
  try {
    const parsed: unknown = JSON.parse(content);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
    return Object.hasOwn(parsed, "a") ? (parsed as Record<string, unknown>).a : null;
  } catch {
    return undefined;
  }
}

describe("any line", () => {
  it("is read where JSON.parse reads it, to the same values", () => {
    fc.assert(
      fc.property(line, (content) => {
        const outcome = lines(content, [field("a", types.text, { optional: true })]);
        const expected = oracle(content);
        const [error] = outcome.tally.errors;
        // Text that is not well formed and columns that stand twice are errors of our own.
        if (error?.code === "TEN4204" || error?.code === "TEN4210") return;
        if (content.trim() === "") expect(outcome.tally.rows).toBe(0);
        else if (expected === undefined) expect(error?.code).toMatch(/^TEN420[789]$/);
        else if (expected === null || expected === "") expect(outcome.rows).toEqual([[null]]);
        else if (typeof expected === "string") expect(outcome.rows).toEqual([[expected]]);
        else if (typeof expected === "number") expect(Number(outcome.rows[0]?.[0])).toBe(expected);
        else expect(error?.code).toBe("TEN4112");
      }),
      { numRuns: 1500 },
    );
  });

  it("reads the same however small the buffer and the pieces are", () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (parts, room, size, isList) => {
          const content = bytesOf(isList ? `[${parts.join(",")}]` : parts.join("\n"));
          const readIn = (bytes: Iterable<Uint8Array>, space: number): ReadOutcome =>
            readTable(
              byteSource("d", bytes, (context) =>
                jsonReader("d", context, isList, { isQuick: true, room: space }),
              ),
              text("a", "b"),
              { duplicatesOnce: size % 2 === 0 },
            );
          expect(readIn(pieces(content, size), room)).toEqual(readIn([content], 4096));
        },
      ),
      { numRuns: 200 },
    );
  });
});
