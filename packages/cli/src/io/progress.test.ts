import { Writable } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { progressBar } from "./progress.ts";

let now = 0;
beforeEach(() => {
  now = 1000;
  vi.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
});

function terminal(isTTY: boolean) {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  const methods = {
    isTTY,
    columns: 80,
    cursorTo: () => true,
    clearLine: () => true,
    clearScreenDown: () => true,
  };
  return { written, stream: Object.assign(stream, methods) as unknown as NodeJS.WriteStream };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 100));

test("quick work draws nothing", async () => {
  const { stream, written } = terminal(true);
  const bar = progressBar(100, stream);
  now += 1900;
  bar.advance(50);
  await settled();
  bar.stop();
  expect(written).toEqual([]);
});

test("long work draws a bar", async () => {
  const { stream, written } = terminal(true);
  const bar = progressBar(100, stream);
  now += 2100;
  bar.advance(50);
  await vi.waitFor(() => expect(written.join("")).toContain("50%"));
  bar.stop();
});

test("nothing is drawn where nobody watches", async () => {
  const { stream, written } = terminal(false);
  const bar = progressBar(100, stream);
  now += 5000;
  bar.advance(50);
  await settled();
  bar.stop();
  expect(written).toEqual([]);
});
