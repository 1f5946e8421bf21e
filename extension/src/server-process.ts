/**
 * How the language server's process is started. What has been compiled of it once is kept in the extension's own
 * storage, so that it need not be compiled again at the next start (`server-start.ts`); and memory that is soon free
 * again is cleared less often, which a start gains from, and each keystroke.
 */

/** Options of the process; `storage` is a folder of this extension's alone. */
export const serverProcess = (
  storage: string,
): { readonly execArgv: string[]; readonly env: Record<string, string> } => ({
  execArgv: ["--min-semi-space-size=16", "--max-semi-space-size=32"],
  env: { TENET_COMPILED: `${storage}/server.code` },
});
