import { expect, it } from "vitest";
import { listedOnce, type Standing, statusText } from "./status-text.ts";

const well: Standing = { server: "running", errors: 0, warnings: 0, isTrusted: true };
const problems = "workbench.actions.view.problems";

const check = (standing: Partial<Standing>) => {
  const { text, tooltip, command, isBad } = statusText({ ...well, ...standing });
  return [text, tooltip, command, isBad];
};

it("says how the agreement at hand is, and a click leads to the list", () => {
  expect(check({})).toEqual(["$(check) Tenet", "Nothing is wrong with this file", problems, false]);
  expect(check({ warnings: 1 })).toEqual([
    "$(warning) Tenet: 1 warning",
    "Show the warnings",
    problems,
    false,
  ]);
  expect(check({ warnings: 2 })[0]).toBe("$(warning) Tenet: 2 warnings");
  expect(check({ errors: 1, warnings: 2 })).toEqual([
    "$(error) Tenet: 1 mistake",
    "Show the mistakes",
    problems,
    false,
  ]);
  expect(check({ errors: 2 })[0]).toBe("$(error) Tenet: 2 mistakes");
});

it("says what is not done in a folder that is not trusted", () => {
  const more = "Data is not read in a folder that is not trusted";
  expect(check({ isTrusted: false })[1]).toBe(`Nothing is wrong with this file. ${more}`);
  expect(check({ isTrusted: false, errors: 1 })[1]).toBe(`Show the mistakes. ${more}`);
});

it("says before everything else that the server is not there yet, or no longer", () => {
  expect(check({ server: "starting", errors: 1 })).toEqual([
    "$(loading~spin) Tenet",
    "Tenet is starting",
    "tenet.showOutput",
    false,
  ]);
  expect(check({ server: "stopped", errors: 1 })).toEqual([
    "$(error) Tenet",
    "The language server has stopped; click to start it again",
    "tenet.restartServer",
    true,
  ]);
});

it("counts what is listed: two mistakes of one place are two, and one that a task has found as well is one", () => {
  const at = (line: number, message: string) => ({ range: { start: { line, character: 9 } }, message });
  expect(listedOnce([])).toBe(0);
  expect(listedOnce([at(3, "lacks `measured`"), at(3, "lacks `needs`")])).toBe(2);
  expect(listedOnce([at(3, "lacks `measured`"), at(3, "lacks `measured`"), at(4, "lacks `measured`")])).toBe(
    2,
  );
});
