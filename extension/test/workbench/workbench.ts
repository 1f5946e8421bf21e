/**
 * The workbench as a person uses it: opens files, looks at squiggles and lists, runs tests, reads the scorecard, and
 * leaves a picture of each. What must be seen is waited for; that it looks well a person must judge.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import type { Installed } from "./install.ts";
import { openBrowser, startServer } from "./server.ts";

/** What the pictures are taken of. */
export interface WorkbenchOptions {
  readonly installed: Installed;
  /** Folder that the packaged extension is installed in. */
  readonly extensions: string;
  /** The folder to open; it is edited. */
  readonly workspace: string;
}

const SECONDS_FOR_EACH = 60;

/** Goes through the workbench; throws where something is not to be seen, and leaves pictures. */
export async function useWorkbench(options: WorkbenchOptions): Promise<void> {
  await session(options, false, walk);
}

/** The same in a folder that nobody trusts. */
export async function useWithoutTrust(options: WorkbenchOptions): Promise<void> {
  await session(options, true, walkWithoutTrust);
}

type Walk = (person: Person) => Promise<void>;

async function session(options: WorkbenchOptions, asksForTrust: boolean, walking: Walk): Promise<void> {
  const { installed, extensions, workspace } = options;
  const pictures = join(installed.cache, "pictures");
  mkdirSync(pictures, { recursive: true });
  const settings = { "tenet.judge.asOf": "2026-04-10", "window.commandCenter": false };
  const server = await startServer({ vscode: installed.vscode, extensions, settings, asksForTrust });
  const browser = await openBrowser(installed.chromium);
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(SECONDS_FOR_EACH * 1000);
    const person = new Person(page, pictures, workspace);
    try {
      await page.goto(`http://${server.host}/?${new URLSearchParams({ folder: workspace })}`);
      await page.locator(".monaco-workbench").waitFor();
      await walking(person);
    } catch (error) {
      await person.picture("failed");
      throw error;
    }
  } finally {
    await browser.close().catch(() => undefined);
    await server.stop();
  }
}

async function walk(person: Person): Promise<void> {
  const { page } = person;
  await person.open("broken.tenet");
  await page.locator(".squiggly-error").first().waitFor({ state: "attached" });
  await person.command("Problems: Focus on Problems View");
  await page.locator(".markers-panel .monaco-list-row", { hasText: "did you mean" }).first().waitFor();
  await person.picture("problems");
  await person.command("View: Hide Panel");

  await person.open("parcels.tenet");
  await person.pointAt("on_time", "Delivered on time");
  await person.picture("hover");

  await person.completeAtEnd('\nstandard kind "Kind"\n  ');
  await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "requires" }).first().waitFor();
  await person.picture("completion");
  await page.keyboard.press("Escape");
  await person.command("File: Revert File");

  await person.command("Testing: Focus on Test Explorer View");
  await page.locator(".test-explorer .monaco-list-row", { hasText: "parcels.tenet" }).first().waitFor();
  await person.command("Test: Run All Tests with Coverage");
  await page.locator(".test-explorer .codicon-testing-failed-icon").first().waitFor();
  await page.locator(".coverage-deco-gutter, .coverage-deco-branch-indicator").first().waitFor();
  await person.picture("tests-and-coverage");

  await page.keyboard.press("Escape");
  await person.command("View: Hide Panel");
  await page.locator(".test-error-content-widget, .test-message-inline-content").first().waitFor();
  await person.picture("failure-inline");

  for (const theme of ["dark", "light"] as const) await scorecardIn(person, theme);
}

type Theme = keyof typeof themes;

const themes = {
  dark: ["Default Dark Modern", "vs-dark"],
  light: ["Default Light Modern", "vs"],
} as const;

async function scorecardIn(person: Person, theme: Theme): Promise<void> {
  await person.theme(theme);
  await person.command("View: Close All Editors");
  await person.command("Explorer: Focus on Folders View");
  await person.open("parcels.tenet");
  await person.command("Tenet: Judge on Data (Scorecard)");
  const card = await person.frameWith("#scorecard table.grid");
  await card.locator("td", { hasText: "90%" }).first().click();
  await card.locator("aside h2").waitFor();
  await card.locator("td[aria-selected=true]").focus();
  await person.page.keyboard.press("ArrowDown");
  await person.page.keyboard.press("ArrowDown");
  await person.page.keyboard.press(" ");
  await card.locator("aside", { hasText: "WEERT" }).waitFor();
  await person.picture(`scorecard-${theme}`);
  await keepsItsPolicy(card);
  await card.locator("button", { hasText: "Go to the Sentence" }).click();
  await person.page.locator(".statusbar-item", { hasText: "Ln 11, Col 5" }).first().waitFor();
}

/** The page lets in nothing but our sheet and our script, and has no script of its own in its elements. */
async function keepsItsPolicy(card: Frame): Promise<void> {
  const policy = await card.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  // VS Code itself puts a script and a style into the frame; what is ours is below.
  const inline = await card
    .locator("#scorecard")
    .locator("script, [onclick], [onload], [onerror]")
    .evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML));
  const isStrict = policy?.includes("default-src 'none'") === true && !policy.includes("unsafe");
  if (!isStrict || inline.length > 0)
    throw new Error(`the scorecard's policy is not kept: ${policy}\n${inline.join("\n")}`);
}

/** In a folder that nobody trusts the text is checked, and nothing is run or read. */
async function walkWithoutTrust(person: Person): Promise<void> {
  const { page } = person;
  await page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
  await person.open("broken.tenet");
  await page.locator(".squiggly-error").first().waitFor({ state: "attached" });
  await person.command("Testing: Focus on Test Explorer View");
  await page.locator(".test-explorer .monaco-list-row", { hasText: "parcels.tenet" }).first().waitFor();
  // VS Code asks by itself before any test runs.
  await person.command("Test: Run All Tests");
  await page.getByText("Running tests may execute code").first().waitFor();
  await person.picture("restricted");
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input.input").fill(">Tenet: ");
  await page
    .locator(".quick-input-list .monaco-list-row", { hasText: "Tenet: New Agreement" })
    .first()
    .waitFor();
  const readsData = /Judge on Data|Explain a Verdict|Import a CSV/;
  const offered = await page.locator(".quick-input-list .monaco-list-row", { hasText: readsData }).count();
  if (offered > 0) throw new Error("a command that reads data is offered in a restricted folder");
}

/** Somebody at the keyboard. */
class Person {
  readonly page: Page;
  readonly #pictures: string;
  readonly #workspace: string;
  #count = 0;

  constructor(page: Page, pictures: string, workspace: string) {
    this.page = page;
    this.#pictures = pictures;
    this.#workspace = workspace;
  }

  async picture(name: string): Promise<void> {
    this.#count += 1;
    // Lists and hovers fade in.
    await this.page.waitForTimeout(700);
    const path = join(this.#pictures, `${this.#count}-${name}.png`);
    await this.page.screenshot({ path });
    console.log(`    ${path}`);
  }

  async command(name: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.#choose(`>${name}`, name);
  }

  async open(path: string): Promise<void> {
    await this.page.keyboard.press("Control+p");
    await this.#choose(path, path);
    await this.page.locator(`.tab[data-resource-name="${path}"]`).first().waitFor();
  }

  /** By the folder's own settings, which the workbench follows at once. */
  async theme(kind: Theme): Promise<void> {
    const [colours, style] = themes[kind];
    mkdirSync(join(this.#workspace, ".vscode"), { recursive: true });
    const settings = JSON.stringify({ "workbench.colorTheme": colours });
    writeFileSync(join(this.#workspace, ".vscode", "settings.json"), settings);
    await this.page.locator(`.monaco-workbench.${style}`).waitFor();
  }

  /** Points at a word until its hover is there: lines move while lenses come in above them. */
  async pointAt(word: string, shows: string): Promise<void> {
    const place = this.page.locator(".monaco-editor .view-line span span", { hasText: word }).first();
    const hover = this.page.locator(".monaco-hover:visible", { hasText: shows }).first();
    for (let tries = 10; tries > 0; tries -= 1) {
      await this.page.mouse.move(0, 0);
      await place.hover();
      const isShown = hover.waitFor({ timeout: (SECONDS_FOR_EACH * 1000) / 10 });
      if (
        await isShown.then(
          () => true,
          () => false,
        )
      )
        return;
    }
    throw new Error(`${word} shows nothing of ${shows}`);
  }

  async completeAtEnd(text: string): Promise<void> {
    await this.page.locator(".monaco-editor .view-lines").first().click();
    await this.page.keyboard.press("Control+End");
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press("Control+Space");
  }

  /** The frame of a webview that shows this. */
  async frameWith(selector: string): Promise<Frame> {
    const last = Date.now() + SECONDS_FOR_EACH * 1000;
    while (Date.now() < last) {
      for (const frame of this.page.frames())
        if (
          (await frame
            .locator(selector)
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      await this.page.waitForTimeout(200);
    }
    throw new Error(`no page shows ${selector}`);
  }

  /** The list fills while one types, so the row itself is waited for. */
  async #choose(typed: string, row: string): Promise<void> {
    const input = this.page.locator(".quick-input-widget input.input");
    await input.waitFor();
    await input.fill(typed);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: row }).first().click();
  }
}
