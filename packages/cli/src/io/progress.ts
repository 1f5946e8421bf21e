/** A progress bar for what takes longer than two seconds: on standard error, and only on a terminal. */
import { performance } from "node:perf_hooks";

const PATIENCE = 2000;

/** How far some work is. */
export interface Progress {
  /** So many bytes more are done. */
  advance(bytes: number): void;
  stop(): void;
}

interface Bar {
  start(total: number, value: number): void;
  update(value: number): void;
  stop(): void;
}

/** Work that says nothing about how far it is. */
export const silent: Progress = { advance: () => undefined, stop: () => undefined };

/** A bar over `total` bytes, drawn once the work has taken two seconds. */
export function progressBar(total: number, stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY || total <= 0) return silent;
  const started = performance.now();
  let done = 0;
  let isStopped = false;
  let bar: Bar | null = null;
  let isLoading = false;
  const draw = async (): Promise<void> => {
    isLoading = true;
    const { default: library } = await import("cli-progress");
    if (isStopped) return;
    const format = "reading {bar} {percentage}%";
    bar = new library.SingleBar(
      { format, stream, hideCursor: true, clearOnComplete: true },
      library.Presets.shades_classic,
    );
    bar.start(total, done);
  };
  return {
    advance(bytes) {
      done = Math.min(total, done + bytes);
      if (bar !== null) bar.update(done);
      else if (!isLoading && performance.now() - started > PATIENCE) void draw();
    },
    stop() {
      isStopped = true;
      bar?.stop();
    },
  };
}
