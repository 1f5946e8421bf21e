/**
 * Editors that other people made, as clients of `tenet lsp`: what they show must be what the server meant. Where an
 * editor is not installed its test is skipped, aloud.
 */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const here = fileURLToPath(new URL(".", import.meta.url));
const run = promisify(execFile);

/** What an editor's script prints. */
interface Answers {
  readonly failed?: string;
  readonly diagnostics: readonly { readonly line: number; readonly message: string }[];
  readonly hover: string;
  readonly completion: readonly string[];
  readonly renamed: readonly string[];
}

const editors: readonly {
  readonly name: string;
  readonly version: readonly string[];
  readonly args: readonly string[];
}[] = [
  {
    name: "nvim",
    version: ["--version"],
    args: ["--headless", "--clean", "-c", `luafile ${join(here, "neovim.lua")}`, "-c", "cquit"],
  },
  {
    name: "emacs",
    version: ["--batch", "--eval", "(progn (package-initialize) (require 'eglot))"],
    args: ["--batch", "-l", join(here, "eglot.el")],
  },
];

async function isInstalled({ name, version }: (typeof editors)[number]): Promise<boolean> {
  try {
    await run(name, version);
    return true;
  } catch {
    console.warn(`${name} is not installed, so that its test of the language server is skipped`);
    return false;
  }
}

async function answersOf({ name, args }: (typeof editors)[number]): Promise<Answers> {
  const folder = mkdtempSync(join(tmpdir(), "tenet-editor-"));
  cpSync(join(here, "../../extension/test/workspace"), folder, { recursive: true });
  const tenet = fileURLToPath(new URL("../../packages/cli/bin/tenet.js", import.meta.url));
  const env = { ...process.env, NODE: process.execPath, TENET: tenet, FOLDER: folder };
  const { stdout } = await run(name, args, { env, cwd: folder, timeout: 100_000 });
  const line = stdout.split("\n").findLast((each) => each.startsWith("{"));
  if (line === undefined) throw new Error(`${name} said nothing:\n${stdout}`);
  return JSON.parse(line) as Answers;
}

for (const editor of editors) {
  const installed = await isInstalled(editor);
  describe.skipIf(!installed)(editor.name, () => {
    it("shows diagnostics, completion and hovers, follows edits, and renames", {
      timeout: 120_000,
    }, async () => {
      const { failed, diagnostics, hover, completion, renamed } = await answersOf(editor);
      expect(failed).toBeUndefined();
      expect(diagnostics.map(({ line }) => line)).toEqual([16]);
      expect(diagnostics[0]?.message).toContain("`lest` is not understood here; did you mean `least`?");
      expect(hover).toContain("Average rating");
      // In a standard that has no warning yet, and nowhere else.
      expect(completion.some((label) => label.startsWith("warns when"))).toBe(true);
      expect(completion.some((label) => label.startsWith("partner "))).toBe(false);
      expect(renamed).toContain('metric marks "Average rating" average of stars in calls_made');
      expect(renamed).toContain("  requires marks at least 4.2");
    });
  });
}
