/** Somebody who sits before the workbench. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";

/** The patience with each thing that must be seen. */
export const SECONDS_FOR_EACH = 60;

export type Theme = keyof typeof themes;

const themes = {
  dark: ["Default Dark Modern", "vs-dark"],
  light: ["Default Light Modern", "vs"],
} as const;

/** Somebody at the keyboard, whose pictures are kept. */
export class Person {
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
    await this.choose(`>${name}`, name);
  }

  async open(path: string): Promise<void> {
    await this.page.keyboard.press("Control+p");
    await this.choose(path, path);
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

  /** Points at a word of the text. */
  async pointAt(word: string, shows: string): Promise<void> {
    await this.#pointAt(".monaco-editor .view-line span span", word, shows);
  }

  /** Points at an item of the status bar. */
  async pointAtStatus(text: string, shows: string): Promise<void> {
    await this.#pointAt(".statusbar-item a", text, shows);
  }

  /** Clicks an item of the status bar, once it has said what it is for. */
  async clickStatus(text: string, shows: string): Promise<void> {
    await this.pointAtStatus(text, shows);
    await this.page.locator(".statusbar-item a", { hasText: text }).first().click();
  }

  /** Until the hover is there: lines move while lenses come in above them. */
  async #pointAt(selector: string, word: string, shows: string): Promise<void> {
    const place = this.page.locator(selector, { hasText: word }).first();
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
  async choose(typed: string, row: string): Promise<void> {
    const input = this.page.locator(".quick-input-widget input.input");
    await input.waitFor();
    await input.fill(typed);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: row }).first().click();
  }
}
