/** Plays every workspace of this folder: each file is opened, each marker in it is checked over the protocol. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { features } from "../../src/features/features.ts";
import { readArchive } from "../harness/archive.ts";
import { Client } from "../harness/client.ts";
import { type MarkerCall, readMarkers } from "../harness/marked-text.ts";
import { Scene } from "../harness/scene.ts";
import { markers } from "./markers.ts";

/** What markers have asked of the server so far. */
const asked = new Set<string>();
const workspaces = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".txt"));

test("there are workspaces, and every kind of marker is used in one", () => {
  const texts = workspaces.map((name) => readFileSync(join(import.meta.dirname, name), "utf8"));
  const used = new Set(texts.flatMap((text) => [...text.matchAll(/(\w+)\(/g)].map(([, name]) => name)));
  expect(markers.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
});

test.each(workspaces)("%s", async (name) => {
  const archive = readArchive(readFileSync(join(import.meta.dirname, name), "utf8"));
  const files = new Map<string, string>();
  const golden = new Map<string, string>();
  const calls: MarkerCall[] = [];
  for (const [path, content] of archive.files) {
    if (path.startsWith("@")) golden.set(path.slice(1), content);
    if (path.startsWith("@") || settingsFiles.has(path)) continue;
    const marked = path.endsWith(".tenet") ? readMarkers(path, content) : { text: content, calls: [] };
    files.set(path, marked.text);
    calls.push(...marked.calls);
  }
  const flags = new Set(/^flags:(.*)$/m.exec(archive.about)?.[1]?.trim().split(/\s+/) ?? []);
  const options = Object.fromEntries(
    [...settingsFiles].flatMap(([path, option]) => {
      const content = archive.files.get(path);
      return content === undefined ? [] : [[option, JSON.parse(content)]];
    }),
  );
  const client = await Client.start({ files: Object.fromEntries(files), ...options });
  for (const path of files.keys()) if (path.endsWith(".tenet")) await client.open(path);
  const scene = new Scene(client, files, golden, flags);
  await play(scene, calls);
  client.expectQuiet();
  await client.stop();
  for (const method of client.asked) asked.add(method);
});

test("every feature has a marker, but for those whose answers are no part of a text", () => {
  const missing = features.map(({ method }) => method).filter((method) => !asked.has(method));
  expect(missing.filter((method) => !method.startsWith("tenet/"))).toEqual([
    // Tested where diagnostics are: both are about when and where they are told.
    "workspace/diagnostic",
    "workspace/textDocumentContent",
  ]);
});

const settingsFiles: ReadonlyMap<string, string> = new Map([
  ["settings.json", "settings"],
  ["capabilities.json", "capabilities"],
]);

async function play(scene: Scene, calls: readonly MarkerCall[]): Promise<void> {
  for (const marker of markers.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))) {
    for (const call of calls) if (call.name === marker.name) await marker.run(scene, call);
  }
  const known = new Set(markers.map(({ name }) => name));
  expect(
    calls.filter(({ name }) => !known.has(name)).map(({ name }) => `no marker is called ${name}`),
  ).toEqual([]);
  for (const { finish } of markers) await finish?.(scene);
}
