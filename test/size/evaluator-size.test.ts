/**
 * What an embedding program loads: the evaluator stays small, and free of what only its other entries need.
 *
 * The sources are bundled as a web page's build would bundle them, minified and compressed.
 */
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("../../packages/evaluator/src/", import.meta.url));

/** Most bytes of the main entry, compressed. The goal is 40,000: calendars and clocks have outgrown it. */
const CEILING = 51_000;

/** Libraries and modules of the machine that must not be in the main entry. */
const FORBIDDEN = /node_modules\/|^node:/;

const ENTRIES = ["bundle/bundle.ts", "read/read.ts", "patterns/patterns.ts", "engine/engine.ts"];

interface Bundled {
  /** Bytes, compressed. */
  readonly size: number;
  /** Every file and module that is in it, or that it would ask for. */
  readonly parts: readonly string[];
}

async function bundled(entry: string): Promise<Bundled> {
  const { outputFiles, metafile } = await build({
    entryPoints: [`${source}${entry}`],
    absWorkingDir: source,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    external: ["node:*"],
    target: "es2023",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return { size: gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length, parts: partsOf(metafile) };
}

function partsOf({ inputs, outputs }: Metafile): readonly string[] {
  const asked = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  return [...Object.keys(inputs), ...asked];
}

describe("the main entry", () => {
  let main: Bundled;
  beforeAll(async () => {
    main = await bundled("index.ts");
  });

  it(`is at most ${CEILING} bytes`, () => {
    process.stdout.write(`index.ts: ${main.size} bytes, compressed\n`);
    expect(main.size).toBeLessThanOrEqual(CEILING);
  });

  it("holds nothing but the evaluator's own files", () => {
    expect(main.parts.length).toBeGreaterThan(20);
    expect(main.parts.filter((part) => FORBIDDEN.test(part))).toEqual([]);
  });

  it("leaves the other entries' folders out", () => {
    expect(main.parts.filter((part) => /^(read|patterns|engine)\//.test(part))).toEqual([]);
  });
});

describe("the other entries", () => {
  it.each(ENTRIES)("%s can be bundled for a page", async (entry) => {
    const { size, parts } = await bundled(entry);
    process.stdout.write(`${entry}: ${size} bytes, compressed\n`);
    expect(parts).toContain(entry);
    expect(parts.filter((part) => part.startsWith("node:"))).toEqual([]);
  });
});
