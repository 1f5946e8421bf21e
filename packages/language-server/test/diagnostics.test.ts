/** When diagnostics are told, and that each has a page and the fix that its rule promises. */
import { allRules } from "@tenet-lang/language";
import { afterEach, describe, expect, test, vi } from "vitest";
import type {
  CodeAction,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { Client, type ClientOptions, uriOf, usualCapabilities } from "./harness/client.ts";
import { applied, editsOf } from "./markers/changed-lines.ts";

let client: Client;

async function started(options: ClientOptions): Promise<Client> {
  client = await Client.start(options);
  return client;
}

afterEach(() => client.stop());

const agreement = (uses = ""): string => `${uses}agreement acme "Acme"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"

partners from "partners.csv" key partner_id
  field partner_id text

dataset calls from "calls.csv" one row per call_id
  partner partner_id
  dated called_at
  field call_id text
  field partner_id text
  field called_at timestamp
  field wait duration in seconds

standard quick "Quick"
  requires answered at least 95%
  measured each calendar month
  needs no minimum
`;
const metric = "metric answered percent of calls where wait at most 60 seconds\n  out of calls\n";
const wrong = metric.replace("wait", "waited");
const usesMetrics = 'uses "shared/metrics.tenet"\n\n';

const codes = async (path: string): Promise<unknown[]> =>
  (await client.diagnostics(path)).map(({ code }) => code);

describe("a client that asks", () => {
  test("is told the same thing once", async () => {
    await started({ files: { "a.tenet": agreement() } });
    await client.open("a.tenet");
    const first = await client.ask<DocumentDiagnosticReport>("textDocument/diagnostic", "a.tenet");
    expect(first.kind).toBe("full");
    const again = { previousResultId: first.resultId };
    expect(await client.ask("textDocument/diagnostic", "a.tenet", again)).toEqual({
      kind: "unchanged",
      resultId: first.resultId,
    });
    await client.change("a.tenet", { text: agreement() + metric });
    expect(await client.ask("textDocument/diagnostic", "a.tenet", again)).toMatchObject({
      kind: "full",
      items: [],
    });
  });

  test("learns what an edit of another file changes, saved or not", async () => {
    await started({ files: { "a.tenet": agreement(usesMetrics), "shared/metrics.tenet": metric } });
    await client.open("a.tenet");
    expect(await codes("a.tenet")).toEqual([]);
    await client.open("shared/metrics.tenet");
    await client.change("shared/metrics.tenet", { text: metric.replace("answered", "taken") });
    expect(await codes("a.tenet")).toEqual(["TEN2001"]);
    await client.close("shared/metrics.tenet");
    expect(await codes("a.tenet")).toEqual([]);
    await client.save("shared/metrics.tenet", metric.replace("answered", "taken"));
    expect(await codes("a.tenet")).toEqual(["TEN2001"]);
    await client.save("shared/metrics.tenet", null);
    expect(await codes("a.tenet")).toEqual(["TEN2011"]);
    await client.save("shared/metrics.tenet", metric);
    expect(await codes("a.tenet")).toEqual([]);
  });

  test("sees a shared file as every agreement sees it that uses it", async () => {
    const other = agreement(usesMetrics).replace("field wait duration in seconds", "field wait text");
    await started({
      files: { "a.tenet": agreement(usesMetrics), "b.tenet": other, "shared/metrics.tenet": metric },
    });
    await client.open("shared/metrics.tenet");
    await vi.waitFor(async () => expect(await codes("shared/metrics.tenet")).toEqual(["TEN2206"]), {
      timeout: 10_000,
    });
  });

  test("does not wait for hundreds of agreements that share a file, and is told when all were looked at", async () => {
    const others = Array.from({ length: 300 }, (_, number) => [`a${number}.tenet`, agreement(usesMetrics)]);
    const last = agreement(usesMetrics).replace("field wait duration in seconds", "field wait text");
    await started({
      files: { ...Object.fromEntries(others), "z.tenet": last, "shared/metrics.tenet": metric },
    });
    await client.open("shared/metrics.tenet");
    // Whoever asks for the workspace is told of all of it.
    await vi.waitFor(
      async () => {
        const { items } = await client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", {
          previousResultIds: [],
        });
        expect(items).toHaveLength(302);
      },
      { timeout: 10_000 },
    );
    expect(await codes("shared/metrics.tenet")).toEqual(["TEN2206"]);
    const before = client.refreshes;
    await client.change("shared/metrics.tenet", { text: `# edited\n${metric}` });
    // A machine that looks at all of them in no time need not be told again.
    const isWhole = (await codes("shared/metrics.tenet")).length > 0;
    if (!isWhole)
      await vi.waitFor(() => expect(client.refreshes).toBeGreaterThan(before), { timeout: 20_000 });
    expect(await codes("shared/metrics.tenet")).toEqual(["TEN2206"]);
  });

  test.each([
    ["was never saved", "untitled:Untitled-1"],
    ["is an earlier version", "git:/project/a.tenet?%7B%22ref%22%3A%22HEAD%22%7D"],
    ["lies outside of the workspace", "file:///elsewhere/a%20b.tenet"],
    ["is on no disk", "vscode-vfs://github/owner/repository/a.tenet"],
  ])("is told about a document that %s", async (_, uri) => {
    await started({});
    await client.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "tenet", version: 1, text: agreement() },
    });
    const ask = { textDocument: { uri } };
    const { items } = await client.request<{ items: { code: string }[] }>("textDocument/diagnostic", ask);
    expect(items.map(({ code }) => code)).toEqual(["TEN2001"]);
    client.expectQuiet();
  });

  test("is told of what only compiling finds, when nobody types", async () => {
    const long = agreement().replace("until 2026-12-31", "until 9999-12-31") + metric;
    await started({ files: { "a.tenet": long } });
    await client.open("a.tenet");
    expect(await codes("a.tenet")).toEqual([]);
    await vi.waitFor(async () => expect(await codes("a.tenet")).toEqual(["TEN3002"]), { timeout: 10_000 });
    const [said] = await client.diagnostics("a.tenet");
    expect(said?.range.start).toEqual({ line: 0, character: 0 });
    expect(said?.range.end).toEqual({ line: 0, character: 'agreement acme "Acme"'.length });
  });
});

describe("the workspace", () => {
  const ask = (
    previous: readonly WorkspaceDocumentDiagnosticReport[] = [],
  ): Promise<WorkspaceDiagnosticReport> =>
    client.request("workspace/diagnostic", {
      previousResultIds: previous.map(({ uri, resultId }) => ({ uri, value: resultId })),
    });
  const shownItems = ({ items }: WorkspaceDiagnosticReport) =>
    Object.fromEntries(
      items.map((item) => [item.uri, item.kind === "full" ? item.items.map(({ code }) => code) : item.kind]),
    );

  test("is checked as a whole, and told as what is new", async () => {
    await started({
      files: { "a.tenet": agreement(usesMetrics), "shared/metrics.tenet": metric, "b.tenet": agreement() },
    });
    const [a, b, shared] = ["a.tenet", "b.tenet", "shared/metrics.tenet"].map(uriOf) as [
      string,
      string,
      string,
    ];
    const first = await vi.waitFor(async () => {
      const report = await ask();
      expect(report.items).toHaveLength(3);
      return report;
    });
    expect(shownItems(first)).toEqual({ [a]: [], [b]: ["TEN2001"], [shared]: [] });
    expect(shownItems(await ask(first.items))).toEqual({
      [a]: "unchanged",
      [b]: "unchanged",
      [shared]: "unchanged",
    });
    await client.save("shared/metrics.tenet", wrong);
    await client.save("b.tenet", null);
    const second = await vi.waitFor(async () => {
      const report = await ask(first.items);
      expect(shownItems(report)).toEqual({ [a]: "unchanged", [b]: [], [shared]: ["TEN2005"] });
      return report;
    });
    expect(second.items.find(({ uri }) => uri === a)).toMatchObject({ version: null });
  });

  test("is not checked where the person does not want it", async () => {
    await started({ files: { "b.tenet": agreement() }, settings: { check: { workspace: false } } });
    await client.open("b.tenet");
    await vi.waitFor(async () => expect((await ask()).items).toEqual([]));
    expect(await codes("b.tenet")).toEqual(["TEN2001"]);
  });
});

describe("a client that cannot ask", () => {
  const { diagnostic: _, ...textDocument } = usualCapabilities.textDocument ?? {};
  const capabilities = { ...usualCapabilities, textDocument };
  const last = (path: string) => client.pushed.findLast(({ uri }) => uri === uriOf(path));
  const lastCodes = (path: string) => last(path)?.diagnostics.map(({ code }) => code);

  test("is sent what is said of open documents and of the workspace", async () => {
    await started({ files: { "a.tenet": agreement(), "b.tenet": agreement() }, capabilities });
    await client.open("a.tenet");
    await vi.waitFor(() => expect(lastCodes("a.tenet")).toEqual(["TEN2001"]));
    await vi.waitFor(() => expect(lastCodes("b.tenet")).toEqual(["TEN2001"]));
    await client.change("a.tenet", { text: agreement() + metric });
    await vi.waitFor(() => expect(lastCodes("a.tenet")).toEqual([]));
    expect(last("a.tenet")).toMatchObject({ version: 2 });
  });

  test("is told that nothing is wrong with a file that is gone", async () => {
    await started({ capabilities });
    await client.open("new.tenet", agreement());
    await vi.waitFor(() => expect(lastCodes("new.tenet")).toEqual(["TEN2001"]));
    await client.close("new.tenet");
    await vi.waitFor(() => expect(lastCodes("new.tenet")).toEqual([]));
  });

  test("is sent the last of many edits, and nothing that is not true any more after it", async () => {
    await started({ capabilities });
    await client.open("a.tenet", agreement());
    for (let edit = 0; edit < 20; edit++)
      await client.change("a.tenet", { text: `${agreement()}# ${edit}\n` });
    await client.change("a.tenet", { text: agreement() + metric });
    await vi.waitFor(() => expect(last("a.tenet")).toMatchObject({ version: 22, diagnostics: [] }));
  });
});

describe("every diagnostic of the language", () => {
  // A file of more than four megabytes is no use in an editor, and those about `uses` need files of their own.
  const shown = allRules.filter(
    ({ examples }) => examples.invalid.length < 100_000 && !/^[ \t]*uses\b/m.test(examples.invalid),
  );

  test("has a page that the client can open, and the fix that its rule promises", async () => {
    await started({});
    const failures: string[] = [];
    for (const rule of shown) failures.push(...(await tried(rule)));
    expect(failures).toEqual([]);
    client.expectQuiet();
  }, 120_000);

  test("has a fix that a client may take by itself only where it is certain", async () => {
    await started({});
    const taken = async (wanted: string): Promise<readonly unknown[]> => {
      const rule = shown.find(({ code }) => code === wanted);
      const path = `${wanted}.tenet`;
      await client.open(path, rule?.examples.invalid ?? "");
      const [said] = await client.diagnostics(path);
      const actions = await client.ask<CodeAction[]>("textDocument/codeAction", path, {
        range: said?.range,
        context: { diagnostics: [], only: ["quickfix"] },
      });
      return actions.map(({ isPreferred }) => isPreferred);
    };
    expect(await taken("TEN1014"), "a misspelled word").toEqual([true]);
    expect(await taken("TEN2827"), "a warning that comes too late").toEqual([false]);
    expect(await taken("TEN2101"), "a sentence that is missing").toEqual([false, false]);
  });

  async function tried({ code, examples, fix, summary }: (typeof allRules)[number]): Promise<string[]> {
    const path = `${code}.tenet`;
    const text = examples.invalid;
    await client.open(path, text);
    const said = await vi.waitFor(
      async () => {
        const found = (await client.diagnostics(path)).find((one) => one.code === code);
        expect(found, `${code} is said`).toBeDefined();
        return found;
      },
      { timeout: 10_000 },
    );
    const href = said?.codeDescription?.href ?? "";
    const page = await client.request<{ text: string }>("workspace/textDocumentContent", { uri: href });
    const failures = page.text.includes(summary) ? [] : [`${code}: its page does not say its law`];
    const actions = await client.ask<CodeAction[]>("textDocument/codeAction", path, {
      range: said?.range,
      context: { diagnostics: [said], only: ["quickfix"] },
    });
    const own = actions.filter(({ diagnostics }) => diagnostics?.some((one) => one.code === code));
    if (fix !== "offered") return own.length === 0 ? failures : [...failures, `${code}: has a fix`];
    if (own.length === 0) return [...failures, `${code}: has no fix`];
    for (const action of own) {
      const after = applied(
        text,
        editsOf(action.edit ?? {}).flatMap(([, edits]) => edits),
      );
      await client.change(path, { text: after });
      if ((await codes(path)).includes(code)) failures.push(`${code}: ${action.title} does not mend it`);
    }
    await client.close(path);
    return failures;
  }
});
