/**
 * What is bundled, and how: the extension, the language server, what starts it on a desktop, and the script of the
 * scorecard's page. Extension and server are one file each for the desktop and for the browser: nearly all of them is
 * the same, and they are most of what a person downloads. Sources are read, not what was built.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { BuildOptions, Plugin } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const extension = `${root}extension`;
const server = `${root}packages/language-server/src`;

/** Where the bundles are put. */
export const folder = `${extension}/dist`;

const parts = ["all", "bundle", "codes", "due", "patterns", "read", "restate"];

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  external: ["vscode"],
  plugins: [dataAsText(), protocolOnce()],
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
function either(
  name: string,
  contents: string,
  { resolveDir, format, outdir = folder }: Place,
): BuildOptions {
  return {
    ...common,
    platform: "node",
    target: "node22.12",
    format,
    conditions: ["browser"],
    stdin: { contents, resolveDir, sourcefile: `${name}.js`, loader: "js" },
    outfile: `${outdir}/${name}.cjs`,
  };
}

interface Place {
  readonly resolveDir: string;
  /** VS Code loads the extension as a module; a worker runs a script. */
  readonly format: "cjs" | "iife";
  readonly outdir?: string;
}

/** The language server, into `server.cjs` of a folder, and what starts it as a process, into `server-start.cjs`. */
export const serverBundles = (outdir: string): readonly BuildOptions[] => [
  either("server", eitherServer, { resolveDir: server, format: "iife", outdir }),
  {
    ...common,
    platform: "node",
    target: "node22.12",
    format: "cjs",
    entryPoints: [`${extension}/src/server-start.ts`],
    outfile: `${outdir}/server-start.cjs`,
  },
];

/** Everything that the extension ships. */
export const bundles: readonly BuildOptions[] = [
  either("extension", eitherExtension, { resolveDir: `${extension}/src`, format: "cjs" }),
  ...serverBundles(folder),
  {
    ...common,
    platform: "browser",
    target: "es2023",
    format: "iife",
    entryPoints: [`${extension}/src/scorecard/page/page.ts`],
    outfile: `${folder}/scorecard.js`,
  },
];

/**
 * The protocol's library is CommonJS, of which each module that imports it would make an object with all its hundreds of
 * names. They import from one module instead, which has made the object.
 */
function protocolOnce(): Plugin {
  const library = "vscode-languageserver";
  return {
    name: "protocol once",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${library}$`) }, ({ namespace }) =>
        namespace === library ? null : { path: library, namespace: library },
      );
      onLoad({ filter: /^/, namespace: library }, async () => {
        const names = Object.keys(await import(library)).filter((name) => /^(?!default$)\w+$/.test(name));
        return { contents: `export { ${names.join(", ")} } from "${library}"`, resolveDir: server };
      });
    },
  };
}

/**
 * Holidays and zones of the whole world are most of the server, and seldom asked for. As text they are skipped when the
 * file is read, and parsed when they are needed; as code they would be read through whenever the server starts.
 */
function dataAsText(): Plugin {
  return {
    name: "data as text",
    setup({ onLoad }) {
      onLoad({ filter: /moment-timezone[\\/]data[\\/]packed[\\/]latest\.json$/ }, async ({ path }) => ({
        contents: `module.exports = ${parsed(JSON.parse(await readFile(path, "utf8")))}`,
      }));
      onLoad({ filter: /date-holidays[\\/]src[\\/]data\.js$/ }, async ({ path }) => {
        const { data }: { readonly data: unknown } = await import(pathToFileURL(path).href);
        return { contents: `export const data = ${parsed(data)}` };
      });
    },
  };
}

const parsed = (data: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(data))})`;
