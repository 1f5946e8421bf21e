/**
 * The workbench as a person uses it: opens files, looks at squiggles and lists, runs tests, reads the scorecard, and
 * leaves a picture of each. What must be seen is waited for; that it looks well a person must judge.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import type { Installed } from "./install.ts";
import { Person, SECONDS_FOR_EACH, type Theme } from "./person.ts";
import { openBrowser, type RunningServer, startServer } from "./server.ts";

/** What the pictures are taken of. */
export interface WorkbenchOptions {
  readonly installed: Installed;
  /** Folder that the packaged extension is installed in. */
  readonly extensions: string;
  /** The folder to open; it is edited. */
  readonly workspace: string;
}

/** Goes through the workbench; throws where something is not to be seen, and leaves pictures. */
export async function useWorkbench(options: WorkbenchOptions): Promise<void> {
  await session(options, false, walk);
}

/** The same in a folder that nobody trusts. */
export async function useWithoutTrust(options: WorkbenchOptions): Promise<void> {
  await session(options, true, walkWithoutTrust);
}

type Walk = (person: Person, server: RunningServer) => Promise<void>;

async function session(options: WorkbenchOptions, asksForTrust: boolean, walking: Walk): Promise<void> {
  const { installed, extensions, workspace } = options;
  const pictures = join(installed.cache, "pictures");
  mkdirSync(pictures, { recursive: true });
  const settings = {
    "tenet.judge.asOf": "2026-04-10",
    "window.commandCenter": false,
    // As text in the page, which can be read there.
    "terminal.integrated.gpuAcceleration": "off",
  };
  const server = await startServer({ vscode: installed.vscode, extensions, settings, asksForTrust });
  const browser = await openBrowser(installed.chromium);
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(SECONDS_FOR_EACH * 1000);
    const person = new Person(page, pictures, workspace);
    try {
      await page.goto(`http://${server.host}/?${new URLSearchParams({ folder: workspace })}`);
      await page.locator(".monaco-workbench").waitFor();
      await walking(person, server);
    } catch (error) {
      await person.picture("failed");
      throw error;
    }
  } finally {
    await browser.close().catch(() => undefined);
    await server.stop();
  }
}

async function walk(person: Person, server: RunningServer): Promise<void> {
  await problems(person);
  await writing(person);
  await testing(person);
  await walkingThrough(person);
  for (const theme of ["dark", "light"] as const) await scorecardIn(person, theme);
  await explanation(person);
  await newAgreement(person);
  await serverStopped(person, server);
}

/** The status bar counts the mistakes of the file at hand, and leads to their list. */
async function problems(person: Person): Promise<void> {
  const { page } = person;
  await person.open("broken.tenet");
  await page.locator(".squiggly-error").first().waitFor({ state: "attached" });
  await person.clickStatus("Tenet: 1 mistake", "Show the mistakes");
  const mistake = page.locator(".markers-panel .monaco-list-row", { hasText: "did you mean" });
  await mistake.first().waitFor();
  await person.picture("problems");

  // What the task says the server says too: it is listed once.
  await person.command("Tasks: Run Task");
  await person.choose("tenet", "tenet");
  await person.choose("tenet: check", "tenet: check");
  await page.locator(".xterm-rows", { hasText: "1 error" }).first().waitFor();
  await person.picture("task");
  await person.command("Problems: Focus on Problems View");
  await mistake.first().waitFor();
  if ((await mistake.count()) > 1) throw new Error("a mistake is listed twice");
  await page.locator(".statusbar-item", { hasText: "Tenet: 1 mistake" }).first().waitFor();
  await person.command("View: Hide Panel");
}

async function writing(person: Person): Promise<void> {
  const { page } = person;
  await person.open("notes.md");
  // A word has a colour of its own in a fence alone.
  await page
    .locator(".monaco-editor .view-line span span", { hasText: /^metric$/ })
    .first()
    .waitFor();
  await person.picture("markdown-fence");
  await page.locator(".statusbar-item", { hasText: "Tenet" }).first().waitFor({ state: "detached" });

  await person.open("parcels.tenet");
  await page.locator(".statusbar-item:has(.codicon-check)", { hasText: "Tenet" }).first().waitFor();
  await person.pointAt("on_time", "Delivered on time");
  await person.picture("hover");

  await person.completeAtEnd('\nstandard kind "Kind"\n  ');
  await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "requires" }).first().waitFor();
  await person.picture("completion");
  await page.keyboard.press("Escape");
  await person.command("File: Revert File");
}

async function testing(person: Person): Promise<void> {
  const { page } = person;
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
}

/** A click above a test walks through it: the sentence at hand, what was read there, and the values beside the text. */
async function walkingThrough(person: Person): Promise<void> {
  const { page } = person;
  await person.command("View: Close All Editors");
  await person.open("parcels.tenet");
  await page.locator(".codelens-decoration a", { hasText: "Debug test" }).first().click();
  const frame = page.locator(".debug-call-stack .monaco-list-row");
  await frame.filter({ hasText: "on_time is 95%: 95 of 100 deliveries" }).first().waitFor();
  await person.picture("walk-begins");
  // The metric by itself and what is expected of it, then the standard: its window, its sample, the metric, the limit.
  for (const says of [
    "Expected 95%",
    "punctual is judged",
    "deliveries in the window",
    "on_time is 95%",
    "limit",
  ]) {
    await page.keyboard.press("F10");
    await frame.first().filter({ hasText: says }).waitFor();
  }
  await page.locator(".debug-variables .monaco-list-row", { hasText: "at least 95%" }).first().waitFor();
  await page.locator(".debug-inline-value, .view-line", { hasText: "95%: met" }).first().waitFor();
  await person.picture("walk-at-a-limit");
  await page.keyboard.press("F5");
  await page.locator(".debug-toolbar").waitFor({ state: "hidden" });
  await person.picture("walk-ended");
  await person.command("View: Hide Panel");
}

/** Every verdict is in the list; typing finds one, and its page stands beside the agreement. */
async function explanation(person: Person): Promise<void> {
  await person.command("View: Close All Editors");
  await person.open("parcels.tenet");
  await person.command("Tenet: Explain a Verdict");
  await person.choose("WEERT, 2026-02", "WEERT, 2026-02: missed");
  const page = await person.frameWith("h1:has-text('Parcels arrive when promised')");
  await page.locator("table", { hasText: "80%" }).first().waitFor();
  await page.locator("li", { hasText: "12 of 15 deliveries" }).first().waitFor();
  await person.picture("explanation");
}

/** A name that leads out of the folder is refused; any other becomes a folder with a complete agreement. */
async function newAgreement(person: Person): Promise<void> {
  const { page } = person;
  await person.command("View: Close All Editors");
  await person.command("Tenet: New Agreement");
  const name = page.locator(".quick-input-widget input.input");
  await name.waitFor();
  await name.fill("../elsewhere");
  await page.locator(".quick-input-widget", { hasText: "Write the name of a folder" }).waitFor();
  await name.fill("contracts/carriers");
  await page.locator(".quick-input-widget", { hasText: "Folder for the agreement and its data" }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator('.tab[data-resource-name="standards.tenet"]').waitFor();
  await page.locator(".statusbar-item:has(.codicon-check)", { hasText: "Tenet" }).first().waitFor();
  await person.picture("new-agreement");
}

/** Rounds in which nothing comes up again: VS Code has given the language server up. */
const QUIET_ROUNDS = 6;

/** The status bar says that the language server is gone for good, and a click brings it back. */
async function serverStopped(person: Person, server: RunningServer): Promise<void> {
  const { page } = person;
  await person.open("parcels.tenet");
  const icon = (sign: string) =>
    page.locator(`.statusbar-item:has(.codicon-${sign})`, { hasText: "Tenet" }).first();
  await icon("check").waitFor();
  for (let quiet = 0; quiet < QUIET_ROUNDS; ) {
    quiet = server.crash("/dist/server") === 0 ? quiet + 1 : 0;
    await page.waitForTimeout(500);
  }
  await icon("error").waitFor();
  await person.command("Tenet: Judge on Data (Scorecard)");
  const card = await person.frameWith("#scorecard .obstacles");
  await card.locator("li", { hasText: "the language server gave no answer" }).waitFor();
  await person.command("View: Close Editor");
  await person.open("parcels.tenet");
  await person.clickStatus("Tenet", "The language server has stopped");
  await icon("check").waitFor();
  await person.picture("server-started-again");
}

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
  await sortsByKeyboard(person, card);
  await keepsItsPolicy(card);
  await card.locator("button", { hasText: "Go to the Sentence" }).click();
  await person.page.locator(".statusbar-item", { hasText: "Ln 11, Col 5" }).first().waitFor();
}

/** The keyboard stays on a heading while the rows below it change, and the list of periods keeps it as well. */
async function sortsByKeyboard({ page }: Person, card: Frame): Promise<void> {
  await card.locator("thead th button").nth(1).focus();
  for (const order of ["ascending", "descending"]) {
    await page.keyboard.press("Enter");
    await card.locator(`thead th[aria-sort=${order}] button:focus`).waitFor();
  }
  await card.locator("aside .periods button").nth(1).focus();
  await page.keyboard.press("Enter");
  await card.locator("aside .periods tr.selected button:focus").waitFor();
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
  await person.pointAtStatus("Tenet: 1 mistake", "Data is not read in a folder that is not trusted");
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
