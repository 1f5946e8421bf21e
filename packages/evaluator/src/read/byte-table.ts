/**
 * A set of byte strings, numbered in the order they were added.
 *
 * Texts, members, whole rows: wherever a file repeats itself, its bytes are looked up here without making a string.
 * The bytes lie one after another in large blocks, beside them one hash, place and length per entry, so that ten
 * million short texts cost some thirty bytes each. Equal hashes are never taken for equal bytes.
 */

/**
 * Bytes of a block, the first ones apart, which are smaller; an entry never spans two, and one that is larger has a
 * block of its own. Places are counted in units of four bytes, so that 16 GB fit.
 */
const BLOCK = 1 << 22;
const FIRST_BLOCK = 1 << 12;
const UNIT = 4;
const UNITS_PER_BLOCK = BLOCK / UNIT;
const BLOCK_SHIFT = Math.log2(UNITS_PER_BLOCK);

/**
 * Start value of the hash. It differs from run to run so that a file cannot be made to collide on purpose; entries
 * are numbered as they come, so nothing that is judged can see it.
 */
const SEED = Math.floor(Math.random() * 0x7fffffff);

/** Byte strings and their numbers. */
export class ByteTable {
  size = 0;
  private readonly blocks: Uint8Array[] = [];
  private usedUnits = 0;
  /** Units of the last block. */
  private roomInUnits = 0;
  private places = new Uint32Array(64);
  private lengths = new Uint32Array(64);
  private hashes = new Int32Array(64);
  /** Open addressing: entry number + 1, or 0 for a free slot; never more than half full. */
  private slots = new Int32Array(128);

  /** The number of these bytes, which are added if they are new. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const slot = this.slotOf(hash, bytes, start, end);
    const found = this.slots[slot] as number;
    return found > 0 ? found - 1 : this.insert(slot, hash, bytes, start, end);
  }

  /** The number of these bytes, or -1. */
  find(bytes: Uint8Array, start: number, end: number): number {
    return (this.slots[this.slotOf(hashOf(bytes, start, end), bytes, start, end)] as number) - 1;
  }

  /** Calls a reader with the bytes of an entry. */
  read<T>(entry: number, reader: (bytes: Uint8Array, start: number, end: number) => T): T {
    const place = this.places[entry] ?? 0;
    const start = (place & (UNITS_PER_BLOCK - 1)) * UNIT;
    const block = this.blocks[place >>> BLOCK_SHIFT] ?? new Uint8Array(0);
    return reader(block, start, start + (this.lengths[entry] ?? 0));
  }

  private slotOf(hash: number, bytes: Uint8Array, start: number, end: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const found = slots[slot] as number;
      if (found === 0) return slot;
      if (this.hashes[found - 1] === hash && this.equals(found - 1, bytes, start, end)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private equals(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    const length = this.lengths[entry] as number;
    if (length !== end - start) return false;
    const place = this.places[entry] as number;
    const block = this.blocks[place >>> BLOCK_SHIFT] as Uint8Array;
    const held = (place & (UNITS_PER_BLOCK - 1)) * UNIT;
    for (let at = 0; at < length; at += 1) if (block[held + at] !== bytes[start + at]) return false;
    return true;
  }

  private insert(slot: number, hash: number, bytes: Uint8Array, start: number, end: number): number {
    const entry = this.size;
    if (entry === this.hashes.length) this.growEntries();
    this.places[entry] = this.store(bytes, start, end);
    this.lengths[entry] = end - start;
    this.hashes[entry] = hash;
    this.slots[slot] = entry + 1;
    this.size = entry + 1;
    if (this.size * 2 > this.slots.length) this.growSlots();
    return entry;
  }

  /** Copies the bytes into a block and returns their place. */
  private store(bytes: Uint8Array, start: number, end: number): number {
    const units = Math.max(1, Math.ceil((end - start) / UNIT));
    if (this.usedUnits + units > this.roomInUnits) {
      const usual = Math.min(BLOCK, FIRST_BLOCK * 2 ** this.blocks.length);
      this.roomInUnits = Math.max(usual / UNIT, units);
      this.blocks.push(new Uint8Array(this.roomInUnits * UNIT));
      this.usedUnits = 0;
    }
    const block = this.blocks[this.blocks.length - 1] as Uint8Array;
    const offset = this.usedUnits * UNIT;
    for (let at = start; at < end; at += 1) block[offset + at - start] = bytes[at] as number;
    const place = (this.blocks.length - 1) * UNITS_PER_BLOCK + this.usedUnits;
    this.usedUnits += units;
    return place;
  }

  private growEntries(): void {
    this.places = doubled(this.places, new Uint32Array(this.size * 2));
    this.lengths = doubled(this.lengths, new Uint32Array(this.size * 2));
    this.hashes = doubled(this.hashes, new Int32Array(this.size * 2));
  }

  private growSlots(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let entry = 0; entry < this.size; entry += 1) {
      let slot = (this.hashes[entry] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry + 1;
    }
    this.slots = slots;
  }
}

/** Four bytes at a time, each mixed into what came before; the slots are taken from the low bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = SEED ^ (end - start);
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const low = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
    const high = (bytes[at + 2] as number) | ((bytes[at + 3] as number) << 8);
    hash = Math.imul(hash ^ low ^ (high << 16), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  let rest = 0;
  for (; at < end; at += 1) rest = (rest << 8) | (bytes[at] as number);
  hash = Math.imul(hash ^ rest, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function doubled<T extends Uint32Array | Int32Array>(values: T, longer: T): T {
  longer.set(values);
  return longer;
}
