/**
 * All agreement files that the server knows: those open in the editor, and those of the workspace's folders.
 *
 * An open document is what its client says, whatever the disk holds; a closed one is read again. Every file is parsed
 * when its tree is first asked for, and an edit is parsed from the tree before it (`reparse`). The identity of a
 * `ParsedFile` stands for its content: whoever keeps a result keeps the trees that it was made from, and compares.
 */
import { type ParsedFile, parse, reparse, type SourceFile, sourceFile } from "@tenet-lang/language";
import { noteMark } from "../protocol/positions.ts";
import { type Address, addressIn, addressOf, type Place, placeOf } from "../protocol/uris.ts";

/** A file that is known. */
export interface Known {
  readonly address: Address;
  readonly place: Place;
  /** As the client spells its address. */
  readonly uri: string;
  /** Of an open document, its version; null for a file that is not open. */
  readonly version: number | null;
  readonly file: SourceFile;
}

interface Entry extends Known {
  /** The text as the client has it, a byte-order mark included. */
  readonly text: string;
  /** The tree of an earlier text, from which the present one can be made. */
  earlier: ParsedFile | null;
  tree: ParsedFile | null;
}

/** The files that the server knows. */
export class Store {
  /** Counts changes: a result that was made at this number is still true. */
  epoch = 0;
  #folders: readonly Address[] = [];
  readonly #entries = new Map<Address, Entry>();
  /** Where each text was read, also an earlier one. */
  readonly #addresses = new WeakMap<SourceFile, Address>();
  /** What the workspace's folders hold, for when a document closes. */
  readonly #saved = new Map<Address, string>();

  /** The folders of the workspace. */
  get folders(): readonly Address[] {
    return this.#folders;
  }

  /** Folders that may be read: those of the workspace, and those in which documents lie that are open by themselves. */
  get readable(): readonly Address[] {
    const open = this.all().filter(({ version }) => version !== null);
    return [...new Set([...this.#folders, ...open.map(({ place }) => place.folder)])];
  }

  /** Sets the folders; files are placed anew, and those that are neither open nor in a folder are forgotten. */
  setFolders(folders: readonly Address[]): void {
    this.#folders = folders;
    this.epoch += 1;
    for (const { uri, address, text, version } of [...this.#entries.values()]) {
      const isInside = folders.some((folder) => address.startsWith(`${folder}/`));
      if (version !== null || isInside) this.#put(uri, text, version);
      else this.#remove(address);
    }
  }

  /** Opens or changes a document. */
  setOpen(uri: string, text: string, version: number): void {
    this.#put(uri, text, version);
  }

  /** A document is closed: what the disk is known to hold counts again. */
  close(uri: string): void {
    const address = addressOf(uri);
    const saved = this.#saved.get(address);
    if (saved === undefined) this.#remove(address);
    else this.#put(uri, saved, null);
  }

  /** A file of the workspace was read; null where it is gone. Open documents stay as they are. */
  setSaved(uri: string, text: string | null): void {
    const address = addressOf(uri);
    if (text === null) this.#saved.delete(address);
    else this.#saved.set(address, text);
    if (this.isOpen(address)) return;
    if (text === null) this.#remove(address);
    else this.#put(uri, text, null);
  }

  isOpen(address: Address): boolean {
    return (this.#entries.get(address)?.version ?? null) !== null;
  }

  /** A file by the address that a client gave. */
  get(uri: string): Known | null {
    return this.#entries.get(addressOf(uri)) ?? null;
  }

  /** A file by its place. */
  at(place: Place): Known | null {
    return this.#entries.get(addressIn(place)) ?? null;
  }

  /** Where a text was read, as the client spells it; null for a text that is of no file. */
  uriOf(file: SourceFile): string | null {
    const address = this.#addresses.get(file);
    return address === undefined ? null : (this.#entries.get(address)?.uri ?? address);
  }

  /** All files, open ones first. */
  all(): readonly Known[] {
    const entries = [...this.#entries.values()];
    return [
      ...entries.filter(({ version }) => version !== null),
      ...entries.filter(({ version }) => version === null),
    ];
  }

  /** The tree of a file's present text. */
  treeOf({ address, file }: Known): ParsedFile {
    const entry = this.#entries.get(address);
    if (entry?.file !== file) return parse(file);
    entry.tree ??= entry.earlier === null ? parse(file) : reparse(entry.earlier, file);
    entry.earlier = null;
    return entry.tree;
  }

  #put(uri: string, text: string, version: number | null): void {
    const address = addressOf(uri);
    const before = this.#entries.get(address);
    const place = placeOf(address, this.#folders);
    const isSame =
      before?.text === text && before.place.path === place.path && before.place.folder === place.folder;
    if (isSame) {
      this.#entries.set(address, { ...before, uri, version });
      return;
    }
    const file = sourceFile(place.path, text);
    if (text.startsWith("\uFEFF")) noteMark(file);
    const samePath = before?.place.path === place.path;
    const earlier = samePath ? (before?.tree ?? before?.earlier ?? null) : null;
    this.#addresses.set(file, address);
    this.#entries.set(address, { address, place, uri, version, file, text, earlier, tree: null });
    this.epoch += 1;
  }

  #remove(address: Address): void {
    if (this.#entries.delete(address)) this.epoch += 1;
  }
}
