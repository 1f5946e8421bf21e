/**
 * The suite that runs inside an extension host. VS Code calls `run`; in a browser there is no Node, so mocha's own
 * browser build serves both hosts, and the suites use nothing but `vscode`.
 */
import "mocha/mocha.js";
import { activation } from "./activation.ts";
import { editing } from "./editing.ts";
import { judging } from "./judging.ts";

/** Called by VS Code; rejects where a test fails. */
export function run(): Promise<void> {
  mocha.setup({ ui: "bdd", reporter: "spec", color: false, timeout: 60_000 });
  for (const suite of [activation, judging, editing]) suite();
  return new Promise((resolve, reject) => {
    // The browser build's own `run` reads the address of the page, which an extension host has not.
    Mocha.prototype.run.call(mocha, (failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} tests failed`));
    });
  });
}
