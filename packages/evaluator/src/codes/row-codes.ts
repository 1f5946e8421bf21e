/** Codes of rows that cannot be read whatever their cells mean: TEN42xx. */
import type { DataCode, FileExample } from "./data-code.ts";

const FIELDS = "one row per call_id\n  dated called_on\n  field call_id text\n  field called_on date";

/** A CSV file of calls with one bad row. */
export function csvFile(text: string, says: string): FileExample {
  return { agreement: `dataset calls from "calls.csv" ${FIELDS}`, file: "calls.csv", text, says };
}

/** A file of calls in JSON. */
export function jsonFile(file: string, text: string, says: string): FileExample {
  return { agreement: `dataset calls from "${file}" ${FIELDS}`, file, text, says };
}

export const rowCodes: readonly DataCode[] = [
  {
    code: "TEN4201",
    name: "cells-do-not-match-header",
    spec: "§4.7.3",
    summary: "A row has more or fewer cells than the header.",
    why: "From the missing or surplus cell on, every value would be read in the wrong column. A comma inside a text is the usual cause.",
    todo: 'Put texts with commas into double quotes: `"Rua Nova, 3"`. Spreadsheets do so when they save as CSV.',
    example: csvFile("call_id,called_on\nC1,2026-03-02,yes\n", "this row has 3 cells, and the header has 2"),
  },
  {
    code: "TEN4202",
    name: "stray-quote",
    spec: "§4.7.3",
    summary: "A double quote stands where a cell cannot have one.",
    why: "Where quotes do not pair, nobody can say where a cell ends.",
    todo: 'Quote the whole cell and write a quote inside of it twice: `"a 14"" screen"`.',
    example: csvFile(
      'call_id,called_on\nC"1,2026-03-02\n',
      "this row has a quote inside a cell that does not start with one; quote the whole cell and double the quotes in it",
    ),
  },
  {
    code: "TEN4203",
    name: "stray-carriage-return",
    spec: "§4.7.3",
    summary: "A row holds a carriage return that no line feed follows.",
    why: "Some programs end lines with it and others do not, so it cannot be told whether this is one row or two.",
    todo: "Save the file with the line ends of Windows or of Unix, not of the first Macintosh; inside a cell, quote the cell.",
    example: csvFile(
      "call_id,called_on\nC1\r,2026-03-02\n",
      "this row has a carriage return without a line feed; lines end in LF or CRLF",
    ),
  },
  {
    code: "TEN4204",
    name: "not-utf-8",
    spec: "§4.7.2",
    summary: "A row is not written in UTF-8.",
    why: "In another encoding the same bytes are other letters, so names and keys would no longer match.",
    todo: "Save the file as UTF-8; in Excel that is “CSV UTF-8 (comma delimited)”.",
    example: {
      ...csvFile(
        "call_id,called_on\nCaf\u00e9,2026-03-02\n",
        "this row is not UTF-8; save the file in that encoding",
      ),
      encoding: "latin1",
    },
  },
  {
    code: "TEN4205",
    name: "zero-byte",
    spec: "§4.7.2",
    summary: "A row holds a zero byte.",
    why: "No text has one. The file was cut, or filled up, by a machine, or it is no text at all.",
    todo: "Get the file again from where it was made.",
    example: csvFile(
      "call_id,called_on\nC\u0000,2026-03-02\n",
      "this row holds a zero byte, which no text has",
    ),
  },
  {
    code: "TEN4207",
    name: "no-object",
    spec: "§3.2.41",
    summary: "A row that was given as JSON or by a program is not an object.",
    why: "Without names of columns it cannot be told which value is which.",
    todo: 'Give every row as an object with the columns of the file as its keys: `{"call_id": "C1", "called_on": "2026-03-02"}`.',
    example: jsonFile(
      "calls.ndjson",
      '["C1", "2026-03-02"]\n',
      "this row is not an object with the columns as its members",
    ),
  },
  {
    code: "TEN4208",
    name: "no-json",
    spec: "§4.7.2",
    summary: "A row is not valid JSON.",
    why: "What follows the mistake may belong to this row or to the next.",
    todo: "Write the file with a program's JSON function and not by hand. Keys and texts have double quotes, and no comma stands before `}`.",
    example: jsonFile(
      "calls.ndjson",
      "{call_id: 'C1', called_on: '2026-03-02'}\n",
      "this row is not valid JSON",
    ),
  },
  {
    code: "TEN4209",
    name: "nested-too-deep",
    spec: "§4.7.2",
    summary: "A row of JSON is nested deeper than 64 levels.",
    why: "No table is. Reading on without a limit would let a single hostile row bring a program down.",
    todo: "Flatten the rows before they are judged.",
    example: jsonFile(
      "calls.ndjson",
      `{"call_id": "C1", "called_on": "2026-03-02", "more": ${"[".repeat(70)}${"]".repeat(70)}}\n`,
      "this row is nested deeper than 64",
    ),
  },
  {
    code: "TEN4210",
    name: "key-of-object-twice",
    spec: "§4.7.4",
    summary: "An object in JSON has a declared column twice.",
    why: "Programs disagree about which of the two counts.",
    todo: "Correct the program that writes the file.",
    example: jsonFile(
      "calls.ndjson",
      '{"call_id": "C1", "called_on": "2026-03-02", "called_on": "2026-03-09"}\n',
      "this row has the column twice, so its value is not certain",
    ),
  },
];
