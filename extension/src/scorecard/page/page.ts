/**
 * The script of the scorecard's page: it hears of scorecards, keeps what is chosen, and draws anew what a change is
 * about; the keyboard stays where it was. Everything is text from data, and becomes text on the page.
 */
import type { Scorecard } from "@tenet-lang/language-server/requests";
import type { FromPage, ToPage } from "../messages.ts";
import { detail } from "./detail.ts";
import { element } from "./dom.ts";
import { grid, mark, type Selected } from "./grid.ts";
import {
  type Cell,
  type Choice,
  nothingChosen,
  type Placed,
  periodsOf,
  type Row,
  rowsOf,
  totalsOf,
} from "./matrix.ts";
import { kindOf, verdictKinds } from "./words.ts";

interface Host {
  postMessage(message: FromPage): void;
  getState(): State | undefined;
  setState(state: State): void;
}

declare function acquireVsCodeApi(): Host;

/** What outlives the page while it is hidden. */
interface State {
  readonly choice: Choice;
  readonly selected: Selected | null;
  /** Place of the verdict in the details. */
  readonly verdict: number | null;
  readonly isWhole: boolean;
}

const host = acquireVsCodeApi();
const main = document.getElementById("scorecard") ?? document.body;
let card: Scorecard | null = null;
let state: State = host.getState() ?? {
  choice: nothingChosen,
  selected: null,
  verdict: null,
  isWhole: false,
};

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  main.setAttribute("aria-busy", String(data.kind === "busy"));
  if (data.kind === "busy") return;
  card = data.card;
  draw();
});
host.postMessage({ kind: "ready" });

function change(next: Partial<State>): void {
  state = { ...state, ...next };
  host.setState(state);
  draw();
}

function choose(next: Partial<Choice>): void {
  change({ choice: { ...state.choice, ...next } });
}

function open({ index }: Placed, stay: boolean): void {
  host.postMessage({ kind: "open", verdict: index, stay });
}

function draw(): void {
  if (card === null) return;
  const isGrid = document.activeElement instanceof HTMLTableCellElement;
  const shown = card;
  keepingFocus(() =>
    main.replaceChildren(
      header(shown),
      ...(shown.obstacles.length > 0 ? [obstacles(shown)] : contents(shown)),
    ),
  );
  if (isGrid) main.querySelector<HTMLElement>("td[tabindex='0']")?.focus();
}

/** Another verdict in the details, and its mark in the table. */
function select(selected: Selected, verdict: number | null): void {
  state = { ...state, selected, verdict };
  host.setState(state);
  if (card === null) return;
  const pane = details(card);
  keepingFocus(() => main.querySelector("aside")?.replaceWith(pane));
  const table = main.querySelector<HTMLElement>("table.grid");
  if (table !== null) mark(table, selected);
}

/** What has the keyboard is made anew under the same id. */
function keepingFocus(act: () => void): void {
  const { activeElement } = document;
  act();
  if (activeElement === null || activeElement.id === "") return;
  const again = document.getElementById(activeElement.id);
  if (again === null || again === document.activeElement) return;
  again.focus();
  if (again instanceof HTMLInputElement) again.setSelectionRange(again.value.length, again.value.length);
}

function header({ title, version, day }: Scorecard): HTMLElement {
  const about = [version === "" ? "" : `version ${version}`, `data up to ${day}`].filter(
    (text) => text !== "",
  );
  return element(
    "header",
    {},
    element("h1", {}, title),
    element("span", { class: "quiet" }, about.join(" · ")),
    element(
      "button",
      {
        class: "second",
        attributes: { id: "again" },
        on: { click: () => host.postMessage({ kind: "refresh" }) },
      },
      "Judge Again",
    ),
  );
}

function obstacles({ obstacles: reasons }: Scorecard): HTMLElement {
  return element(
    "section",
    { class: "obstacles", attributes: { role: "alert" } },
    element("p", {}, "Nothing can be judged yet:"),
    element("ul", {}, ...reasons.map((reason) => element("li", {}, reason))),
  );
}

function contents(scorecard: Scorecard): readonly HTMLElement[] {
  const { choice, selected, isWhole } = state;
  const unfiltered = rowsOf(scorecard, { ...choice, verdict: null });
  const rows = choice.verdict === null ? unfiltered : rowsOf(scorecard, choice);
  const acts = {
    sort: (standard: string | null) =>
      choose({ sortedBy: standard, descending: choice.sortedBy === standard && !choice.descending }),
    select: ({ party, standard }: Cell, verdict: Placed | null) =>
      select({ party, standard: standard.name }, verdict?.index ?? null),
    open,
    showAll: () => change({ isWhole: true }),
  };
  return [
    controls(scorecard, unfiltered),
    element(
      "div",
      { class: "columns" },
      rows.length === 0
        ? element("p", { class: "quiet" }, "No partner has what you look for.")
        : grid(scorecard, rows, choice, selected, isWhole, acts),
      details(scorecard),
    ),
  ];
}

function details(scorecard: Scorecard): HTMLElement {
  const { selected, verdict } = state;
  const cell = selected === null ? null : cellAt(rowsOf(scorecard, nothingChosen), selected);
  const chosen = cell?.verdicts.find(({ index }) => index === verdict) ?? cell?.shown ?? null;
  return detail(cell, chosen, {
    choose: ({ index }) => {
      if (selected !== null) select(selected, index);
    },
    open,
    explain: ({ index }) => host.postMessage({ kind: "explain", verdict: index }),
  });
}

function cellAt(rows: readonly Row[], { party, standard }: Selected): Cell | null {
  const row = rows.find((each) => each.party === party);
  return row?.cells.find((cell) => cell.standard.name === standard) ?? null;
}

function controls(scorecard: Scorecard, rows: readonly Row[]): HTMLElement {
  const { choice } = state;
  const totals = totalsOf(rows);
  const chips = verdictKinds
    .filter((verdict) => totals.has(verdict))
    .map((verdict) => {
      const isOn = choice.verdict === verdict;
      const { sign, words } = kindOf(verdict);
      return element(
        "button",
        {
          class: `chip ${verdict}`,
          title: isOn ? "Show all partners" : `Show partners with: ${words}`,
          attributes: { id: `chip ${verdict}`, "aria-pressed": String(isOn) },
          on: { click: () => choose({ verdict: isOn ? null : verdict }) },
        },
        `${sign} ${totals.get(verdict)} ${words}`,
      );
    });
  return element("div", { class: "controls" }, ...chips, periodChooser(scorecard), searchField());
}

function periodChooser(scorecard: Scorecard): HTMLElement {
  const { period } = state.choice;
  const select = element(
    "select",
    {
      attributes: { id: "period", "aria-label": "Period" },
      on: { change: () => choose({ period: select.value === "" ? null : select.value }) },
    },
    element("option", { attributes: { value: "" } }, "Newest of each"),
    ...periodsOf(scorecard).map((label) =>
      element(
        "option",
        { attributes: { value: label, ...(label === period ? { selected: "" } : {}) } },
        label,
      ),
    ),
  );
  return select;
}

function searchField(): HTMLElement {
  const input = element("input", {
    attributes: {
      id: "search",
      type: "search",
      placeholder: "Find a partner",
      "aria-label": "Find a partner",
      value: state.choice.search,
    },
    on: { input: () => choose({ search: input.value }) },
  });
  return input;
}
