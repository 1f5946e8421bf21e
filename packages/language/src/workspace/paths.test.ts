import { expect, test } from "vitest";
import { isInside, refusedForm, resolvePath } from "./paths.ts";

test.each([
  ["", "a/b.tenet", "a/b.tenet"],
  ["a/", "b.tenet", "a/b.tenet"],
  ["a/b/", "../c/./d.tenet", "a/c/d.tenet"],
  ["a/", "../../d.tenet", "../d.tenet"],
  ["../", "../d.tenet", "../../d.tenet"],
  ["/w/a/", "../d.tenet", "/w/d.tenet"],
  ["/w/", "../../d.tenet", "/d.tenet"],
  ["a//b/", "c.tenet", "a/b/c.tenet"],
])("%j and %j make %j", (folder, path, resolved) => {
  expect(resolvePath(folder, path)).toBe(resolved);
});

test.each([
  ["", "a.tenet", true],
  ["", "../a.tenet", false],
  ["", "/a.tenet", false],
  ["w", "w/a.tenet", true],
  ["w", "w-evil/a.tenet", false],
  ["w", "w", false],
  ["..", "a.tenet", true],
  ["..", "../a/b.tenet", true],
  ["..", "../../b.tenet", false],
  ["../w", "a.tenet", false],
  ["/w", "/w/a.tenet", true],
  ["/w", "/wx/a.tenet", false],
  ["/w/x/..", "/w/a.tenet", true],
])("in %j lies %j: %s", (folder, path, inside) => {
  expect(isInside(folder, path)).toBe(inside);
});

test.each([
  ["shared/metrics.tenet", null],
  ["../shared/metrics.tenet", null],
  ["", "it is empty"],
  ["shared\\metrics.tenet", "it has a backslash; folders are separated by `/`"],
  ["/etc/metrics.tenet", "it is not relative to this file"],
  ["~/metrics.tenet", "it is not relative to this file"],
  ["https://example.org/m.tenet", "it is an address, not a file beside this one"],
  ["C:/m.tenet", "it is an address, not a file beside this one"],
  ["file:m.tenet", "it is an address, not a file beside this one"],
])("the form of %j", (path, problem) => {
  expect(refusedForm(path)).toBe(problem);
});
