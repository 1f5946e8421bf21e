/** When refactorings are offered, and to which clients. */
import { afterEach, describe, expect, it } from "vitest";
import { type CodeAction, CodeActionTriggerKind, type ServerCapabilities } from "vscode-languageserver";
import { Client, uriOf, usualCapabilities } from "./harness/client.ts";

const TEXT = `uses "m.tenet"

agreement a "A"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Vienna"

dataset calls from "c.csv" one row per line
  dated began
  field began timestamp
  field wait duration in seconds
`;
const LIBRARY = "metric slow number of calls where wait more than 60 minutes\n";

let client: Client;

async function started(workspaceEdit: object): Promise<void> {
  client = await Client.start({
    files: { "a.tenet": TEXT, "m.tenet": LIBRARY },
    capabilities: { ...usualCapabilities, workspace: { ...usualCapabilities.workspace, workspaceEdit } },
  });
  for (const path of ["a.tenet", "m.tenet"]) await client.open(path);
}

afterEach(async () => {
  client.expectQuiet();
  await client.stop();
});

async function asked(path: string, line: number, character: number, context: object): Promise<CodeAction[]> {
  const range = { start: { line, character }, end: { line, character } };
  return await client.ask("textDocument/codeAction", path, {
    range,
    context: { diagnostics: [], ...context },
  });
}

const titles = (actions: readonly CodeAction[]): readonly string[] => actions.map(({ title }) => title);
/** At `60 minutes`. */
const length = LIBRARY.indexOf("60");
const everything = { documentChanges: true, resourceOperations: ["create", "rename", "delete"] };

describe("refactorings", () => {
  it("are offered when somebody asks, and not while a cursor moves", async () => {
    await started(everything);
    const expected = ["Write 60 minutes as 1 hour", "Write 60 minutes as 3600 seconds"];
    const when = async (context: object): Promise<readonly string[]> =>
      titles(await asked("m.tenet", 0, length, context));
    expect(await when({ triggerKind: CodeActionTriggerKind.Automatic })).toEqual([]);
    expect(await when({ triggerKind: CodeActionTriggerKind.Invoked })).toEqual(expected);
    expect(await when({})).toEqual(expected);
    expect(await when({ only: ["refactor"] })).toEqual(expected);
    expect(await when({ only: ["refactor.rewrite"] })).toEqual(expected);
    expect(await when({ only: ["refactor.move"] })).toEqual([]);
  });

  it("are told to the client by their kinds", async () => {
    await started(everything);
    const { codeActionProvider }: ServerCapabilities = client.initialized.capabilities;
    expect(codeActionProvider).toEqual({
      codeActionKinds: [
        "quickfix",
        "refactor.rewrite",
        "refactor.extract",
        "refactor.move",
        "refactor.inline",
        "source.fixAll.tenet",
        "source.organizeImports",
      ],
    });
  });

  it("say the versions that they are for, and the files that come and go", async () => {
    await started(everything);
    const [extracted] = await asked("a.tenet", 7, 8, { only: ["refactor.extract"] });
    expect(extracted?.edit?.documentChanges).toMatchObject([
      { kind: "create", uri: uriOf("calls.tenet") },
      { textDocument: { uri: uriOf("calls.tenet"), version: null } },
      { textDocument: { uri: uriOf("a.tenet"), version: 1 } },
    ]);
    const [inlined] = await asked("a.tenet", 0, 6, { only: ["refactor.inline"] });
    expect(inlined?.edit?.documentChanges).toMatchObject([
      { textDocument: { uri: uriOf("a.tenet"), version: 1 } },
      { kind: "delete", uri: uriOf("m.tenet") },
    ]);
  });

  it("make and remove no files for a client that cannot", async () => {
    await started({ documentChanges: true, resourceOperations: ["create"] });
    expect(titles(await asked("a.tenet", 7, 8, { only: ["refactor.extract"] }))).toEqual([
      "Move calls to the new file calls.tenet",
    ]);
    expect(await asked("a.tenet", 0, 6, { only: ["refactor.inline"] })).toEqual([]);
    await client.stop();
    await started({});
    expect(titles(await asked("a.tenet", 7, 8, { only: ["refactor"] }))).toEqual(["Move calls to m.tenet"]);
  });
});
