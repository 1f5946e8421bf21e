/**
 * Bundles the command line into `packages/cli/bundle/tenet.js`: one entry and a few chunks, so that what a
 * command does not use (a rules engine, a reader) is not loaded when it starts. The bundle is runnable by
 * itself and reads the sources, not `dist`; native modules stay outside.
 */
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outdir = `${root}packages/cli/bundle`;

/** Sub-paths resolve to sources here just as they do in the tests. */
const evaluator = (folder: string): [string, string] => [
  `@tenet-lang/evaluator/${folder}`,
  `${root}packages/evaluator/src/${folder}/${folder}.ts`,
];

/** CommonJS dependencies ask for Node's own modules by `require`, which ES modules do not have. */
const requireForCommonJs =
  'import { createRequire as tenetRequire } from "node:module"; const require = tenetRequire(import.meta.url);';

await rm(outdir, { recursive: true, force: true });
const { metafile } = await build({
  stdin: {
    contents:
      'import { main } from "./src/main.ts";\nprocess.exitCode = await main(process.argv.slice(2));\n',
    resolveDir: `${root}packages/cli`,
    sourcefile: "entry.js",
    loader: "js",
  },
  absWorkingDir: root,
  outdir,
  entryNames: "tenet",
  bundle: true,
  splitting: true,
  minify: true,
  legalComments: "linked",
  metafile: true,
  platform: "node",
  target: "node22.12",
  format: "esm",
  banner: { js: requireForCommonJs },
  external: ["@duckdb/node-api"],
  alias: Object.fromEntries(
    [
      ["all", "bundle", "codes", "due", "engine", "patterns", "read", "restate"].map(evaluator),
      [
        ["@tenet-lang/evaluator", `${root}packages/evaluator/src/index.ts`],
        ["@tenet-lang/language", `${root}packages/language/src/index.ts`],
        ["@tenet-lang/language-server/node", `${root}packages/language-server/src/node.ts`],
      ],
    ].flat(),
  ),
  logLevel: "warning",
});

for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
  if (file.endsWith(".js")) console.log(`${String(Math.ceil(bytes / 1024)).padStart(6)} KiB  ${file}`);
}
