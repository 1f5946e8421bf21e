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

/** Most bytes of the main entry, compressed: what judging and measuring cost. */
const CEILING = 40_000;

/** Libraries and modules of the machine that must not be in the main entry. */
const FORBIDDEN = /node_modules\/|^node:/;

/** What not every agreement needs, and other ways of asking. */
const ENTRIES = [
  "clocks/clocks.ts",
  "newest/newest.ts",
  "terms/terms.ts",
  "consequences/consequences.ts",
  "forms/forms.ts",
  "patterns/patterns.ts",
  "read/read.ts",
  "open/open.ts",
  "record/record.ts",
  "versions/versions.ts",
  "due/due.ts",
  "restate/restate.ts",
  "codes/codes.ts",
  "bundle/bundle.ts",
  "engine/engine.ts",
  "all/all.ts",
];

interface Bundled {
  /** Bytes, compressed. */
  readonly size: number;
  /** Every file and module that is in it, or that it would ask for. */
  readonly parts: readonly string[];
}

/** Bundles entries together, as a page that loads all of them would. */
async function bundled(...entries: readonly string[]): Promise<Bundled> {
  const contents = entries.map((entry, at) => `export * as part${at} from "./${entry}";`).join("\n");
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: source, loader: "ts" },
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
    expect(
      main.parts.filter((part) =>
        /^(clocks|newest|terms|versions|consequences|forms|read|patterns|engine|open|record|due|restate|codes|all)\//.test(
          part,
        ),
      ),
    ).toEqual([]);
  });
});

describe("the other entries", () => {
  it.each(ENTRIES)("%s can be bundled for a page", async (entry) => {
    const [alone, both, main] = await Promise.all([
      bundled(entry),
      bundled("index.ts", entry),
      bundled("index.ts"),
    ]);
    const { size, parts } = alone;
    process.stdout.write(`${entry}: ${size} bytes, ${both.size - main.size} beside the main entry\n`);
    expect(parts).toContain(entry);
    expect(parts.filter((part) => part.startsWith("node:"))).toEqual([]);
  });
});
