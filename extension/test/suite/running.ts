/** Tasks, and what their problem matcher leaves in the files. */
import {
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  ShellExecution,
  type Task,
  TaskGroup,
  tasks,
  type Uri,
} from "vscode";
import { equal, eventually } from "./checks.ts";
import { fileAt } from "./documents.ts";

export function running(): void {
  describe("tasks", () => {
    // In a browser's extension host no folder is on a disk, and there is no terminal.
    if (fileAt("").scheme === "file") onADisk();
    else
      it("are not offered where no terminal could go", async () => {
        equal(await offered(), []);
      });
  });
}

function onADisk(): void {
  it("are to check and to test the folder, by the command line that the project has", async () => {
    const found = await offered();
    equal(found.map(lineOf), ["check: npx --no -- tenet check .", "test: npx --no -- tenet test ."]);
    equal(
      found.map(({ group, source, problemMatchers }) => [group?.id, source, problemMatchers]),
      [TaskGroup.Build, TaskGroup.Test].map(({ id }) => [id, "tenet", ["$tenet"]]),
    );
  });

  it("mark in the files what `tenet check` says, and end as it ends", async () => {
    const file = fileAt("broken.tenet");
    equal(fromTasks(file), []);
    // The server's next word about the file may stand in their place at once.
    let seen: readonly Diagnostic[] = [];
    const watching = languages.onDidChangeDiagnostics(() => {
      const marks = fromTasks(file);
      if (marks.length > 0) seen = marks;
    });
    const [check] = await offered();
    if (check === undefined) throw new Error("there is no task");
    equal(await ended(check), 1);
    const [found, ...others] = await eventually("a mark", () => (seen.length === 0 ? undefined : seen));
    watching.dispose();
    const { message, severity, source, code, range } = found ?? {};
    equal(
      [message, severity, source, code, range?.start],
      [
        "`lest` is not understood here; did you mean `least`?",
        DiagnosticSeverity.Error,
        "tenet",
        "TEN1014",
        // The file's line 17, column 22.
        { line: 16, character: 21 },
      ],
    );
    equal(others, []);
    for (const well of ["parcels.tenet", "shared/data.tenet", "untidy.tenet"])
      equal(fromTasks(fileAt(well)), []);
  });
}

async function offered(): Promise<readonly Task[]> {
  const found = await tasks.fetchTasks({ type: "tenet" });
  return found.sort((one, other) => one.name.localeCompare(other.name));
}

function lineOf({ name, execution }: Task): string {
  if (!(execution instanceof ShellExecution)) throw new Error("a task runs in a shell");
  const words = [execution.command, ...(execution.args ?? [])];
  return `${name}: ${words.map((word) => (typeof word === "string" ? word : word?.value)).join(" ")}`;
}

/** Runs a task; gives its exit code. */
function ended(task: Task): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const listening = tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return;
      listening.dispose();
      resolve(exitCode);
    });
    tasks.executeTask(task).then(undefined, reject);
  });
}

/** The server's own come with the page of their code; a problem matcher has the code alone. */
function fromTasks(file: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(file).filter(({ code }) => typeof code === "string");
}
