import { expect, it } from "vitest";
import { type Restartable, restart } from "./restart.ts";

type State = "starting" | "running" | "stopped" | "failed";

/** A client as the library's own: `comesUp` says what becomes of a server that is coming up. */
function clientIn(before: State, comesUp = true): Restartable & { readonly acts: readonly string[] } {
  let state = before;
  const acts: string[] = [];
  return {
    acts,
    isRunning: () => state === "running",
    needsStop: () => state === "running" || state === "starting",
    start: async () => {
      acts.push("start");
      const isUp = comesUp || state !== "starting";
      state = isUp ? "running" : "failed";
      if (!isUp) throw new Error("it did not come up");
    },
    stop: async () => {
      acts.push("stop");
      if (state === "starting" || state === "failed") throw new Error("it cannot be stopped");
      state = "stopped";
    },
  };
}

it.each([
  ["running", true, ["stop", "start"]],
  ["stopped", true, ["start"]],
  ["failed", true, ["start"]],
  ["starting", true, ["start", "stop", "start"]],
  ["starting", false, ["start", "start"]],
] as const)("a server that is %s runs again (coming up: %s)", async (state, comesUp, acts) => {
  const client = clientIn(state, comesUp);
  await restart(client);
  expect([client.isRunning(), client.acts]).toEqual([true, acts]);
});

it("a server that is too busy to stop in time makes room for another", async () => {
  const client = clientIn("running");
  const busy: Restartable = {
    ...client,
    stop: async () => {
      await client.stop();
      throw new Error("Stopping the server timed out");
    },
  };
  await restart(busy);
  expect([client.isRunning(), client.acts]).toEqual([true, ["stop", "start"]]);
});
