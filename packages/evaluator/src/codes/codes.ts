/**
 * Every code that is said of data and of calls, with its page: `@tenet-lang/evaluator/codes`.
 *
 * `tenet explain TEN4107` and `grammar/diagnostics.md` are made from it. The evaluator itself only carries the codes
 * and their messages; the pages are an entry of their own, so that an embedder does not carry them.
 */
import { callCodes } from "./call-codes.ts";
import { cellCodes } from "./cell-codes.ts";
import type { DataCode } from "./data-code.ts";
import { fileCodes } from "./file-codes.ts";
import { rowCodes } from "./row-codes.ts";
import { tableCodes } from "./table-codes.ts";

export type { CallExample, DataCode, FileExample } from "./data-code.ts";

/** In the order of their codes. */
export const dataCodes: readonly DataCode[] = [
  ...callCodes,
  ...tableCodes,
  ...cellCodes,
  ...rowCodes,
  ...fileCodes,
];
