/**
 * What is looked at before anything else touches a foreign bundle.
 *
 * Schema libraries and rule engines recurse, and a few kilobytes of brackets overflow them; a key named `__proto__`
 * changes the object it is put on. So text is measured before it is parsed, and a value is copied before it is
 * checked, both without recursion. The copy is plain data: no getters, no class instances, no cycles, nothing
 * inherited. Everything that passes here is small, shallow and inert.
 */

/** Something that a bundle was refused for. */
export interface BundleProblem {
  /** Where, as a JSON path: `rules[3].conditions.all[0].operator`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** Largest bundle, in bytes of UTF-8 (for a value: its texts, plus one for each thing in it). */
export const MAX_BYTES = 5_000_000;
/** Deepest nesting of lists and objects. */
export const MAX_DEPTH = 64;

const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Measures JSON text without parsing it; null where it may be parsed. */
export function scanText(text: string): BundleProblem | null {
  if (text.length > MAX_BYTES || byteLength(text) > MAX_BYTES) return tooLarge();
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (quoted) {
      if (unit === BACKSLASH) at++;
      else if (unit === QUOTE) quoted = false;
    } else if (unit === QUOTE) quoted = true;
    else if (unit === 0x5b || unit === 0x7b) {
      if (++depth > MAX_DEPTH) return whole(`nested deeper than ${MAX_DEPTH} at character ${at + 1}`);
    } else if (unit === 0x5d || unit === 0x7d) depth--;
  }
  return null;
}

/** A list or object still to be filled with copies of its members. */
interface Task {
  readonly from: object;
  readonly to: Record<string, unknown>;
  readonly chain: Chain;
}

/** An object, the key under which it lies in the one above, and those it lies in, by which a cycle is found. */
interface Chain {
  readonly holder: object;
  readonly key: string;
  readonly depth: number;
  readonly above: Chain | null;
}

/** Where a copy goes. */
interface Slot {
  readonly to: Record<string, unknown>;
  readonly key: string;
  readonly above: Chain | null;
}

interface Copying {
  readonly tasks: Task[];
  /** What the bundle may still weigh. */
  left: number;
}

/** Copies a value as plain data, or says why it cannot be a bundle. */
export function copyValue(value: unknown): { readonly copy: unknown } | { readonly problem: BundleProblem } {
  const copying: Copying = { tasks: [], left: MAX_BYTES };
  const root: Record<string, unknown> = {};
  let problem = place(copying, { to: root, key: "value", above: null }, value);
  for (let task = copying.tasks.pop(); task !== undefined && problem === null; task = copying.tasks.pop()) {
    problem = copyMembers(copying, task);
  }
  return problem === null ? { copy: root.value } : { problem };
}

function copyMembers(copying: Copying, { from, to, chain }: Task): BundleProblem | null {
  const list = Array.isArray(from);
  // A list may claim far more items than it holds.
  if (list && from.length > copying.left) return tooLarge();
  const keys = list ? indexes(from.length) : Object.keys(from);
  for (const key of keys) {
    if (FORBIDDEN.has(key)) {
      return { path: pathOf(chain, key), message: `a key may not be named \`${key}\`` };
    }
    const property = Object.getOwnPropertyDescriptor(from, key);
    if (property?.get !== undefined || property?.set !== undefined) {
      const message = "is computed when it is read; a bundle holds plain data only";
      return { path: pathOf(chain, key), message };
    }
    const problem = place(copying, { to, key, above: chain }, property?.value);
    if (problem !== null) return problem;
  }
  return null;
}

/** Puts one value into its slot: a scalar as it is, a list or object empty, with a task to fill it. */
function place(copying: Copying, { to, key, above }: Slot, value: unknown): BundleProblem | null {
  copying.left -= 1 + key.length + (typeof value === "string" ? byteLength(value) : 0);
  if (copying.left < 0) return tooLarge();
  if (typeof value !== "object" || value === null) {
    to[key] = value;
    return null;
  }
  if (!isPlain(value)) return { path: pathOf(above, key), message: "is not a plain object or list" };
  for (let chain = above; chain !== null; chain = chain.above) {
    if (chain.holder === value) return { path: pathOf(above, key), message: "holds itself" };
  }
  const depth = (above?.depth ?? 0) + 1;
  if (depth > MAX_DEPTH) return { path: pathOf(above, key), message: `nested deeper than ${MAX_DEPTH}` };
  const copy: object = Array.isArray(value) ? [] : {};
  to[key] = copy;
  const chain = { holder: value, key, depth, above };
  copying.tasks.push({ from: value, to: copy as Record<string, unknown>, chain });
  return null;
}

/** The path of a member; made only where something is wrong, since most things are not. */
function pathOf(above: Chain | null, key: string): string {
  if (above === null) return "";
  const path = pathOf(above.above, above.key);
  return Array.isArray(above.holder) ? `${path}[${key}]` : memberPath(path, key);
}

function indexes(length: number): string[] {
  return Array.from({ length }, (_, index) => String(index));
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object of another realm (a frame, a worker) has that realm's root prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A key added to a path: dotted where it is a plain word, quoted otherwise. */
export function memberPath(path: string, key: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) return `${path}[${JSON.stringify(key.slice(0, 80))}]`;
  return path === "" ? key : `${path}.${key}`;
}

function byteLength(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Each half of a surrogate pair makes two of its four bytes.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

function whole(message: string): BundleProblem {
  return { path: "", message };
}

function tooLarge(): BundleProblem {
  return whole("the bundle is larger than 5 MB");
}
