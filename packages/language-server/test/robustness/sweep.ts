/**
 * Every feature on broken texts: the beginnings of every example, every token of it left out, and every two
 * neighbours swapped.
 *
 * Features are called as the server calls them, but what they throw is not contained, so that a mistake has a name.
 * What they answer is searched for places: none may be negative, turned around, or behind the end of the document.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, sourceFile } from "@tenet-lang/language";
import { CancellationToken, ResponseError } from "vscode-languageserver";
import { Analysis } from "../../src/analysis/analysis.ts";
import { contextOf } from "../../src/contexts.ts";
import { Store } from "../../src/documents/store.ts";
import { features } from "../../src/features/features.ts";
import { positionOf } from "../../src/protocol/positions.ts";
import { usualSettings } from "../../src/protocol/settings.ts";
import type { Session } from "../../src/session.ts";
import { memoryHost } from "../harness/memory-host.ts";
import { root, uriOf, usualCapabilities } from "../harness/workspace.ts";
import { type Asked, requests, slow } from "./requests.ts";

/** An example's files, and the one of them that is broken. */
export interface Example {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly path: string;
  readonly text: string;
}

/** A broken text, and where it was broken. */
export interface Broken {
  readonly about: string;
  readonly text: string;
  readonly offset: number;
}

const examplesFolder = join(import.meta.dirname, "../../../../examples");

/** Every file of the language among the examples. */
export function examples(): readonly Example[] {
  const folders = readdirSync(examplesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = new Map<string, string | Uint8Array>();
  for (const { name } of folders) {
    for (const entry of readdirSync(join(examplesFolder, name), { withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const content = readFileSync(join(examplesFolder, name, entry.name));
      const isText = entry.name.endsWith(".tenet");
      // A few rows are enough to judge by.
      files.set(`${name}/${entry.name}`, isText ? content.toString("utf8") : content.subarray(0, 4000));
    }
  }
  return [...files].flatMap(([path, text]) =>
    path.endsWith(".tenet") && typeof text === "string" ? [{ files, path, text }] : [],
  );
}

/** All broken texts of an example, in the order in which a long run tries them. */
export function* brokenTexts({ path, text }: Example): Generator<Broken> {
  for (let end = 0; end <= text.length; end++)
    yield { about: `the first ${end} characters`, text: text.slice(0, end), offset: end };
  const words = parse(sourceFile(path, text)).tokens.filter(({ type }) => type !== "LineBreak");
  for (const [index, { span, text: word }] of words.entries()) {
    yield {
      about: `\`${word}\` at ${span.start} left out`,
      text: text.slice(0, span.start) + text.slice(span.end),
      offset: span.start,
    };
    const next = words[index + 1];
    if (next === undefined) continue;
    const between = text.slice(span.end, next.span.start);
    yield {
      about: `\`${word}\` at ${span.start} swapped with \`${next.text}\``,
      text: text.slice(0, span.start) + next.text + between + word + text.slice(next.span.end),
      offset: span.start + next.text.length,
    };
  }
}

/** The whole text, asked about once at each of its different words. */
export function wholeTexts({ path, text }: Example): readonly Broken[] {
  const places = new Map<string, number>();
  for (const { span, text: word, type } of parse(sourceFile(path, text)).tokens)
    if (type !== "LineBreak" && !places.has(word)) places.set(word, span.start);
  return [...places].map(([word, offset]) => ({ about: `whole, at \`${word}\` at ${offset}`, text, offset }));
}

/** A session in which an example is being edited. */
export class Sweep {
  readonly #session: Session;
  readonly #example: Example;
  #version = 1;

  constructor(example: Example) {
    const store = new Store();
    store.setFolders([root]);
    const host = memoryHost(new Map([...example.files].map(([path, content]) => [uriOf(path), content])));
    for (const [path, content] of example.files)
      if (typeof content === "string") store.setSaved(uriOf(path), content);
    this.#example = example;
    this.#session = {
      store,
      host,
      analysis: new Analysis(store, host),
      client: usualCapabilities,
      settings: usualSettings,
      isTrusted: true,
    };
  }

  /** Asks everything of a broken text that is wanted; what went wrong, each with the text that it went wrong in. */
  async tried(
    { about, text, offset }: Broken,
    isWanted: (method: string) => boolean = (method) => !slow.has(method),
  ): Promise<string[]> {
    const { path } = this.#example;
    const { store } = this.#session;
    this.#version += 1;
    store.setOpen(uriOf(path), text, this.#version);
    const file = sourceFile(path, text);
    const position = positionOf(file, offset);
    const answers = new Map<string, unknown>();
    const range = { start: position, end: positionOf(file, offset + 60) };
    const asked: Asked = { path, position, range, answers };
    const failures: string[] = [];
    for (const [method, parameters] of requests) {
      if (!isWanted(method)) continue;
      for (const params of parameters(asked)) {
        const wrong = await this.#wrongWith(method, params, answers, positionOf(file, text.length).line);
        if (wrong !== null) failures.push(`${path}, ${about}, ${method}: ${wrong}`);
      }
    }
    if (isElsewhere(answers.get("textDocument/hover"), position))
      failures.push(`${path}, ${about}: the hover explains another place`);
    return failures;
  }

  async #wrongWith(
    method: string,
    params: unknown,
    answers: Map<string, unknown>,
    lastLine: number,
  ): Promise<string | null> {
    const feature = features.find((one) => one.method === method);
    if (feature === undefined) return null;
    const uri = feature.needs === "workspace" ? null : uriOf(this.#example.path);
    try {
      const context = await contextOf(this.#session, feature.needs, uri, CancellationToken.None);
      if (context === null) return "there is no context";
      const answer = await feature.answer(context, params, CancellationToken.None);
      answers.set(method, answer);
      return wrongPlace(answer, method.startsWith("textDocument/") ? lastLine : Number.POSITIVE_INFINITY);
    } catch (error) {
      // A refusal in words is an answer.
      if (error instanceof ResponseError) return null;
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
  }
}

/** Whether an answer is about a range that the place is neither in nor at the end of. */
function isElsewhere(answer: unknown, { line, character }: Place): boolean {
  if (typeof answer !== "object" || answer === null || !("range" in answer)) return false;
  const { range } = answer;
  if (typeof range !== "object" || range === null || !isRange(range)) return true;
  const isBefore =
    line < range.start.line || (line === range.start.line && character < range.start.character);
  const isBehind = line > range.end.line || (line === range.end.line && character > range.end.character);
  return isBefore || isBehind;
}

/** The first place in an answer that no document has; null where there is none. Colours are told as plain numbers. */
function wrongPlace(answer: unknown, lastLine: number): string | null {
  if (typeof answer === "number") return answer < 0 || Number.isNaN(answer) ? `the number ${answer}` : null;
  if (typeof answer !== "object" || answer === null) return null;
  if (Array.isArray(answer)) return firstWrong(answer, lastLine);
  if (isRange(answer)) {
    const { start, end } = answer;
    const isTurned = start.line > end.line || (start.line === end.line && start.character > end.character);
    if (isTurned || end.line > lastLine) return `the range ${JSON.stringify(answer)}`;
  }
  return firstWrong(Object.values(answer), namesDocument(answer) ? Number.POSITIVE_INFINITY : lastLine);
}

/** What is said of other documents may lie further down in them. */
function namesDocument(answer: object): boolean {
  return ["uri", "targetUri", "textDocument"].some((name) => name in answer);
}

function firstWrong(answers: readonly unknown[], lastLine: number): string | null {
  for (const answer of answers) {
    const wrong = wrongPlace(answer, lastLine);
    if (wrong !== null) return wrong;
  }
  return null;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

function isRange(value: object): value is { readonly start: Place; readonly end: Place } {
  return "start" in value && "end" in value && isPlace(value.start) && isPlace(value.end);
}

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "line" in value && "character" in value;
}
