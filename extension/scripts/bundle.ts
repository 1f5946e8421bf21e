/**
 * Bundles the extension into `extension/dist/`: the extension, the language server, and the script of the scorecard's
 * page. Extension and server are one file each for the desktop and for the browser: nearly all of them is the same,
 * and they are most of what a person downloads. Sources are read, not what was built; with `--sizes` it prints what
 * each file weighs.
 */
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
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

/** Each door is loaded only where it is taken: the other's modules are not there. */
const isNode = `const isNode = typeof process === "object" && typeof process.versions?.node === "string";`;

const eitherServer = `${isNode} if (isNode) import("./main-node.ts"); else import("./main-browser.ts");`;

const eitherExtension = `
  ${isNode}
  const main = () => (isNode ? import("./main-node.ts") : import("./main-browser.ts"));
  export const activate = async (context) => (await main()).activate(context);
`;

/** One file for Node and for workers: where both have a module, that of Node has done well in both. */
function either(name: string, contents: string, resolveDir: string): BuildOptions {
  return {
    ...common,
    platform: "node",
    target: "node22.12",
    format: "cjs",
    conditions: ["browser"],
    stdin: { contents, resolveDir, sourcefile: `${name}.js`, loader: "js" },
    outfile: `${extension}/dist/${name}.cjs`,
  };
}

const bundles: readonly BuildOptions[] = [
  either("extension", eitherExtension, `${extension}/src`),
  either("server", eitherServer, server),
  {
    ...common,
    platform: "browser",
    target: "es2023",
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
