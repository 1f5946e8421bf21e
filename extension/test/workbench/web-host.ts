/**
 * The browser's own extension host, for an extension as a shop of extensions serves it: over HTTP. From the server's
 * disk the workbench would load it into the server's host, and in a browser such an extension may have no workers.
 */
import { createReadStream } from "node:fs";
import { createServer, type Server } from "node:http";
import { join, normalize } from "node:path";
import type { Page } from "playwright-core";

/** An extension that can be fetched. */
export interface ServedExtension {
  /** The address of its folder. */
  readonly address: string;
  stop(): void;
}

/** Serves a folder, on this machine alone. */
export async function serveExtension(folder: string): Promise<ServedExtension> {
  const server = createServer(({ url = "/" }, response) => {
    // Normalised from the root a path cannot lead out of the folder.
    const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
    const type = /\.c?js$/.test(path) ? "text/javascript" : path.endsWith(".json") ? "application/json" : "";
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (type !== "") response.setHeader("Content-Type", type);
    createReadStream(join(folder, path))
      .on("error", () => response.writeHead(404).end())
      .pipe(response);
  });
  const port = await listening(server);
  return { address: `http://localhost:${port}`, stop: () => server.close() };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(0, "localhost", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

/** Tells the workbench of the extension, as `@vscode/test-web` does: in the configuration that its page carries. */
export async function loadFrom(page: Page, { address }: ServedExtension): Promise<void> {
  const { protocol, host: authority } = new URL(address);
  const location = { $mid: 1, scheme: protocol.slice(0, -1), authority, path: "/" };
  // The page itself must come from the server: what a test hands in may not speak to this machine.
  await page.addInitScript(`{
    const extension = ${JSON.stringify(location)};
    const read = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const found = read.call(this, name);
      if (found === null || this.id !== "vscode-workbench-web-configuration") return found;
      const settings = JSON.parse(found);
      const developmentOptions = { ...settings.developmentOptions, extensions: [extension] };
      return JSON.stringify({ ...settings, developmentOptions });
    };
  }`);
}
