/**
 * What is known where the cursor is: the names and types of the agreement, and the declaration around the cursor.
 *
 * Text is rarely right while it is written, so nothing here asks for a model: the checker's world is made of whatever
 * could be read. Its functions are asked whether something fits by letting them speak to a site that keeps silent.
 */
import { type ReadFiles, worldOf } from "../check/known-world.ts";
import { type Site, siteOf } from "../check/site.ts";
import { type Table, tableOf } from "../check/tables.ts";
import type { World } from "../check/world.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { Cursor } from "../syntax/cursor.ts";
import type { Head } from "../syntax/grammar/heads.ts";
import type { ParsedFile } from "../syntax/parse.ts";

/** What lies outside the texts; every answer may be empty. */
export interface Outside {
  /** Names of the columns of a data file, given as the text says it; null where they cannot be had. */
  readonly columnsOf?: (source: string) => readonly string[] | null;
  /** The type that all values of a column have, as a field would say it; null where that is not known. */
  readonly typeOf?: (source: string, column: string) => string | null;
  /** Paths of data files as they are written: sources from the agreement's file on, those of tests from this one. */
  readonly dataFiles?: (from: "agreement" | "file") => readonly string[];
  /** Paths of files that this one could use, as `uses` would say them. */
  readonly libraries?: () => readonly string[];
  /** What those files declare. */
  readonly elsewhere?: () => readonly Elsewhere[];
}

/** A declaration of a file that is not used yet. */
export interface Elsewhere {
  /** The path as `uses` would say it. */
  readonly path: string;
  /** The declaration word. */
  readonly word: string;
  readonly name: string;
  readonly label: string | null;
}

/** What is known where the cursor is. */
export interface Scene {
  readonly parsed: ParsedFile;
  readonly file: SourceFile;
  readonly world: World;
  readonly cursor: Cursor;
  readonly outside: Outside;
  /** The declaration around the cursor as the file has it; its head may not be read. */
  readonly declaration: ast.Declaration | null;
  /** The fields that its sentences declare, or of the dataset that its clock is on. */
  readonly own: Table | null;
}

/** What is known where a cursor is. */
export function sceneOf(files: ReadFiles, parsed: ParsedFile, cursor: Cursor, outside: Outside): Scene {
  const world = worldOf(files);
  const { file, tree } = parsed;
  const start = cursor.declaration?.start;
  const declaration = tree.declarations.find(({ wordSpan }) => wordSpan.start === start) ?? null;
  const own =
    declaration === null ? null : ownTable(world, file, cursor.declaration?.word ?? "", declaration);
  return { parsed, file, world, cursor, outside, declaration, own };
}

function ownTable(world: World, file: SourceFile, word: string, node: ast.Declaration): Table | null {
  if (node.kind === "Clock") return world.tables.get(node.on.text) ?? null;
  if (word !== "dataset" && word !== "partners") return null;
  const kind = word === "dataset" ? "Dataset" : "Partners";
  // Where the head cannot be read yet, the fields below it can.
  const name = ("name" in node ? node.name : null) ?? { text: "" };
  const read = { ...node, kind, name } as ast.DatasetDeclaration | ast.PartnersDeclaration;
  return tableOf(siteOf(file, file.path, []), read);
}

/** Whether `asks` says nothing against something. */
export function isSilent(scene: Scene, asks: (site: Site) => unknown): boolean {
  const found: Diagnostic[] = [];
  asks(siteOf(scene.file, scene.file.path, found));
  return found.length === 0;
}

/** What `ask` gives, whatever it says. */
export function silently<T>(scene: Scene, ask: (site: Site) => T): T {
  return ask(siteOf(scene.file, scene.file.path, []));
}

/** The table of a dataset or clock. */
export function tableCalled(scene: Scene, name: ast.Name): Table | null {
  return scene.world.tables.get(name.text) ?? null;
}

/** The clock's dataset while its head is being written. */
export function baseOf(scene: Scene, node: ast.Sentence | Head): Table | null {
  return node.kind === "Clock" ? tableCalled(scene, node.on) : scene.own;
}
