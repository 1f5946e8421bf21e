/** Codes of files that cannot be read on: TEN43xx. */
import type { DataCode } from "./data-code.ts";
import { csvFile, jsonFile } from "./row-codes.ts";

export const fileCodes: readonly DataCode[] = [
  {
    code: "TEN4301",
    name: "no-table",
    spec: "§4.7.2",
    summary: "A file has no header, or in JSON no list.",
    why: "An empty file is mostly an export that failed. Taken for a table without rows, it would say that nothing happened.",
    todo: "Export the file again. If there really were no rows, leave the header in: a header alone is a table without rows.",
    example: csvFile("", "the file is empty: it has no line that names the columns"),
  },
  {
    code: "TEN4302",
    name: "column-missing",
    spec: "§4.7.4",
    summary: "A file has no column that the agreement declares.",
    why: "Reading it as empty would make every condition on it undecided, without a word.",
    todo: 'Rename the column, or say how the file calls it: `field called_on date from "Date of call"`. Names are compared exactly, capitals and blanks included.',
    example: csvFile(
      "call_id,caled_on\nC1,2026-03-02\n",
      "the file has no column `called_on`; did you mean `caled_on`?",
    ),
  },
  {
    code: "TEN4303",
    name: "column-twice",
    spec: "§4.7.4",
    summary: "A file has a declared column twice.",
    why: "Nobody has said which of the two counts.",
    todo: "Remove or rename one of them. Columns that the agreement does not declare may stand as often as they like.",
    example: csvFile(
      "call_id,called_on,called_on\nC1,2026-03-02,2026-03-09\n",
      "the column `called_on` stands 2 times (columns 2, 3), so its values are not certain",
    ),
  },
  {
    code: "TEN4304",
    name: "other-delimiter",
    spec: "§4.7.3",
    summary: "The header is one single column in which another sign divides the names.",
    why: "A program asked for one sign between columns, and the file has another. The command line finds the sign itself, so it never says this.",
    todo: "Leave out the option `delimiter`, or give the sign of the file.",
    example: {
      call: 'csv("calls.csv", bytes, { delimiter: "," })  of a file whose header is `call_id;called_on`',
      says: "the header is a single column divided by a semicolon, and this file is read with a comma between columns; read it with a semicolon",
    },
  },
  {
    code: "TEN4305",
    name: "utf-16",
    spec: "§4.7.2",
    summary: "A file is written in UTF-16.",
    why: "Files are read in one encoding, so that a name is the same name everywhere.",
    todo: "Save the file as UTF-8; in Excel that is “CSV UTF-8 (comma delimited)”, not “Unicode text”.",
    example: {
      ...csvFile("call_id,called_on\nC1,2026-03-02\n", "the file is in UTF-16; save it as UTF-8"),
      encoding: "utf16le",
    },
  },
  {
    code: "TEN4306",
    name: "quote-never-closes",
    spec: "§4.7.3",
    summary: "A double quote opens a cell and never closes it.",
    why: "Everything behind it, line ends included, belongs to that cell, so the rest of the file cannot be told apart. The file may be cut off.",
    todo: "Look at the line that is named: close the quote, or write a quote that belongs to the text twice.",
    example: csvFile(
      'call_id,called_on\n"C1,2026-03-02\nC2,2026-03-03\n',
      "a quote in this row never closes, so the rest of the file cannot be read",
    ),
  },
  {
    code: "TEN4307",
    name: "row-too-long",
    spec: "§4.7.3",
    summary: "A row is longer than a megabyte.",
    why: "Nothing that is judged is so long; mostly a quote was left open far above.",
    todo: "Look for an open quote at the start of that row. Leave large texts out of the export.",
    example: csvFile(
      `call_id,called_on\n"C1${" ".repeat(1_100_000)}",2026-03-02\n`,
      "the row that starts here is longer than 1048576 bytes; is a quote left open?",
    ),
  },
  {
    code: "TEN4308",
    name: "list-broken",
    spec: "§4.7.2",
    summary: "A list in JSON breaks off, or holds something that cannot be read past.",
    why: "In a list, one broken row hides where the next one starts. A file that is cut off looks the same.",
    todo: "Get the file again. If rows may be broken one by one, write one object on each line (`.ndjson`): then only the broken line is lost.",
    example: jsonFile(
      "calls.json",
      '[{"call_id": "C1", "called_on": "2026-03-02"},\n',
      "the list never closes; is the file cut off?",
    ),
  },
];
