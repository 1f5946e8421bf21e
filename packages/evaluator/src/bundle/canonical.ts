/**
 * One text for one bundle.
 *
 * Canonical JSON has its keys in code-unit order and no white space, so that equal values give equal text whoever
 * wrote them and in whatever order. The fingerprint is the SHA-256 of that text without the fingerprint itself and
 * without any `origin`: where a sentence stands, and which release of a library gave a table, is not what was
 * agreed. Two bundles with one fingerprint therefore judge alike.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Bundle } from "./rule.ts";

/** The canonical JSON text of a plain JSON value. Keys that hold `undefined` are left out. */
export function canonicalJson(value: unknown): string {
  return write(value, new Set());
}

/** `sha256:` and 64 hex digits of the bundle's canonical text, whatever fingerprint it carries. */
export function fingerprintOf(bundle: Omit<Bundle, "fingerprint"> | Bundle): string {
  const { fingerprint: _, ...rest } = bundle as Bundle;
  return `sha256:${bytesToHex(sha256(utf8ToBytes(write(rest, ORIGINS))))}`;
}

/** Keys that say where something comes from, and nothing of what it is. */
const ORIGINS: ReadonlySet<string> = new Set(["origin", "holidayOrigin"]);

function write(value: unknown, left: ReadonlySet<string>): string {
  if (Array.isArray(value)) return `[${value.map((item) => write(item, left)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([key, held]) => !left.has(key) && held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${write(held, left)}`).join(",")}}`;
}
