/**
 * Bundles the extension into `extension/dist/`: its two entries (desktop and browser), the language server, and the
 * script of the scorecard's page. The server is one file that starts as the process of the one and as the worker of
 * the other: nearly all of it is the same, and it is most of what a person downloads. Sources are read, not what was
 * built; with `--sizes` it prints what each file weighs.
 */
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const extension = `${root}extension`;
const server = `${root}packages/language-server/src`;

const parts = ["all", "bundle", "codes", "due", "patterns", "read", "restate"];

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  external: ["vscode"],
  alias: Object.fromEntries([
    ...parts.map((part) => [
      `@tenet-lang/evaluator/${part}`,
      `${root}packages/evaluator/src/${part}/${part}.ts`,
    ]),
    ["@tenet-lang/evaluator", `${root}packages/evaluator/src/index.ts`],
    ["@tenet-lang/language", `${root}packages/language/src/index.ts`],
  ]),
} satisfies BuildOptions;

const node = { ...common, platform: "node", target: "node22.12", format: "cjs" } satisfies BuildOptions;
const browser = { ...common, platform: "browser", target: "es2023" } satisfies BuildOptions;

/** Each door is loaded only where it is taken: the other's modules are not there. */
const eitherServer = `
  const isNode = typeof process === "object" && process.versions?.node !== undefined && typeof importScripts === "undefined";
  if (isNode) import("./main-node.ts"); else import("./main-browser.ts");
`;

const bundles: readonly BuildOptions[] = [
  { ...node, entryPoints: [`${extension}/src/main-node.ts`], outfile: `${extension}/dist/extension.cjs` },
  {
    ...node,
    conditions: ["browser"],
    stdin: { contents: eitherServer, resolveDir: server, sourcefile: "server.js", loader: "js" },
    outfile: `${extension}/dist/server.cjs`,
  },
  {
    ...browser,
    format: "cjs",
    entryPoints: [`${extension}/src/main-browser.ts`],
    outfile: `${extension}/dist/extension.browser.js`,
  },
  {
    ...browser,
    format: "iife",
    entryPoints: [`${extension}/src/scorecard/page/page.ts`],
    outfile: `${extension}/dist/scorecard.js`,
  },
];

await rm(`${extension}/dist`, { recursive: true, force: true });
const results = await Promise.all(bundles.map((options) => build({ ...options, metafile: true })));
if (process.argv.includes("--sizes"))
  for (const { metafile } of results)
    for (const [file, { bytes, inputs }] of Object.entries(metafile.outputs)) {
      console.log(`${kib(bytes)}  ${file}`);
      const heaviest = Object.entries(inputs).sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput);
      for (const [input, { bytesInOutput }] of heaviest.slice(0, 8))
        console.log(`${kib(bytesInOutput)}      ${input}`);
    }

function kib(bytes: number): string {
  return `${String(Math.ceil(bytes / 1024)).padStart(6)} KiB`;
}
