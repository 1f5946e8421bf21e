/** What the status bar says of the agreement at hand; what a click on it does is one of VS Code's commands or ours. */

/** What there is to say. */
export interface Standing {
  readonly server: "starting" | "running" | "stopped";
  readonly errors: number;
  readonly warnings: number;
  readonly isTrusted: boolean;
}

/** How it is said. */
export interface StatusText {
  /** With the sign in front, as VS Code writes signs. */
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
  /** Nothing works: shown as such. */
  readonly isBad: boolean;
}

export function statusText({ server, errors, warnings, isTrusted }: Standing): StatusText {
  if (server === "starting") return said("$(loading~spin) Tenet", "Tenet is starting", "tenet.showOutput");
  if (server === "stopped") {
    const tooltip = "The language server has stopped; click to start it again";
    return { ...said("$(error) Tenet", tooltip, "tenet.restartServer"), isBad: true };
  }
  const [text, about] = checked(errors, warnings);
  const tooltip = isTrusted ? about : `${about}. Data is not read in a folder that is not trusted`;
  return said(text, tooltip, "workbench.actions.view.problems");
}

/** A mistake as it is listed. */
export interface Listed {
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly message: string;
}

/** How many lines the list of mistakes has: what a task has found the server says too, and VS Code lists it once. */
export function listedOnce(mistakes: readonly Listed[]): number {
  const lines = mistakes.map(
    ({ range: { start }, message }) => `${start.line}:${start.character} ${message}`,
  );
  return new Set(lines).size;
}

function said(text: string, tooltip: string, command: string): StatusText {
  return { text, tooltip, command, isBad: false };
}

/** Mistakes first: warnings wait until there are none. */
function checked(errors: number, warnings: number): readonly [text: string, about: string] {
  if (errors > 0) return [`$(error) Tenet: ${counted(errors, "mistake")}`, "Show the mistakes"];
  if (warnings > 0) return [`$(warning) Tenet: ${counted(warnings, "warning")}`, "Show the warnings"];
  return ["$(check) Tenet", "Nothing is wrong with this file"];
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
