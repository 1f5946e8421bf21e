/**
 * What a session is started with. F5 in an agreement needs no `launch.json`: the file at hand is meant, and where it has
 * several tests somebody chooses one. Nothing starts in a folder that is not trusted.
 */
import type { ListedTest } from "@tenet-lang/language-server/requests";
import {
  type DebugConfiguration,
  type DebugConfigurationProvider,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { agreementAtHand, shownAgreement } from "../commands/active.ts";
import { testsOf } from "../testing/items.ts";
import { addressOf } from "./adapter.ts";

/** What one test of a file is walked through with. */
export function configurationOf(file: Uri, test: string, label: string): DebugConfiguration {
  return { type: "tenet", request: "launch", name: label, file: file.toString(), test };
}

/** Fills in what a configuration leaves out. */
export function configurations(client: BaseLanguageClient): DebugConfigurationProvider {
  return {
    resolveDebugConfiguration: async (_folder, given) => {
      if (!workspace.isTrusted) {
        void window.showWarningMessage("Tenet debugs tests only in folders that you trust.");
        return undefined;
      }
      if (given.file !== undefined) return given;
      const file = (await agreementAtHand())?.document.uri.toString();
      // Without a `launch.json` nothing at all is given.
      const own = { type: "tenet", request: "launch", name: "Debug a test" };
      return file === undefined ? undefined : { ...own, ...withoutEmpty(given), file };
    },
    resolveDebugConfigurationWithSubstitutedVariables: async (_folder, given) => {
      if (given.test !== undefined) return given;
      const file = fileOf(String(given.file));
      const chosen = await chosenOf(await testsOf(client, file), file);
      return chosen === undefined ? undefined : { ...given, file: file.toString(), test: chosen.name };
    },
  };
}

function withoutEmpty(given: DebugConfiguration): Partial<DebugConfiguration> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
}

/** `${file}` is a path, also of a file that is on no disk: then the one that is shown is meant. */
function fileOf(given: string): Uri {
  const shown = shownAgreement()?.document.uri;
  return shown !== undefined && (shown.fsPath === given || shown.path === given) ? shown : addressOf(given);
}

async function chosenOf(tests: readonly ListedTest[], file: Uri): Promise<ListedTest | undefined> {
  const [first, ...others] = tests;
  if (first === undefined) {
    void window.showInformationMessage(`There is no test in ${workspace.asRelativePath(file)} yet.`);
    return undefined;
  }
  if (others.length === 0) return first;
  const items = tests.map((test) => ({
    label: test.label,
    ...(test.label === test.name ? {} : { description: test.name }),
    test,
  }));
  const options = { title: "Tenet", placeHolder: "Which test do you want to walk through?" };
  return (await window.showQuickPick(items, options))?.test;
}
