/**
 * Runs suites inside an extension host. In a browser there is no Node, so mocha's own browser build serves both hosts,
 * and the suites use nothing but `vscode`.
 */
import "mocha/mocha.js";
import { equal } from "./checks.ts";

/** Given by whoever bundles the suite: where it is to run. */
declare const TENET_HOST: "desktop" | "web";

/** Rejects where a test fails. */
export function runSuites(suites: readonly (() => void)[]): Promise<void> {
  mocha.setup({ ui: "bdd", reporter: "spec", color: false, timeout: 60_000 });
  for (const suite of [host, ...suites]) suite();
  return new Promise((resolve, reject) => {
    // The browser build's own `run` reads the address of the page, which an extension host has not.
    Mocha.prototype.run.call(mocha, (failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} tests failed`));
    });
  });
}

/** VS Code takes another host, without a word, where it does not find the one that it is asked for. */
function host(): void {
  it(`runs in the extension host of the ${TENET_HOST}`, () => {
    equal("importScripts" in globalThis ? "web" : "desktop", TENET_HOST);
  });
}
