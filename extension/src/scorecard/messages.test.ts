import { expect, it } from "vitest";
import { messageFrom } from "./messages.ts";

it("understands what the page may say", () => {
  expect(messageFrom({ kind: "ready" })).toEqual({ kind: "ready" });
  expect(messageFrom({ kind: "open", verdict: 3, stay: true })).toEqual({
    kind: "open",
    verdict: 3,
    stay: true,
  });
  expect(messageFrom({ kind: "explain", verdict: 0 })).toEqual({ kind: "explain", verdict: 0 });
});

it("takes nothing else for a message, and nothing more out of one", () => {
  for (const value of [
    null,
    "ready",
    {},
    { kind: "open" },
    { kind: "open", verdict: "file:///etc/passwd" },
    { kind: "run", verdict: 1 },
  ])
    expect(messageFrom(value)).toBeNull();
  expect(messageFrom({ kind: "open", verdict: 1, uri: "file:///etc/passwd" })).toEqual({
    kind: "open",
    verdict: 1,
    stay: false,
  });
});
