import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { recordedSession } from "../../../test/cli/session.ts";
import { FileFailure } from "./io/failure.ts";
import { main } from "./main.ts";

test("what the user typed is quoted inert", async () => {
  const { session, out, notes } = recordedSession(tmpdir());
  expect(await main(["\u001b[2Jjudge"], session)).toBe(2);
  expect(out()).toBe("");
  expect(notes()).toBe("tenet: unknown command '\\x1b[2Jjudge'\n");
});

test("a mistake of ours answers 3 and asks for a report", async () => {
  const { session, notes } = recordedSession(tmpdir());
  const broken = {
    ...session,
    out: () => Promise.reject(new TypeError("x is not\na function")),
  };
  expect(await main(["--version"], broken)).toBe(3);
  expect(notes()).toBe(
    "tenet: internal error: x is not\\na function\nThis is a mistake in tenet, not in your files. Please report it, with what TENET_DEBUG=1 shows.\n",
  );
});

test("standard output that cannot be written is no mistake of ours", async () => {
  const { session, notes } = recordedSession(tmpdir());
  const full = {
    ...session,
    out: () => Promise.reject(new FileFailure("standard output", "the disk is full")),
  };
  expect(await main(["--version"], full)).toBe(2);
  expect(notes()).toBe("tenet: standard output: the disk is full\n");
});

test("without a command, help is shown on standard error", async () => {
  const { session, out, notes } = recordedSession(tmpdir());
  expect(await main([], session)).toBe(2);
  expect(out()).toBe("");
  expect(notes()).toContain("Usage: tenet");
});
