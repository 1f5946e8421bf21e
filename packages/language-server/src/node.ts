/** The server in Node: over standard input and output, or as a child process that speaks by messages. */
import { channel } from "node:diagnostics_channel";
import { type Connection, createConnection } from "vscode-languageserver/node";
import { clientHost } from "./host/client-host.ts";
import { nodeHost } from "./host/node-host.ts";
import { startServer } from "./server.ts";

/** Serves the client at standard input and output until it goes, and then ends the process. */
export async function serveStdio(): Promise<never> {
  // Whatever a library prints must not end up between the messages.
  console.log = console.error;
  serve(createConnection(process.stdin, process.stdout));
  return await new Promise<never>(() => undefined);
}

/** Serves the client that started this process and said how it speaks: `--stdio`, `--node-ipc`, `--socket=PORT`. */
export function serveParent(): void {
  serve(createConnection());
}

/** Says which requests were answered, to whoever has started the server in this process and listens. */
const answers = channel("tenet:answered");

/** Files of a workspace that is on no disk are read by the client. */
function serve(connection: Connection): void {
  // A mistake outside of any request, in a timer say, costs that piece of work and not the session.
  process.on("uncaughtException", (error) => console.error(error));
  startServer(connection, {
    answered: (method) => answers.publish(method),
    host: (folders, asked, { files }) => {
      const disk = nodeHost(folders);
      return files === "client" ? { ...clientHost(asked, disk.turn), zoneVersion: disk.zoneVersion } : disk;
    },
  });
}
