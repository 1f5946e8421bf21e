/** Starts the server in a web worker: the door of the browser extension. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { clientHost } from "./host/client-host.ts";
import { startServer } from "./server.ts";

const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

/** A message to oneself comes back after those that have arrived already; a timer would wait for milliseconds. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.addEventListener("message", () => waiting.shift()?.());
channel.port1.start();

startServer(connection, {
  host: (_, asked) =>
    clientHost(
      asked,
      () =>
        new Promise((resolve) => {
          waiting.push(resolve);
          channel.port2.postMessage(null);
        }),
    ),
});
