/** Starts the language server again, whatever has become of it. */
import type { BaseLanguageClient } from "vscode-languageclient";

/** What is asked of the client. */
export type Restartable = Pick<BaseLanguageClient, "isRunning" | "needsStop" | "start" | "stop">;

/**
 * The client stops only what runs: it refuses while a server is coming up, and where one did not come up. One that is too
 * busy to answer in time it gives up, and says so; another takes its place all the same.
 */
export async function restart(client: Restartable): Promise<void> {
  const isStarting = client.needsStop() && !client.isRunning();
  if (isStarting) await client.start().catch(() => undefined);
  if (client.isRunning()) await client.stop().catch(() => undefined);
  await client.start();
}
