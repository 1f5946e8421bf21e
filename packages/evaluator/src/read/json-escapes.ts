/** Strings of JSON made plain where they stand. */
import { hexValue } from "./json-cursor.ts";

const BACKSLASH = 0x5c;
const PLAIN: Readonly<Record<string, number>> = { b: 8, f: 12, n: 10, r: 13, t: 9 };

/**
 * Replaces the escapes of a string, whose range is known to be valid, by the UTF-8 of what they stand for, and gives
 * the new end. An escape is never shorter than its character, so the text always fits.
 */
export function makePlain(bytes: Uint8Array, start: number, end: number): number {
  let to = start;
  for (let at = start; at < end; ) {
    const byte = bytes[at] as number;
    if (byte !== BACKSLASH) {
      bytes[to++] = byte;
      at += 1;
      continue;
    }
    const sign = bytes[at + 1] as number;
    if (sign !== 0x75) {
      bytes[to++] = PLAIN[String.fromCharCode(sign)] ?? sign;
      at += 2;
      continue;
    }
    const first = unitAt(bytes, at + 2);
    const isPair = first >= 0xd800 && first <= 0xdbff;
    const point = isPair ? 0x10000 + ((first - 0xd800) << 10) + unitAt(bytes, at + 8) - 0xdc00 : first;
    to = writePoint(bytes, to, point);
    at += isPair ? 12 : 6;
  }
  return to;
}

function unitAt(bytes: Uint8Array, at: number): number {
  let unit = 0;
  for (let digit = at; digit < at + 4; digit += 1) unit = unit * 16 + hexValue(bytes[digit] as number);
  return unit;
}

function writePoint(bytes: Uint8Array, to: number, point: number): number {
  let at = to;
  if (point < 0x80) {
    bytes[at++] = point;
  } else if (point < 0x800) {
    bytes[at++] = 0xc0 | (point >> 6);
    bytes[at++] = 0x80 | (point & 0x3f);
  } else if (point < 0x10000) {
    bytes[at++] = 0xe0 | (point >> 12);
    bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
    bytes[at++] = 0x80 | (point & 0x3f);
  } else {
    bytes[at++] = 0xf0 | (point >> 18);
    bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
    bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
    bytes[at++] = 0x80 | (point & 0x3f);
  }
  return at;
}
