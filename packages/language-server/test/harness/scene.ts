/** A marked workspace while it is played: the client, and the places that markers name. */

import { type Assertion, expect } from "vitest";
import type { Location, Position, Range } from "vscode-languageserver";
import { type Client, uriOf } from "./client.ts";
import type { Argument, MarkerCall } from "./marked-text.ts";

/** A kind of marker: a check that a comment can ask for. */
export interface Marker {
  readonly name: string;
  /** Markers of smaller order run first; 0 if not given. */
  readonly order?: number;
  run(scene: Scene, call: MarkerCall): void | Promise<void>;
  /** After all markers of the workspace, also where it has none of this kind. */
  finish?(scene: Scene): void | Promise<void>;
}

/** What markers are given. */
export class Scene {
  readonly client: Client;
  /** The texts that the server sees. */
  readonly files: ReadonlyMap<string, string>;
  /** Expected texts: the sections whose name starts with `@`, without it. */
  readonly golden: ReadonlyMap<string, string>;
  /** Words of the `flags:` line. */
  readonly flags: ReadonlySet<string>;
  /** Places by the name that a `loc` marker gave them. */
  readonly places = new Map<string, Location>();
  /** What a kind of marker keeps between its runs, by its name. */
  readonly notes = new Map<string, unknown[]>();

  constructor(
    client: Client,
    files: ReadonlyMap<string, string>,
    golden: ReadonlyMap<string, string>,
    flags: ReadonlySet<string>,
  ) {
    this.client = client;
    this.files = files;
    this.golden = golden;
    this.flags = flags;
  }

  note(kind: string, what: unknown): void {
    this.notes.set(kind, [...(this.notes.get(kind) ?? []), what]);
  }

  /** The line that a marker is about. */
  lineOf({ path, line }: MarkerCall): string {
    return (this.files.get(path) ?? "").split("\n")[line]?.replace(/\r$/, "") ?? "";
  }

  /** Where a text stands on the marker's line; `^` in it is no part of it. */
  rangeOf(call: MarkerCall, argument: Argument | undefined): Range {
    const text = textOf(argument).replace("^", "");
    const start = this.#find(call, text);
    const { line } = call;
    return { start: { line, character: start }, end: { line, character: start + text.length } };
  }

  /** The place of `^` in a text on the marker's line; its start where there is none. */
  pointOf(call: MarkerCall, argument: Argument | undefined): Position {
    const text = textOf(argument);
    const start = this.#find(call, text.replace("^", ""));
    return { line: call.line, character: start + Math.max(0, text.indexOf("^")) };
  }

  /** The place that a `loc` marker named, or a text on the marker's own line. */
  placeOf(call: MarkerCall, argument: Argument | undefined): Location {
    if (argument?.kind !== "word") return { uri: uriOf(call.path), range: this.rangeOf(call, argument) };
    const place = this.places.get(argument.word);
    if (place === undefined) throw new Error(`there is no loc(${argument.word}, …)`);
    return place;
  }

  #find(call: MarkerCall, text: string): number {
    const line = this.lineOf(call);
    const at = line.indexOf(text);
    if (at < 0) throw new Error(`${call.path}:${call.line + 1} has no \`${text}\`: ${line}`);
    if (line.indexOf(text, at + 1) >= 0 && text !== "")
      throw new Error(`${call.path}:${call.line + 1} has more than one \`${text}\`: quote more of it`);
    return at;
  }
}

/** The text of an argument. */
export function textOf(argument: Argument | undefined): string {
  if (argument?.kind === "text") return argument.text;
  if (argument?.kind === "word") return argument.word;
  throw new Error("a text is missing");
}

/** The texts of a list, or of one argument. */
export function textsOf(argument: Argument | undefined): readonly string[] {
  return argument?.kind === "list" ? argument.items.map(textOf) : [textOf(argument)];
}

/** Where a marker is, for the message of a failure. */
export function at({ name, path, line }: MarkerCall): string {
  return `${name} at ${path}:${line + 1}`;
}

/** A range as a person would say it, for failures that can be read. */
export function shown(uri: string, { start, end }: Range): string {
  return `${uri.slice(uriOf("").length)}:${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}

/** Compares with a message that says which marker it was. */
export function expectAt(call: MarkerCall, actual: unknown): Assertion {
  return expect(actual, at(call));
}
