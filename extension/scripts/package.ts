/** Packs the extension, bundled before, into `extension/tenet.vsix`, and says what it weighs. */
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";

const extension = fileURLToPath(new URL("..", import.meta.url));
const packagePath = `${extension}tenet.vsix`;

await createVSIX({ cwd: extension, packagePath, dependencies: false, allowMissingRepository: true });
console.log(`${packagePath}: ${statSync(packagePath).size.toLocaleString("en")} bytes`);
