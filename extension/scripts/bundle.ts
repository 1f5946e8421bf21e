/** Bundles the extension into `extension/dist/`; with `--sizes` it prints what each file weighs. */
import { rm } from "node:fs/promises";
import { build } from "esbuild";
import { bundles, folder } from "./bundles.ts";

await rm(folder, { recursive: true, force: true });
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
