import { expect, test } from "vitest";
import { workflowCommand } from "./workflow-command.ts";

test("properties that are not known are left out", () => {
  const base = { level: "error", file: "a.csv", line: null, title: "t", message: ["one", "two"] } as const;
  expect(workflowCommand(base)).toBe("::error file=a.csv,title=t::one%0Atwo");
});

test.each([
  ["a:b,c", "a%3Ab%2Cc"],
  ["100%", "100%25"],
  ["x\r\n::warning::y", "x\\r\\n%3A%3Awarning%3A%3Ay"],
  ["::x", "\\%3A%3Ax"],
])("the property %j is written as %j", (title, written) => {
  const base = { level: "notice", file: "f", line: 1, message: [] } as const;
  expect(workflowCommand({ ...base, title })).toBe(`::notice file=f,line=1,title=${written}::`);
});
