/**
 * The text of a file that somebody takes for CSV; or what it is instead, and how to make CSV of it. Most of these files
 * come out of Excel, which has several things in its list that are called CSV or text, and one that is read everywhere.
 */

/** The text, or why there is none. */
export type CsvText = { readonly text: string } | { readonly obstacle: string };

const advice = "In Excel choose File, Save As, and there “CSV UTF-8”.";

/** Of the first bytes of a file: a letter may be cut off at their end. */
export function csvText(bytes: Uint8Array): CsvText {
  if (isWorkbook(bytes)) return { obstacle: `is an Excel workbook, not CSV. ${advice}` };
  if (isUtf16(bytes)) return { obstacle: `is in UTF-16, which is not read as data. ${advice}` };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true }) };
  } catch {
    return { obstacle: `is not in UTF-8, so that letters such as ä or é would be lost. ${advice}` };
  }
}

/** How workbooks begin: the newer ones as a ZIP archive, the older ones as a compound file. */
const workbooks: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function isWorkbook(bytes: Uint8Array): boolean {
  return workbooks.some((start) => start.every((byte, at) => bytes[at] === byte));
}

/** Its mark, or zero bytes beside letters. */
function isUtf16([first, second]: Uint8Array): boolean {
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked || (first === 0) !== (second === 0);
}
