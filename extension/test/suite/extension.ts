/** The extension under test, by what it offers to others. */
import { extensions, type Extension as Installed, TabInputWebview, type TestItem, window } from "vscode";
import type { Extension } from "../../src/extension.ts";
import { fileAt } from "./documents.ts";

/** As VS Code has it. */
export function installed(): Installed<Extension> {
  const found = extensions.getExtension<Extension>("tenet-lang.tenet");
  if (found === undefined) throw new Error("the extension is not there");
  return found;
}

/** What it offers, once it has started. */
export async function extension(): Promise<Extension> {
  return await installed().activate();
}

/** The tests of a file in the Test Explorer. */
export function testsIn({ tests }: Extension, path: string): readonly TestItem[] {
  const file = tests.items.get(fileAt(path).toString());
  return file === undefined ? [] : [...file.children].map(([, item]) => item);
}

/** The kinds of pages that are open: the scorecard, a preview. */
export function pages(): readonly string[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ input }) => (input instanceof TabInputWebview ? [input.viewType] : []));
}

/** The next event after an act. */
export function heard<T>(
  event: (listener: (value: T) => void) => { dispose(): void },
  act: () => unknown,
): Promise<T> {
  return new Promise((resolve) => {
    const listening = event((value) => {
      listening.dispose();
      resolve(value);
    });
    act();
  });
}
