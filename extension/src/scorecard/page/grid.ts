/**
 * The table: partners down, standards across. One cell at a time is in the order of the tab key; arrows move it, Enter
 * goes to the sentence.
 */
import type { Scorecard } from "@tenet-lang/language-server/requests";
import { element } from "./dom.ts";
import type { Cell, Choice, Placed, Row } from "./matrix.ts";
import { kindOf } from "./words.ts";

/** What the table asks the page to do. */
export interface GridActs {
  sort(standard: string | null): void;
  select(cell: Cell, verdict: Placed | null): void;
  open(verdict: Placed, stay: boolean): void;
  showAll(): void;
}

/** Rows that are drawn at once; the rest on demand. */
const MOST_ROWS = 200;
/** Periods in the strip of a cell. */
const MOST_PERIODS = 12;

export interface Selected {
  readonly party: string;
  readonly standard: string;
}

/** The table of the rows. */
export function grid(
  card: Scorecard,
  rows: readonly Row[],
  choice: Choice,
  selected: Selected | null,
  isWhole: boolean,
  acts: GridActs,
): HTMLElement {
  const shown = isWhole ? rows : rows.slice(0, MOST_ROWS);
  const body = element("tbody", {}, ...shown.map((row) => rowOf(row, selected, acts)));
  const table = element(
    "table",
    { class: "grid", attributes: { role: "grid", "aria-label": "Verdicts by partner and standard" } },
    element("thead", {}, headOf(card, choice, acts)),
    body,
  );
  const first = body.querySelector<HTMLElement>("td[aria-selected=true]") ?? body.querySelector("td");
  first?.setAttribute("tabindex", "0");
  body.addEventListener("keydown", (event) => moved(body, event));
  const more = rows.length - shown.length;
  return element(
    "div",
    { class: "scroll" },
    table,
    more <= 0
      ? null
      : element("button", { class: "link", on: { click: acts.showAll } }, `Show ${more} more partners`),
  );
}

/** Moves the mark of what is selected, without a new table: of a thousand partners that would take its time. */
export function mark(table: HTMLElement, { party, standard }: Selected): void {
  for (const cell of table.querySelectorAll<HTMLElement>("tbody td:is([tabindex='0'], [aria-selected=true])"))
    select(cell, false);
  const row = [...table.querySelectorAll<HTMLElement>("tbody tr")].find(
    ({ dataset }) => dataset.party === party,
  );
  const cells = row?.querySelectorAll<HTMLElement>("td") ?? [];
  for (const cell of cells) if (cell.dataset.standard === standard) select(cell, true);
}

function select(cell: HTMLElement, isSelected: boolean): void {
  cell.tabIndex = isSelected ? 0 : -1;
  cell.ariaSelected = String(isSelected);
  cell.classList.toggle("selected", isSelected);
}

function headOf(card: Scorecard, { sortedBy, descending }: Choice, { sort }: GridActs): HTMLElement {
  const heading = (label: string, name: string | null, tip: string): HTMLElement => {
    const isSorted = sortedBy === name;
    const order = !isSorted ? "none" : descending ? "descending" : "ascending";
    const arrow = !isSorted ? "" : descending ? " ↓" : " ↑";
    return element(
      "th",
      { attributes: { scope: "col", "aria-sort": order } },
      element(
        "button",
        { title: tip, attributes: { id: `sort ${name ?? ""}` }, on: { click: () => sort(name) } },
        `${label}${arrow}`,
      ),
    );
  };
  return element(
    "tr",
    {},
    heading("Partner", null, "Sort by partner"),
    ...card.standards.map(({ name, label }) => heading(label, name, `${name}: sort by verdict, worst first`)),
  );
}

function rowOf({ party, cells }: Row, selected: Selected | null, acts: GridActs): HTMLElement {
  return element(
    "tr",
    { attributes: { "data-party": party } },
    element("th", { title: party, attributes: { scope: "row" } }, party),
    ...cells.map((cell) => {
      const isSelected = selected?.party === party && selected.standard === cell.standard.name;
      return cellElement(cell, isSelected, acts);
    }),
  );
}

function cellElement(cell: Cell, isSelected: boolean, { select, open }: GridActs): HTMLElement {
  const { shown, verdicts } = cell;
  const attributes = {
    tabindex: "-1",
    "aria-selected": String(isSelected),
    "aria-label": labelOf(cell),
    "data-standard": cell.standard.name,
  };
  return element(
    "td",
    {
      attributes,
      class: isSelected ? "selected" : "",
      on: {
        click: () => {
          select(cell, shown);
          if (shown !== null) open(shown, true);
        },
        keydown: (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          select(cell, shown);
          if (shown !== null) open(shown, event.key === " ");
        },
      },
    },
    shown === null ? element("span", { class: "quiet" }, "") : verdictMark(shown),
    strip(verdicts, shown),
  );
}

/** Sign, value and a mark for a warning. */
function verdictMark({ verdict, value, hasWarning, period }: Placed): HTMLElement {
  return element(
    "span",
    { class: `verdict ${verdict}`, title: `${kindOf(verdict).words}, ${period}` },
    element("span", { class: "sign" }, kindOf(verdict).sign),
    element("span", {}, value ?? kindOf(verdict).words),
    hasWarning ? element("span", { class: "warning", title: "close to being missed" }, "!") : null,
  );
}

/** Every period as a small square, oldest first. */
function strip(verdicts: readonly Placed[], shown: Placed | null): HTMLElement {
  const squares = verdicts.slice(-MOST_PERIODS).map((each) =>
    element("span", {
      class: `square ${each.verdict}${each.index === shown?.index ? " now" : ""}`,
      title: `${each.period}: ${kindOf(each.verdict).words}${each.value === null ? "" : `, ${each.value}`}`,
    }),
  );
  return element("span", { class: "strip", attributes: { "aria-hidden": "true" } }, ...squares);
}

function labelOf({ party, standard, shown, verdicts }: Cell): string {
  if (shown === null) return `${party}, ${standard.label}: nothing to show`;
  const misses = verdicts.filter(({ verdict }) => verdict === "missed").length;
  const value = shown.value === null ? "" : `, ${shown.value}`;
  return `${party}, ${standard.label}, ${shown.period}: ${kindOf(shown.verdict).words}${value}; missed in ${misses} of ${verdicts.length} periods`;
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the keyboard to a neighbour; Home and End to the ends of the row. */
function moved(body: HTMLTableSectionElement, event: KeyboardEvent): void {
  const cell = event.target instanceof HTMLTableCellElement ? event.target : null;
  const row = cell?.parentElement;
  if (cell === null || !(row instanceof HTMLTableRowElement)) return;
  const [rows, columns] = steps[event.key] ?? [0, 0];
  const last = row.cells.length - 1;
  const column = event.key === "Home" ? 1 : event.key === "End" ? last : cell.cellIndex + columns;
  if (rows === 0 && column === cell.cellIndex) return;
  const next = body.rows[row.sectionRowIndex + rows]?.cells[Math.min(Math.max(column, 1), last)];
  if (next === undefined) return;
  event.preventDefault();
  cell.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
