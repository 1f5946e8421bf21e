/** Documents may come before anything else was ever published. */
import { expect, test } from "vitest";
import type { Connection } from "vscode-languageserver";
import { publishing } from "./publish.ts";
import type { Session } from "./session.ts";

test("a client that asks may open one document after another before anything was published", () => {
  const session = { client: { textDocument: { diagnostic: {} } } } as unknown as Session;
  const { document } = publishing(
    {} as Connection,
    () => session,
    () => expect.unreachable("nothing has begun that could fail"),
  );
  expect(() => {
    document();
    document();
    document();
  }).not.toThrow();
});
