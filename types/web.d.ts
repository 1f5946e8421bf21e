/**
 * The few globals that Node, browsers and edge runtimes all have, for product code that must run in each
 * of them: neither the types of Node nor those of a browser page would be true there.
 */

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(input?: ArrayBufferView | ArrayBufferLike, options?: { readonly stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
  encodeInto(source: string, destination: Uint8Array): { read: number; written: number };
}

/** A clock that only measures: it says nothing of the time of day. */
declare const performance: { now(): number };
