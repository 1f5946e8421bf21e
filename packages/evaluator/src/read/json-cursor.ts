/**
 * A place in JSON text, and steps over its parts.
 *
 * RFC 8259 and nothing beside it: no comments, no trailing commas, no leading zeros, no raw control characters. A
 * step answers false where the text breaks the rules and stays at the byte that does; if that is the end of the
 * bytes, more of them may mend it. Nothing here recurses, so nesting costs no stack.
 */
import { sequenceLength } from "./utf8.ts";

/** Deepest nesting that is read (DESIGN limit of all documents). */
export const DEEPEST = 64;

const PLAIN = 0;
const QUOTE = 1;
const BACKSLASH = 2;
const CONTROL = 3;
const BEYOND_ASCII = 4;

/** Classes of bytes inside a string. */
const CLASSES = new Uint8Array(256).fill(BEYOND_ASCII, 0x80).fill(CONTROL, 0, 0x20);
CLASSES[0x22] = QUOTE;
CLASSES[0x5c] = BACKSLASH;

const code = (sign: string): number => sign.charCodeAt(0);
/** Signs between values. */
export const OPEN_OBJECT = code("{");
export const CLOSE_OBJECT = code("}");
export const OPEN_LIST = code("[");
export const CLOSE_LIST = code("]");
export const COMMA = code(",");
export const COLON = code(":");
export const DOUBLE_QUOTE = code('"');
const MINUS = code("-");
const PLUS = code("+");
const POINT = code(".");
const ZERO = code("0");
const ESCAPED = new Set(Array.from('"\\/bfnrt', code));
const LETTER_U = code("u");

/** A place in JSON text. */
export class JsonCursor {
  bytes: Uint8Array = new Uint8Array(1);
  at = 0;
  /** Behind the last byte that may be read; a byte that is no part of JSON stands there. */
  end = 0;
  /** Was the last string written with escapes? */
  hasEscapes = false;
  /** Was a string not text: broken UTF-8, or half of a surrogate pair? It is stepped over all the same. */
  isNotText = false;
  isTooDeep = false;
  private readonly opened = new Uint8Array(DEEPEST + 1);

  skipSpace(): void {
    if ((this.bytes[this.at] as number) > 0x20) return;
    for (let byte = this.bytes[this.at]; this.at < this.end; byte = this.bytes[this.at]) {
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
      this.at += 1;
    }
  }

  /** Steps over one sign, and the space behind it. */
  sign(wanted: number): boolean {
    if (this.at >= this.end || this.bytes[this.at] !== wanted) return false;
    this.at += 1;
    this.skipSpace();
    return true;
  }

  /** Steps over a string; its text stands between the quotes. */
  string(): boolean {
    const { bytes, end } = this;
    this.hasEscapes = false;
    if (this.at >= end || bytes[this.at] !== DOUBLE_QUOTE) return false;
    let at = this.at + 1;
    for (;;) {
      let found = CLASSES[bytes[at] as number] as number;
      while (found === PLAIN) {
        at += 1;
        found = CLASSES[bytes[at] as number] as number;
      }
      this.at = at;
      if (at >= end) return false;
      if (found === QUOTE) break;
      if (found === CONTROL || (found === BACKSLASH ? !this.escape() : !this.sequence())) return false;
      at = this.at;
    }
    this.at = at + 1;
    return true;
  }

  private sequence(): boolean {
    const length = sequenceLength(this.bytes, this.at);
    if (length === 0) this.isNotText = true;
    this.at += Math.max(length, 1);
    return true;
  }

  private escape(): boolean {
    this.hasEscapes = true;
    const next = this.bytes[this.at + 1] as number;
    if (next !== LETTER_U) {
      this.at += ESCAPED.has(next) ? 2 : 1;
      return ESCAPED.has(next);
    }
    const unit = this.unit();
    if (unit < 0) return false;
    if (unit < 0xd800 || unit > 0xdfff) return true;
    // The first half of a pair must be followed by the second; a second half that is met here stands alone.
    const isFollowed = unit < 0xdc00 && this.bytes[this.at] === 0x5c && this.bytes[this.at + 1] === LETTER_U;
    const second = isFollowed ? this.unit() : 0;
    if (second < 0) return false;
    if (second < 0xdc00 || second > 0xdfff) this.isNotText = true;
    return true;
  }

  /** Steps over `\uXXXX` and gives its number; -1 where it is not whole. */
  private unit(): number {
    let unit = 0;
    this.at += 2;
    for (let digit = 0; digit < 4; digit += 1) {
      const value = hexValue(this.bytes[this.at] as number);
      if (value < 0) return -1;
      unit = unit * 16 + value;
      this.at += 1;
    }
    return unit;
  }

  number(): boolean {
    if (this.bytes[this.at] === MINUS) this.at += 1;
    if (this.bytes[this.at] === ZERO) this.at += 1;
    else if (!this.digits()) return false;
    if (this.bytes[this.at] === POINT) {
      this.at += 1;
      if (!this.digits()) return false;
    }
    if (((this.bytes[this.at] as number) | 0x20) !== code("e")) return true;
    this.at += 1;
    if (this.bytes[this.at] === PLUS || this.bytes[this.at] === MINUS) this.at += 1;
    return this.digits();
  }

  private digits(): boolean {
    const first = this.at;
    while (isDigit(this.bytes[this.at] as number)) this.at += 1;
    return this.at > first;
  }

  /** Steps over `true`, `false` or `null`. */
  word(letters: string): boolean {
    for (let index = 0; index < letters.length; index += 1, this.at += 1) {
      if (this.bytes[this.at] !== letters.charCodeAt(index)) return false;
    }
    return true;
  }

  /** Steps over any value that holds no others. */
  scalar(): boolean {
    switch (this.bytes[this.at]) {
      case DOUBLE_QUOTE:
        return this.string();
      case code("t"):
        return this.word("true");
      case code("f"):
        return this.word("false");
      case code("n"):
        return this.word("null");
      default:
        return this.number();
    }
  }

  /** Steps over an object or list with all it holds; `depth` is how many are open around it. */
  nested(depth: number): boolean {
    let open = depth;
    for (;;) {
      const byte = this.at < this.end ? this.bytes[this.at] : -1;
      if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        if (open >= DEEPEST) {
          this.isTooDeep = true;
          return false;
        }
        this.at += 1;
        this.skipSpace();
        const close = byte === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_LIST;
        this.opened[open] = close;
        open += 1;
        if (this.bytes[this.at] !== close) {
          if (close === CLOSE_OBJECT && !this.key()) return false;
          continue;
        }
      } else if (!this.scalar()) {
        return false;
      }
      // Behind a value: close what ends here, up to the comma that brings the next value.
      this.skipSpace();
      while (open > depth && this.at < this.end && this.bytes[this.at] === this.opened[open - 1]) {
        this.at += 1;
        open -= 1;
        if (open > depth) this.skipSpace();
      }
      if (open === depth) return true;
      if (!this.sign(COMMA)) return false;
      if (this.opened[open - 1] === CLOSE_OBJECT && !this.key()) return false;
    }
  }

  /** Steps over a name and the colon behind it. */
  private key(): boolean {
    if (!this.string()) return false;
    this.skipSpace();
    return this.sign(COLON);
  }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Value of a hexadecimal digit, or -1. */
export function hexValue(byte: number): number {
  if (isDigit(byte)) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
