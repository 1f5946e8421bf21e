/**
 * Tasks: `tenet check` and `tenet test` for a file or the whole folder. What is run is the command line that the
 * project has installed, by npm's own runner, which fetches nothing; no setting can name another program.
 */
import {
  type Disposable,
  ShellExecution,
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
      (workspace.workspaceFolders ?? []).flatMap((folder) =>
        commands.map((command) => taskOf(folder, { type: "tenet", command })),
      ),
    resolveTask: ({ definition, scope }) => {
      const { command } = definition as TaskDefinition & { readonly command?: unknown };
      if (!commands.some((known) => known === command)) return undefined;
      return taskOf(scope ?? TaskScope.Workspace, definition);
    },
  });
}

function taskOf(scope: WorkspaceFolder | TaskScope, definition: TaskDefinition): Task {
  const { command, path } = definition;
  const run = new ShellExecution("npx", ["--no", "--", "tenet", String(command), String(path ?? ".")]);
  const place = typeof scope === "object" ? scope : TaskScope.Workspace;
  const task = new Task(definition, place, String(command), "tenet", run, "$tenet");
  task.group = command === "test" ? TaskGroup.Test : TaskGroup.Build;
  return task;
}
