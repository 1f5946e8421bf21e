/** Answers to what a command asks in VS Code's quick input, given as a person at the keyboard gives them. */
import { commands } from "vscode";

const PAUSE = 50;

/** Runs a command and takes what its questions propose. */
export function accepting(command: string, ...args: readonly unknown[]): Promise<void> {
  return answering("workbench.action.acceptSelectedQuickOpenItem", command, args);
}

/** Runs a command and takes its question away. */
export function cancelling(command: string, ...args: readonly unknown[]): Promise<void> {
  return answering("workbench.action.closeQuickOpen", command, args);
}

/** Until the command is done: an answer given before the question is there says nothing. */
async function answering(answer: string, command: string, args: readonly unknown[]): Promise<void> {
  let isDone = false;
  const acted = Promise.resolve(commands.executeCommand(command, ...args)).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise((done) => setTimeout(done, PAUSE));
    if (!isDone) await commands.executeCommand(answer);
  }
  await acted;
}
