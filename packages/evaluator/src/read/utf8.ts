/**
 * Text as bytes and back, exactly.
 *
 * The bytes are UTF-8, with one extension: half of a surrogate pair, which a program's own strings may hold but a
 * file never does, is written as the three bytes its number would have. So every string comes back as it was.
 */

/** Room that `encodeText` may need for a text of so many UTF-16 units. */
export function encodedRoom(units: number): number {
  return units * 3;
}

/** Writes a text at an offset and returns the offset behind it; the target must have `encodedRoom`. */
export function encodeText(text: string, target: Uint8Array, offset: number): number {
  let at = offset;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      target[at++] = unit;
    } else if (unit < 0x800) {
      target[at++] = 0xc0 | (unit >> 6);
      target[at++] = 0x80 | (unit & 0x3f);
    } else if (isPairAt(text, index)) {
      const point = 0x10000 + ((unit - 0xd800) << 10) + (text.charCodeAt(index + 1) - 0xdc00);
      index += 1;
      target[at++] = 0xf0 | (point >> 18);
      target[at++] = 0x80 | ((point >> 12) & 0x3f);
      target[at++] = 0x80 | ((point >> 6) & 0x3f);
      target[at++] = 0x80 | (point & 0x3f);
    } else {
      target[at++] = 0xe0 | (unit >> 12);
      target[at++] = 0x80 | ((unit >> 6) & 0x3f);
      target[at++] = 0x80 | (unit & 0x3f);
    }
  }
  return at;
}

function isPairAt(text: string, index: number): boolean {
  const next = text.charCodeAt(index + 1);
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (next & 0xfc00) === 0xdc00;
}

/** Units turned into a string at a time; more would overflow the stack of a call. */
const UNITS_AT_ONCE = 4096;
const units = new Uint16Array(UNITS_AT_ONCE);

/** The text of bytes that are known to be valid. */
export function decodeText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  let at = start;
  while (at < end) {
    let count = 0;
    while (at < end && count < UNITS_AT_ONCE - 1) {
      const lead = bytes[at] as number;
      if (lead < 0x80) {
        units[count++] = lead;
        at += 1;
      } else if (lead < 0xe0) {
        units[count++] = ((lead & 0x1f) << 6) | tail(bytes, at + 1);
        at += 2;
      } else if (lead < 0xf0) {
        units[count++] = ((lead & 0x0f) << 12) | (tail(bytes, at + 1) << 6) | tail(bytes, at + 2);
        at += 3;
      } else {
        const high = ((lead & 0x07) << 18) | (tail(bytes, at + 1) << 12);
        const point = (high | (tail(bytes, at + 2) << 6) | tail(bytes, at + 3)) - 0x10000;
        units[count++] = 0xd800 + (point >> 10);
        units[count++] = 0xdc00 + (point & 0x3ff);
        at += 4;
      }
    }
    text += String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);
  }
  return text;
}

function tail(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) & 0x3f;
}

/**
 * Length of the valid UTF-8 sequence that starts at a byte of 0x80 or more; 0 where there is none. Overlong forms,
 * halves of surrogate pairs and numbers beyond U+10FFFF are not valid (Unicode 15, table 3-7).
 */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return isTail(second) ? 2 : 0;
  const third = bytes[at + 2] ?? 0;
  if (lead < 0xf0) {
    if (second < (lead === 0xe0 ? 0xa0 : 0x80) || second > (lead === 0xed ? 0x9f : 0xbf)) return 0;
    return isTail(third) ? 3 : 0;
  }
  if (second < (lead === 0xf0 ? 0x90 : 0x80) || second > (lead === 0xf4 ? 0x8f : 0xbf)) return 0;
  return isTail(third) && isTail(bytes[at + 3] ?? 0) ? 4 : 0;
}

function isTail(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
