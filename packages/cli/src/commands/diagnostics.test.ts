import { tmpdir } from "node:os";
import { allRules, type Diagnostic, sourceFile } from "@tenet-lang/language";
import { expect, test } from "vitest";
import { recordedSession } from "../../../../test/cli/session.ts";
import { reportObstacles } from "./diagnostics.ts";

const file = sourceFile("a.tenet", "metric idle number of calls\n");
const found = (severity: Diagnostic["severity"]): Diagnostic => ({
  code: allRules[0]?.code ?? "",
  name: "x",
  severity,
  message: `this is a ${severity}`,
  file,
  span: { start: 7, end: 11 },
  related: [],
  fixes: [],
});
const names = { forPeople: () => "a.tenet", forMachines: () => "a.tenet" };

test("a hint stands in nobody's way", async () => {
  const { session, notes } = recordedSession(tmpdir());
  await reportObstacles(session, [found("hint")], "text", names);
  expect(notes()).toBe("");
  await reportObstacles(session, [found("hint"), found("warning")], "text", names);
  expect(notes()).toContain("this is a warning");
  expect(notes()).not.toContain("this is a hint");
});
