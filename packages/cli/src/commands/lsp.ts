/** `tenet lsp`: the language server for editors, over standard input and output. */
import type { Command } from "commander";
import { type Act, type ExitCode, exit } from "./exit.ts";

/** Arguments and options of the command. */
export function configure(command: Command, act: Act): void {
  command
    .option("--stdio", "speak over standard input and output, which it does anyway; many editors say so")
    .action(() => act(runServer));
}

/** Serves until the editor ends it; the protocol says with which code the process then ends. */
async function runServer(): Promise<ExitCode> {
  const { serveStdio } = await import("@tenet-lang/language-server/node");
  await serveStdio();
  return exit.well;
}
