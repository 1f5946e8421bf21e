/** Steps of the walkthrough: VS Code ticks off what was done, which a command that was only called has not always. */
import { commands } from "vscode";

type Step = "agreement" | "data" | "standard" | "judge";

export function stepDone(step: Step): void {
  void commands.executeCommand("setContext", `tenet.done.${step}`, true);
}
