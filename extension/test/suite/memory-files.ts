/** A folder that is on no disk: the test workspace, in memory, behind a scheme of its own. */
import {
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from "vscode";

/** Given by whoever bundles the suite: the texts of the test workspace, by their paths. */
declare const TENET_WORKSPACE: Readonly<Record<string, string>>;

const scheme = "memory";
const root = "/shop";

/** Offers the folder; nothing can be written to it where it is only for reading. */
export function offerMemory(isReadonly = false): Disposable {
  const texts = Object.entries(TENET_WORKSPACE).map(([path, text]): [string, Uint8Array] => [
    `${root}/${path}`,
    new TextEncoder().encode(text),
  ]);
  return workspace.registerFileSystemProvider(scheme, new MemoryFiles(texts), {
    isCaseSensitive: true,
    isReadonly,
  });
}

class MemoryFiles implements FileSystemProvider {
  readonly #files: Map<string, Uint8Array>;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #time = 0;

  constructor(files: readonly (readonly [string, Uint8Array])[]) {
    this.#files = new Map(files);
  }

  watch(): Disposable {
    return { dispose: () => undefined };
  }

  stat(uri: Uri): FileStat {
    const bytes = this.#files.get(uri.path);
    const times = { ctime: 0, mtime: this.#time };
    if (bytes !== undefined) return { type: FileType.File, size: bytes.length, ...times };
    if (this.readDirectory(uri).length > 0 || uri.path === root)
      return { type: FileType.Directory, size: 0, ...times };
    throw FileSystemError.FileNotFound(uri);
  }

  readDirectory({ path }: Uri): [string, FileType][] {
    const inside = [...this.#files.keys()].filter((name) => name.startsWith(`${path}/`));
    const entries = inside.map((name): [string, FileType] => {
      const [entry = "", ...more] = name.slice(path.length + 1).split("/");
      return [entry, more.length === 0 ? FileType.File : FileType.Directory];
    });
    return [...new Map(entries)];
  }

  readFile(uri: Uri): Uint8Array {
    const bytes = this.#files.get(uri.path);
    if (bytes === undefined) throw FileSystemError.FileNotFound(uri);
    return bytes;
  }

  writeFile(uri: Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.#files.set(uri.path, content);
    this.#time += 1;
    this.#changed.fire([{ type, uri }]);
  }

  /** Folders are there as soon as a file is in them. */
  createDirectory(): void {}

  delete(uri: Uri): void {
    this.#files.delete(uri.path);
    this.#changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from: Uri, to: Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }
}
