/**
 * From files to what features need: agreements loaded and checked, and kept for as long as their files are the same.
 *
 * A result is kept with the trees that it was made from. While nothing at all has changed (the store's epoch) it is
 * true; otherwise its files are compared, and where each is the same tree, it is true still. An edit thus costs the
 * agreements that the file belongs to, and no others.
 */
import type { Bundle } from "@tenet-lang/evaluator";
import {
  compile,
  type Diagnostic,
  type HolidaySource,
  loadHolidays,
  loadParsed,
  type Model,
  type ParsedFile,
} from "@tenet-lang/language";
import type { CancellationToken } from "vscode-languageserver";
import { mayBeAgreement, usedPaths } from "../documents/outline.ts";
import type { Known, Store } from "../documents/store.ts";
import { readUsed } from "../documents/workspace-files.ts";
import type { Host } from "../host/host.ts";
import type { Address } from "../protocol/uris.ts";
import { Analysed } from "./analysed.ts";
import type { Pause } from "./pace.ts";

/** What compiling gave. */
export interface Compiled {
  readonly bundle: Bundle | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface Kept {
  epoch: number;
  readonly analysed: Analysed;
  /** Every file that was looked for, with the tree that was found. */
  readonly inputs: ReadonlyMap<string, ParsedFile | null>;
}

/** What is said of an agreement so far. */
export interface Checked {
  readonly analysed: Analysed;
  readonly diagnostics: readonly Diagnostic[];
  readonly compiled: Compiled | null;
}

/** Milliseconds after which those who wait are answered with what there is. */
const LONGEST_WAIT = 20;

/** The understanding of the store's files. */
export class Analysis {
  readonly #store: Store;
  readonly #host: Host;
  readonly #kept = new Map<Address, Kept>();
  readonly #compiled = new WeakMap<Analysed, Compiled>();
  readonly #unfinished = new Set<Address>();
  #usersAt = -1;
  #users: ReadonlyMap<string, readonly Known[]> = new Map();

  constructor(store: Store, host: Host) {
    this.#store = store;
    this.#host = host;
  }

  /** The agreement that a file starts. What it uses is read first, if it is not known yet. */
  async analysed(root: Known, token: CancellationToken, pause: Pause): Promise<Analysed> {
    const kept = this.#trueStill(root);
    if (kept !== null) return kept;
    await pause(token);
    await readUsed(this.#store, this.#host, root);
    await pause(token);
    return this.#trueStill(root) ?? this.#analyse(this.#store.get(root.address) ?? root);
  }

  /** The agreements that a file belongs to, or it by itself: those of `rootsOf` that do use it, in the same order. */
  async agreementsOf(known: Known, token: CancellationToken, pause: Pause): Promise<readonly Analysed[]> {
    const found: Analysed[] = [];
    for (const root of this.rootsOf(known)) {
      if (found.length > 0) await pause(token);
      const next = await this.analysed(root, token, pause);
      if (found.length === 0 || uses(next, known)) found.push(next);
    }
    return found;
  }

  /**
   * The same, each checked. Of a file that hundreds of agreements share, those who wait (`soon`) see the first of them,
   * those that were checked before, and as many others as take no time; `takeUnfinished` says that there are more.
   */
  async checkedOf(
    known: Known,
    token: CancellationToken,
    pause: Pause,
    extent: "all" | "soon",
  ): Promise<readonly Checked[]> {
    const start = performance.now();
    const found: Checked[] = [];
    for (const root of this.rootsOf(known)) {
      const isLate = extent === "soon" && found.length > 0 && performance.now() - start > LONGEST_WAIT;
      if (isLate && !this.#isChecked(root)) {
        this.#unfinished.add(known.address);
        continue;
      }
      if (found.length > 0) await pause(token);
      const analysed = await this.analysed(root, token, pause);
      if (found.length === 0 || uses(analysed, known))
        found.push({ analysed, diagnostics: analysed.diagnostics, compiled: this.compiledBefore(analysed) });
    }
    return found;
  }

  /** Whether less was seen of a file than there is; it is asked once. */
  takeUnfinished(known: Known): boolean {
    return this.#unfinished.delete(known.address);
  }

  #isChecked(root: Known): boolean {
    return this.#trueStill(root)?.isChecked === true;
  }

  /** The files whose agreements a file belongs to: its own, or those that use it (open ones first), else itself. */
  rootsOf(known: Known): readonly Known[] {
    if (mayBeAgreement(known.file)) return [known];
    const roots = this.#usersOf(known).filter(({ file }) => mayBeAgreement(file));
    return roots.length === 0 ? [known] : roots;
  }

  /** What compiling gave, if that was done already. */
  compiledBefore(analysed: Analysed): Compiled | null {
    return this.#compiled.get(analysed) ?? null;
  }

  /** The bundle, but never by waiting for the library of holidays: null where that is still needed. */
  compiledNow(analysed: Analysed): Compiled | null {
    const known = this.#compiled.get(analysed);
    if (known !== undefined) return known;
    if (analysed.model !== null && namesHolidays(analysed.model)) return null;
    return this.#compile(analysed, undefined);
  }

  /** The bundle, with the library of holidays where the agreement names some. */
  async compiled(analysed: Analysed): Promise<Compiled> {
    const now = this.compiledNow(analysed);
    if (now !== null) return now;
    const holidays = analysed.model === null ? undefined : await loadHolidays(analysed.model);
    return this.#compile(analysed, holidays);
  }

  #compile(analysed: Analysed, holidays: HolidaySource | undefined): Compiled {
    const { model } = analysed;
    const { value, diagnostics } =
      model === null
        ? { value: null, diagnostics: [] }
        : compile(model, { zoneVersion: this.#host.zoneVersion, holidays });
    const made = {
      bundle: value,
      diagnostics: diagnostics.flatMap((diagnostic) => placed(diagnostic, analysed) ?? []),
    };
    this.#compiled.set(analysed, made);
    return made;
  }

  /** Whether no file that an agreement was understood from has changed since. */
  isTrue(analysed: Analysed): boolean {
    return this.#trueStill(analysed.root) === analysed;
  }

  #trueStill(root: Known): Analysed | null {
    const kept = this.#kept.get(root.address);
    if (kept === undefined) return null;
    if (kept.epoch === this.#store.epoch) return kept.analysed;
    for (const [path, tree] of kept.inputs) if (this.#treeAt(root, path) !== tree) return null;
    kept.epoch = this.#store.epoch;
    return kept.analysed;
  }

  #analyse(root: Known): Analysed {
    const inputs = new Map<string, ParsedFile | null>();
    const loaded = loadParsed(root.place.path, (path) => {
      const tree = this.#treeAt(root, path);
      inputs.set(path, tree);
      return tree;
    });
    const analysed = new Analysed(root, loaded);
    this.#kept.set(root.address, { epoch: this.#store.epoch, analysed, inputs });
    return analysed;
  }

  /** The tree of a file that is named from a root; of the root itself, whose address may say more than its path. */
  #treeAt({ address, place: { folder, path: rootPath } }: Known, path: string): ParsedFile | null {
    const known = path === rootPath ? this.#store.get(address) : this.#store.at({ folder, path });
    return known === null ? null : this.#store.treeOf(known);
  }

  /** All files that use a file, also by way of others. */
  #usersOf(known: Known): readonly Known[] {
    const direct = this.#directUsers();
    const found = new Map<Address, Known>();
    const waiting = [known];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      for (const user of direct.get(keyOf(file.place.folder, file.place.path)) ?? []) {
        if (found.has(user.address) || user.address === known.address) continue;
        found.set(user.address, user);
        waiting.push(user);
      }
    }
    return inOrder([...found.values()]);
  }

  #directUsers(): ReadonlyMap<string, readonly Known[]> {
    if (this.#usersAt === this.#store.epoch) return this.#users;
    const users = new Map<string, Known[]>();
    for (const known of this.#store.all()) {
      for (const path of usedPaths(known.file)) {
        const key = keyOf(known.place.folder, path);
        const list = users.get(key);
        if (list === undefined) users.set(key, [known]);
        else list.push(known);
      }
    }
    this.#users = users;
    this.#usersAt = this.#store.epoch;
    return users;
  }
}

function keyOf(folder: string, path: string): string {
  return `${folder}/${path}`;
}

/** Open files first, then by address: the same order whenever it is asked for. */
function inOrder(files: readonly Known[]): readonly Known[] {
  const rank = ({ version }: Known): number => (version === null ? 1 : 0);
  return files.toSorted((one, other) => rank(one) - rank(other) || (one.address < other.address ? -1 : 1));
}

function uses({ loaded }: Analysed, { place }: Known): boolean {
  return loaded.files.some(({ file }) => file.path === place.path);
}

/** Compiling knows lines and no texts: the place of what it says, in the file itself. */
function placed(diagnostic: Diagnostic, { loaded }: Analysed): Diagnostic | null {
  const folder = loaded.root.file.path.split("/").slice(0, -1);
  const path = [...folder, ...diagnostic.file.path.split("/")];
  for (let up = path.indexOf(".."); up > 0; up = path.indexOf("..")) path.splice(up - 1, 2);
  const file = loaded.files.find((parsed) => parsed.file.path === path.join("/"))?.file;
  const start = file?.lineStarts[diagnostic.span.start];
  if (file === undefined || start === undefined) return null;
  const line = /^[ \t]*([^\r\n]*)/.exec(file.text.slice(start));
  const from = start + (line?.[0].length ?? 0) - (line?.[1]?.length ?? 0);
  return { ...diagnostic, file, span: { start: from, end: from + (line?.[1]?.trimEnd().length ?? 0) } };
}

function namesHolidays({ calendars }: Model): boolean {
  return calendars.some(({ regions, regionField }) => regions.length > 0 || regionField !== null);
}
