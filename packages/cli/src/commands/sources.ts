/**
 * Which file holds which dataset.
 *
 * An agreement names a file for each of its datasets, relative to itself; that one is read unless the user names
 * another with `--data`. An agreement may not name files outside the workspace: whoever sends one would otherwise
 * choose what is read. The user may name any file.
 */
import type { Bundle, ChunkSource } from "@tenet-lang/evaluator";
import { csv, json, ndjson } from "@tenet-lang/evaluator/read";
import { fileBytes } from "../io/bytes.ts";
import { absolute, endingOf, folderOf, kindOf, liesIn, seenFrom, sizeOf, workspaceOf } from "../io/files.ts";
import type { Session } from "../io/session.ts";
import { listed } from "../reporters/words.ts";
import { suggestion } from "./suggest.ts";

/** A dataset and the file it is read from. */
export interface Binding {
  readonly dataset: string;
  /** Absolute. */
  readonly path: string;
  /** As the user or the agreement wrote it. */
  readonly name: string;
}

/** Where all datasets are read from. */
export interface Bindings {
  readonly bound: readonly Binding[];
  /** Datasets whose agreed file does not exist. */
  readonly absent: readonly Binding[];
}

/** What could not be bound, and what to do about it. */
export interface Refusal {
  readonly message: string;
  readonly hint: string;
}

/** Binds every dataset of the bundle. `home` is the file of the agreement or bundle; `given` are `NAME=PATH`. */
export async function bindSources(
  session: Session,
  bundle: Bundle,
  home: string,
  given: readonly string[],
): Promise<Bindings | Refusal> {
  const named = new Map<string, Binding>();
  const agreed = agreedSources(bundle);
  for (const text of given) {
    const binding = await namedBinding(session, text, [...agreed.keys()]);
    if ("message" in binding) return binding;
    if (named.has(binding.dataset))
      return { message: `--data names ${binding.dataset} twice`, hint: "name one file for each dataset" };
    named.set(binding.dataset, binding);
  }
  const bound: Binding[] = [];
  const absent: Binding[] = [];
  for (const [dataset, source] of agreed) {
    const binding = named.get(dataset) ?? agreedBinding(session, dataset, source, home);
    if ("message" in binding) return binding;
    const kind = kindOf(binding.path);
    if (kind === "folder" || (kind === "nothing" && named.has(dataset)))
      return notThere(binding, kind === "folder" ? "it is a folder, not a file" : "no such file");
    (kind === "nothing" ? absent : bound).push(binding);
  }
  return { bound, absent };
}

function notThere({ dataset, name }: Binding, reason: string): Refusal {
  return {
    message: `cannot read ${dataset} from ${name}: ${reason}`,
    hint: `name its file with --data ${dataset}=PATH`,
  };
}

/** Names of the datasets that a file can be named for. */
export function datasetsOf(bundle: Bundle): readonly string[] {
  return [...agreedSources(bundle).keys()];
}

/** Datasets and partners, with the files that the agreement names for them. */
function agreedSources(bundle: Bundle): ReadonlyMap<string, string> {
  const sources = new Map(bundle.datasets.map(({ name, source }) => [name, source]));
  if (bundle.partners !== null) sources.set("partners", bundle.partners.source);
  return sources;
}

async function namedBinding(
  session: Session,
  text: string,
  datasets: readonly string[],
): Promise<Binding | Refusal> {
  const at = text.indexOf("=");
  const dataset = text.slice(0, at);
  const name = text.slice(at + 1);
  if (at <= 0 || name === "") {
    const meant = [text, dataset].find((each) => datasets.includes(each)) ?? datasets[0] ?? "NAME";
    return { message: `--data ${text} does not say NAME=PATH`, hint: `write --data ${meant}=PATH` };
  }
  if (!datasets.includes(dataset))
    return {
      message: `the agreement has no dataset ${dataset}${await suggestion(dataset, datasets)}`,
      hint: `its datasets are ${listed(datasets)}`,
    };
  return { dataset, path: absolute(session.folder, name), name };
}

function agreedBinding(session: Session, dataset: string, source: string, home: string): Binding | Refusal {
  const path = absolute(folderOf(home), source);
  if (liesIn(workspaceOf(home, session.folder), path)) return { dataset, path, name: source };
  return {
    message: `the agreed file of ${dataset}, ${source}, lies outside the workspace and is not read`,
    hint: `if that is what you want, name it with --data ${dataset}=PATH`,
  };
}

/** Where the data is shown to lie: for machines, from the workspace's root. */
export function dataNames(
  session: Session,
  home: string,
  bound: readonly Binding[],
): (source: string) => string {
  const root = workspaceOf(home, session.folder);
  const paths = new Map(bound.map(({ name, path }) => [name, path]));
  return (source) => seenFrom(root, paths.get(source) ?? source);
}

/** The sources to judge with; `onRead` hears of the bytes as they are read. */
export function openSources(
  bound: readonly Binding[],
  onRead: (bytes: number) => void,
): Readonly<Record<string, ChunkSource>> {
  return Object.fromEntries(
    bound.map(({ dataset, path, name }) => [dataset, sourceOf(name, path, fileBytes(path, onRead))]),
  );
}

function sourceOf(name: string, path: string, bytes: AsyncIterable<Uint8Array>): ChunkSource {
  switch (endingOf(path)) {
    case ".ndjson":
    case ".jsonl":
      return ndjson(name, bytes);
    case ".json":
      return json(name, bytes);
    case ".tsv":
      return csv(name, bytes, { delimiter: "\t" });
    default:
      return csv(name, bytes);
  }
}

/** Bytes to be read, as far as that is known. */
export function bytesOf(bound: readonly Binding[]): number {
  return bound.reduce((sum, { path }) => sum + (sizeOf(path) ?? 0), 0);
}
