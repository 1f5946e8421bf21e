/**
 * Editors that other people made, as clients of `tenet lsp`, set up as README says: what they show must be what the
 * server meant. Where an editor is not installed its test is skipped, aloud.
 */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const here = fileURLToPath(new URL(".", import.meta.url));
const run = promisify(execFile);

function script(name: string): string {
  return `luafile ${join(here, name)}`;
}

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
  /** The language of its part of README. */
  readonly setup: string;
  readonly version: readonly string[];
  readonly args: readonly string[];
}[] = [
  {
    name: "nvim",
    setup: "lua",
    version: ["--version"],
    // Versions before 0.8 ask scripts for the type of a file, unless they are told to ask what is written in Lua.
    args: [
      "--headless",
      "--clean",
      "--cmd",
      "let g:do_filetype_lua = 1",
      "-c",
      script("neovim.lua"),
      "-c",
      "cquit",
    ],
  },
  {
    name: "emacs",
    setup: "elisp",
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

/** What README says to write for an editor, in a file of its own. */
function setupOf(language: string): string {
  const readme = readFileSync(join(here, "../../README.md"), "utf8");
  const [, ...blocks] = readme.split(`\n\`\`\`${language}\n`);
  const [text, ...others] = blocks.map((block) => block.split("\n```\n")[0] ?? "");
  if (text === undefined || others.length > 0) throw new Error(`README has not one block of ${language}`);
  const path = join(mkdtempSync(join(tmpdir(), "tenet-setup-")), `setup.${language}`);
  writeFileSync(path, `${text}\n`);
  return path;
}

/** A folder in which `tenet` is the command, as after an install. */
function folderOfTenet(): string {
  const folder = mkdtempSync(join(tmpdir(), "tenet-bin-"));
  const script = fileURLToPath(new URL("../../packages/cli/bin/tenet.js", import.meta.url));
  writeFileSync(join(folder, "tenet"), `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`, {
    mode: 0o755,
  });
  return folder;
}

async function answersOf({ name, setup, args }: (typeof editors)[number]): Promise<Answers> {
  const folder = mkdtempSync(join(tmpdir(), "tenet-editor-"));
  cpSync(join(here, "../../extension/test/workspace"), folder, { recursive: true });
  const path = [folderOfTenet(), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, SETUP: setupOf(setup), FOLDER: folder };
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
