/**
 * Tasks: `tenet check` and `tenet test` for a file or the whole folder. What is run is the command line that the
 * project has installed, by npm's own runner, which fetches nothing; no setting can name another program. There are
 * none in a folder that is not trusted, and none where no disk has the files: a terminal could not go there.
 */
import {
  type Disposable,
  ShellExecution,
  ShellQuoting,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from "vscode";

const commands = ["check", "test"] as const;

/** Offers the tasks. */
export function taskProvider(): Disposable {
  return tasks.registerTaskProvider("tenet", {
    provideTasks: () =>
      (workspace.workspaceFolders ?? [])
        .filter(mayRunIn)
        .flatMap((folder) => commands.map((command) => taskOf(folder, { type: "tenet", command }))),
    resolveTask: ({ definition, scope }) => {
      const { command } = definition as TaskDefinition & { readonly command?: unknown };
      if (!commands.some((known) => known === command)) return undefined;
      const places = typeof scope === "object" ? [scope] : (workspace.workspaceFolders ?? []);
      return places.some(mayRunIn) ? taskOf(scope ?? TaskScope.Workspace, definition) : undefined;
    },
  });
}

function mayRunIn({ uri }: WorkspaceFolder): boolean {
  return workspace.isTrusted && uri.scheme === "file";
}

function taskOf(scope: WorkspaceFolder | TaskScope, definition: TaskDefinition): Task {
  const { command, path } = definition;
  // A path is one word to the shell, whatever signs it has.
  const file = { value: String(path ?? "."), quoting: ShellQuoting.Strong };
  const run = new ShellExecution("npx", ["--no", "--", "tenet", String(command), file]);
  const place = typeof scope === "object" ? scope : TaskScope.Workspace;
  const task = new Task(definition, place, String(command), "tenet", run, "$tenet");
  task.group = command === "test" ? TaskGroup.Test : TaskGroup.Build;
  return task;
}
