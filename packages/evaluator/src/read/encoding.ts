/** How a file starts: the byte-order mark of UTF-8, or signs of an encoding that is not read. */
import type { FileProblem } from "./csv-problems.ts";
import type { RecordBuffer } from "./record-buffer.ts";

/** What is wrong with the encoding of a file whose first bytes stand in the buffer; null where nothing is. */
export function otherEncoding({ bytes, start, end }: RecordBuffer): FileProblem | null {
  if (end - start < 2) return null;
  const [first, second] = [bytes[start], bytes[start + 1]];
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // Text without a mark has no zero bytes in UTF-8, and every second byte is one in most text in UTF-16.
  if (!hasMark && first !== 0 && second !== 0) return null;
  return { code: "TEN4305", row: null, column: null, message: "the file is in UTF-16; save it as UTF-8" };
}

/** Goes past the byte-order mark of UTF-8. */
export function skipByteOrderMark(buffer: RecordBuffer): void {
  const { bytes, start } = buffer;
  if (bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf)
    buffer.start = start + 3;
}
