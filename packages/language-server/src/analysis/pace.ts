/**
 * Long work in small steps: between two of them, what has arrived meanwhile is seen to.
 *
 * A step that is no longer wanted ends by `Cancelled`, which the server turns into the answer that the protocol asks
 * for. Work that has not held the event loop for long goes on without a pause, so that short work has none.
 */
import type { CancellationToken } from "vscode-languageserver";

/** Milliseconds that the event loop may be held. */
const LONGEST_HOLD = 10;

/** Thrown where work is no longer wanted. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** Between two steps: ends the work if it is cancelled, and lets others have their turn if it is time. */
export type Pause = (token: CancellationToken) => Promise<void>;

/** A pause that counts from the last turn of the event loop that it knows of. */
export function paced(turn: () => Promise<void>): Pause {
  let since = performance.now();
  return async (token) => {
    if (token.isCancellationRequested) throw new Cancelled();
    if (performance.now() - since < LONGEST_HOLD) return;
    await turn();
    since = performance.now();
    if (token.isCancellationRequested) throw new Cancelled();
  };
}
