import { expect, test } from "vitest";
import { isColourful } from "./session.ts";

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: "1" }, true, false],
  [{ NO_COLOR: "" }, true, true],
  [{ FORCE_COLOR: "1" }, false, true],
  [{ FORCE_COLOR: "0" }, true, false],
  [{ NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
  [{ TERM: "dumb" }, true, false],
])("%j on a terminal (%s): coloured is %s", (env, isTerminal, isColoured) => {
  expect(isColourful(env, isTerminal)).toBe(isColoured);
});
